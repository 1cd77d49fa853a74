package storage

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"placard/briefing"
)

// flipAt changes one bit of a file.
func flipAt(t *testing.T, name string, at int64) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	data[at] ^= 4
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// storied is a vault of four commits, each in a segment of its own, without a
// snapshot.
func storied(t *testing.T) string {
	t.Helper()
	v, dir := create(t)
	v.(*vault).journal.limit = oneRecord
	commit(t, v, briefing.Put(remark(1, written(1, 1)), 0), briefing.Put(remark(2, written(2, 1)), 0))
	commit(t, v, briefing.Put(remark(1, written(1, 2)), 1))
	commit(t, v, briefing.Put(remark(1, written(1, 3)), 2))
	commit(t, v, briefing.Put(remark(1, written(1, 4)), 3), briefing.Put(remark(2, written(2, 2)), 1))
	shut(t, v)
	if err := os.RemoveAll(filepath.Join(dir, snapshotDir)); err != nil {
		t.Fatal(err)
	}
	return dir
}

// One commit damaged in the journal with a database of no use: that commit is
// lost and said, all others keep their numbers, and work goes on.
func TestWhatNoCopyHoldsIsSaid(t *testing.T) {
	dir := storied(t)
	flipAt(t, filepath.Join(dir, journalDir, segmentName(2)), 60)
	if err := os.RemoveAll(filepath.Join(dir, databaseDir)); err != nil {
		t.Fatal(err)
	}
	v := open(t, dir)
	report := v.(briefing.Recovered).Recovery()
	if report == nil || report.Lost() != 1 || report.Damaged[0].Sequence != 2 || report.Commits != 4 || report.FromJournal != 3 {
		t.Fatalf("report %+v", report)
	}
	records, err := v.Revisions(t.Context(), remark(1, "").Key())
	if err != nil || len(records) != 4 {
		t.Fatalf("%d revisions, %v", len(records), err)
	}
	for i, r := range records {
		switch {
		case r.Revision != uint64(i+1):
			t.Errorf("revision %d has number %d", i+1, r.Revision)
		case i == 1:
			if r.Act.Code != briefing.ActLost || r.Value != nil {
				t.Errorf("the lost revision is shown as %+v", r)
			}
		case r.Value.(*briefing.Annotation).Text != written(1, i+1):
			t.Errorf("revision %d reads %v", i+1, r.Value)
		}
	}
	commit(t, v, briefing.Put(remark(1, "on and on"), 4))
	shut(t, v)
	check, err := testVaults(t).Check(t.Context(), dir, passphrase, nil)
	if err != nil || len(check.Problems) > 0 || check.Commits != 5 {
		t.Errorf("check of what was rebuilt: %+v, %v", check, err)
	}
	v = open(t, dir)
	if v.(briefing.Recovered).Recovery() != nil {
		t.Error("repaired again")
	}
	made := backup(t, v, t.TempDir())
	shut(t, v)
	again := filepath.Join(t.TempDir(), "again")
	restore(t, made.Path, again, passphrase)
	v = open(t, again)
	if got := textOf(t, v, 1); got != "on and on" {
		t.Errorf("restored: %q", got)
	}
	shut(t, v)
}

// A newest revision that is lost is said by the entity it belongs to: the
// database's heads know of it.
func TestLostNewestRevisionIsNamed(t *testing.T) {
	v, dir := create(t)
	commit(t, v, briefing.Put(remark(1, written(1, 1)), 0))
	commit(t, v, briefing.Put(remark(1, written(1, 2)), 1))
	db, key := v.(*vault).db, remark(1, "").Key()
	setRaw(t, db, pieceKey(key, 2, 0), raw(t, db, pieceKey(key, 1, 0)))
	shut(t, v)
	name := lastSegment(t, dir)
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	flipAt(t, name, info.Size()-5)
	v = open(t, dir)
	report := v.(briefing.Recovered).Recovery()
	want := briefing.Damage{Key: key, Revision: 2, Sequence: 2, Lost: true}
	if report == nil || len(report.Damaged) != 1 || report.Damaged[0] != want {
		t.Fatalf("report %+v", report)
	}
	if got := textOf(t, v, 1); got != written(1, 1) {
		t.Errorf("got %q", got)
	}
	shut(t, v)
}

