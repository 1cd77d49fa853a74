package sheet

import (
	"slices"

	"placard/briefing"
)

// heads are the columns of a sheet by what stands at their top.
type heads struct {
	row   int // number of the row of heads; 0 for none
	at    map[briefing.ReviewColumn]int
	extra map[int]string // heads that are not ours
	twice []string       // heads of ours that stand once too often
}

// headRows is how far down heads are looked for: people put titles above.
const headRows = 15

// findHeads takes the row that has the most of our heads.
func findHeads(s *rawSheet, words map[string][]briefing.ReviewColumn) heads {
	var best heads
	for i := range s.rows[:min(len(s.rows), headRows)] {
		h := headsIn(&s.rows[i], words)
		if len(h.at) > len(best.at) {
			best = h
		}
	}
	return best
}

// headsIn tells a row's columns by their words. Of a head that several of our
// columns have, the first place is the first column's.
func headsIn(row *rawRow, words map[string][]briefing.ReviewColumn) heads {
	h := heads{row: row.number, at: map[briefing.ReviewColumn]int{}, extra: map[int]string{}}
	for _, c := range row.cells {
		could := words[fold(c.text)]
		if len(could) == 0 {
			h.extra[c.column] = c.text
			continue
		}
		i := slices.IndexFunc(could, func(x briefing.ReviewColumn) bool { _, taken := h.at[x]; return !taken })
		if i < 0 {
			h.extra[c.column] = c.text
			h.twice = append(h.twice, cellName(c.column, row.number))
			continue
		}
		h.at[could[i]] = c.column
	}
	return h
}

// isReview tells whether the heads are those of a Review sheet: rows can be
// told apart, and capital can decide or write.
func (h *heads) isReview() bool {
	has := func(c briefing.ReviewColumn) bool { return h.at[c] > 0 }
	named := has(briefing.ColID) || has(briefing.ColRef) || has(briefing.ColText) && has(briefing.ColLine)
	return len(h.at) >= 4 && named && (has(briefing.ColDecision) || has(briefing.ColNewText))
}

// columns that were found, in our order.
func (h *heads) columns() []briefing.ReviewColumn {
	var out []briefing.ReviewColumn
	for _, c := range headColumns {
		if _, ok := h.at[c]; ok {
			out = append(out, c)
		}
	}
	return out
}
