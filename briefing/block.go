package briefing

import "slices"

// Kind says what a block of a note is. A paragraph always has a printed
// number; unnumbered prose is text.
type Kind string

// The kinds of block.
const (
	KindMasthead     Kind = "masthead"
	KindHeading      Kind = "heading"
	KindParagraph    Kind = "paragraph"
	KindSubparagraph Kind = "subparagraph"
	KindBullet       Kind = "bullet"
	KindContinuation Kind = "continuation"
	KindQuotation    Kind = "quotation"
	KindPreamble     Kind = "preamble"
	KindText         Kind = "text"
	KindFootnote     Kind = "footnote"
	KindAgendaDay    Kind = "agenda_day"
	KindAgendaSlot   Kind = "agenda_slot"
	KindAgendaItem   Kind = "agenda_item"
	KindTable        Kind = "table"
	KindAnnex        Kind = "annex"
	KindFurniture    Kind = "furniture"
)

// PartBody is the part of all blocks before the first annex; the annexes are
// "annex1", "annex2" and so on.
const PartBody = "body"

// Block is one unit of a note in reading order.
type Block struct {
	// ID is stable within its note: corrections keep it.
	ID   string `cbor:"1,keyasint" json:"id"`
	Kind Kind   `cbor:"2,keyasint" json:"kind"`
	Part string `cbor:"3,keyasint" json:"part"`
	// Series names a numbering that restarts inside a part.
	Series string `cbor:"4,keyasint,omitempty" json:"series,omitempty"`
	// Label is the printed number or mark without its punctuation: "12", "a".
	Label string `cbor:"5,keyasint,omitempty" json:"label,omitempty"`
	Text  string `cbor:"6,keyasint" json:"text"`
	// Level is the depth of a heading (1 the highest) or of a list (0 the outermost).
	Level  int    `cbor:"7,keyasint,omitempty" json:"level,omitempty"`
	Parent string `cbor:"8,keyasint,omitempty" json:"parent,omitempty"`
	// Page is counted from 1; 0 where the source has no pages.
	Page   int      `cbor:"9,keyasint,omitempty" json:"page,omitempty"`
	Runs   []Run    `cbor:"10,keyasint,omitempty" json:"runs,omitempty"`
	Doubts []string `cbor:"11,keyasint,omitempty" json:"doubts,omitempty"`
	Slot   *Slot    `cbor:"12,keyasint,omitempty" json:"slot,omitempty"`
	// Rows holds a table's cells.
	Rows [][]string `cbor:"13,keyasint,omitempty" json:"rows,omitempty"`
	// Place is where on its page the block begins; nil where that is not known.
	Place *Place `cbor:"14,keyasint,omitempty" json:"place,omitempty"`
}

// Place is a band across a page, in shares of the page's height from its top.
type Place struct {
	Top  float64 `cbor:"1,keyasint" json:"top"`
	Foot float64 `cbor:"2,keyasint" json:"foot"`
}

// Doubts that readers have of what they read; structure adds its own.
const (
	// DoubtScan is that of a block that stands for a page that is a picture.
	DoubtScan = "scan"
	// DoubtTracked is that of a block in which somebody's changes were taken as
	// accepted.
	DoubtTracked = "tracked_changes"
)

// Scanned tells whether the block is empty because its page is a picture,
// until somebody types what stands there.
func (b *Block) Scanned() bool { return b.Text == "" && slices.Contains(b.Doubts, DoubtScan) }

// Slot is a time on an agenda: a date and, where printed, "10:00" to "11:00".
type Slot struct {
	Date  Date   `cbor:"1,keyasint,omitempty" json:"date,omitempty"`
	Start string `cbor:"2,keyasint,omitempty" json:"start,omitempty"`
	End   string `cbor:"3,keyasint,omitempty" json:"end,omitempty"`
}

// Say is "10:00–11:00", or what there is of it.
func (s Slot) Say(w Words) string {
	if s.Start == "" || s.End == "" {
		return s.Start + s.End
	}
	return w.Say("date.slot", "Start", s.Start, "End", s.End)
}
