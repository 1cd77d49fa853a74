package briefing

import (
	"context"
	"slices"
	"strconv"
	"strings"
)

// CorrectionKind says what a person corrects in a proposal before importing it.
type CorrectionKind string

// The corrections.
const (
	CorrectKind  CorrectionKind = "retype"  // the block is of another kind
	CorrectLabel CorrectionKind = "relabel" // its printed number is another
	CorrectSplit CorrectionKind = "split"   // it is two
	CorrectMerge CorrectionKind = "merge"   // it is part of the one before
)

// Correction is one correction of one block.
type Correction struct {
	Do    CorrectionKind
	Block string
	Kind  Kind   // of a retype
	Label string // of a relabel
	At    int    // of a split: the byte of the text where the second block begins
}

// Kinds lists what a block can be retyped to, in the order of menus.
var Kinds = []Kind{
	KindParagraph, KindSubparagraph, KindBullet, KindContinuation, KindText, KindHeading, KindQuotation, KindPreamble,
	KindFootnote, KindAnnex, KindAgendaDay, KindAgendaSlot, KindAgendaItem, KindTable, KindMasthead, KindFurniture,
}

// Correct applies a correction to a proposal and looks for asks again: what
// people corrected has no doubts left. ErrNotFound where the block is not
// there, ErrInvalid where the correction makes no sense of it.
func (d *Desk) Correct(ctx context.Context, p *Proposal, c Correction) error {
	settings, err := d.Settings(ctx)
	if err != nil {
		return err
	}
	triggers, err := d.triggers(settings)
	if err != nil {
		return err
	}
	if err := p.correct(c); err != nil {
		return err
	}
	p.Note.Paragraphs, p.Note.Doubts = countBlocks(p.Blocks)
	p.Asks = FindAsks(&p.Note, p.Blocks, triggers)
	return nil
}

func countBlocks(blocks []Block) (paragraphs, doubts int) {
	for _, b := range blocks {
		if b.Kind == KindParagraph && b.Part == PartBody {
			paragraphs++
		}
		doubts += len(b.Doubts)
	}
	return paragraphs, doubts
}

func (p *Proposal) correct(c Correction) error {
	i := slices.IndexFunc(p.Blocks, func(b Block) bool { return b.ID == c.Block })
	if i < 0 {
		return ErrNotFound.Because(nil, "Value", c.Block)
	}
	switch c.Do {
	case CorrectKind:
		return p.retype(i, c.Kind)
	case CorrectLabel:
		p.Blocks[i].Label, p.Blocks[i].Doubts = strings.TrimSpace(c.Label), nil
		return nil
	case CorrectSplit:
		return p.split(i, c.At)
	case CorrectMerge:
		return p.merge(i)
	}
	return ErrInvalid.Because(nil, "Value", string(c.Do))
}

func (p *Proposal) retype(i int, kind Kind) error {
	if !slices.Contains(Kinds, kind) {
		return ErrInvalid.Because(nil, "Value", string(kind))
	}
	p.Blocks[i].Kind, p.Blocks[i].Doubts = kind, nil
	if kind == KindHeading {
		p.Blocks[i].Level = max(1, p.Blocks[i].Level)
	}
	p.adopt(i)
	return nil
}

// adopt gives the block at i, and the list that follows it, the paragraph
// they stand under as their parent.
func (p *Proposal) adopt(i int) {
	for j := i; j < len(p.Blocks); j++ {
		listed := p.Blocks[j].listed()
		if !listed && j > i {
			return
		}
		if listed {
			p.Blocks[j].Parent = p.paragraphOver(j)
		}
	}
}

// listed tells whether the block is part of the paragraph over it.
func (b *Block) listed() bool {
	return b.Kind == KindBullet || b.Kind == KindSubparagraph || b.Kind == KindContinuation
}

func (p *Proposal) paragraphOver(i int) string {
	for j := i - 1; j >= 0 && p.Blocks[j].Part == p.Blocks[i].Part; j-- {
		if p.Blocks[j].Kind == KindParagraph {
			return p.Blocks[j].ID
		}
	}
	return ""
}

func (p *Proposal) split(i, at int) error {
	b := p.Blocks[i]
	head, tail := b.Text[:max(0, min(at, len(b.Text)))], b.Text[max(0, min(at, len(b.Text))):]
	if strings.TrimSpace(head) == "" || strings.TrimSpace(tail) == "" {
		return ErrInvalid.Because(nil, "Value", strconv.Itoa(at))
	}
	second := b
	second.ID, second.Label, second.Doubts, second.Slot, second.Rows = p.freshBlock(), "", nil, nil, nil
	if second.Kind == KindParagraph { // a paragraph has a printed number
		second.Kind = KindText
	}
	skip := at + len(tail) - len(strings.TrimLeft(tail, " "))
	second.Text, second.Runs = b.Text[skip:], cutRuns(b.Runs, skip, len(b.Text))
	b.Text = strings.TrimRight(head, " ")
	b.Runs, b.Doubts = cutRuns(b.Runs, 0, len(b.Text)), nil
	p.Blocks[i] = b
	p.Blocks = slices.Insert(p.Blocks, i+1, second)
	p.adopt(i + 1)
	return nil
}

// cutRuns keeps what lies between start and end, counted from start.
func cutRuns(runs []Run, start, end int) []Run {
	var out []Run
	for _, r := range runs {
		r.Start, r.End = max(r.Start, start)-start, min(r.End, end)-start
		if r.Start < r.End {
			out = append(out, r)
		}
	}
	return out
}

// freshBlock is an id that no block of the proposal has.
func (p *Proposal) freshBlock() string {
	for n := len(p.Blocks) + 1; ; n++ {
		id := "b" + strconv.Itoa(n)
		if !slices.ContainsFunc(p.Blocks, func(b Block) bool { return b.ID == id }) {
			return id
		}
	}
}

func (p *Proposal) merge(i int) error {
	if i == 0 {
		return ErrInvalid.Because(nil, "Value", p.Blocks[i].ID)
	}
	into, b := &p.Blocks[i-1], p.Blocks[i]
	offset := len(into.Text) + 1
	into.Text += " " + b.Text
	into.Runs = slices.Clone(into.Runs)
	for _, r := range b.Runs {
		r.Start, r.End = r.Start+offset, r.End+offset
		into.Runs = append(into.Runs, r)
	}
	into.Rows = append(slices.Clone(into.Rows), b.Rows...)
	into.Doubts = nil
	for j := range p.Blocks {
		if p.Blocks[j].Parent == b.ID {
			p.Blocks[j].Parent = into.ID
		}
	}
	p.Blocks = slices.Delete(p.Blocks, i, i+1)
	return nil
}
