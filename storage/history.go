package storage

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"hash"

	"placard/storage/archive"
)

// stored is a commit as the database holds it. Its values are wiped after use.
type stored struct {
	sequence uint64
	log      logRecord
	values   []revisionRecord // of what the log says it touched
}

// history calls yield for every commit up to a sequence, oldest first. Commits
// made meanwhile do not disturb it: what it reads is never written again.
func (v *vault) history(ctx context.Context, to uint64, yield func(*stored) error) error {
	for sequence := uint64(1); sequence <= to; sequence++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		w, err := v.stored(sequence)
		if err == nil {
			err = yield(w)
		}
		if w != nil {
			w.wipe()
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (v *vault) stored(sequence uint64) (*stored, error) {
	v.life.RLock()
	defer v.life.RUnlock()
	if v.closed {
		return nil, errClosed
	}
	log, err := v.db.log(sequence)
	if err != nil {
		return nil, openProblem(err)
	}
	w := &stored{sequence: sequence, log: log}
	for _, t := range log.Touched {
		r, err := v.db.revision(t.Key, t.Revision, sequence)
		if err != nil {
			return w, openProblem(err)
		}
		w.values = append(w.values, r)
	}
	return w, nil
}

// commit is what an archive holds of it.
func (w *stored) commit() (*archive.Commit, error) {
	c := &archive.Commit{
		Sequence: w.sequence, At: w.log.At, By: w.log.By, Act: w.log.Act, Undoes: w.log.Undoes, Redoes: w.log.Redoes,
	}
	for i, t := range w.log.Touched {
		value, err := w.values[i].entity(t.Key)
		if err != nil {
			return nil, err
		}
		c.Changes = append(c.Changes, archive.Change{Key: t.Key, Revision: t.Revision, Value: value})
	}
	return c, nil
}

func (w *stored) wipe() {
	for i := range w.values {
		clear(w.values[i].Value)
	}
}

// digest is a sum of all that commits say, in order: two vaults with the same
// one hold the same. Values are encoded anew, so that what an older version
// wrote and what this one restores of it come to the same.
type digest struct{ hash hash.Hash }

func newDigest() digest { return digest{sha256.New()} }

func (d digest) add(c *archive.Commit) error {
	if err := d.put(c.Sequence, c.At, c.By, c.Act, c.Undoes, c.Redoes); err != nil {
		return err
	}
	for i := range c.Changes {
		change := &c.Changes[i]
		if err := d.put(change.Key, change.Revision, change.Value); err != nil {
			return err
		}
	}
	return nil
}

func (d digest) put(parts ...any) error {
	for _, part := range parts {
		data, err := encode(part)
		if err != nil {
			return err
		}
		d.hash.Write(binary.BigEndian.AppendUint64(nil, uint64(len(data))))
		d.hash.Write(data)
		clear(data)
	}
	return nil
}

func (d digest) sum() [sha256.Size]byte { return [sha256.Size]byte(d.hash.Sum(nil)) }

// today adds to an archive what stands at one moment.
func (v *vault) today(ctx context.Context, heads []located, a *archive.Writer) error {
	for _, l := range heads {
		if err := ctx.Err(); err != nil {
			return err
		}
		if l.head.Removed {
			continue
		}
		r, _, err := v.read(l.key, l.head)
		if err != nil {
			return err
		}
		change := archive.Change{Key: l.key, Revision: r.Revision, Value: r.Value}
		if err := a.Now(&archive.Today{Change: change, Sequence: r.Sequence, At: r.At, By: r.By}); err != nil {
			return err
		}
	}
	return nil
}
