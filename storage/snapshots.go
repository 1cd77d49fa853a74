package storage

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"time"
)

const (
	// snapshotEvery is how much use goes by before a vault that stays open makes
	// a snapshot; closing makes one where the last is older than snapshotAge.
	snapshotEvery = 12 * time.Hour
	snapshotAge   = time.Hour
)

// snapshots makes those of an open vault.
type snapshots struct {
	mu     sync.Mutex
	last   time.Time // when one was last begun in this session, or the session
	cancel context.CancelFunc
	done   chan struct{}
	ended  bool
}

// begin makes a snapshot in the background where one is due.
func (s *snapshots) begin(v *vault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	now := v.now()
	if s.last.IsZero() {
		s.last = now
	}
	if s.ended || s.done != nil || now.Sub(s.last).Abs() < snapshotEvery {
		return
	}
	s.last = now
	ctx, cancel := context.WithCancel(v.session)
	done := make(chan struct{})
	s.cancel, s.done = cancel, done
	go func() {
		defer close(done)
		v.keepSnapshot(ctx)
		s.mu.Lock()
		defer s.mu.Unlock()
		cancel()
		s.done = nil
	}()
}

// stop ends what is under way and begins nothing more.
func (s *snapshots) stop() {
	s.mu.Lock()
	s.ended = true
	done := s.done
	if done != nil {
		s.cancel()
	}
	s.mu.Unlock()
	if done != nil {
		<-done
	}
}

// rest makes the snapshot of an orderly close, where one is due, and prunes
// the journal. Nothing in it can fail the close.
func (v *vault) rest() {
	if v.broken != nil || v.suspect.Load() {
		return
	}
	found, err := snapshotFiles(v.dir)
	if err == nil && (len(found) == 0 || v.now().Sub(snapshotMade(found[0])).Abs() >= snapshotAge) {
		v.keepSnapshot(v.session)
	}
	if err := v.prune(v.session); err != nil {
		v.log.Warn("journal not pruned", "problem", problemCode(err))
	}
}

// keepSnapshot makes a snapshot and thins the older ones.
func (v *vault) keepSnapshot(ctx context.Context) {
	err := v.makeSnapshot(ctx)
	if err == nil {
		err = v.thin()
	}
	if err != nil && !canceled(err) {
		v.log.Warn("no snapshot", "problem", problemCode(err))
	}
}

// makeSnapshot writes one, where there is anything new since the last.
func (v *vault) makeSnapshot(ctx context.Context) error {
	last := v.index.last()
	found, err := snapshotFiles(v.dir)
	if err != nil || last == 0 || len(found) > 0 && snapshotSequence(found[0]) >= last {
		return err
	}
	keys, err := v.keyFile()
	if err != nil {
		return err
	}
	if err := v.disk.mkdir(filepath.Join(v.dir, snapshotDir)); err != nil {
		return err
	}
	temp := filepath.Join(v.dir, snapshotDir, "new")
	keep, err := v.write(ctx, temp, keys, v.now(), nil)
	if err != nil {
		return errors.Join(err, ignoreMissing(v.disk.remove(temp)))
	}
	name := filepath.Join(v.dir, snapshotDir, snapshotName(keep.Commits, v.now()))
	if err := v.disk.rename(temp, name); err != nil {
		return err
	}
	return v.disk.syncDir(filepath.Dir(name))
}

// prune removes the segments of the journal that the snapshot before the
// newest holds, once that was restored for proof: two copies of everything
// stay, besides the database.
func (v *vault) prune(ctx context.Context) error {
	found, err := snapshotFiles(v.dir)
	if err != nil || len(found) < 2 {
		return err
	}
	to, err := v.journal.behind(snapshotSequence(found[1]))
	if err != nil || to.Segment == v.journal.start {
		return err
	}
	if err := v.proveSnapshot(ctx, found[1]); err != nil {
		return err
	}
	return v.journal.prune(to)
}

// behind is where the journal may begin when everything up to a sequence is
// kept elsewhere. The last segment always stays.
func (j *journal) behind(sequence uint64) (floor, error) {
	to := floor{Segment: j.start, Sequence: j.first}
	for number := j.start + 1; number <= j.segments; number++ {
		var first uint64
		if err := j.read(number, func(s *segment) error { first = s.first; return nil }); err != nil {
			return floor{}, err
		}
		if first > sequence+1 {
			break
		}
		to = floor{Segment: number, Sequence: first}
	}
	return to, nil
}

// prune removes the segments before a floor, which is durable first.
func (j *journal) prune(to floor) error {
	if err := writeFloor(j.disk, j.dir, j.keys, to); err != nil {
		return err
	}
	var errs []error
	for number := j.start; number < to.Segment; number++ {
		errs = append(errs, j.disk.remove(j.name(number)))
	}
	j.start, j.first = to.Segment, to.Sequence
	return errors.Join(errs...)
}

// snapshotLimit is what all snapshots of a vault may take together, in bytes.
const snapshotLimit = 1 << 30

// thin removes the snapshots that nobody needs any more.
func (v *vault) thin() error {
	found, err := snapshotFiles(v.dir)
	if err != nil {
		return err
	}
	sizes := make([]int64, len(found))
	for i, name := range found {
		info, err := os.Stat(name)
		if err != nil {
			return err
		}
		sizes[i] = info.Size()
	}
	var errs []error
	for i, stays := range retained(found, sizes, snapshotLimit) {
		if !stays {
			errs = append(errs, v.disk.remove(found[i]))
		}
	}
	return errors.Join(errs...)
}

// retained tells of snapshots, the newest first, which are kept: the newest of
// each of the last 24 hours, 30 days and 12 months in which there was one, as
// far as they fit in the limit. The newest two stay whatever they take.
func retained(names []string, sizes []int64, limit int64) []bool {
	rules := []struct {
		period string
		left   int
		last   string
	}{{"2006010215", 24, ""}, {"20060102", 30, ""}, {"200601", 12, ""}}
	keep, total := make([]bool, len(names)), int64(0)
	for i, name := range names {
		wanted, made := i < 2, snapshotMade(name)
		for r := range rules {
			rule := &rules[r]
			if at := made.Format(rule.period); rule.left > 0 && at != rule.last {
				rule.left--
				rule.last = at
				wanted = true
			}
		}
		if total += sizes[i]; wanted && (i < 2 || total <= limit) {
			keep[i] = true
			continue
		}
		total -= sizes[i]
	}
	return keep
}
