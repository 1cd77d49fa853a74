package briefing

// Audience is who an export is for.
type Audience string

// The audiences.
const (
	ForDelegation Audience = "delegation" // all its members
	ForHead       Audience = "head"
	ForCapital    Audience = "capital"
	ForAllies     Audience = "allies" // a named group
	ForPublic     Audience = "public"
)

// Audiences lists them from the house outwards.
var Audiences = []Audience{ForDelegation, ForHead, ForCapital, ForAllies, ForPublic}

// Outsider tells whether the audience sits outside the house.
func (a Audience) Outsider() bool { return a == ForAllies || a == ForPublic }

// Leave is what the allow-list says of a part for an audience.
type Leave uint8

// The leaves; what is not in the table is Never.
const (
	Never   Leave = iota // not exported
	Always               // exported
	Cleared              // only what is cleared
	Ticked               // only when ticked for this export
)

// Part is one row of the allow-list.
type Part string

// The parts beside the text fields of a position.
const (
	PartNoteText       Part = "note_text"
	PartStance         Part = "stance"
	PartSpoken         Part = "spoken"  // line, points, wording, EOP
	PartSpeakingNote   Part = "speech"  // speaking note
	PartReasons        Part = "reasons" // objective, rationale, priority, if raised, if pressed, press line
	PartRestricted     Part = "restricted"
	PartCapital        Part = "capital"
	PartClearanceState Part = "clearance_state"
	PartOthersOpen     Part = "others_open"   // stated or published
	PartOthersClosed   Part = "others_closed" // told, hearsay, confidence, sources
	PartAnnotations    Part = "annotations"
	PartBackgroundOpen Part = "background_open"
	PartBackgroundShut Part = "background_closed"
	PartHistory        Part = "history"
)

// Parts lists the rows of the allow-list in its order.
var Parts = []Part{
	PartNoteText, PartStance, PartSpoken, PartSpeakingNote, PartReasons, PartRestricted, PartCapital, PartClearanceState,
	PartOthersOpen, PartOthersClosed, PartAnnotations, PartBackgroundOpen, PartBackgroundShut, PartHistory,
}

// allowed is the allow-list of every export that holds positions, in the
// order of Audiences. The source is the field's own table, Who may see what.
var allowed = map[Part][5]Leave{
	PartNoteText:       {Always, Always, Always, Always, Always},
	PartStance:         {Always, Always, Always, Cleared, Cleared},
	PartSpoken:         {Always, Always, Always, Cleared, Cleared},
	PartSpeakingNote:   {Always, Always, Always, Cleared, Never},
	PartReasons:        {Always, Always, Always, Never, Never},
	PartRestricted:     {Never, Always, Ticked, Never, Never},
	PartCapital:        {Always, Always, Always, Never, Never},
	PartClearanceState: {Always, Always, Always, Never, Never},
	PartOthersOpen:     {Always, Always, Ticked, Ticked, Never},
	PartOthersClosed:   {Always, Always, Ticked, Never, Never},
	PartAnnotations:    {Always, Always, Ticked, Never, Never},
	PartBackgroundOpen: {Always, Always, Always, Always, Never},
	PartBackgroundShut: {Always, Always, Always, Never, Never},
	PartHistory:        {Always, Always, Ticked, Never, Never},
}

// fieldParts says under which row of the allow-list each text field falls.
// A field that is missing here is never exported.
var fieldParts = map[Field]Part{
	FieldOneLiner: PartReasons, FieldObjective: PartReasons, FieldRationale: PartReasons,
	FieldIfRaised: PartReasons, FieldIfPressed: PartReasons, FieldPressLine: PartReasons,
	FieldLine: PartSpoken, FieldPoints: PartSpoken, FieldWording: PartSpoken, FieldEOP: PartSpoken,
	FieldSpeakingNote: PartSpeakingNote, FieldOwnOption: PartSpoken,
	FieldFallback: PartRestricted, FieldRedLine: PartRestricted, FieldTactics: PartRestricted,
	FieldConditions: PartRestricted,
	FieldQuestion:   PartCapital, FieldMinistry: PartCapital, FieldCapitalText: PartCapital,
	FieldCapitalComment: PartCapital, FieldOurAnswer: PartCapital,
	FieldBackgroundOpen: PartBackgroundOpen, FieldBackgroundClosed: PartBackgroundShut,
	FieldAgreedLanguage: PartReasons, FieldLinkages: PartReasons, FieldLandingZone: PartReasons,
	FieldPreviousDecisions: PartReasons,
}

