package storage

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"placard/briefing"
)

// Rebuild makes a vault's journal and database anew of all that opens. A vault
// in which nothing is wrong is rebuilt too.
func (v *Vaults) Rebuild(ctx context.Context, dir string, secret []byte, progress briefing.Progress) (briefing.RebuildReport, error) {
	u, lock, err := v.unlock(ctx, dir, secret)
	if err != nil {
		return briefing.RebuildReport{}, err
	}
	defer u.wipe()
	report, err := v.rebuildAll(ctx, dir, u, progress)
	return report, openProblem(errors.Join(err, lock.Close()))
}

func (v *Vaults) rebuildAll(ctx context.Context, dir string, u *unlocked, progress briefing.Progress) (briefing.RebuildReport, error) {
	if _, err := v.finishSwap(dir); err != nil {
		return briefing.RebuildReport{}, err
	}
	found, err := v.check(ctx, dir, u, nil)
	if err != nil {
		return briefing.RebuildReport{}, err
	}
	report, err := v.rebuild(ctx, dir, u, found, progress)
	if err != nil {
		return report, err
	}
	opened, err := v.open(ctx, dir, u, noLock{}) // the database is made now, not when somebody waits
	if err != nil {
		return report, err
	}
	return report, opened.Close()
}

// rebuild repairs a vault in which something was found. Where the journal is
// whole only the database is set aside; opening makes it anew.
func (v *Vaults) rebuild(ctx context.Context, dir string, u *unlocked, found briefing.CheckReport, progress briefing.Progress) (briefing.RebuildReport, error) {
	if last, ok := v.journalWhole(ctx, dir, u.keys, found); ok {
		aside := v.asideName(dir)
		report := briefing.RebuildReport{
			Commits: last, FromJournal: int(last), Entities: found.Entities, Damaged: found.Damaged, Aside: aside,
		}
		return report, errors.Join(v.disk.mkdir(aside), v.putAside(dir, aside, databaseDir), dropMarker(v.disk, dir))
	}
	a, err := v.ask(ctx, order{Task: taskRebuild, Dir: dir, Database: true}, u, progress)
	if errors.Is(err, errChild) {
		v.log.Warn("rebuilding without the database, which ends who reads it")
		a, err = v.ask(ctx, order{Task: taskRebuild, Dir: dir}, u, progress)
	}
	return a.Rebuild, err
}

// journalWhole tells whether the journal has every commit since the first, and
// which is its newest.
func (v *Vaults) journalWhole(ctx context.Context, dir string, keys *ring, found briefing.CheckReport) (last uint64, ok bool) {
	for _, problem := range found.Problems {
		if strings.HasPrefix(problem, "journal:") || strings.HasPrefix(problem, "replay:") {
			return 0, false
		}
	}
	j, err := openJournal(v.disk, filepath.Join(dir, journalDir), keys)
	if err != nil {
		return 0, false
	}
	err = j.each(ctx, j.first, func(uint64, []byte) error { return nil })
	return j.last, errors.Join(err, j.close()) == nil && j.first == 1
}
