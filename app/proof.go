package app

import (
	"context"

	"placard/briefing"
)

// proof is a note's text while a person corrects it: of a document that is not
// imported yet, or of a note in the vault. Its acts call back on the UI
// goroutine.
type proof interface {
	blocks() []briefing.Block
	language() string
	asksIn(block string) []*briefing.Ask
	correct(c briefing.Correction, done func(error))
}

// proposalProof corrects a document before its import: nothing is saved.
type proposalProof struct {
	s     *shell
	found *briefing.Proposal
}

var _ proof = (*proposalProof)(nil)

func (p *proposalProof) blocks() []briefing.Block { return p.found.Blocks }
func (p *proposalProof) language() string         { return p.found.Note.Language }

func (p *proposalProof) asksIn(block string) []*briefing.Ask {
	var out []*briefing.Ask
	for i := range p.found.Asks {
		if a := &p.found.Asks[i]; a.Block == block && a.State != briefing.AskRefused {
			out = append(out, a)
		}
	}
	return out
}

func (p *proposalProof) correct(c briefing.Correction, done func(error)) {
	p.change(func(ctx context.Context, d *briefing.Desk, fixed *briefing.Proposal) error {
		return d.Correct(ctx, fixed, c)
	}, done)
}

func (p *proposalProof) undo(done func(error)) {
	p.change(func(ctx context.Context, d *briefing.Desk, fixed *briefing.Proposal) error {
		return d.UndoCorrection(ctx, fixed)
	}, done)
}

func (p *proposalProof) redo(done func(error)) {
	p.change(func(ctx context.Context, d *briefing.Desk, fixed *briefing.Proposal) error {
		return d.RedoCorrection(ctx, fixed)
	}, done)
}

// change works on a copy beside the UI goroutine. What was typed into the
// document's facts meanwhile stays: only the text and what follows from it is
// taken over.
func (p *proposalProof) change(act func(context.Context, *briefing.Desk, *briefing.Proposal) error, done func(error)) {
	desk := p.s.open
	fixed := *p.found
	fixed.Asks = append([]briefing.Ask(nil), p.found.Asks...)
	p.s.quick(func(ctx context.Context) error { return act(ctx, desk, &fixed) }, func(err error) {
		if err == nil {
			p.found.TakeText(&fixed)
		}
		done(err)
	})
}

// noteProof corrects the note that is open: each correction is saved.
type noteProof struct{ s *shell }

var _ proof = noteProof{}

func (p noteProof) dossier() *briefing.Dossier { return p.s.dossier() }

func (p noteProof) blocks() []briefing.Block {
	if d := p.dossier(); d != nil {
		return d.Text.Blocks
	}
	return nil
}

func (p noteProof) language() string {
	if d := p.dossier(); d != nil {
		return d.Note.Language
	}
	return ""
}

func (p noteProof) asksIn(block string) []*briefing.Ask {
	if d := p.dossier(); d != nil {
		return d.AsksIn(block)
	}
	return nil
}

func (p noteProof) correct(c briefing.Correction, done func(error)) {
	d, desk := p.dossier(), p.s.open
	if d == nil {
		return
	}
	note, base := d.Note.ID, d.Base(d.Text)
	p.s.saving()
	p.s.quick(func(ctx context.Context) error { return desk.CorrectNote(ctx, note, base, c) }, func(err error) {
		if err != nil {
			p.s.saved()
			done(err)
			return
		}
		p.s.refreshThen(func() { done(nil) })
	})
}
