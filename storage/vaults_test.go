package storage

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"placard/briefing"
)

func TestOneProcessAVault(t *testing.T) {
	v, dir := create(t)
	if _, err := testVaults(t).Open(t.Context(), dir, passphrase); !errors.Is(err, briefing.ErrVaultInUse) {
		t.Errorf("open twice: got %v", err)
	}
	if _, err := testVaults(t).Check(t.Context(), dir, passphrase, nil); !errors.Is(err, briefing.ErrVaultInUse) {
		t.Errorf("check while open: got %v", err)
	}
	commit(t, v, briefing.Put(remark(1, "undisturbed"), 0))
	shut(t, v)
	open(t, dir)
}

func TestWhereThereIsNoVault(t *testing.T) {
	empty := t.TempDir()
	for _, dir := range []string{empty, filepath.Join(empty, "missing")} {
		if _, err := testVaults(t).Open(t.Context(), dir, passphrase); !errors.Is(err, briefing.ErrNoVault) {
			t.Errorf("open: got %v", err)
		}
	}
	if left, err := os.ReadDir(empty); err != nil || len(left) != 0 {
		t.Errorf("opening left %v, %v", left, err)
	}
}

func TestCreateWantsAFreeFolder(t *testing.T) {
	v, dir := create(t)
	shut(t, v)
	taken := t.TempDir()
	file := filepath.Join(taken, "report.docx")
	if err := os.WriteFile(file, []byte("somebody's"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, where := range []string{dir, taken, file} {
		before := snapshot(t, where)
		if _, err := testVaults(t).Create(t.Context(), where, passphrase); !errors.Is(err, briefing.ErrVaultExists) {
			t.Errorf("%s: got %v", filepath.Base(where), err)
		}
		if after := snapshot(t, where); len(after) != len(before) {
			t.Errorf("%s: files were left", filepath.Base(where))
		}
	}
	littered := t.TempDir()
	if err := os.WriteFile(filepath.Join(littered, ".DS_Store"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	created, err := testVaults(t).Create(t.Context(), littered, passphrase)
	if err != nil {
		t.Fatalf("a folder with what a file manager leaves: %v", err)
	}
	shut(t, created.Vault)
}

func TestCreateWantsAPassphrase(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "vault")
	if _, err := testVaults(t).Create(t.Context(), dir, nil); !errors.Is(err, briefing.ErrWeakPassphrase) {
		t.Errorf("got %v", err)
	}
	if !missing(dir) {
		t.Error("a folder was left")
	}
}

func TestReadOnlyFolder(t *testing.T) {
	v, dir := create(t)
	shut(t, v)
	vaults := testVaults(t)
	vaults.disk = &faultyDisk{disk: osDisk{}, failAt: 1, forever: true, err: syscall.EROFS}
	if _, err := vaults.Create(t.Context(), filepath.Join(t.TempDir(), "vault"), passphrase); !errors.Is(err, briefing.ErrReadOnly) {
		t.Errorf("create: got %v", err)
	}
	vaults.disk = &faultyDisk{disk: osDisk{}, failAt: 2, forever: true, err: syscall.EROFS}
	if _, err := vaults.Open(t.Context(), dir, passphrase); !errors.Is(err, briefing.ErrReadOnly) {
		t.Errorf("open: got %v", err)
	}
	if os.Geteuid() == 0 {
		return // root writes everywhere
	}
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(dir, 0o700) })
	if _, err := testVaults(t).Open(t.Context(), dir, passphrase); !errors.Is(err, briefing.ErrReadOnly) {
		t.Errorf("a folder of which nothing may be written: got %v", err)
	}
}

func TestCanceledBeforeTheWork(t *testing.T) {
	v, dir := create(t)
	shut(t, v)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	vaults := testVaults(t)
	vaults.derive = func([]byte, []byte, KDF) []byte {
		t.Error("a second of work after cancelling")
		return make([]byte, 32)
	}
	if _, err := vaults.Open(ctx, dir, passphrase); !errors.Is(err, context.Canceled) {
		t.Errorf("open: got %v", err)
	}
	fresh := filepath.Join(t.TempDir(), "vault")
	if _, err := testVaults(t).Create(ctx, fresh, passphrase); !errors.Is(err, context.Canceled) || !missing(fresh) {
		t.Errorf("create: got %v, folder left: %v", err, !missing(fresh))
	}
	open(t, dir)
}

func TestOnlyTheOwnerReadsTheFiles(t *testing.T) {
	dir := filled(t, 1, 1)
	for _, name := range files(t, dir) {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(name, databaseDir+string(filepath.Separator)) && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %v", filepath.Base(name), info.Mode())
		}
	}
	for _, name := range []string{dir, filepath.Join(dir, journalDir), filepath.Join(dir, databaseDir)} {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %v", filepath.Base(name), info.Mode())
		}
	}
}

