package briefing

import (
	"context"
	"slices"
)

// Correct applies a correction to a proposal and looks for asks again; what a
// person made of the asks before stays. ErrNotFound where the block is not
// there, ErrInvalid where the correction makes no sense of it.
func (d *Desk) Correct(ctx context.Context, p *Proposal, c Correction) error {
	blocks, err := corrected(p.Blocks, c)
	if err != nil {
		return err
	}
	return d.proofread(ctx, p, blocks, append(slices.Clip(p.Corrections), c), nil)
}

// UndoCorrection takes the newest correction of a proposal back;
// ErrNothingToUndo.
func (d *Desk) UndoCorrection(ctx context.Context, p *Proposal) error {
	n := len(p.Corrections) - 1
	if n < 0 {
		return ErrNothingToUndo
	}
	blocks := p.read
	for _, c := range p.Corrections[:n] {
		var err error
		if blocks, err = corrected(blocks, c); err != nil {
			return err
		}
	}
	undone := append(slices.Clip(p.undone), p.Corrections[n])
	return d.proofread(ctx, p, blocks, p.Corrections[:n], undone)
}

// RedoCorrection brings back what the newest undo took; ErrNothingToRedo.
func (d *Desk) RedoCorrection(ctx context.Context, p *Proposal) error {
	n := len(p.undone) - 1
	if n < 0 {
		return ErrNothingToRedo
	}
	c := p.undone[n]
	blocks, err := corrected(p.Blocks, c)
	if err != nil {
		return err
	}
	return d.proofread(ctx, p, blocks, append(slices.Clip(p.Corrections), c), p.undone[:n])
}

// proofread gives a proposal its blocks after the corrections done.
func (d *Desk) proofread(ctx context.Context, p *Proposal, blocks []Block, done, undone []Correction) error {
	triggers, err := d.allTriggers(ctx)
	if err != nil {
		return err
	}
	gone := absorbed(p.Blocks, blocks)
	p.Blocks, p.Corrections, p.undone = blocks, done, undone
	p.Note.Paragraphs, p.Note.Doubts = countBlocks(blocks)
	c := askCarrier{text: Text{Blocks: blocks}, gone: gone}
	p.Asks = c.carry(p.Asks, FindAsks(&p.Note, blocks, triggers))
	return nil
}

func (d *Desk) allTriggers(ctx context.Context) (Triggers, error) {
	settings, err := d.Settings(ctx)
	if err != nil {
		return nil, err
	}
	return d.triggers(settings)
}

func countBlocks(blocks []Block) (paragraphs, doubts int) {
	for _, b := range blocks {
		if b.Kind == KindParagraph && b.Part == PartBody {
			paragraphs++
		}
		if len(b.Doubts) > 0 {
			doubts++
		}
	}
	return paragraphs, doubts
}

// TakeText takes the text of a copy of the proposal that was corrected, with
// the asks found in it; what the document says of itself stays.
func (p *Proposal) TakeText(from *Proposal) {
	p.Blocks, p.Asks, p.Corrections, p.undone = from.Blocks, from.Asks, from.Corrections, from.undone
	p.Note.Paragraphs, p.Note.Doubts = from.Note.Paragraphs, from.Note.Doubts
}

// UndoneCorrection is what RedoCorrection would bring back; nil for nothing.
func (p *Proposal) UndoneCorrection() *Correction {
	if len(p.undone) == 0 {
		return nil
	}
	return &p.undone[len(p.undone)-1]
}

// AsRead are the blocks as they were recognised, before any correction.
func (p *Proposal) AsRead() []Block { return p.read }
