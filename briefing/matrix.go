package briefing

import "time"

// Matrix is the comparison: places of a note × delegations, with what our
// side says. It has passed the gate.
type Matrix struct {
	Title     string
	Meeting   string
	Mark      string
	Reference string
	Demo      string
	Columns   []MatrixColumn
	Rows      []MatrixRow
	Long      []MatrixObservation
	// Paragraphs is the note's own text.
	Paragraphs []MatrixParagraph
	Audience   Audience
	// Correspondence is the table against an earlier version of the note, where
	// one was asked for.
	Correspondence *Correspondence
	// Shown are the parts that the gate left open: what is not shown has no
	// column.
	Shown map[Part]bool
	// Made is the newest thing in it; for outsiders the note's own date.
	Made time.Time
}

// MatrixColumn is one delegation or group.
type MatrixColumn struct {
	Delegation ID
	Code, Name string
	Group      bool
}

// MatrixRow is a paragraph, an ask or an option.
type MatrixRow struct {
	Ref, Symbol, Label, Heading, Text, Ask string
	Title                                  string // an option's title
	Kind                                   SubjectKind
	Subject                                Subject
	Ours                                   Stance
	Line                                   string
	Points, Wording                        string
	Status                                 PositionState
	Stale                                  bool   // the text changed after clearance
	Clearance                              string // who agreed, when, under which reference
	// Cleared is what was cleared, where anything was; Differs tells that our
	// words have moved on since.
	Cleared  *ClearedWords
	Differs  bool
	Priority Priority
	Cells    []MatrixCell // one a column
	// For, Against, Reserved and Neutral count the columns whose stance was
	// stated or told; implied and unknown ones count for nobody.
	For, Against, Reserved, Neutral int
	// Gap is how far the column furthest from us stands, 0 to 6, where Apart
	// says that there is one to measure.
	Gap                   int
	Apart                 bool
	LandingZone, NextStep string
	Updated               Date
}

// ClearedWords is what a person cleared of our position on a row.
type ClearedWords struct {
	Stance                Stance
	Line, Points, Wording string
}

// MatrixCell is a delegation's current stance on a row; its observation may
// be implied by a group it belongs to.
type MatrixCell struct {
	Stance     Stance
	Text       string
	Source     SourceKind
	SourceText string
	Date       Date
	Confidence string
	Implied    string // the group's name where the stance is only implied
	Count      int    // observations behind it
}

// MatrixObservation is a row of the long sheet.
type MatrixObservation struct {
	Ref, Label, Delegation string
	Stance                 Stance
	Text                   string
	Source                 SourceKind
	SourceText             string
	Date                   Date
	Confidence             string
	Current                bool // it holds today
}

// MatrixParagraph is one block of the note's text.
type MatrixParagraph struct {
	Label, Heading, Text string
	Kind                 Kind
}

// Holds tells whether a position or a stance of anybody's stands in the row.
func (r *MatrixRow) Holds() bool {
	if r.Ours != StanceNone || r.Line != "" {
		return true
	}
	for _, c := range r.Cells {
		if c.Stance != StanceNone {
			return true
		}
	}
	return false
}
