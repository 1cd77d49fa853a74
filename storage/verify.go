package storage

import (
	"bytes"
	"context"
	"errors"
	"strconv"

	"placard/briefing"
)

// maxDamaged is how many damaged changes a report lists.
const maxDamaged = 1000

// verification looks through a whole database: every log entry and every
// revision, old ones too, opens, is what the journal says, and stands in a
// chain without a gap but those known; and all leads to the state and to
// today's heads.
type verification struct {
	db     *database
	got    state
	newest map[briefing.Key]head
	report briefing.CheckReport
}

// verify looks through the database alone.
func (d *database) verify(ctx context.Context, want state, x *index) error {
	c := &verification{db: d, newest: map[briefing.Key]head{}}
	for sequence := uint64(1); sequence <= want.Applied; sequence++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		c.commit(sequence, nil)
	}
	c.end(want, x)
	return c.result()
}

// result is an error where anything was found.
func (c *verification) result() error {
	if len(c.report.Problems) > 0 {
		return unsound(errors.New(c.report.Problems[0]))
	}
	return nil
}

// commit looks at one commit; record is what the journal says of it, nil where
// it says nothing any more.
func (c *verification) commit(sequence uint64, record *commitRecord) {
	c.report.Commits, c.got.Applied = sequence, sequence
	entry, err := c.db.log(sequence)
	if err == nil && record != nil && len(entry.Touched) != len(record.Changes) {
		err = errOrder
	}
	if err != nil && record != nil {
		entry = record.log() // what it touched is known even so
	}
	for i, t := range entry.Touched {
		var want *changeRecord
		if record != nil {
			want = &record.Changes[i]
		}
		c.revision(sequence, t, want)
	}
	if c.found("log:"+strconv.FormatUint(sequence, 10), err) {
		c.damaged(briefing.Damage{Sequence: sequence})
	}
}

// revision looks at what a commit made of one entity.
func (c *verification) revision(sequence uint64, t briefing.Touch, want *changeRecord) {
	c.report.Revisions++
	before := c.newest[t.Key]
	r, err := c.db.revision(t.Key, t.Revision, sequence)
	now := head{Revision: t.Revision, Sequence: sequence, Removed: len(r.Value) == 0}
	switch {
	case err != nil:
		if want != nil {
			now.Removed = len(want.Value) == 0
		}
	case r.Previous != before.Sequence || t.Revision != before.Revision+1+r.Gap,
		want != nil && (want.Key != t.Key || want.Revision != t.Revision || !bytes.Equal(r.Value, want.Value)):
		err = errOrder
	}
	clear(r.Value)
	if c.found("value:"+keyCode(t.Key)+"@"+strconv.FormatUint(t.Revision, 10), err) {
		c.damaged(briefing.Damage{Key: t.Key, Revision: t.Revision, Sequence: sequence})
	}
	c.newest[t.Key] = now
	c.got = c.got.after(c.db.keys, t.Key, before.Revision, t.Revision)
}

// end holds what the log led to against the state and today's heads.
func (c *verification) end(want state, x *index) {
	if c.got != want {
		c.found("state", errOrder)
	}
	for k, h := range c.newest {
		if !h.Removed {
			c.report.Entities++
		}
		if got, ok := x.head(k); !ok || got != h {
			c.found("head:"+keyCode(k), errOrder)
		}
	}
}

// found reports a problem, if err is one.
func (c *verification) found(what string, err error) bool {
	if err != nil {
		c.report.Problems = append(c.report.Problems, what+":"+problemCode(err))
	}
	return err != nil
}

func (c *verification) damaged(d briefing.Damage) {
	if len(c.report.Damaged) < maxDamaged {
		c.report.Damaged = append(c.report.Damaged, d)
	}
}

func unsound(err error) error { return errors.Join(errUnsound, err) }
