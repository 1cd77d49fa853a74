package pdf

import (
	"cmp"
	"math"
	"slices"
)

// line is signs on one baseline, in reading order.
type line struct {
	glyphs      []glyph
	y           float64 // of the baseline
	left, right float64
	size        float64 // of the type that most of it is set in
	// aside says that the line stands in a masthead, where each line says
	// something else.
	aside bool
	// leftward says that it runs from right to left, and holds its blanks.
	leftward bool
}

const (
	// sameLine is how far apart, in the size of the type, the baselines of one
	// line may lie: raised marks are part of it.
	sameLine = 0.55
	// sameBase is how far apart the baselines of the pieces of one line lie.
	sameBase = 0.25
	// backwards is how far left of the sign before a sign may stand without
	// being out of order.
	backwards = 0.4
)

// lines puts signs into lines, from the top of the page to its foot.
func lines(glyphs []glyph) []line {
	var pieces []line
	var open []glyph
	for _, g := range glyphs {
		if n := len(open); n > 0 && parts(open[n-1], g) {
			pieces = append(pieces, newLine(open))
			open = nil
		}
		open = append(open, g)
	}
	if len(open) > 0 {
		pieces = append(pieces, newLine(open))
	}
	return merge(pieces)
}

// parts tells whether b begins another piece: on another baseline, or back
// on the same one.
func parts(a, b glyph) bool {
	size := max(a.font.size, b.font.size)
	return math.Abs(a.y-b.y) > sameLine*size || b.x < a.x-backwards*size
}

func newLine(glyphs []glyph) line {
	l := line{glyphs: glyphs, left: glyphs[0].left, right: glyphs[0].right}
	sizes := map[float64]int{}
	for _, g := range glyphs {
		sizes[g.font.size]++
		l.left, l.right = min(l.left, g.left), max(l.right, g.right)
	}
	l.size = commonest(sizes)
	for _, g := range glyphs {
		if g.font.size == l.size {
			l.y = g.y
			break
		}
	}
	return l
}

// commonest is the size that most signs have, the larger one of two.
func commonest(sizes map[float64]int) float64 {
	best, count := 0.0, 0
	for size, n := range sizes {
		if n > count || n == count && size > best {
			best, count = size, n
		}
	}
	return best
}

// merge joins pieces on one baseline and sorts the lines downwards.
func merge(pieces []line) []line {
	slices.SortStableFunc(pieces, func(a, b line) int { return cmp.Compare(b.y, a.y) })
	var out []line
	for i := 0; i < len(pieces); {
		j := i + 1
		for j < len(pieces) && (pieces[i].y-pieces[j].y < sameBase*max(pieces[i].size, pieces[j].size) || raised(pieces[i], pieces[j]) || raised(pieces[j], pieces[i])) {
			j++
		}
		row := slices.Clone(pieces[i:j])
		glyphs := interleave(row)
		if leftward(glyphs) {
			l := newLine(glyphs)
			l.glyphs, l.leftward = spoken(glyphs), true
			out = append(out, l)
			i = j
			continue
		}
		out = append(out, newLine(glyphs))
		i = j
	}
	return out
}

// interleave puts the pieces of a line in order: a piece that stands in the gap
// of another one goes there.
func interleave(row []line) []glyph {
	slices.SortStableFunc(row, func(a, b line) int { return cmp.Compare(a.left, b.left) })
	var glyphs []glyph
	overlap := false
	for k, p := range row {
		overlap = overlap || k > 0 && p.left < row[k-1].right-p.size/2
		glyphs = append(glyphs, p.glyphs...)
	}
	if overlap {
		slices.SortStableFunc(glyphs, func(a, b glyph) int { return cmp.Compare(a.x, b.x) })
	}
	return glyphs
}

// start and end are the edges where reading a line begins and ends, growing in
// the direction of reading.
func (l line) start() float64 {
	if l.leftward {
		return -l.right
	}
	return l.left
}

func (l line) end() float64 {
	if l.leftward {
		return -l.left
	}
	return l.right
}

// raised tells a piece that stands by the upper half of a line: in small type,
// or no longer than a mark.
func raised(piece, of line) bool {
	return (piece.size < smallType*of.size || len(piece.glyphs) <= longestMark) &&
		piece.y > of.y && piece.y < of.y+raisedUpTo*of.size &&
		piece.left > of.left-of.size*markOutside && piece.right < of.right+of.size*markOutside
}

const (
	// longestMark is how many signs the mark of a note has.
	longestMark = 3
	// raisedUpTo is how far above the baseline marks stand at most.
	raisedUpTo = 0.8
	// markOutside is how far before or behind a line its marks may stand.
	markOutside = 2
)
