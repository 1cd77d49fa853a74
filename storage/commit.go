package storage

import (
	"context"
	"errors"
	"fmt"

	"placard/briefing"
)

// maxCommit is how much one commit may hold, in bytes of CBOR.
const maxCommit = maxRecord / 2

// Commit writes the changes to the journal, syncs it, and then shows them in
// the database. The journal is the point of no return: ctx counts before it.
// Where the database then fails, the vault takes no more in this session and
// the answer is ErrNotSaved, although the commit will be there after reopening.
func (v *vault) Commit(ctx context.Context, c briefing.Commit) (briefing.Receipt, error) {
	v.writer.Lock()
	defer v.writer.Unlock()
	v.life.RLock()
	defer v.life.RUnlock()
	if v.closed {
		return briefing.Receipt{}, errClosed
	}
	record, err := v.record(&c)
	if err != nil {
		return briefing.Receipt{}, err
	}
	defer record.wipe()
	if v.broken != nil {
		return briefing.Receipt{}, v.rescue(record, v.refusal())
	}
	if err := ctx.Err(); err != nil {
		return briefing.Receipt{}, err
	}
	sequence, err := v.commit(record)
	if err != nil {
		return briefing.Receipt{}, v.rescue(record, err)
	}
	v.drop(record)
	v.snaps.begin(v) //nolint:contextcheck // a snapshot outlives the commit it comes after
	return briefing.Receipt{Sequence: sequence, Touched: record.touched()}, nil
}

// commit makes a record durable and shows it.
func (v *vault) commit(record *commitRecord) (sequence uint64, err error) {
	if sequence, err = v.journalize(record); err != nil {
		return 0, saveProblem(err)
	}
	if v.state, err = v.db.write(v.state, sequence, record); err != nil {
		v.broken = err
		return 0, briefing.ErrNotSaved.Because(err)
	}
	v.index.set(sequence, record.heads(sequence)...)
	return sequence, nil
}

// refusal is why nothing is saved in this session any more.
func (v *vault) refusal() error {
	if isDiskFull(v.broken) || errors.Is(v.broken, briefing.ErrDiskFull) {
		return briefing.ErrDiskFull.Because(v.broken)
	}
	return briefing.ErrNotSaved.Because(v.broken)
}

func (v *vault) journalize(record *commitRecord) (sequence uint64, err error) {
	plain, err := encode(record)
	if err != nil {
		return 0, err
	}
	defer clear(plain)
	if len(plain) > maxCommit {
		return 0, briefing.ErrTooLarge.Because(errTooLong)
	}
	if err := v.db.admit(len(plain)); err != nil {
		return 0, err
	}
	return v.journal.append(plain)
}

// record checks a commit against today and makes its journal record.
func (v *vault) record(c *briefing.Commit) (*commitRecord, error) {
	if len(c.Changes) == 0 {
		return nil, invalid("commit without changes")
	}
	record := &commitRecord{Act: c.Act, By: c.By, At: c.At, Undoes: c.Undoes, Redoes: c.Redoes}
	seen := make(map[briefing.Key]bool, len(c.Changes))
	for i := range c.Changes {
		change := &c.Changes[i]
		if seen[change.Key] {
			return nil, invalid("entity changed twice in a commit")
		}
		seen[change.Key] = true
		next, err := v.change(change)
		if err != nil {
			return nil, err
		}
		record.Changes = append(record.Changes, next)
	}
	return record, nil
}

// change makes an entity's next revision; a *briefing.ConflictError where the
// change was not made on today's.
func (v *vault) change(c *briefing.Change) (changeRecord, error) {
	now, known := v.index.head(c.Key)
	if c.Base != now.Revision {
		return changeRecord{}, &briefing.ConflictError{Key: c.Key, Base: c.Base, Now: now.Revision}
	}
	next := changeRecord{Key: c.Key, Revision: now.Revision + 1, Previous: now.Sequence}
	if c.Value == nil {
		if !known || now.Removed {
			return changeRecord{}, briefing.ErrNotFound.Because(errors.New("nothing to remove"))
		}
		return next, nil
	}
	if briefing.NewEntity(c.Key.Table) == nil || c.Value.Key() != c.Key {
		return changeRecord{}, invalid("entity under another's key")
	}
	value, err := encode(c.Value)
	if err != nil {
		return changeRecord{}, fmt.Errorf("encode entity: %w", err)
	}
	next.Value = value
	return next, nil
}

// heads are what the commit makes of its entities.
func (c *commitRecord) heads(sequence uint64) []located {
	out := make([]located, len(c.Changes))
	for i := range c.Changes {
		change := &c.Changes[i]
		out[i] = located{change.Key, change.head(sequence)}
	}
	return out
}

func (c *changeRecord) head(sequence uint64) head {
	return head{Revision: c.Revision, Sequence: sequence, Removed: len(c.Value) == 0}
}

func invalid(what string) error { return briefing.ErrInvalid.Because(errors.New(what)) }
