package briefing

// Tally is how far the work on a note has come: the strip under the window.
type Tally struct {
	Paragraphs, Read          int // read: with a position or an annotation
	Asks, Answered, Unsettled int // unsettled: suggested asks nobody confirmed or refused
	Drafts, Ready, AtCapital  int
	Cleared, Stale            int
	Due                       Date // the nearest reply due from capital
}

// Tally counts the dossier.
func (d *Dossier) Tally() Tally {
	var t Tally
	touched := map[string]bool{}
	for _, p := range d.Positions {
		touched[p.Subject.Block] = true
		t.count(p)
	}
	for _, a := range d.Annotations {
		touched[a.Anchor.Block] = true
	}
	for _, b := range d.Text.Blocks {
		if b.Kind == KindParagraph && b.Part == PartBody {
			t.Paragraphs++
			if touched[b.ID] {
				t.Read++
			}
		}
	}
	for _, a := range d.Asks {
		if !a.Open() {
			continue
		}
		t.Asks++
		if a.State == AskSuggested {
			t.Unsettled++
		}
		if d.Answered(a) {
			t.Answered++
		}
	}
	return t
}

func (t *Tally) count(p *Position) {
	switch p.State {
	case StateDraft:
		t.Drafts++
	case StateReady:
		t.Ready++
	case StateSent:
		t.AtCapital++
		if t.Due == "" || p.Due != "" && p.Due < t.Due {
			t.Due = p.Due
		}
	case StateCleared, StateClearedChanged, StateDelivered:
		t.Cleared++
	case StateNone, StateReturned, StatePartlyCleared, StateRedraft, StateDeferred, StateNoObjection,
		StateNotDelivered, StateOvertaken:
	}
	if p.Stale {
		t.Stale++
	}
}

// Answered tells whether our side has a stance, a line or a ranking on the ask.
func (d *Dossier) Answered(a *Ask) bool {
	for _, p := range d.Positions {
		on := p.Subject.Ask == a.Code || p.Subject.Kind == OnParagraph && p.Subject.Block == a.Block
		if on && (p.Stance != StanceNone || p.Text(FieldLine) != "" || len(p.Ranking) > 0) {
			return true
		}
	}
	return false
}
