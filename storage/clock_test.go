package storage

import (
	"testing"

	"placard/briefing"
)

// A clock that is set back or forward by ten years changes no order: that is
// kept by sequence, through closing, backing up and restoring too.
func TestClockChangesNoOrder(t *testing.T) {
	dir, c := filled(t, 1, 1), &clock{at: noon}
	years := []int{0, -10, 10, 0, 10, -10}
	for i, y := range years {
		at := noon.AddDate(y, 0, i)
		c.set(at)
		v, err := c.vaults(t).Open(t.Context(), dir, passphrase)
		if err != nil {
			t.Fatal(err)
		}
		change := commitOf(briefing.Put(remark(1, written(1, i+2)), uint64(i+1)))
		change.At = at
		if _, err := v.Commit(t.Context(), change); err != nil {
			t.Fatal(err)
		}
		shut(t, v)
	}
	v := open(t, dir)
	made := backup(t, v, t.TempDir())
	shut(t, v)
	again := t.TempDir()
	restore(t, made.Path, again, passphrase)
	for _, where := range []string{dir, again} {
		v := open(t, where)
		if got := textOf(t, v, 1); got != written(1, len(years)+1) {
			t.Errorf("today reads %q", got)
		}
		records, err := v.Revisions(t.Context(), remark(1, "").Key())
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range records {
			if r.Value.(*briefing.Annotation).Text != written(1, i+1) {
				t.Errorf("revision %d reads %v", i+1, r.Value)
			}
		}
		last := uint64(1 << 62)
		err = v.Commits(t.Context(), func(e briefing.Entry) error {
			if e.Sequence >= last {
				t.Errorf("commit %d after %d", e.Sequence, last)
			}
			last = e.Sequence
			return nil
		})
		if err != nil || last != 1 {
			t.Errorf("the log ends at %d: %v", last, err)
		}
		shut(t, v)
	}
	if got := snapshotsOf(t, dir); len(got) < 2 || got[0] < got[1] {
		t.Errorf("snapshots %v", got)
	}
}
