package sheet

import (
	"slices"

	"placard/briefing"
)

// addLegend explains the scale, the brackets, the counts and the sources.
func addLegend(b *book, m *briefing.Matrix) error {
	scale := legendScale(b.outsiders)
	notes := []string{"implied", "counts", "gap", "sources", "edit"}
	if len(m.Columns) == 0 {
		notes = []string{"edit"}
	}
	if !m.Shown[briefing.PartReasons] {
		notes = slices.DeleteFunc(notes, func(n string) bool { return n == "gap" })
	}
	const head = 5
	p := plan{
		name: b.say("tab.legend"), portrait: true, rows: head + len(scale) + 1 + len(notes), firstHead: head, lastHead: head,
		columns: []column{
			{head: b.say("col.code"), top: lookHead, look: lookStance, width: 9},
			{head: b.say("col.stance"), top: lookHead, look: lookStance, width: 28},
			{head: b.say("col.implied"), top: lookHead, look: lookImplied, width: 30},
			{head: b.say("col.counts_as"), top: lookHead, look: lookLocked, width: 28},
		},
	}
	p.stances = []string{p.span(1, head+1, 3, head+len(scale))}
	return b.add(p, func(g *grid) error {
		if err := b.titles(g, p.name, m.Mark, b.say("legend.what")); err != nil {
			return err
		}
		if err := g.write(); err != nil {
			return err
		}
		if err := g.heads(); err != nil {
			return err
		}
		for _, s := range scale {
			if err := g.line(string(s), s.Say(b.words), implied(s.Say(b.words)), countsAs(b, s)); err != nil {
				return err
			}
		}
		if err := g.write(); err != nil {
			return err
		}
		for _, n := range notes {
			if err := g.wide(1, len(p.columns), text(lookPlain, b.say("legend."+n))); err != nil {
				return err
			}
		}
		return nil
	})
}

// legendScale leaves the red line out for outsiders, who see opposition.
func legendScale(outsiders bool) []briefing.Stance {
	var out []briefing.Stance
	for _, s := range briefing.Stances {
		if !outsiders || s == s.Outside() {
			out = append(out, s)
		}
	}
	return out
}

func countsAs(b *book, s briefing.Stance) string {
	switch s.Family() {
	case briefing.FamilySupports, briefing.FamilyAmended:
		return b.say("col.for")
	case briefing.FamilyNeutral:
		return b.say("col.neutral")
	case briefing.FamilyConcern:
		return b.say("col.reserved")
	case briefing.FamilyOpposes, briefing.FamilyRedLine:
		return b.say("col.against")
	case briefing.FamilyUndecided:
		return b.say("not_counted")
	}
	return ""
}