// LeaveFor looks a part up in the allow-list.
func LeaveFor(p Part, a Audience) Leave {
	row, ok := allowed[p]
	if !ok {
		return Never
	}
	for i, known := range Audiences {
		if known == a {
			return row[i]
		}
	}
	return Never
}

// Gate is the allow-list for one export: an audience and what was ticked.
type Gate struct {
	Audience Audience
	Ticked   map[Part]bool
	// Author sees its own private annotations in delegation exports.
	Author string
	// Annex opens the restricted part for the delegation's restricted annex,
	// a paper of its own.
	Annex bool
}

// Open tells whether a part may leave; cleared is whether the position it
// belongs to is cleared.
func (g Gate) Open(p Part, cleared bool) bool {
	if p == PartRestricted && g.Annex && g.Audience == ForDelegation {
		return g.Ticked[p]
	}
	switch LeaveFor(p, g.Audience) {
	case Always:
		return true
	case Cleared:
		return cleared
	case Ticked:
		return g.Ticked[p]
	case Never:
		return false
	}
	return false
}

// Field tells whether a text field may leave.
func (g Gate) Field(f Field, cleared bool) bool {
	p, ok := fieldParts[f]
	return ok && g.Open(p, cleared)
}

// Position builds what the audience may see of p, part by part; nil where
// nothing may leave. It never copies and hides.
func (g Gate) Position(p *Position) *Position {
	cleared := p.State.Cleared() && !p.Stale
	out := &Position{ID: p.ID, Note: p.Note, Subject: p.Subject, Anchor: p.Anchor, Mark: p.Mark}
	if g.Open(PartStance, cleared) {
		out.Stance, out.Ranking = p.Stance, p.Ranking
		if g.Audience.Outsider() {
			out.Stance = p.Stance.Outside()
		}
	}
	if g.Open(PartReasons, cleared) {
		out.Priority, out.Intervene, out.Seconds = p.Priority, p.Intervene, p.Seconds
	}
	if g.Open(PartClearanceState, cleared) {
		out.State, out.Stale = p.State, p.Stale
	}
	if g.Open(PartCapital, cleared) {
		out.Due, out.Clearance = p.Due, p.Clearance
	}
	for _, f := range Fields {
		if g.Field(f, cleared) {
			out.SetText(f, p.Text(f))
		}
	}
	if !g.Open(PartStance, cleared) && len(out.Texts) == 0 {
		return nil
	}
	out.Marks = marksOf(p, out.Texts)
	return out
}

// marksOf are the marks of the fields that leave.
func marksOf(p *Position, leaving map[Field]string) map[Field]string {
	var out map[Field]string
	for f := range leaving {
		if mark := p.Marks[f]; mark != "" {
			if out == nil {
				out = map[Field]string{}
			}
			out[f] = mark
		}
	}
	return out
}

// Observation builds what the audience may see of o; nil where nothing may leave.
func (g Gate) Observation(o *Observation) *Observation {
	open := o.Source == SourceStated || o.Source == SourcePublished
	if !open && !g.Open(PartOthersClosed, false) || open && !g.Open(PartOthersOpen, false) {
		return nil
	}
	out := *o
	if !g.Open(PartOthersClosed, false) {
		out.SourceText, out.Confidence, out.Author = "", "", ""
	}
	return &out
}

// Annotation builds what the audience may see of a; nil where nothing may leave.
func (g Gate) Annotation(a *Annotation) *Annotation {
	if !g.Open(PartAnnotations, false) || a.Private && a.Author != g.Author {
		return nil
	}
	out := *a
	return &out
}
