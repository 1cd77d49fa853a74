package briefing

import "time"

// PositionState is how far a position has come. "No objection" is never shown
// as approval.
type PositionState string

// The states of a position.
const (
	StateNone           PositionState = ""
	StateDraft          PositionState = "draft"
	StateReady          PositionState = "ready"
	StateSent           PositionState = "sent"
	StateReturned       PositionState = "returned"
	StateCleared        PositionState = "cleared"
	StateClearedChanged PositionState = "cleared_with_changes"
	StatePartlyCleared  PositionState = "partly_cleared"
	StateRedraft        PositionState = "redraft"
	StateDeferred       PositionState = "deferred"
	StateNoObjection    PositionState = "no_objection"
	StateDelivered      PositionState = "delivered"
	StateNotDelivered   PositionState = "not_delivered"
	StateOvertaken      PositionState = "overtaken"
)

// Cleared tells whether a named person agreed to the text as it stands.
func (s PositionState) Cleared() bool {
	return s == StateCleared || s == StateClearedChanged || s == StateDelivered
}

// SubjectKind says what a position is on.
type SubjectKind string

// What a position can be on.
const (
	OnParagraph SubjectKind = "paragraph"
	OnAsk       SubjectKind = "ask"
	OnOption    SubjectKind = "option"
	OnItem      SubjectKind = "item"
)

// Subject is what a position or an observation is on: a paragraph, an ask, an
// option of an ask, or an agenda item. Block is always set.
type Subject struct {
	Kind  SubjectKind `cbor:"1,keyasint" json:"kind"`
	Block string      `cbor:"2,keyasint" json:"block"`
	// Ask is the Code of the ask; Option that of its option.
	Ask    string `cbor:"3,keyasint,omitempty" json:"ask,omitempty"`
	Option string `cbor:"4,keyasint,omitempty" json:"option,omitempty"`
}

// Priority of a position.
type Priority string

// The priorities.
const (
	PriorityUnset     Priority = ""
	PriorityMust      Priority = "must"
	PriorityImportant Priority = "important"
	PriorityNice      Priority = "nice"
)

// Intervene says whether we take the floor.
type Intervene string

// The ways to intervene.
const (
	InterveneUnset     Intervene = ""
	InterveneYes       Intervene = "yes"
	InterveneOnlyIf    Intervene = "only_if"
	InterveneNo        Intervene = "no"
	InterveneWithGroup Intervene = "with_group"
)

// Rank is an option's place in our ranking, 1 the first.
type Rank struct {
	Option string `cbor:"1,keyasint" json:"option"`
	Place  int    `cbor:"2,keyasint" json:"place"`
}

// Clearance is a named person's agreement to a text: a human act.
type Clearance struct {
	Name       string `cbor:"1,keyasint" json:"name"`
	Department string `cbor:"2,keyasint,omitempty" json:"department,omitempty"`
	Date       Date   `cbor:"3,keyasint" json:"date"`
	Reference  string `cbor:"4,keyasint,omitempty" json:"reference,omitempty"`
	Revision   uint64 `cbor:"5,keyasint" json:"revision"` // the revision that was cleared
	Batch      ID     `cbor:"6,keyasint,omitempty" json:"batch,omitempty"`
	// Of is the position whose revision was cleared, where the clearance was
	// carried over to a newer version of the note; nil for the one it stands in.
	Of *Key `cbor:"10,keyasint,omitempty" json:"of,omitempty"`
	// Edited says that a person here changed the words after capital gave them.
	Edited bool `cbor:"7,keyasint,omitempty" json:"edited,omitempty"`
	// AcceptedBy and AcceptedAt are who took the agreement for good, and when:
	// not who gave it. Empty where it did not come by a workbook.
	AcceptedBy string    `cbor:"8,keyasint,omitempty" json:"accepted_by,omitempty"`
	AcceptedAt time.Time `cbor:"9,keyasint,omitzero" json:"accepted_at,omitzero"`
}

// Position is what our side will say on a paragraph, an ask, an option or an
// agenda item.
type Position struct {
	ID        ID               `cbor:"1,keyasint" json:"id"`
	Note      ID               `cbor:"2,keyasint" json:"note"`
	Subject   Subject          `cbor:"3,keyasint" json:"subject"`
	Anchor    Anchor           `cbor:"4,keyasint" json:"anchor"`
	State     PositionState    `cbor:"5,keyasint,omitempty" json:"state,omitempty"`
	Stale     bool             `cbor:"6,keyasint,omitempty" json:"stale,omitempty"`
	Stance    Stance           `cbor:"7,keyasint,omitempty" json:"stance,omitempty"`
	Priority  Priority         `cbor:"8,keyasint,omitempty" json:"priority,omitempty"`
	Intervene Intervene        `cbor:"9,keyasint,omitempty" json:"intervene,omitempty"`
	Texts     map[Field]string `cbor:"10,keyasint,omitempty" json:"texts,omitempty"`
	// Marks of single fields, where higher than the whole's.
	Marks     map[Field]string `cbor:"11,keyasint,omitempty" json:"marks,omitempty"`
	Mark      string           `cbor:"12,keyasint,omitempty" json:"mark,omitempty"`
	Due       Date             `cbor:"13,keyasint,omitempty" json:"due,omitempty"`
	Ranking   []Rank           `cbor:"14,keyasint,omitempty" json:"ranking,omitempty"`
	Seconds   int              `cbor:"15,keyasint,omitempty" json:"target_seconds,omitempty"`
	Clearance *Clearance       `cbor:"16,keyasint,omitempty" json:"clearance,omitempty"`
	Tags      []string         `cbor:"17,keyasint,omitempty" json:"tags,omitempty"`
	Author    string           `cbor:"18,keyasint,omitempty" json:"author,omitempty"`
	Created   time.Time        `cbor:"19,keyasint" json:"created"`
	Changed   time.Time        `cbor:"20,keyasint" json:"changed"`
	// From is the position on an earlier version of the note that this one was
	// carried over from.
	From *Key `cbor:"22,keyasint,omitempty" json:"from,omitempty"`
	// Archived says why the position is out of use: ArchivedTextDeleted.
	Archived string `cbor:"23,keyasint,omitempty" json:"archived,omitempty"`
	// Owner is who of us prepares it; empty for whoever wrote it first.
	Owner string `cbor:"24,keyasint,omitempty" json:"owner,omitempty"`
	// Replies are capital's answers that a person decided on, oldest first.
	Replies []Reply `cbor:"21,keyasint,omitempty" json:"replies,omitempty"`
}

// Text of a field; empty where nothing was typed.
func (p *Position) Text(f Field) string { return p.Texts[f] }

// SetText sets or, with "", clears a field.
func (p *Position) SetText(f Field, text string) {
	if text == "" {
		delete(p.Texts, f)
		return
	}
	if p.Texts == nil {
		p.Texts = map[Field]string{}
	}
	p.Texts[f] = text
}

// Place of an option in the ranking; 0 where it is not ranked.
func (p *Position) Place(option string) int {
	for _, r := range p.Ranking {
		if r.Option == option {
			return r.Place
		}
	}
	return 0
}
