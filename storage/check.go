package storage

import (
	"bytes"
	"context"
	"encoding/hex"
	"errors"
	"path/filepath"
	"strconv"

	"placard/briefing"
)

// Check looks through a whole vault: every record of the journal, and that the
// database holds each of its revisions, log entries and heads, word for word.
// It repairs nothing; what it finds it reports by code and id, never by words.
// The error is for a vault that cannot be looked at at all.
func (v *Vaults) Check(ctx context.Context, dir string, secret []byte, progress briefing.Progress) (briefing.CheckReport, error) {
	keys, lock, err := v.unlock(ctx, dir, secret)
	if err != nil {
		return briefing.CheckReport{}, err
	}
	c := &checkup{newest: map[briefing.Key]head{}}
	err = c.run(ctx, v, dir, keys, progress)
	keys.wipe()
	return c.report, openProblem(errors.Join(err, lock.Close()))
}

// checkup is one Check under way.
type checkup struct {
	db     *database
	report briefing.CheckReport
	newest map[briefing.Key]head // as the journal has them
}

func (c *checkup) run(ctx context.Context, v *Vaults, dir string, keys *ring, progress briefing.Progress) error {
	j, err := openJournal(v.disk, filepath.Join(dir, journalDir), keys)
	if err != nil {
		c.found("journal", err)
		return nil
	}
	err = c.database(ctx, v, dir, j)
	if c.db == nil || err != nil {
		return errors.Join(err, j.close())
	}
	err = j.each(ctx, 1, func(sequence uint64, plain []byte) error {
		progress.Tell(int(sequence), int(j.last))
		c.report.Commits = sequence
		return c.commit(sequence, plain)
	})
	if err != nil && !canceled(err) {
		c.found("journal", err)
		err = nil
	}
	if err == nil {
		c.heads()
	}
	err = errors.Join(err, c.db.close(), j.close())
	if err == nil && len(c.report.Problems) == 0 {
		return writeMarker(v.disk, dir, keys, j.last)
	}
	return err
}

// database opens the database and lets it catch up, as opening the vault would.
func (c *checkup) database(ctx context.Context, v *Vaults, dir string, j *journal) error {
	marked, _, err := takeMarker(v.disk, dir, j.keys)
	if err != nil {
		return err
	}
	db, err := openDatabase(filepath.Join(dir, databaseDir), j.keys, v.log)
	if err != nil {
		c.found("database", err)
		return nil
	}
	found, err := db.state()
	if err != nil {
		c.found("state", err)
		return db.close()
	}
	if err := j.settle(max(found.Applied, marked), v.log); err != nil {
		c.found("journal", err)
		return db.close()
	}
	state, err := db.replay(ctx, j, found)
	if err != nil {
		return errors.Join(err, db.close())
	}
	if _, err := db.load(state); err != nil {
		c.found("heads", err)
	}
	c.db = db
	return nil
}

// commit holds one record of the journal against the database.
func (c *checkup) commit(sequence uint64, plain []byte) error {
	var record commitRecord
	if err := decode(plain, &record); err != nil {
		return err
	}
	defer record.wipe()
	for i := range record.Changes {
		change := &record.Changes[i]
		c.report.Revisions++
		c.newest[change.Key] = change.head(sequence)
		got, err := c.db.revision(change.Key, change.Revision, sequence)
		if err == nil && (got.Previous != change.Previous || !bytes.Equal(got.Value, change.Value)) {
			err = errOrder
		}
		clear(got.Value)
		c.found("value:"+keyCode(change.Key)+"@"+strconv.FormatUint(change.Revision, 10), err)
	}
	entry, err := c.db.log(sequence)
	if err == nil && len(entry.Touched) != len(record.Changes) {
		err = errOrder
	}
	c.found("log:"+strconv.FormatUint(sequence, 10), err)
	return nil
}

// heads holds today's revisions against those of the journal.
func (c *checkup) heads() {
	for k, want := range c.newest {
		if !want.Removed {
			c.report.Entities++
		}
		got, err := c.db.head(k)
		if err == nil && got != want {
			err = errOrder
		}
		c.found("head:"+keyCode(k), err)
	}
}

// found reports a problem, if err is one.
func (c *checkup) found(what string, err error) {
	if err != nil {
		c.report.Problems = append(c.report.Problems, what+":"+problemCode(err))
	}
}

func keyCode(k briefing.Key) string { return hex.EncodeToString(appendEntity(nil, k)) }
