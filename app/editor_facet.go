package app

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"placard/briefing"
)

// facet is one thing of a position that a person sets: the unit in which a
// draft is compared, merged and, where two sides changed it, shown.
type facet struct {
	// name is the catalogue key of what it is called.
	name string
	// field is the text field it is; 0 for choices, dates and rankings.
	field briefing.Field
	same  func(a, b *briefing.Position) bool
	take  func(to, from *briefing.Position)
	say   func(p *briefing.Position, w briefing.Words) string
}

// facets lists everything of a position that a person sets.
var facets = allFacets()

func allFacets() []facet {
	list := []facet{
		choiceFacet("inspector.stance", func(p *briefing.Position) *briefing.Stance { return &p.Stance },
			func(s briefing.Stance, w briefing.Words) string { return s.Glyph() + " " + w.Say("stance."+string(s)) }),
		choiceFacet("inspector.priority", func(p *briefing.Position) *briefing.Priority { return &p.Priority },
			func(v briefing.Priority, w briefing.Words) string { return w.Say("priority." + string(v)) }),
		choiceFacet("inspector.intervene", func(p *briefing.Position) *briefing.Intervene { return &p.Intervene },
			func(v briefing.Intervene, w briefing.Words) string { return w.Say("intervene." + string(v)) }),
		choiceFacet("inspector.due", func(p *briefing.Position) *briefing.Date { return &p.Due },
			func(v briefing.Date, _ briefing.Words) string { return string(v) }),
		choiceFacet("inspector.mark", func(p *briefing.Position) *string { return &p.Mark },
			func(v string, _ briefing.Words) string { return v }),
		choiceFacet("inspector.seconds", func(p *briefing.Position) *int { return &p.Seconds },
			func(v int, _ briefing.Words) string { return strconv.Itoa(v) }),
		rankingFacet(), tagsFacet(),
	}
	for _, f := range briefing.Fields {
		list = append(list, textFacet(f))
	}
	return list
}

func choiceFacet[T comparable](name string, at func(*briefing.Position) *T, say func(T, briefing.Words) string) facet {
	return facet{
		name: name,
		same: func(a, b *briefing.Position) bool { return *at(a) == *at(b) },
		take: func(to, from *briefing.Position) { *at(to) = *at(from) },
		say:  func(p *briefing.Position, w briefing.Words) string { return say(*at(p), w) },
	}
}

func textFacet(f briefing.Field) facet {
	return facet{
		name: "field." + f.String(), field: f,
		same: func(a, b *briefing.Position) bool { return a.Text(f) == b.Text(f) },
		take: func(to, from *briefing.Position) { to.SetText(f, from.Text(f)) },
		say:  func(p *briefing.Position, _ briefing.Words) string { return p.Text(f) },
	}
}

func rankingFacet() facet {
	return facet{
		name: "inspector.ranking",
		same: func(a, b *briefing.Position) bool { return slices.Equal(a.Ranking, b.Ranking) },
		take: func(to, from *briefing.Position) { to.Ranking = slices.Clone(from.Ranking) },
		say: func(p *briefing.Position, _ briefing.Words) string {
			var places []string
			for _, r := range p.Ranking {
				places = append(places, strconv.Itoa(r.Place)+". "+r.Option)
			}
			return strings.Join(places, "\n")
		},
	}
}

func tagsFacet() facet {
	return facet{
		name: "inspector.tags",
		same: func(a, b *briefing.Position) bool { return slices.Equal(a.Tags, b.Tags) },
		take: func(to, from *briefing.Position) { to.Tags = slices.Clone(from.Tags) },
		say:  func(p *briefing.Position, _ briefing.Words) string { return strings.Join(p.Tags, ", ") },
	}
}

// sameFacets tells whether two positions say the same.
func sameFacets(a, b *briefing.Position) bool {
	return !slices.ContainsFunc(facets, func(f facet) bool { return !f.same(a, b) })
}

// clonePosition copies a position so that neither sees the other's edits.
func clonePosition(p *briefing.Position) briefing.Position {
	c := *p
	c.Texts, c.Marks = maps.Clone(p.Texts), maps.Clone(p.Marks)
	c.Ranking, c.Tags = slices.Clone(p.Ranking), slices.Clone(p.Tags)
	return c
}
