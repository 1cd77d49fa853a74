package sheet

import "placard/briefing"

// columnWidths in characters. The locked columns fill one printed page at
// reviewScale, the columns to be filled in the next.
var columnWidths = map[briefing.ReviewColumn]float64{
	briefing.ColID: 12, briefing.ColBase: 6, briefing.ColSum: 12,
	briefing.ColRef: 20, briefing.ColItem: 13, briefing.ColPara: 9, briefing.ColText: 46, briefing.ColAsk: 12,
	briefing.ColStance: 12, briefing.ColLine: 36, briefing.ColPoints: 30, briefing.ColFallback: 26,
	briefing.ColRedLine: 26, briefing.ColOthers: 30, briefing.ColRemarks: 28, briefing.ColQuestion: 24,
	briefing.ColMinistry: 13, briefing.ColReplyBy: 11,
	briefing.ColDecision: 17, briefing.ColNewStance: 15, briefing.ColNewText: 41, briefing.ColNewLimits: 24,
	briefing.ColComment: 34, briefing.ColType: 12, briefing.ColByMinistry: 15, briefing.ColByName: 16,
	briefing.ColChanged: 34, briefing.ColEarlier: 40,
	briefing.ColByDate: 12, briefing.ColOurAnswer: 19, briefing.ColRefAgain: 20,
}

const reviewScale = 62

// addReview is the sheet that comes back: a row a position.
func addReview(b *book, r *briefing.Review) error {
	p := reviewPlan(b, r)
	columns := r.Columns()
	return b.add(p, func(g *grid) error {
		if err := g.heads(); err != nil {
			return err
		}
		for i := range r.Rows {
			cells := make([]cell, len(columns))
			for j, c := range columns {
				cells[j] = text(p.columns[j].look, r.Rows[i].Cell(c, b.words))
			}
			if err := g.write(cells...); err != nil {
				return placed(err, r.Rows[i].Ref)
			}
		}
		return nil
	})
}

func reviewPlan(b *book, r *briefing.Review) plan {
	p := plan{
		name: b.say("tab.review"), rows: 1 + len(r.Rows), protected: true, scale: reviewScale,
		lowest: 42, keepRows: 1, firstHead: 1, lastHead: 1, filter: 1,
	}
	for i, c := range r.Columns() {
		p.columns = append(p.columns, reviewColumn(b, c))
		here := p.span(i+1, 2, i+1, p.rows)
		if c == briefing.ColRef {
			p.keepColumns, p.firstColumn, p.titleCols = i+1, i+1, i+1
		}
		if c == briefing.ColRefAgain { // the first one is on every page
			p.lastPrinted = i
		}
		// What was ticked does not fit beside the rest.
		if c == briefing.ColDecision || c == firstTicked(r) {
			p.pageBefore = append(p.pageBefore, i+1)
		}
		p.inputs(b, c, here)
	}
	return p
}

// inputs sets the rules of a column's cells.
func (p *plan) inputs(b *book, c briefing.ReviewColumn, ranges string) {
	if c == briefing.ColStance || c == briefing.ColNewStance {
		p.stances = append(p.stances, ranges)
	}
	if c == briefing.ColByDate {
		p.dates = append(p.dates, ranges)
	}
	if words := b.listWords(c); words != nil {
		p.lists = append(p.lists, list{
			ranges: ranges, words: words, title: b.say("col." + string(c)), prompt: b.say("prompt." + string(c)),
		})
	}
}

// firstTicked is the first of the columns that are there only when ticked.
func firstTicked(r *briefing.Review) briefing.ReviewColumn {
	switch {
	case r.Restricted:
		return briefing.ColFallback
	case r.Others:
		return briefing.ColOthers
	case r.Remarks:
		return briefing.ColRemarks
	case r.Rounds:
		return briefing.ColChanged
	}
	return ""
}

// columnLooks are the looks of columns that differ from their kind's.
var columnLooks = map[briefing.ReviewColumn]look{
	briefing.ColID: lookRef, briefing.ColBase: lookRef, briefing.ColSum: lookRef,
	briefing.ColRef: lookRef, briefing.ColRefAgain: lookRef,
	briefing.ColText: lookSmall, briefing.ColStance: lookStance, briefing.ColByDate: lookDate,
}

func reviewColumn(b *book, c briefing.ReviewColumn) column {
	col := column{head: string(c), top: lookHead, look: lookLocked, width: columnWidths[c], hidden: c.Hidden()}
	if !c.Hidden() {
		col.head = b.say("col." + string(c))
	}
	if c.Input() {
		col.top, col.look = lookFill, lookInput
	}
	if l, ok := columnLooks[c]; ok {
		col.look = l
	}
	return col
}

// listWords are those of a column's drop-down; nil where it has none.
func (b *book) listWords(c briefing.ReviewColumn) []string {
	var words []string
	if c == briefing.ColDecision {
		for _, d := range briefing.Decisions {
			words = append(words, b.say("decision."+string(d)))
		}
	}
	if c == briefing.ColNewStance {
		for _, s := range briefing.Stances {
			if s != briefing.StanceSilent && s != briefing.StanceUnknown { // not ours to say
				words = append(words, s.Say(b.words))
			}
		}
	}
	if c == briefing.ColType {
		for _, t := range briefing.CommentTypes {
			words = append(words, b.say("comment_type."+string(t)))
		}
	}
	return words
}
