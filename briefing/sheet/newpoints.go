package sheet

import "placard/briefing"

// newPointRows is how many points of its own capital has room for; more are
// read from rows below.
const newPointRows = 25

// newPointColumns are those of the Review sheet that a point of capital's has.
var newPointColumns = []briefing.ReviewColumn{
	briefing.ColNewStance, briefing.ColNewText, briefing.ColNewLimits, briefing.ColComment, briefing.ColType,
	briefing.ColByMinistry, briefing.ColByName, briefing.ColByDate,
}

// addNewPoints is the sheet for what we did not ask: empty rows to fill in.
func addNewPoints(b *book, r *briefing.Review) error {
	const head = 4 // below three lines of title
	p := plan{
		name: b.say("tab.points"), rows: head + newPointRows, protected: true,
		keepRows: head, firstHead: head, lastHead: head,
		columns: []column{
			{head: b.say("col.where"), top: lookFill, look: lookInput, width: 16},
			{head: b.say("col.subject"), top: lookFill, look: lookInput, width: 32},
		},
	}
	for _, c := range newPointColumns {
		column := len(p.columns) + 1
		p.columns = append(p.columns, reviewColumn(b, c))
		p.inputs(b, c, p.span(column, head+1, column, p.rows))
	}
	return b.add(p, func(g *grid) error {
		if err := b.titles(g, p.name, r.Mark, b.say("points.what")); err != nil {
			return err
		}
		if err := g.heads(); err != nil {
			return err
		}
		g.plan.lowest = 30 // room to write, from here on
		for range newPointRows {
			if err := g.line(make([]string, len(p.columns))...); err != nil {
				return err
			}
		}
		return nil
	})
}
