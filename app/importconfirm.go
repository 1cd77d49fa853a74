package app

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"placard/briefing"
)

// proceed keeps the words being typed, else imports, from anywhere on the page.
func (p *importPage) proceed() {
	if p.blocks.words.block != "" {
		p.blocks.words.submit()
		return
	}
	p.confirm()
}

// confirm saves the document as it stands and goes on to the next, or into the
// note where it was the only one.
func (p *importPage) confirm() {
	found, desk, item := p.found, p.s.open, p.queue.now
	if found == nil || item == nil {
		return
	}
	p.accept.Disable()
	var note *briefing.Note
	p.s.saving()
	p.s.run(p.s.say("import.saving"), func(ctx context.Context, _ briefing.Progress) (err error) {
		note, err = desk.Import(ctx, found)
		return err
	}, func(err error) {
		p.accept.Enable()
		switch {
		case errors.Is(err, briefing.ErrAlreadyImported):
			p.s.saved()
			p.s.fail(err)
		case err != nil:
			p.s.notSaved(err)
			p.s.failUnlessCancelled(err)
		default:
			item.note = note.ID
			p.clear()
			p.queue.done(importSaved)
		}
	})
}

// drop leaves the document; nothing of it was saved.
func (p *importPage) drop() {
	p.clear()
	p.queue.done(importDropped)
}

// ended shows what became of the documents once none is left to review.
func (p *importPage) ended() {
	q := p.queue
	if p.found != nil {
		p.clear() // it was imported with others
	}
	p.keep()
	if q.several() {
		p.endedSeveral()
		return
	}
	for _, i := range q.items {
		switch i.state {
		case importSaved:
			p.s.openNote(i.note, "")
		case importThere:
			p.s.sayThere(i)
		case importFailed:
			p.s.fail(i.err)
		case importDropped:
			if p.s.shown == pageImport {
				p.s.show(pageLibrary)
			}
		case importWaiting, importReady:
		}
	}
	q.items = nil
}

// endedSeveral says how many documents are in the vault now, and shows the
// list where something went wrong.
func (p *importPage) endedSeveral() {
	q := p.queue
	p.s.note(p.s.say("import.files.saved", "Count", q.count(importSaved)))
	if p.s.shown == pageImport {
		p.s.show(pageLibrary)
	}
	if q.count(importFailed)+q.count(importThere) > 0 {
		p.listFiles()
	}
}

func (p *importPage) clear() {
	p.found = nil
	p.left.Objects, p.asks.Objects, p.kin.Objects = nil, nil, nil
	p.blocks.show(nil)
	p.source.close()
	p.top.Objects = []fyne.CanvasObject{p.empty()}
	p.top.Refresh()
}

// failUnlessCancelled shows an error, unless it is that the user cancelled.
func (s *shell) failUnlessCancelled(err error) {
	if !errors.Is(err, context.Canceled) {
		s.fail(err)
	}
}
