package storage

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"placard/briefing"
)

// start brings database and journal together and makes the vault of them.
// What it is given is closed by the vault, or on an error by the caller.
func (v *Vaults) start(ctx context.Context, dir string, keys *ring, j *journal, lock io.Closer) (*vault, error) {
	opened := &vault{dir: dir, disk: v.disk, log: v.log, keys: keys, journal: j, lock: lock, now: v.now, seen: v.seen, session: context.WithoutCancel(ctx)}
	opened.refuges, opened.room = v.refuges, room{dir: dir, disk: v.disk}
	if err := opened.load(ctx); err != nil {
		return nil, err
	}
	opened.room.measure()
	return opened, nil
}

// load opens the database and brings it up to the journal.
func (v *vault) load(ctx context.Context) (err error) {
	v.db, err = openDatabase(filepath.Join(v.dir, databaseDir), v.keys, v.log)
	if err != nil {
		return err
	}
	v.db.room = &v.room
	defer func() {
		if err != nil {
			err = errors.Join(err, v.db.close())
		}
	}()
	found, err := v.db.state()
	if err != nil {
		return err
	}
	if err := v.journal.settle(found.Applied, v.log); err != nil {
		return err
	}
	if v.state, err = v.db.replay(ctx, v.journal, found); err != nil {
		return err
	}
	v.index, err = v.db.load(v.state)
	return err
}

// admit lets so many bytes into the database, where there is room.
func (d *database) admit(size int) error {
	if d.room == nil {
		return nil
	}
	if err := d.room.gate(size); err != nil {
		return err
	}
	d.room.took(size)
	return nil
}

// replay writes the commits of the journal that the database lacks.
func (d *database) replay(ctx context.Context, j *journal, from state) (to state, err error) {
	if from.Applied == j.last {
		return from, nil
	}
	if from.Applied+1 < j.first {
		return from, fmt.Errorf("journal begins at %d, the database ends at %d: %w", j.first, from.Applied, errMissing)
	}
	err = guard(func() error {
		b := d.batch(from)
		defer func() { b.txn.Discard() }()
		err := j.each(ctx, from.Applied+1, func(sequence uint64, plain []byte) error {
			var c commitRecord
			if err := decode(plain, &c); err != nil {
				return err
			}
			defer c.wipe()
			if err := d.admit(len(plain)); err != nil {
				return err
			}
			return b.apply(sequence, &c)
		})
		if err != nil {
			return err
		}
		to, err = b.commit()
		return err
	})
	return to, err
}

// load reads all heads and holds them against the state: their number and the
// sum of their marks.
func (d *database) load(want state) (*index, error) {
	x := newIndex()
	got := state{Applied: want.Applied}
	var errs error
	err := d.heads(func(k briefing.Key, h head, err error) {
		if err != nil {
			errs = fmt.Errorf("head: %w", err)
			return
		}
		x.set(want.Applied, located{k, h})
		got.Entities++
		got.Tally += d.keys.mark(k, h.Revision)
	})
	if err := errors.Join(err, errs); err != nil {
		return nil, err
	}
	if got != want {
		return nil, fmt.Errorf("heads: %w", errMissing)
	}
	return x, nil
}
