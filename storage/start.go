package storage

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"time"

	"placard/briefing"
)

// start brings database and journal together and makes the vault of them.
// A database that is not sound is set aside, never deleted, and made anew from
// the journal. What it is given is closed by the vault, or on an error by the
// caller.
func (v *Vaults) start(ctx context.Context, dir string, keys *ring, j *journal, lock io.Closer) (*vault, error) {
	marked, clean, err := takeMarker(v.disk, dir, keys)
	if err != nil {
		return nil, err
	}
	opened := &vault{dir: dir, disk: v.disk, log: v.log, keys: keys, journal: j, lock: lock, now: v.now, seen: v.seen}
	err = opened.load(ctx, marked, clean)
	if !errors.Is(err, errUnsound) || canceled(err) || isDiskFull(err) || isReadOnly(err) {
		return opened, err
	}
	v.log.Warn("database unsound; rebuilding it from the journal", "commits", j.last, "problem", problemCode(err))
	if err := setAside(v.disk, dir); err != nil {
		return nil, err
	}
	return opened, opened.load(ctx, 0, true)
}

// setAside renames the database's folder.
func setAside(d disk, dir string) error {
	name := filepath.Join(dir, databaseDir)
	aside := name + ".damaged-" + time.Now().UTC().Format("20060102T150405.000")
	if err := d.rename(name, aside); err != nil {
		return err
	}
	return d.syncDir(dir)
}

// load opens the database and brings it up to the journal. clean says that it
// was closed in order, at the sequence marked; otherwise it is verified.
func (v *vault) load(ctx context.Context, marked uint64, clean bool) (err error) {
	v.db, err = openDatabase(filepath.Join(v.dir, databaseDir), v.keys, v.log)
	if err != nil {
		return unsound(err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, v.db.close())
		}
	}()
	found, err := v.db.state()
	if err != nil {
		return unsound(err)
	}
	if err := v.journal.settle(max(found.Applied, marked), v.log); err != nil {
		return err
	}
	if v.state, err = v.db.replay(ctx, v.journal, found); err != nil {
		return err
	}
	if v.index, err = v.db.load(v.state); err != nil {
		return unsound(err)
	}
	if clean && marked == found.Applied {
		return nil
	}
	return v.db.verify(ctx, v.state, v.index)
}

func unsound(err error) error { return fmt.Errorf("%w: %w", errUnsound, err) }

// replay writes the commits of the journal that the database lacks.
func (d *database) replay(ctx context.Context, j *journal, from state) (to state, err error) {
	if from.Applied == j.last {
		return from, nil
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

// verify looks through the database after a disorderly end: today's revision
// of every entity opens, and the log has no gap and leads to the state.
func (d *database) verify(ctx context.Context, want state, x *index) error {
	var got state
	for got.Applied < want.Applied {
		entry, err := d.log(got.Applied + 1)
		if err := errors.Join(ctx.Err(), err); err != nil {
			return unsound(err)
		}
		for _, t := range entry.Touched {
			got = got.after(d.keys, t.Key, t.Revision)
		}
		got.Applied++
	}
	if got != want {
		return unsound(fmt.Errorf("log: %w", errOrder))
	}
	for _, l := range x.all() {
		r, err := d.revision(l.key, l.head.Revision, l.head.Sequence)
		clear(r.Value)
		if err := errors.Join(ctx.Err(), err); err != nil {
			return unsound(err)
		}
	}
	return nil
}
