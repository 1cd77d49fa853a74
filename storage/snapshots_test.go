package storage

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"placard/briefing"
)

// clock is one that a test sets while a vault looks at it.
type clock struct {
	mu sync.Mutex
	at time.Time
}

func (c *clock) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *clock) set(at time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = at
}

func (c *clock) add(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}

func (c *clock) vaults(t *testing.T) *Vaults {
	t.Helper()
	vaults := testVaults(t)
	vaults.now = c.now
	return vaults
}

func snapshotsOf(t *testing.T, dir string) []uint64 {
	t.Helper()
	names, err := snapshotFiles(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []uint64
	for _, name := range names {
		all = append(all, snapshotSequence(name))
	}
	return all
}

// Closing makes a snapshot, at most one an hour and none where nothing is new;
// a clock that was set back changes nothing of that.
func TestClosingMakesASnapshot(t *testing.T) {
	c := &clock{at: noon}
	dir := filled(t, 2, 1)
	if err := os.RemoveAll(filepath.Join(dir, snapshotDir)); err != nil {
		t.Fatal(err)
	}
	steps := []struct {
		later time.Duration
		edit  bool
		want  []uint64
	}{
		{0, false, []uint64{2}},
		{10 * time.Minute, true, []uint64{2}},
		{time.Hour, false, []uint64{3, 2}},
		{5 * time.Hour, false, []uint64{3, 2}},
		{-20 * 365 * 24 * time.Hour, true, []uint64{4, 3, 2}},
	}
	for i, s := range steps {
		c.add(s.later)
		v, err := c.vaults(t).Open(t.Context(), dir, passphrase)
		if err != nil {
			t.Fatal(err)
		}
		if s.edit {
			commit(t, v, briefing.Put(remark(10+i, "more"), 0))
		}
		shut(t, v)
		if got := snapshotsOf(t, dir); !slices.Equal(got, s.want) {
			t.Errorf("step %d: snapshots %v, want %v", i, got, s.want)
		}
	}
}

// A vault that stays open makes a snapshot after twelve hours of use, beside
// the work.
func TestLongUseMakesASnapshot(t *testing.T) {
	c := &clock{at: noon}
	created, err := c.vaults(t).Create(t.Context(), filepath.Join(t.TempDir(), "vault"), passphrase)
	if err != nil {
		t.Fatal(err)
	}
	v := created.Vault.(*vault)
	for n := range 3 {
		commit(t, v, briefing.Put(remark(n+1, "text"), 0))
		c.add(7 * time.Hour)
	}
	v.snaps.mu.Lock()
	done := v.snaps.done
	v.snaps.mu.Unlock()
	if done != nil {
		<-done
	}
	if got := snapshotsOf(t, v.dir); !slices.Equal(got, []uint64{3}) {
		t.Errorf("snapshots %v", got)
	}
	shut(t, v)
}

func TestWhichSnapshotsStay(t *testing.T) {
	var names []string
	var sizes []int64
	at := time.Date(2031, 5, 12, 12, 0, 0, 0, time.UTC)
	for n := 20_000; n > 0; n-- { // one every half hour, for more than a year
		names = append(names, snapshotName(uint64(n), at))
		sizes = append(sizes, 1)
		at = at.Add(-30 * time.Minute)
	}
	count := func(limit int64) (kept int, oldest string) {
		for i, stays := range retained(names, sizes, limit) {
			if stays {
				kept, oldest = kept+1, names[i]
			}
		}
		return kept, oldest
	}
	// 24 hours, the days before them, the months before those; the newest two
	// share an hour.
	if kept, oldest := count(1 << 30); kept < 60 || kept > 67 || snapshotMade(oldest).Format("2006-01") != "2030-06" {
		t.Errorf("%d kept, the oldest of %s", kept, snapshotMade(oldest))
	}
	if kept, _ := count(10); kept != 10 {
		t.Errorf("%d kept in room for ten", kept)
	}
	if kept, _ := count(0); kept != 2 {
		t.Errorf("%d kept in no room, want the newest two", kept)
	}
}

// pruned is a vault whose journal begins behind a snapshot: 8 commits, the
// snapshots after 3, 6 and 8.
func pruned(t *testing.T) string {
	t.Helper()
	c := &clock{at: noon}
	v, dir := create(t)
	shut(t, v)
	for n := 1; n <= 8; n++ {
		c.add(time.Minute)
		if n == 4 || n == 7 {
			c.add(2 * time.Hour)
		}
		v, err := c.vaults(t).Open(t.Context(), dir, passphrase)
		if err != nil {
			t.Fatal(err)
		}
		v.(*vault).journal.limit = oneRecord
		commit(t, v, briefing.Put(remark(n%4+1, fmt.Sprint("text ", n)), uint64((n-1)/4)))
		shut(t, v)
	}
	c.add(2 * time.Hour)
	v, err := c.vaults(t).Open(t.Context(), dir, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	shut(t, v)
	return dir
}

func segmentsOf(t *testing.T, dir string) int {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, journalDir, "*"+segmentExt))
	if err != nil {
		t.Fatal(err)
	}
	return len(names)
}

