package briefing

import "slices"

// CarryOutcome is what becomes of a position when a note is followed by a
// newer version.
type CarryOutcome string

// The outcomes.
const (
	CarryKept     CarryOutcome = "kept"     // the same words: its clearance holds
	CarryStale    CarryOutcome = "stale"    // the words changed: a draft, its clearance stale
	CarryDraft    CarryOutcome = "draft"    // it was at capital, whose answer belongs to the earlier version
	CarryAsked    CarryOutcome = "asked"    // split or merged: a person says where it belongs
	CarryArchived CarryOutcome = "archived" // its text was deleted
	CarryHeld     CarryOutcome = "held"     // the newer version has a position there
)

// CarryOutcomes lists them in the order of summaries.
var CarryOutcomes = []CarryOutcome{CarryKept, CarryStale, CarryDraft, CarryAsked, CarryArchived, CarryHeld}

// ErrCarryUnsettled says that positions wait for a person to say where they
// belong.
var ErrCarryUnsettled = &Problem{Code: "carry_unsettled"}

// ArchivedTextDeleted is why a position whose text is gone is out of use.
const ArchivedTextDeleted = "text_deleted"

// CarryStep is what will happen to one position.
type CarryStep struct {
	Position *Position // on the earlier version
	Pair     *Pair
	Outcome  CarryOutcome
	// To is where it may go on the newer version: one place, or several to ask.
	To []Subject
	// Chosen is the place in To that was settled on, -1 for none: it then stays
	// with the earlier version.
	Chosen int
}

// Goes tells whether the newer version gets the position.
func (s *CarryStep) Goes() bool {
	return s.Outcome != CarryArchived && s.Outcome != CarryHeld && s.Chosen >= 0
}

// CarryPlan says what carrying over will do before it does it.
type CarryPlan struct {
	*Comparison
	Steps []CarryStep
	// Annotations go along where their text does, Observations and what was
	// said of Asks where its words are the same.
	Annotations  []*Annotation
	Observations []*Observation
	Asks         []*Ask // of the newer version, with their state set
	// Left counts the stances of others that stay behind: they were on other words.
	Left int
}

// Unsettled counts the steps that wait for a person.
func (p *CarryPlan) Unsettled() int {
	n := 0
	for i := range p.Steps {
		if p.Steps[i].Outcome == CarryAsked && p.Steps[i].Chosen < 0 {
			n++
		}
	}
	return n
}

// Settle says where a step's position belongs: the index of a place in its To,
// -1 for none. ErrInvalid where there is no such place, ErrConflict where
// another position goes there.
func (p *CarryPlan) Settle(step, place int) error {
	if step < 0 || step >= len(p.Steps) || place < -1 || place >= len(p.Steps[step].To) {
		return ErrInvalid.Because(nil, "Value", place)
	}
	for i := range p.Steps {
		other := &p.Steps[i]
		if place >= 0 && i != step && other.Goes() && other.To[other.Chosen] == p.Steps[step].To[place] {
			return ErrConflict
		}
	}
	p.Steps[step].Chosen = place
	return nil
}

// Nothing tells whether carrying over would change nothing.
func (p *CarryPlan) Nothing() bool {
	moves := slices.ContainsFunc(p.Steps, func(s CarryStep) bool { return s.Goes() || s.Outcome == CarryArchived })
	return !moves && len(p.Annotations)+len(p.Observations)+len(p.Asks) == 0
}

// Plan works out what carrying over would do.
func (c *Comparison) Plan() *CarryPlan {
	p := &CarryPlan{Comparison: c}
	p.asks()
	taken := map[Subject]bool{}
	for _, x := range c.Newer.Positions {
		taken[x.Subject] = true
	}
	for _, x := range c.Older.Positions {
		if pair := c.PairOfOld(x.Subject.Block); pair != nil && x.Archived == "" {
			p.Steps = append(p.Steps, p.step(x, pair, taken))
		}
	}
	p.annotations()
	p.observations()
	return p
}