func TestJournalRunsOverSeveralSegments(t *testing.T) {
	v, dir := create(t)
	v.(*vault).journal.limit = oneRecord
	for n := range 5 {
		commit(t, v, briefing.Put(remark(n+1, written(n+1, 1)), 0))
	}
	shut(t, v)
	if got := filepath.Base(lastSegment(t, dir)); got != segmentName(5) {
		t.Errorf("last segment is %s", got)
	}
	if err := os.RemoveAll(filepath.Join(dir, databaseDir)); err != nil {
		t.Fatal(err)
	}
	v = open(t, dir)
	for n := 1; n <= 5; n++ {
		if got := textOf(t, v, n); got != written(n, 1) {
			t.Errorf("remark %d: got %q", n, got)
		}
	}
	shut(t, v)
	if err := os.Remove(filepath.Join(dir, journalDir, segmentName(3))); err != nil {
		t.Fatal(err)
	}
	repaired(t, "a segment is missing", dir, 5, 1, func(aside string) {
		if _, err := os.Stat(filepath.Join(aside, journalDir, segmentName(2))); err != nil {
			t.Errorf("the other segments were not kept: %v", err)
		}
	})
}

func TestSegmentBegunWhenThePowerWent(t *testing.T) {
	for _, content := range [][]byte{nil, make([]byte, 4096), segmentHeader(4)[:9]} {
		dir := filled(t, 3, 1)
		if err := os.WriteFile(filepath.Join(dir, journalDir, segmentName(2)), content, 0o600); err != nil {
			t.Fatal(err)
		}
		v := open(t, dir)
		v.(*vault).journal.limit = oneRecord
		commit(t, v, briefing.Put(remark(4, "after"), 0))
		shut(t, v)
		v = open(t, dir)
		if got := textOf(t, v, 4); got != "after" {
			t.Errorf("got %q", got)
		}
		shut(t, v)
	}
}

func TestCheckFindsWhatIsWrong(t *testing.T) {
	dir := filled(t, 4, 3)
	told := 0
	report, err := testVaults(t).Check(t.Context(), dir, passphrase, func(done, total int) {
		if told++; done != told || total != 12 {
			t.Errorf("progress %d of %d", done, total)
		}
	})
	want := briefing.CheckReport{Entities: 4, Revisions: 12, Commits: 12}
	if err != nil || report.Entities != want.Entities || report.Revisions != want.Revisions || report.Commits != want.Commits || len(report.Problems) > 0 {
		t.Errorf("sound vault: %+v, %v", report, err)
	}
	if told != 12 {
		t.Errorf("told progress %d times", told)
	}

	v := open(t, dir)
	db := v.(*vault).db
	key := remark(2, "").Key()
	setRaw(t, db, pieceKey(key, 1, 0), raw(t, db, pieceKey(key, 2, 0)))
	setRaw(t, db, logKey(7), raw(t, db, logKey(8)))
	shut(t, v)
	report, err = testVaults(t).Check(t.Context(), dir, passphrase, nil)
	code := keyCode(key)
	if want := []string{"value:" + code + "@1:seal", "log:7:seal"}; err != nil || !slices.Equal(report.Problems, want) {
		t.Errorf("got %v, %v; want %v", report.Problems, err, want)
	}

	// A log with a gap is repaired on opening, all of the database with it.
	shut(t, open(t, dir))
	report, err = testVaults(t).Check(t.Context(), dir, passphrase, nil)
	if err != nil || len(report.Problems) > 0 {
		t.Errorf("after repair: %+v, %v", report, err)
	}
}

func TestCheckFindsADamagedJournal(t *testing.T) {
	dir := filled(t, 4, 1)
	name := lastSegment(t, dir)
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)/2] ^= 4
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
	report, err := testVaults(t).Check(t.Context(), dir, passphrase, nil)
	if want := []string{"journal:seal"}; err != nil || !slices.Equal(report.Problems, want) {
		t.Errorf("got %v, %v; want %v", report.Problems, err, want)
	}
	if _, err := testVaults(t).Check(t.Context(), dir, []byte("wrong"), nil); !errors.Is(err, briefing.ErrWrongPassphrase) {
		t.Errorf("wrong passphrase: %v", err)
	}
}

// What a kill left of a vault that never was whole is no obstacle; a whole
// vault that lost its key file is none of that.
func TestInterruptedCreateIsTriedAgain(t *testing.T) {
	dir := filled(t, 1, 1)
	if err := os.Remove(filepath.Join(dir, keyFileName)); err != nil {
		t.Fatal(err)
	}
	if _, err := testVaults(t).Create(t.Context(), dir, passphrase); !errors.Is(err, briefing.ErrVaultExists) {
		t.Fatalf("a vault without its key file was taken for a free folder: %v", err)
	}
	if err := os.WriteFile(filepath.Join(dir, unfinishedName), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	created, err := testVaults(t).Create(t.Context(), dir, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	commit(t, created.Vault, briefing.Put(remark(7, "new"), 0))
	shut(t, created.Vault)
	v := open(t, dir)
	if _, err := v.Get(t.Context(), remark(1, "").Key()); !errors.Is(err, briefing.ErrNotFound) {
		t.Errorf("the rubble is in the new vault: %v", err)
	}
	if !missing(filepath.Join(dir, unfinishedName)) {
		t.Error("the new vault counts as unfinished")
	}
	shut(t, v)
}
