package sheet

import "placard/briefing"

// mapWidth is the width of a delegation's column in the stance map.
const mapWidth = 4.6

// subjectLength is how much of a paragraph reminds a reader of it.
const subjectLength = 110

// addOverview is the first sheet: what is compared, the counts of each row and
// the stance map, one glyph a delegation.
func addOverview(b *book, m *briefing.Matrix) error {
	facts := overviewFacts(b, m)
	head := len(facts) + 6
	p := overviewPlan(b, m, head)
	if err := p.figures(b, m, head); err != nil {
		return err
	}
	return b.add(p, func(g *grid) error {
		if err := b.titles(g, m.Title, m.Mark, m.Meeting); err != nil {
			return err
		}
		for _, fact := range facts {
			if err := g.write(text(lookLead, fact[0]), text(lookFree, fact[1])); err != nil {
				return err
			}
		}
		if err := g.write(); err != nil {
			return err
		}
		if err := g.writeHigh(nil, p.figureHeight()); err != nil {
			return err
		}
		if err := g.heads(); err != nil {
			return err
		}
		for i := range m.Rows {
			if err := g.write(overviewCells(b, m, &m.Rows[i])...); err != nil {
				return placed(err, m.Rows[i].Ref)
			}
		}
		return nil
	})
}

func overviewFacts(b *book, m *briefing.Matrix) [][2]string {
	groups := 0
	for _, c := range m.Columns {
		if c.Group {
			groups++
		}
	}
	facts := [][2]string{
		{b.say("fact.reference"), m.Reference},
		{b.say("fact.audience"), b.words.Say("audience." + string(m.Audience))},
	}
	if len(m.Columns) > 0 {
		compared := b.say("compared", "Count", len(m.Columns)-groups)
		if groups > 0 {
			compared += ", " + b.say("compared_groups", "Count", groups)
		}
		facts = append(facts, [2]string{b.say("fact.compared"), compared})
	}
	return facts
}

// overviewPlan has its heads in the row of that number.
func overviewPlan(b *book, m *briefing.Matrix, head int) plan {
	p := plan{
		name: b.say("tab.overview"), rows: head + len(m.Rows), filter: head, firstHead: head, lastHead: head,
		keepColumns: 1,
	}
	add := func(key string, l look, width float64) {
		p.columns = append(p.columns, column{head: b.say("col." + key), top: lookHead, look: l, width: width})
	}
	add("place", lookLink, 24)
	add("subject", lookSmall, 50)
	add("our_stance", lookStance, 17)
	if len(m.Columns) > 0 {
		for _, f := range open(countFields, m) {
			add(f.key, f.look, 9.5)
		}
	}
	ours := 3
	p.stances = append(p.stances, p.span(ours, head+1, ours, p.rows))
	first := len(p.columns) + 1
	for _, c := range m.Columns {
		p.columns = append(p.columns, column{head: clip(c.Name, 26), top: lookTurned, look: lookStance, width: mapWidth})
	}
	if len(m.Columns) > 0 {
		p.stances = append(p.stances, p.span(first, head+1, len(p.columns), p.rows))
	}
	for i := range m.Rows {
		p.links = append(p.links, link{
			cell: cellName(1, head+1+i), target: "'" + b.say("tab.matrix") + "'!" + cellName(1, matrixHead+1+i),
		})
	}
	return p
}

func overviewCells(b *book, m *briefing.Matrix, r *briefing.MatrixRow) []cell {
	cells := []cell{
		text(lookLink, placeOf(r)), text(lookSmall, subjectOf(r)), text(lookStance, r.Ours.Say(b.words)),
	}
	if len(r.Cells) > 0 {
		for _, f := range open(countFields, m) {
			cells = append(cells, f.say(b, r))
		}
	}
	for _, c := range r.Cells {
		cells = append(cells, glyphOf(c))
	}
	return cells
}

// placeOf is how people name the row's place; where nothing is printed, its
// reference.
func placeOf(r *briefing.MatrixRow) string {
	if r.Label == "" {
		return r.Ref
	}
	return r.Label
}

// subjectOf reminds of a row: an option's title, else the paragraph's start.
func subjectOf(r *briefing.MatrixRow) string {
	if r.Title != "" {
		return r.Title
	}
	return clip(r.Text, subjectLength)
}

func gapOf(r *briefing.MatrixRow) cell {
	if !r.Apart {
		return text(lookGap, "")
	}
	return cell{look: lookGap, number: &r.Gap}
}

// glyphOf is a cell of the stance map; an implied stance stands in brackets.
func glyphOf(c briefing.MatrixCell) cell {
	switch {
	case c.Stance == briefing.StanceNone:
		return text(lookStance, "")
	case c.Implied != "":
		return text(lookImplied, implied(c.Stance.Glyph()))
	}
	return text(lookStance, c.Stance.Glyph())
}

// stanceOf is the same in words.
func stanceOf(b *book, c briefing.MatrixCell) cell {
	switch {
	case c.Stance == briefing.StanceNone:
		return text(lookStance, "")
	case c.Implied != "":
		return text(lookImplied, implied(c.Stance.Say(b.words)))
	}
	return text(lookStance, c.Stance.Say(b.words))
}
