package storage

import (
	"context"
	"encoding/hex"
	"errors"
	"path/filepath"

	"placard/briefing"
)

// Check looks through a whole vault: every record of the journal, and that the
// database holds each of its revisions, log entries and heads, word for word.
// It repairs nothing; what it finds it reports by code and id, never by words.
// The looking is done in a child process where there is one: damage can end
// the database's own goroutines, and with them the process. The error is for a
// vault that cannot be looked at at all.
func (v *Vaults) Check(ctx context.Context, dir string, secret []byte, progress briefing.Progress) (briefing.CheckReport, error) {
	u, lock, err := v.unlock(ctx, dir, secret)
	if err != nil {
		return briefing.CheckReport{}, err
	}
	defer u.wipe()
	report, err := v.check(ctx, dir, u, progress)
	return report, openProblem(errors.Join(err, lock.Close()))
}

// check looks through a vault in a child, and says so where that ended without
// an answer.
func (v *Vaults) check(ctx context.Context, dir string, u *unlocked, progress briefing.Progress) (briefing.CheckReport, error) {
	a, err := v.ask(ctx, order{Task: taskCheck, Dir: dir}, u, progress)
	if errors.Is(err, errChild) {
		return briefing.CheckReport{Problems: []string{"database:crashed"}}, nil
	}
	if err != nil {
		return briefing.CheckReport{}, err
	}
	return a.Check, nil
}

// look does the looking. Where all is well it marks the vault as closed in
// order.
func (v *Vaults) look(ctx context.Context, dir string, keys *ring, progress briefing.Progress) (briefing.CheckReport, error) {
	c := &verification{newest: map[briefing.Key]head{}}
	m, _ := v.readMarker(dir, keys)
	if err := dropMarker(v.disk, dir); err != nil {
		return c.report, err
	}
	j, err := openJournal(v.disk, filepath.Join(dir, journalDir), keys)
	if err != nil {
		c.found("journal", err)
		return c.report, nil
	}
	err = c.vault(ctx, v, dir, j, m.Applied, progress)
	if err = errors.Join(err, j.close()); err != nil {
		return c.report, err
	}
	if len(c.report.Problems) == 0 {
		err = writeMarker(v.disk, dir, keys, j.last, nil)
	}
	return c.report, err
}

// vault opens the database, lets it catch up as opening the vault would, and
// looks through both.
func (c *verification) vault(ctx context.Context, v *Vaults, dir string, j *journal, marked uint64, progress briefing.Progress) error {
	name := filepath.Join(dir, databaseDir)
	if j.last > 0 && missing(name) {
		c.found("database", errMissing)
		return nil
	}
	db, err := openDatabase(name, j.keys, v.log)
	if errors.Is(err, errLocked) {
		return err
	}
	if c.found("database", err) {
		return nil
	}
	db.room = &room{dir: dir, disk: v.disk}
	db.room.measure()
	c.db = db
	found, err := db.state()
	if c.found("state", err) {
		return db.close()
	}
	if c.found("journal", j.settle(max(found.Applied, marked), v.log)) {
		return db.close()
	}
	now, err := db.replay(ctx, j, found)
	if canceled(err) || isDiskFull(err) || isReadOnly(err) || errors.Is(err, briefing.ErrDiskFull) {
		return errors.Join(err, db.close())
	}
	if c.found("replay", err) {
		return db.close()
	}
	x, err := db.load(now)
	if c.found("heads", err) {
		x = newIndex()
	}
	return errors.Join(c.all(ctx, j, now, x, progress), db.close())
}

// all looks at every commit, with the journal at hand from where it begins.
func (c *verification) all(ctx context.Context, j *journal, want state, x *index, progress briefing.Progress) error {
	for sequence := uint64(1); sequence < j.first; sequence++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		c.commit(sequence, nil)
	}
	err := j.each(ctx, j.first, func(sequence uint64, plain []byte) error {
		progress.Tell(int(sequence), int(j.last))
		var record commitRecord
		if err := decode(plain, &record); err != nil {
			return err
		}
		defer record.wipe()
		c.commit(sequence, &record)
		return nil
	})
	if canceled(err) {
		return err
	}
	c.found("journal", err)
	c.end(want, x)
	return nil
}

func keyCode(k briefing.Key) string { return hex.EncodeToString(appendEntity(nil, k)) }
