package briefing

import (
	"slices"
	"strings"
)

// CorrectionKind says what a person corrects in what was recognised.
type CorrectionKind string

// The corrections.
const (
	CorrectKind     CorrectionKind = "retype"   // the block is of another kind
	CorrectLabel    CorrectionKind = "relabel"  // its printed number is another
	CorrectSplit    CorrectionKind = "split"    // it is two
	CorrectMerge    CorrectionKind = "merge"    // it is part of the one before
	CorrectRenumber CorrectionKind = "renumber" // the numbers count on from another one here
	CorrectText     CorrectionKind = "rewrite"  // its words are others, or had to be typed
	CorrectKeep     CorrectionKind = "keep"     // it is right as it is
)

// Correction is one correction of one block.
type Correction struct {
	Do    CorrectionKind `cbor:"1,keyasint" json:"do"`
	Block string         `cbor:"2,keyasint" json:"block"`
	Kind  Kind           `cbor:"3,keyasint,omitempty" json:"kind,omitempty"`  // of a retype
	Label string         `cbor:"4,keyasint,omitempty" json:"label,omitempty"` // of a relabel, a renumbering's first
	At    int            `cbor:"5,keyasint,omitempty" json:"at,omitempty"`    // of a split: the byte of the text where the second block begins
	Text  string         `cbor:"6,keyasint,omitempty" json:"text,omitempty"`  // of a rewrite
}

// Kinds lists what a block can be retyped to, in the order of menus.
var Kinds = []Kind{
	KindParagraph, KindSubparagraph, KindBullet, KindContinuation, KindText, KindHeading, KindQuotation, KindPreamble,
	KindFootnote, KindAnnex, KindAgendaDay, KindAgendaSlot, KindAgendaItem, KindTable, KindMasthead, KindFurniture,
}

// corrected gives the blocks after a correction and leaves those it is given
// as they are. What a person corrected has no doubts left. ErrNotFound where
// the block is not there, ErrInvalid where the correction makes no sense of it.
func corrected(blocks []Block, c Correction) ([]Block, error) {
	p := proof{blocks: slices.Clone(blocks)}
	i := slices.IndexFunc(p.blocks, func(b Block) bool { return b.ID == c.Block })
	if i < 0 {
		return nil, ErrNotFound.Because(nil, "Value", c.Block)
	}
	if err := p.correct(i, c); err != nil {
		return nil, err
	}
	return p.blocks, nil
}

// proof is a note's blocks while they are corrected. Its blocks share their
// runs, doubts and rows with those they were copied from: none of these is
// changed in place.
type proof struct{ blocks []Block }

func (p *proof) correct(i int, c Correction) error {
	b := &p.blocks[i]
	switch c.Do {
	case CorrectKind:
		return p.retype(i, c.Kind)
	case CorrectLabel:
		b.Label, b.Doubts = cleanLabel(c.Label), nil
	case CorrectSplit:
		return p.split(i, c.At)
	case CorrectMerge:
		return p.merge(i)
	case CorrectRenumber:
		return p.renumber(i, cleanLabel(c.Label))
	case CorrectText:
		return p.rewrite(i, c.Text)
	case CorrectKeep:
		b.Doubts = nil
	default:
		return ErrInvalid.Because(nil, "Value", string(c.Do))
	}
	return nil
}

// cleanLabel is a number as blocks keep it, however it was typed: "(12)." is 12.
func cleanLabel(typed string) string { return strings.Trim(strings.TrimSpace(typed), ".():") }

func (p *proof) retype(i int, kind Kind) error {
	if !slices.Contains(Kinds, kind) {
		return ErrInvalid.Because(nil, "Value", string(kind))
	}
	b := &p.blocks[i]
	b.Kind, b.Doubts = kind, nil
	switch {
	case kind == KindHeading:
		b.Level = max(1, b.Level)
	case !b.listed():
		b.Level = 0
	}
	if !b.listed() {
		b.Parent = ""
	}
	p.adopt(i)
	return nil
}

// adopt gives the block at i, and the list that follows it, the paragraph
// they stand under as their parent.
func (p *proof) adopt(i int) {
	for j := i; j < len(p.blocks); j++ {
		listed := p.blocks[j].listed()
		if !listed && j > i {
			return
		}
		if listed {
			p.blocks[j].Parent = p.paragraphOver(j)
		}
	}
}

// listed tells whether the block is part of the paragraph over it.
func (b *Block) listed() bool {
	return b.Kind == KindBullet || b.Kind == KindSubparagraph || b.Kind == KindContinuation
}

func (p *proof) paragraphOver(i int) string {
	for j := i - 1; j >= 0 && p.blocks[j].Part == p.blocks[i].Part; j-- {
		if p.blocks[j].Kind == KindParagraph {
			return p.blocks[j].ID
		}
	}
	return ""
}
