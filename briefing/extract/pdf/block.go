package pdf

import (
	"math"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
)

// block is lines that belong together.
type block struct {
	lines []line
	hint  manuscript.Hint
	level int
	mark  []line // what a list puts in front
	rows  [][]block
	// tagged says that the document itself puts these lines together.
	tagged bool
	// spans says that the block goes on on another page.
	spans bool
	// likely is marked content that may be part of it.
	likely []int
}

func (b block) top() float64    { return b.lines[0].y }
func (b block) bottom() float64 { return b.lines[len(b.lines)-1].y }

// size is that of the type that most of the block is set in.
func (b block) size() float64 {
	sizes := map[float64]int{}
	for _, l := range b.lines {
		sizes[l.size] += len(l.glyphs)
	}
	return commonest(sizes)
}

// edges are the left and the right edge of the block.
func (b block) edges() (left, right float64) {
	left, right = b.lines[0].left, b.lines[0].right
	for _, l := range b.lines {
		left, right = min(left, l.left), max(right, l.right)
	}
	return left, right
}

// under is how far, in the size of the type, signs reach under their baseline.
const under = 0.3

// place is the band that the block takes on a page of a height; nil for one
// without lines, or off the page.
func (b block) place(height float64) *briefing.Place {
	highest, lowest := b.reach()
	share := func(y float64) float64 { return math.Round(1000*min(1, max(0, 1-y/height))) / 1000 }
	p := briefing.Place{Top: share(highest), Foot: share(lowest)}
	if height <= 0 || highest <= lowest || p.Top >= p.Foot {
		return nil
	}
	return &p
}

// reach is how high and how low the block's signs reach, in points from the
// foot of the page; those of a table are its cells'.
func (b block) reach() (highest, lowest float64) {
	highest, lowest = 0, math.MaxFloat64
	for _, l := range b.lines {
		highest, lowest = max(highest, l.y+l.size), min(lowest, l.y-under*l.size)
	}
	for _, row := range b.rows {
		for _, cell := range row {
			h, l := cell.reach()
			highest, lowest = max(highest, h), min(lowest, l)
		}
	}
	return highest, lowest
}