// step plans one position; what is settled is taken.
func (p *CarryPlan) step(x *Position, pair *Pair, taken map[Subject]bool) CarryStep {
	s := CarryStep{Position: x, Pair: pair, Outcome: p.outcome(x, pair), Chosen: -1}
	for _, to := range p.places(x.Subject, pair) {
		if !taken[to] {
			s.To = append(s.To, to)
		}
	}
	switch {
	case s.Outcome == CarryArchived:
	case len(s.To) == 0:
		s.Outcome = CarryHeld
	case s.Outcome != CarryAsked:
		s.Chosen = 0
		taken[s.To[0]] = true
	}
	return s
}

func (p *CarryPlan) outcome(x *Position, pair *Pair) CarryOutcome {
	switch pair.Fate {
	case FateDeleted:
		return CarryArchived
	case FateSplit, FateMerged:
		return CarryAsked
	case FateEdited, FateMovedEdited, FateInserted:
		return CarryStale
	case FateSame, FateRenumbered, FateMoved:
	}
	switch {
	case p.Translated:
		return CarryStale
	case x.State == StateSent || x.State == StateReturned:
		return CarryDraft
	}
	return CarryKept
}

// places are the subjects of the newer version that answer to one of the
// older.
func (p *CarryPlan) places(s Subject, pair *Pair) []Subject {
	var out []Subject
	for i := range pair.New {
		b := p.Newer.Text.Block(pair.New[i].Block)
		if b == nil {
			continue
		}
		to := p.Newer.SubjectOf(b)
		if s.Option == OwnOption && to.Kind == OnAsk {
			to.Kind, to.Option = OnOption, OwnOption
		}
		out = append(out, to)
	}
	return out
}

// asks takes over what a person said of the older version's asks.
func (p *CarryPlan) asks() {
	for _, was := range p.Older.Asks {
		pair := p.PairOfOld(was.Block)
		if pair == nil || !pair.Fate.KeepsWords() || was.State != AskConfirmed && was.State != AskRefused {
			continue
		}
		for _, is := range p.Newer.Asks {
			if is.Class == was.Class && is.State == AskSuggested && pair.New[0].holds(is.Block) {
				is.State = was.State
				p.Asks = append(p.Asks, is)
			}
		}
	}
}

// annotations are those that find their text again, on its block.
func (p *CarryPlan) annotations() {
	have := map[ID]bool{}
	for _, a := range p.Newer.Annotations {
		have[a.From] = true
	}
	for _, a := range p.Older.Annotations {
		pair := p.PairOfOld(a.Anchor.Block)
		if pair == nil || len(pair.New) == 0 || have[a.ID] {
			continue
		}
		fresh := *a
		fresh.Note, fresh.From, fresh.ID = p.Newer.Note.ID, a.ID, ID{}
		fresh.Anchor = p.anchor(a.Anchor, pair)
		p.Annotations = append(p.Annotations, &fresh)
	}
}

// anchor finds the words of an anchor in the newer version: the phrase where
// it still stands, else the whole passage.
func (p *CarryPlan) anchor(was Anchor, pair *Pair) Anchor {
	head := p.Newer.Text.Block(pair.New[0].Block)
	is := AnchorAt(head, 0, 0)
	for _, x := range pair.New {
		for _, id := range append([]string{x.Block}, x.Also...) {
			b := p.Newer.Text.Block(id)
			if start, end, ok := was.Quote.Find(b.Text); ok {
				is = AnchorAt(b, start, end)
				is.Label = p.Newer.Text.LabelOf(b).String()
				return is
			}
		}
	}
	is.Label = p.Newer.Text.LabelOf(head).String()
	return is
}

// observations are the stances on passages whose words did not change: on
// other words they would be hearsay.
func (p *CarryPlan) observations() {
	have := map[ID]bool{}
	for _, o := range p.Newer.Observations {
		have[o.From] = true
	}
	for _, o := range p.Older.Observations {
		pair := p.PairOfOld(o.Subject.Block)
		if have[o.ID] {
			continue
		}
		if pair == nil || p.Translated || !pair.Fate.KeepsWords() {
			p.Left++
			continue
		}
		fresh := *o
		fresh.Note, fresh.From, fresh.ID = p.Newer.Note.ID, o.ID, ID{}
		fresh.Subject = p.places(o.Subject, pair)[0]
		p.Observations = append(p.Observations, &fresh)
	}
}
