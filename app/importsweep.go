package app

import (
	"context"
	"errors"

	"placard/briefing"
)

// sweep imports what has no doubts, one after another; one that fails stays
// for its review.
func (q *importQueue) sweep() {
	var plain []*importItem
	for _, i := range q.items {
		if i.plain() {
			plain = append(plain, i)
		}
	}
	desk := q.s.open
	notes, errs := make([]*briefing.Note, len(plain)), make([]error, len(plain))
	q.s.saving()
	q.s.run(q.s.say("import.saving"), func(ctx context.Context, progress briefing.Progress) error {
		for n, i := range plain {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			notes[n], errs[n] = importPlain(ctx, desk, i)
			progress(n+1, len(plain))
		}
		return nil
	}, func(err error) {
		q.s.saved()
		for n, i := range plain {
			if notes[n] != nil {
				i.note = notes[n].ID
				q.forget(i, importSaved)
			}
		}
		q.s.failUnlessCancelled(errors.Join(err, errors.Join(errs...)))
		if q.now == nil {
			q.next()
		}
		q.changed()
	})
}

// importPlain imports a document unless one before it turned out to be its kin.
func importPlain(ctx context.Context, desk *briefing.Desk, i *importItem) (*briefing.Note, error) {
	kin, err := desk.Kin(ctx, i.found)
	if err != nil || !kin.None() {
		return nil, err
	}
	return desk.Import(ctx, i.found)
}