// Of a damaged frame, whose length cannot be trusted, the record is read even
// so, and those behind it too.
func TestBrokenFramesLoseNothing(t *testing.T) {
	dir := filled(t, 6, 1)
	name := lastSegment(t, dir)
	for at := int64(segmentHead); at < int64(segmentHead)+recordHead; at++ {
		c := copyVault(t, dir)
		flipAt(t, filepath.Join(c, journalDir, filepath.Base(name)), at)
		if err := os.RemoveAll(filepath.Join(c, databaseDir)); err != nil {
			t.Fatal(err)
		}
		v := open(t, c)
		if report := v.(briefing.Recovered).Recovery(); report == nil || report.Lost() != 0 || report.FromJournal != 6 {
			t.Errorf("byte %d: %+v", at, report)
		}
		for n := 1; n <= 6; n++ {
			if got := textOf(t, v, n); got != written(n, 1) {
				t.Errorf("byte %d: remark %d reads %q", at, n, got)
			}
		}
		shut(t, v)
	}
}

// Wherever the power goes while a rebuilt vault takes the old one's place, the
// next opening goes on from there.
func TestInterruptedSwap(t *testing.T) {
	if testing.Short() {
		t.Skip("looked at whole in the run without the race detector")
	}
	t.Parallel()
	dir := filled(t, 3, 2)
	flipAt(t, lastSegment(t, dir), 100)
	for n := 1; ; n += sparsely(t, 4) {
		c := copyVault(t, dir)
		vaults := testVaults(t)
		d := &faultyDisk{disk: osDisk{}, failAt: n, forever: true, err: errInjected}
		vaults.disk = d
		v, err := vaults.Open(t.Context(), c, passphrase)
		if err == nil {
			v.Close()
			if d.count < n {
				return
			}
		}
		v = open(t, c)
		for r := 1; r <= 3; r++ {
			if got := textOf(t, v, r); got != written(r, 2) {
				t.Errorf("operation %d: remark %d reads %q", n, r, got)
			}
		}
		shut(t, v)
	}
}

func TestRebuildOnDemand(t *testing.T) {
	dir := filled(t, 4, 3)
	report, err := testVaults(t).Rebuild(t.Context(), dir, passphrase, nil)
	if err != nil || report.Commits != 12 || report.Lost() != 0 || report.Aside == "" {
		t.Fatalf("%+v, %v", report, err)
	}
	v := open(t, dir)
	for n := 1; n <= 4; n++ {
		if got := textOf(t, v, n); got != written(n, 3) {
			t.Errorf("remark %d reads %q", n, got)
		}
	}
	shut(t, v)
	if _, err := testVaults(t).Rebuild(t.Context(), dir, []byte("wrong"), nil); !errors.Is(err, briefing.ErrWrongPassphrase) {
		t.Errorf("wrong passphrase: %v", err)
	}
}

// The child's answer is the same as one made in this process.
func TestChildLooksAndRebuilds(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	vaults := testVaults(t)
	vaults.self = self
	dir := filled(t, 5, 2)
	told := 0
	report, err := vaults.Check(t.Context(), dir, passphrase, func(_, _ int) { told++ })
	if err != nil || report.Entities != 5 || report.Revisions != 10 || len(report.Problems) > 0 || told == 0 {
		t.Errorf("check: %+v, %v, told %d times", report, err, told)
	}
	flipAt(t, lastSegment(t, dir), 200)
	v, err := vaults.Open(t.Context(), dir, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	if report := v.(briefing.Recovered).Recovery(); report == nil || report.Lost() != 0 || report.FromDatabase == 0 {
		t.Errorf("rebuilt: %+v", report)
	}
	if got := textOf(t, v, 5); got != written(5, 2) {
		t.Errorf("got %q", got)
	}
	shut(t, v)
}

// A child that dies ends neither the program nor the opening.
func TestDeadChildIsSurvived(t *testing.T) {
	vaults := testVaults(t)
	vaults.self = filepath.Join(t.TempDir(), "no such program")
	dir := filled(t, 3, 1)
	if err := os.Remove(filepath.Join(dir, markerName)); err != nil {
		t.Fatal(err)
	}
	report, err := vaults.Check(t.Context(), dir, passphrase, nil)
	if err != nil || fmt.Sprint(report.Problems) != "[database:crashed]" {
		t.Errorf("check: %+v, %v", report, err)
	}
	v, err := vaults.Open(t.Context(), dir, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	if got := textOf(t, v, 3); got != written(3, 1) || v.(briefing.Recovered).Recovery() == nil {
		t.Errorf("got %q", got)
	}
	shut(t, v)
}
