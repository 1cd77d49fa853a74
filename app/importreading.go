package app

import (
	"context"
	"errors"

	"placard/briefing"
)

// readOn reads what waits, in one piece of work with a number and Cancel. What
// was cancelled is not wanted.
func (q *importQueue) readOn() {
	if q.reading {
		return // it goes on to these
	}
	var waiting []*importItem
	for _, i := range q.items {
		if i.state == importWaiting {
			waiting = append(waiting, i)
		}
	}
	if len(waiting) == 0 {
		q.allRead()
		return
	}
	title := q.s.say("import.reading", "Name", waiting[0].name)
	if len(waiting) > 1 {
		title = q.s.say("import.reading_all", "Count", len(waiting))
	}
	q.reading = true
	desk, session := q.s.open, q.s.ctx
	q.s.run(title, func(ctx context.Context, progress briefing.Progress) error {
		for n, i := range waiting {
			err := readItem(ctx, desk, i, func(done, total int) {
				progress(n*100+100*done/max(total, 1), len(waiting)*100)
			})
			if ctx.Err() != nil {
				return ctx.Err()
			}
			progress((n+1)*100, len(waiting)*100)
			q.s.jobs.meanwhile(func() {
				if session == q.s.ctx {
					q.wasRead(i, err)
				}
			})
		}
		return nil
	}, func(err error) {
		q.reading = false
		if err != nil {
			q.drop(importWaiting)
		}
		q.readOn()
	})
}

// wasRead takes what came of reading a document; the first is shown at once.
func (q *importQueue) wasRead(i *importItem, err error) {
	switch {
	case err != nil:
		i.state, i.err = importFailed, err
	case i.kin.Same != nil:
		i.state, i.note = importThere, i.kin.Same.ID
	default:
		i.state = importReady
		if q.now == nil {
			q.show(i)
		}
	}
	q.changed()
}

// allRead asks for the passwords of what is closed, says what went wrong, and
// ends where nothing is left to review.
func (q *importQueue) allRead() {
	for _, i := range q.items {
		if i.state == importFailed && errors.Is(i.err, briefing.ErrEncrypted) {
			q.askPassword(i)
			return
		}
	}
	if q.now != nil {
		return
	}
	q.ended()
}
