package app

import "placard/briefing"

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
	resumed bool              // some were kept in the vault
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
