package storage

import (
	"context"

	"placard/briefing"
)

var _ briefing.Inspector = (*vault)(nil)

// Inspect looks through an open vault as it is at this moment, as Check does
// with a closed one. Where something is wrong, the vault does not count as
// closed in order: the next opening repairs it.
func (v *vault) Inspect(ctx context.Context, progress briefing.Progress) (briefing.CheckReport, error) {
	j, now, x := v.moment()
	v.life.RLock()
	defer v.life.RUnlock()
	if v.closed {
		return briefing.CheckReport{}, errClosed
	}
	c := &verification{db: v.db, newest: map[briefing.Key]head{}}
	if err := c.all(ctx, j, now, x, progress); err != nil {
		return briefing.CheckReport{}, openProblem(err)
	}
	if len(c.report.Problems) > 0 {
		v.suspect.Store(true)
	}
	return c.report, nil
}

// moment is how the vault stands between two commits. The journal is a copy
// to read from: what is appended later does not concern it.
func (v *vault) moment() (*journal, state, *index) {
	v.writer.Lock()
	defer v.writer.Unlock()
	j, x := *v.journal, newIndex()
	applied, heads := v.index.moment()
	x.set(applied, heads...)
	return &j, v.state, x
}
