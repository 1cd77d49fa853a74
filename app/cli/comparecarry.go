package cli

import (
	"strings"

	"placard/briefing"
)

// carry carries positions over to the newer note and says what became of
// each; those whose place nobody settled stay behind.
func (c *call) carry(desk *briefing.Desk, x *briefing.Comparison) error {
	plan := x.Plan()
	for _, choice := range c.listed("to") {
		if err := settle(plan, choice); err != nil {
			return err
		}
	}
	n, err := desk.CarryOver(c.ctx, plan)
	if err != nil {
		return err
	}
	if err := c.printSteps(plan); err != nil {
		return err
	}
	c.done("cli.carried", "Count", n)
	if left := plan.Unsettled(); left > 0 {
		return unsettled{briefing.ErrCarryUnsettled.Because(nil, "Count", left)}
	}
	return nil
}

// settle reads OLD=NEW: where the position on a split or merged passage
// belongs.
func settle(plan *briefing.CarryPlan, choice string) error {
	old, newer, _ := strings.Cut(choice, "=")
	from, err := blockAt(plan.Older.Text, old)
	if err != nil {
		return err
	}
	to, err := blockAt(plan.Newer.Text, newer)
	if err != nil {
		return err
	}
	for i := range plan.Steps {
		if plan.Steps[i].Position.Subject.Block != from {
			continue
		}
		for place, subject := range plan.Steps[i].To {
			if subject.Block == to {
				return plan.Settle(i, place)
			}
		}
	}
	return briefing.ErrInvalid.Because(nil, "Value", choice)
}

// printSteps prints a line a position: its number, where it went, why.
func (c *call) printSteps(plan *briefing.CarryPlan) error {
	if c.json {
		return c.printJSON(stepsOf(plan))
	}
	for _, s := range stepsOf(plan) {
		if err := c.print(s.Old, s.New, c.Words.Say("carry."+string(s.Outcome))); err != nil {
			return err
		}
	}
	return nil
}

// stepJSON is what became of one position.
type stepJSON struct {
	Old     string                `json:"old"`
	New     string                `json:"new,omitempty"`
	Fate    briefing.Fate         `json:"fate"`
	Outcome briefing.CarryOutcome `json:"outcome"`
}

func stepsOf(plan *briefing.CarryPlan) []stepJSON {
	var out []stepJSON
	for i := range plan.Steps {
		s := &plan.Steps[i]
		step := stepJSON{Old: s.Position.Anchor.Label, Fate: s.Pair.Fate, Outcome: s.Outcome}
		if s.Goes() {
			if b := plan.Newer.Text.Block(s.To[s.Chosen].Block); b != nil {
				step.New = plan.Newer.Text.LabelOf(b).String()
			}
		}
		out = append(out, step)
	}
	return out
}

// comparisonJSON is a comparison as data.
type comparisonJSON struct {
	Schema     string                `json:"schema"`
	Older      string                `json:"older"`
	Newer      string                `json:"newer"`
	Translated bool                  `json:"translated,omitempty"`
	Counts     map[briefing.Fate]int `json:"counts"`
	Pairs      []pairJSON            `json:"pairs"`
}

// pairJSON is a pair with its words marked up where they changed.
type pairJSON struct {
	briefing.Pair
	Diff string `json:"diff,omitempty"`
}

func comparisonOf(x *briefing.Comparison) comparisonJSON {
	out := comparisonJSON{
		Schema: "placard.comparison/1", Older: x.Older.Note.Symbol, Newer: x.Newer.Note.Symbol,
		Translated: x.Translated, Counts: x.Counts(),
	}
	for i := range x.Pairs {
		p := pairJSON{Pair: x.Pairs[i]}
		if !p.Fate.KeepsWords() && len(p.Old) > 0 && len(p.New) > 0 {
			p.Diff = markedUp(&p.Pair)
		}
		out.Pairs = append(out.Pairs, p)
	}
	return out
}
