package pack

import (
	"cmp"
	"slices"

	"placard/briefing"
)

// partOthers is the current stance of everybody else, grouped by stance, with
// source and date where the audience may know them.
func partOthers(b *build, it *item) []briefing.PaperBlock {
	seen := b.others(it)
	if len(seen) == 0 {
		return b.field(it, briefing.FieldLandingZone)
	}
	rows := [][]briefing.PaperCell{headCells(
		b.w.Say("pack.col.stance"), b.w.Say("pack.col.delegation"), b.w.Say("pack.col.said"), b.w.Say("pack.col.source"),
	)}
	for _, o := range seen {
		rows = append(rows, []briefing.PaperCell{
			{Runs: []briefing.PaperRun{b.stance(o.Stance)}, Family: o.Stance.Family()},
			cell(b.delegation(o.Delegation)), cell(o.Text), cell(b.source(o)),
		})
	}
	table := []briefing.PaperBlock{paperTable([]int{18, 19, 34, 29}, rows...)}
	return append(section(it.level(), b.w.Say("pack.others"), table), b.field(it, briefing.FieldLandingZone)...)
}

// partOthersShort says in one paragraph who holds which stance.
func partOthersShort(b *build, it *item) []briefing.PaperBlock {
	var runs []briefing.PaperRun
	var last briefing.Stance
	for _, o := range b.others(it) {
		name := b.delegation(o.Delegation)
		switch {
		case len(runs) == 0:
			runs = append(runs, b.stance(o.Stance), briefing.PaperRun{Text: b.w.Say("pack.colon") + name})
		case o.Stance == last:
			runs = append(runs, briefing.PaperRun{Text: ", " + name})
		default:
			runs = append(runs, briefing.PaperRun{Text: " · "}, b.stance(o.Stance), briefing.PaperRun{Text: b.w.Say("pack.colon") + name})
		}
		last = o.Stance
	}
	if len(runs) == 0 {
		return nil
	}
	return section(it.level(), b.w.Say("pack.others"), []briefing.PaperBlock{{Kind: briefing.PaperText, Runs: runs}})
}

// others picks the observation that holds today for each delegation, out of
// those that may leave: one that stays inside must not decide what is shown.
func (b *build) others(it *item) []*briefing.Observation {
	by := map[briefing.ID][]*briefing.Observation{}
	for _, o := range b.d.Observations {
		if !it.concerns(o.Subject) {
			continue
		}
		if seen := b.g.Observation(o); seen != nil {
			by[seen.Delegation] = append(by[seen.Delegation], seen)
		}
	}
	var out []*briefing.Observation
	for _, list := range by {
		o := briefing.Current(list)
		if b.g.Audience.Outsider() {
			o.Stance = o.Stance.Outside()
		}
		out = append(out, o)
	}
	slices.SortFunc(out, func(x, y *briefing.Observation) int {
		return cmp.Or(
			cmp.Compare(slices.Index(briefing.Stances, x.Stance), slices.Index(briefing.Stances, y.Stance)),
			cmp.Compare(b.delegation(x.Delegation), b.delegation(y.Delegation)),
			cmp.Compare(x.Delegation.String(), y.Delegation.String()),
		)
	})
	return out
}

// concerns tells whether an observation on s belongs in the item's brief: one
// on the asking paragraph as a whole does too.
func (it *item) concerns(s briefing.Subject) bool {
	return it.subject == s || it.subject.Kind == briefing.OnAsk && s.Kind == briefing.OnParagraph && s.Block == it.subject.Block
}

func (b *build) delegation(id briefing.ID) string {
	if d := b.d.Delegation(id); d != nil {
		return d.Name(b.w.Language())
	}
	return b.w.Say("pack.unknown_delegation")
}

// source is how and when we know, as far as the observation still says.
func (b *build) source(o *briefing.Observation) string {
	confidence := ""
	if o.Confidence != "" {
		confidence = b.w.Say("pack.confidence", "Confidence", b.w.Say("confidence."+o.Confidence))
	}
	return briefing.JoinText(", ", b.w.Say("source."+string(o.Source)), o.Date.Say(b.w), o.SourceText, confidence)
}
