package briefing

import "slices"

// ShiftKind is a kind of change between two moments of a dossier.
type ShiftKind string

// The kinds, in the order of their weight.
const (
	ShiftNew         ShiftKind = "new"         // a position where there was none
	ShiftStance      ShiftKind = "stance"      // from Was to Now
	ShiftText        ShiftKind = "text"        // Fields say something else
	ShiftStale       ShiftKind = "stale"       // the text it was cleared on changed
	ShiftCleared     ShiftKind = "cleared"     // a person agreed
	ShiftUncleared   ShiftKind = "uncleared"   // cleared before, not now
	ShiftGone        ShiftKind = "gone"        // a position that was there
	ShiftAsk         ShiftKind = "ask"         // a new ask
	ShiftObservation ShiftKind = "observation" // something new about a delegation
	ShiftDocument    ShiftKind = "document"    // a new document, or one with another status
)

// Shift is one change between two moments of a dossier.
type Shift struct {
	Kind       ShiftKind
	Subject    Subject // of positions, asks and observations
	Was, Now   Stance
	Fields     []Field
	Delegation ID
	Document   Document
}

// Since lists what changed from before to d, in the order of the note. It
// compares what both hold: to know what an audience may learn of it, pass both
// through its gate first.
func (d *Dossier) Since(before *Dossier) []Shift {
	var out []Shift
	for _, p := range d.Positions {
		out = append(out, p.shifts(before.Position(p.Subject))...)
	}
	for _, p := range before.Positions {
		if d.Position(p.Subject) == nil {
			out = append(out, Shift{Kind: ShiftGone, Subject: p.Subject, Was: p.Stance})
		}
	}
	for _, a := range d.Asks {
		if old := before.Ask(a.Code); a.Open() && (old == nil || !old.Open()) {
			out = append(out, Shift{Kind: ShiftAsk, Subject: Subject{Kind: OnAsk, Block: a.Block, Ask: a.Code}})
		}
	}
	for _, o := range d.Observations {
		known := func(x *Observation) bool { return x.ID == o.ID && x.Stance == o.Stance && x.Text == o.Text }
		if !slices.ContainsFunc(before.Observations, known) {
			out = append(out, Shift{Kind: ShiftObservation, Subject: o.Subject, Now: o.Stance, Delegation: o.Delegation})
		}
	}
	return append(out, d.newDocuments(before)...)
}

// shifts of a position since it was old; old is nil where there was none.
func (p *Position) shifts(old *Position) []Shift {
	if old == nil {
		return []Shift{{Kind: ShiftNew, Subject: p.Subject, Now: p.Stance}}
	}
	var out []Shift
	add := func(k ShiftKind, fields ...Field) {
		out = append(out, Shift{Kind: k, Subject: p.Subject, Was: old.Stance, Now: p.Stance, Fields: fields})
	}
	if p.Stance != old.Stance {
		add(ShiftStance)
	}
	var fields []Field
	for _, f := range Fields {
		if p.Text(f) != old.Text(f) {
			fields = append(fields, f)
		}
	}
	if len(fields) > 0 {
		add(ShiftText, fields...)
	}
	was, is := old.State.Cleared() && !old.Stale, p.State.Cleared() && !p.Stale
	switch {
	case p.Stale && !old.Stale:
		add(ShiftStale)
	case is && !was:
		add(ShiftCleared)
	case was && !is:
		add(ShiftUncleared)
	}
	return out
}

// newDocuments are the meetings' and the note's documents that are new or
// whose status is another.
func (d *Dossier) newDocuments(before *Dossier) []Shift {
	type paper struct{ title, symbol string }
	known := map[paper]DocumentStatus{}
	for _, doc := range before.documents() {
		known[paper{doc.Title, doc.Symbol}] = doc.Status
	}
	var out []Shift
	for _, doc := range d.documents() {
		if status, ok := known[paper{doc.Title, doc.Symbol}]; !ok || status != doc.Status {
			known[paper{doc.Title, doc.Symbol}] = doc.Status
			out = append(out, Shift{Kind: ShiftDocument, Document: doc})
		}
	}
	return out
}

func (d *Dossier) documents() []Document {
	var out []Document
	for _, m := range d.Meetings {
		out = append(out, m.Documents...)
	}
	return append(out, d.Note.Documents...)
}

// Dossier builds what the audience may see of positions and observations, for
// comparisons. Documents stay inside the house.
func (g Gate) Dossier(d *Dossier) *Dossier {
	note := *d.Note
	out := &Dossier{Note: &note, Text: d.Text, Asks: d.Asks, Delegations: d.Delegations, Settings: d.Settings}
	for _, p := range d.Positions {
		if seen := g.Position(p); seen != nil {
			out.Positions = append(out.Positions, seen)
		}
	}
	for _, o := range d.Observations {
		if seen := g.Observation(o); seen != nil {
			if g.Audience.Outsider() {
				seen.Stance = seen.Stance.Outside()
			}
			out.Observations = append(out.Observations, seen)
		}
	}
	if g.Audience.Outsider() {
		note.Documents = nil
	} else {
		out.Meetings = d.Meetings
	}
	return out
}
