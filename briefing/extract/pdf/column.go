package pdf

import (
	"placard/briefing/extract/sign"
)

const (
	// narrowest gutter between columns, in the size of the type.
	narrowest = 0.8
	// widestMark is how wide a number with its gap may be, in the size of the
	// type, and still belong to the line.
	widestMark = 8
	// textColumn is the part of the page's width that a column of prose takes
	// at least.
	textColumn = 0.25
)

// zone is rows that a gutter parts.
type zone struct {
	rows       []line
	from, upto float64 // of the gutter
	parted     int     // rows with text on both sides
}

// columns puts the lines of a page in reading order: where a gutter runs down
// between columns of prose, or between the two sides of a masthead, the left
// side comes first.
func columns(rows []line, s *sheet) []line { return split(rows, s, mostColumns) }

// mostColumns is how often columns are parted within columns.
const mostColumns = 4

func split(rows []line, s *sheet, depth int) []line {
	var out []line
	var open *zone
	end := func() {
		if open != nil {
			out = append(out, open.order(s, depth)...)
		}
		open = nil
	}
	for _, row := range rows {
		if open != nil && open.takes(row) {
			continue
		}
		end()
		if at := row.gutter(); at > 0 {
			open = &zone{rows: []line{row}, from: row.glyphs[at-1].right, upto: row.glyphs[at].left, parted: 1}
			continue
		}
		out = append(out, row)
	}
	end()
	return out
}

// gutter is the sign behind the widest gap of a line; 0 where there is none
// but the one behind a mark.
func (l line) gutter() int {
	if l.leftward {
		return 0
	}
	best, widest := 0, tabGap*l.size
	for i := 1; i < len(l.glyphs); i++ {
		gap := l.glyphs[i].left - l.glyphs[i-1].right
		if gap > widest && !l.markEnds(i) {
			best, widest = i, gap
		}
	}
	return best
}

// markEnds tells whether the signs before sign i are a number or a bullet.
func (l line) markEnds(i int) bool {
	if l.glyphs[i-1].right-l.left > widestMark*l.size {
		return false
	}
	mark := newLine(l.glyphs[:i]).text()
	s := sign.Read(mark + "\tx")
	return s.Marks() && s.End > len(mark)
}

// takes adds a row to the zone if it leaves a gutter open.
func (z *zone) takes(row line) bool {
	least := narrowest * row.size
	switch {
	case row.right < z.upto-least:
		z.from = max(z.from, row.right)
	case row.left > z.from+least:
		z.upto = min(z.upto, row.left)
	default:
		from, upto, ok := row.opening(z.from, z.upto, least)
		if !ok {
			return false
		}
		z.from, z.upto = from, upto
		z.parted++
	}
	z.rows = append(z.rows, row)
	return true
}

// opening is what a row leaves open of the gutter between from and upto.
func (l line) opening(from, upto, least float64) (left, right float64, ok bool) {
	if l.leftward {
		return 0, 0, false
	}
	for i := 1; i < len(l.glyphs); i++ {
		a, b := max(from, l.glyphs[i-1].right), min(upto, l.glyphs[i].left)
		if b-a >= least && l.glyphs[i].left-l.glyphs[i-1].right > narrowest*l.size {
			return a, b, true
		}
	}
	return 0, 0, false
}

// order gives the rows of the zone side by side, or as they are where they
// are the rows of a table.
func (z *zone) order(s *sheet, depth int) []line {
	var left, right []line
	for _, row := range z.rows {
		i := 0
		for i < len(row.glyphs) && row.glyphs[i].right <= z.from+0.1 {
			i++
		}
		if i > 0 {
			left = append(left, newLine(row.glyphs[:i]))
		}
		if i < len(row.glyphs) {
			right = append(right, newLine(row.glyphs[i:]))
		}
	}
	masthead := s.number == 1 && z.rows[0].y > s.height*0.55 && len(z.rows) <= 16
	prose := extent(left) > textColumn*s.width && extent(right) > textColumn*s.width && len(z.rows) > 3
	if len(z.rows) < 2 || len(left) == 0 || len(right) == 0 || depth == 0 || !masthead && !prose {
		return z.rows
	}
	out := append(split(left, s, depth-1), split(right, s, depth-1)...)
	for i := range out {
		out[i].aside = masthead
	}
	return out
}

// extent is the width that lines take together.
func extent(lines []line) float64 {
	if len(lines) == 0 {
		return 0
	}
	left, right := block{lines: lines}.edges()
	return right - left
}
