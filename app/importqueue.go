package app

import (
	"context"
	"errors"

	"placard/briefing"
)

// importState is how far a chosen document has come.
type importState int

const (
	importWaiting importState = iota
	importReady               // read, to be reviewed
	importThere               // the vault holds the same file
	importFailed              // could not be read; err says why
	importSaved               // in the vault
	importDropped             // not wanted
)

// importItem is a document that was chosen. Once it was read only the UI
// goroutine touches it.
type importItem struct {
	name     string
	read     func() ([]byte, error)
	original briefing.Original // with its password, for as long as it is reviewed
	state    importState
	found    *briefing.Proposal
	kin      briefing.Kin
	err      error
	note     briefing.ID // what it became, or what was there
}

// plain tells whether the item can be imported unseen: without doubts, and
// like nothing in the vault.
func (i *importItem) plain() bool {
	return i.state == importReady && i.found.Note.Doubts == 0 && i.kin.None()
}

// importQueue is the documents of one choosing, read one after another and
// reviewed in turn.
type importQueue struct {
	s       *shell
	items   []*importItem
	now     *importItem // under review; nil for none
	reading bool
	changed func()            // something of it changed
	review  func(*importItem) // shows one
	ended   func()            // all are reviewed
}

// add queues documents; what was done before is forgotten.
func (q *importQueue) add(items []*importItem) {
	if q.count(importWaiting)+q.count(importReady) == 0 {
		q.items = nil
	}
	q.items = append(q.items, items...)
	q.changed()
	q.readOn()
}

func (q *importQueue) count(state importState) int {
	n := 0
	for _, i := range q.items {
		if i.state == state {
			n++
		}
	}
	return n
}

// several tells whether more than one document was chosen.
func (q *importQueue) several() bool { return len(q.items) > 1 }

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

// drop gives up all documents in a state.
func (q *importQueue) drop(state importState) {
	for _, i := range q.items {
		if i.state == state {
			q.forget(i, importDropped)
		}
	}
	q.changed()
}

// forget lets go of a document's bytes and of its password.
func (q *importQueue) forget(i *importItem, state importState) {
	i.state, i.original, i.found = state, briefing.Original{}, nil
	if q.now == i {
		q.now = nil
	}
}

// show reviews a document.
func (q *importQueue) show(i *importItem) {
	q.now = i
	q.review(i)
}

// done ends the review of the current document and goes on to the next.
func (q *importQueue) done(state importState) {
	if q.now != nil {
		q.forget(q.now, state)
	}
	q.next()
}

// next reviews the next document that is ready.
func (q *importQueue) next() {
	for _, i := range q.items {
		if i.state == importReady {
			q.show(i)
			q.changed()
			return
		}
	}
	q.changed()
	if !q.reading {
		q.allRead()
	}
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
