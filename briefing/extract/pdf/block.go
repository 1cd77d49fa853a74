package pdf

import (
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