// holdsEight checks text and history of a vault made by pruned.
func holdsEight(t *testing.T, what, dir string) *briefing.RebuildReport {
	t.Helper()
	v := open(t, dir)
	for n := 1; n <= 4; n++ {
		records, err := v.Revisions(t.Context(), remark(n, "").Key())
		if err != nil || len(records) != 2 {
			t.Fatalf("%s: remark %d: %d revisions, %v", what, n, len(records), err)
		}
	}
	if got := textOf(t, v, 1); got != "text 8" {
		t.Errorf("%s: remark 1 reads %q", what, got)
	}
	report := v.(briefing.Recovered).Recovery()
	shut(t, v)
	return report
}

// The journal loses only what two snapshots hold, and the vault is whole
// without it, with or without its database.
func TestJournalIsPrunedBehindSnapshots(t *testing.T) {
	t.Parallel()
	dir := pruned(t)
	if got := snapshotsOf(t, dir); len(got) < 3 || got[0] != 8 {
		t.Fatalf("snapshots %v", got)
	}
	left := segmentsOf(t, dir)
	if left >= 6 {
		t.Fatalf("%d segments left", left)
	}
	if report := holdsEight(t, "untouched", dir); report != nil {
		t.Errorf("repaired: %+v", report)
	}
	if check, err := testVaults(t).Check(t.Context(), dir, passphrase, nil); err != nil || len(check.Problems) > 0 || check.Commits != 8 {
		t.Errorf("check: %+v, %v", check, err)
	}
	for what, damage := range map[string]func(dir string) error{
		"no database": func(dir string) error { return os.RemoveAll(filepath.Join(dir, databaseDir)) },
		"no journal":  func(dir string) error { return os.RemoveAll(filepath.Join(dir, journalDir)) },
		"neither": func(dir string) error {
			os.RemoveAll(filepath.Join(dir, journalDir))
			return os.RemoveAll(filepath.Join(dir, databaseDir))
		},
		"no database and the newest snapshot damaged": func(dir string) error {
			names, err := snapshotFiles(dir)
			if err != nil {
				return err
			}
			flipAt(t, names[0], 300)
			return os.RemoveAll(filepath.Join(dir, databaseDir))
		},
		"no floor": func(dir string) error { return os.Remove(filepath.Join(dir, journalDir, floorName)) },
	} {
		c := copyVault(t, dir)
		if err := damage(c); err != nil {
			t.Fatal(err)
		}
		if report := holdsEight(t, what, c); report == nil || report.Lost() != 0 {
			t.Errorf("%s: report %+v", what, report)
		}
		if report := holdsEight(t, what+", again", c); report != nil {
			t.Errorf("%s: repaired again", what)
		}
	}
}

// Behind a snapshot that does not restore nothing is pruned.
func TestDamagedSnapshotPrunesNothing(t *testing.T) {
	v, dir := create(t)
	v.(*vault).journal.limit = oneRecord
	for n := range 6 {
		commit(t, v, briefing.Put(remark(n+1, "text"), 0))
	}
	shut(t, v)
	names, err := snapshotFiles(dir)
	if err != nil || len(names) != 1 {
		t.Fatalf("%v, %v", names, err)
	}
	flipAt(t, names[0], 400)
	c := &clock{at: time.Now().Add(100 * time.Hour)}
	v, err = c.vaults(t).Open(t.Context(), dir, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	commit(t, v, briefing.Put(remark(9, "text"), 0))
	shut(t, v)
	if got := segmentsOf(t, dir); len(snapshotsOf(t, dir)) != 2 || got < 6 {
		t.Errorf("%d segments left behind a damaged snapshot", got)
	}
}
