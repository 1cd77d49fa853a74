package app

import (
	"strings"

	"placard/briefing"
)

// compareRow is a row of the comparison, ready to be drawn.
type compareRow struct {
	pair      *briefing.Pair
	diff      []briefing.Stretch // of both sides, in whole words
	old, new  string             // labels
	ours      string             // our position then, on one line
	stance    briefing.Stance
	held      bool // we have a position on it
	oldLines  []diffLine
	newLines  []diffLine
	lineWidth float32 // that the lines were broken for
}

// rowsOf are the rows of a comparison.
func rowsOf(c *briefing.Comparison, w briefing.Words) []compareRow {
	rows := make([]compareRow, len(c.Pairs))
	for i := range c.Pairs {
		p := &c.Pairs[i]
		r := compareRow{pair: p, old: labelsOf(p.Old), new: labelsOf(p.New)}
		if !p.Fate.KeepsWords() {
			r.diff = p.Diff()
		}
		for _, x := range c.OurOn(p) {
			r.stance, r.held = x.Stance, true
			r.ours = joined("  ·  ", r.ours, sayStance(x.Stance, w), w.Say("state."+string(x.State)), sayStale(x, w))
		}
		rows[i] = r
	}
	return rows
}

func sayStale(p *briefing.Position, w briefing.Words) string {
	if !p.Stale {
		return ""
	}
	return w.Say("state.stale")
}

func labelsOf(passages []briefing.Clause) string {
	labels := make([]string, len(passages))
	for i := range passages {
		labels[i] = passages[i].Label
	}
	return strings.Join(compact(labels...), ", ")
}

// name tells the row from others in every reading of the same two notes.
func (r *compareRow) name() string {
	if len(r.pair.New) > 0 {
		return r.pair.New[0].Block
	}
	return "-" + r.pair.Old[0].Block
}

// sides are the row's words for each column.
func (r *compareRow) sides() (old, newer []briefing.Stretch) {
	switch {
	case len(r.pair.Old) == 0:
		return nil, plainly(r.pair.New)
	case len(r.pair.New) == 0:
		return plainly(r.pair.Old), nil
	case r.diff == nil:
		return plainly(r.pair.Old), plainly(r.pair.New)
	}
	return r.diff, r.diff
}

// plainly is text without a change, its spaces evened out.
func plainly(passages []briefing.Clause) []briefing.Stretch {
	texts := make([]string, len(passages))
	for i := range passages {
		texts[i] = strings.Join(strings.Fields(passages[i].Text), " ")
	}
	return []briefing.Stretch{{Kind: briefing.Same, Text: strings.Join(texts, "\n")}}
}

// arrange breaks the row's words for a column width.
func (r *compareRow) arrange(ruler *wordRuler, width float32) {
	if r.lineWidth == width {
		return
	}
	old, newer := r.sides()
	r.lineWidth = width
	r.oldLines, r.newLines = ruler.lines(old, briefing.Gone, width), ruler.lines(newer, briefing.New, width)
}

// fateFamily is the colour of a fate, that of the stance family it resembles.
func fateFamily(f briefing.Fate) briefing.Family {
	switch f {
	case briefing.FateSame, briefing.FateRenumbered:
		return briefing.FamilyUndecided
	case briefing.FateEdited, briefing.FateMovedEdited:
		return briefing.FamilyConcern
	case briefing.FateMoved, briefing.FateSplit, briefing.FateMerged:
		return briefing.FamilyAmended
	case briefing.FateInserted:
		return briefing.FamilySupports
	case briefing.FateDeleted:
		return briefing.FamilyOpposes
	}
	return briefing.FamilyUndecided
}
