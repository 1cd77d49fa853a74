package pdf

import (
	"math"
	"slices"

	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/sentence"
)

// frame is where a block stands on the page; whole is false for a block without
// lines, which stands nowhere.
type frame struct {
	left, bottom, right, top float64
	whole                    bool
}

func (b block) frame() frame {
	ls := b.allLines()
	if len(ls) == 0 {
		return frame{}
	}
	f := frame{whole: true, bottom: ls[0].y, top: ls[0].y}
	f.left, f.right = block{lines: ls}.edges()
	for _, l := range ls {
		f.bottom, f.top = min(f.bottom, l.y), max(f.top, l.y+0.7*l.size)
	}
	return f
}

func frames(blocks []block) []frame {
	out := make([]frame, len(blocks))
	for i, b := range blocks {
		out[i] = b.frame()
	}
	return out
}

// allLines are those of the block, its mark and its cells.
func (b block) allLines() []line {
	out := slices.Concat(b.mark, b.lines)
	for _, row := range b.rows {
		for _, cell := range row {
			out = append(out, cell.allLines()...)
		}
	}
	return out
}

// beside tells whether two blocks stand side by side.
func beside(a, b frame) bool {
	return a.whole && b.whole && min(a.top, b.top) > max(a.bottom, b.bottom) && (a.right <= b.left+1 || b.right <= a.left+1)
}

// farthestMove is how many blocks a block may be moved up: what is farther out
// of order has an order of its own.
const farthestMove = 200

// sorted puts the blocks of a page into the order of the page where the
// structure has another one: none stands before what is above it.
func sorted(blocks []block) []block {
	order := make([]int, 0, len(blocks))
	on := frames(blocks)
	for i := range blocks {
		at := len(order)
		for at > max(0, len(order)-farthestMove) && above(on[i], on[order[at-1]]) {
			at--
		}
		order = slices.Insert(order, at, i)
	}
	out := make([]block, len(blocks))
	for i, from := range order {
		out[i] = blocks[from]
	}
	return out
}

// above tells whether a stands over b in one column.
func above(a, b frame) bool {
	return a.whole && b.whole && a.bottom >= b.top && min(a.right, b.right) > max(a.left, b.left)
}

const (
	// fewestCells is how many blocks side by side make a table.
	fewestCells = 4
	// betweenCells is how many blocks within a table may stand alone in their
	// row.
	betweenCells = 2
)

// grids makes tables of blocks that stand side by side in rows.
func grids(blocks []block) []block {
	cells, on := make([]bool, len(blocks)), frames(blocks)
	for i, a := range blocks {
		for k := max(0, i-12); k < min(len(blocks), i+12) && !cells[i]; k++ {
			cells[i] = k != i && celled(a) && celled(blocks[k]) && beside(on[i], on[k])
		}
	}
	var out []block
	for i := 0; i < len(blocks); {
		end, n := i, 0
		for k := i; k < len(blocks) && cells[i] && k-end <= betweenCells && celled(blocks[k]); k++ {
			if cells[k] {
				end, n = k+1, n+1
			}
		}
		if n < fewestCells {
			out = append(out, blocks[i])
			i++
			continue
		}
		out = append(out, gridOf(blocks[i:end]))
		i = end
	}
	return out
}

// celled tells whether a block may be the cell of a table.
func celled(b block) bool {
	return b.tagged && len(b.lines) > 0 && len(b.mark) == 0 && len(b.lines) <= 12 &&
		(b.hint == manuscript.HintNone || b.hint == manuscript.HintHeading)
}

// gridOf is a table of blocks, row by row.
func gridOf(blocks []block) block {
	out := block{hint: manuscript.HintTable, tagged: true}
	for i, b := range blocks {
		cell := block{rows: [][]block{{b}}}
		if last := len(out.rows) - 1; i > 0 && last >= 0 && beside(blocks[i-1].frame(), b.frame()) {
			out.rows[last] = append(out.rows[last], cell)
			continue
		}
		out.rows = append(out.rows, []block{cell})
	}
	return out
}

// mend joins blocks that the structure parts within a sentence, at the end of
// a full line.
func mend(blocks []block) []block {
	var out []block
	for _, b := range blocks {
		last := len(out) - 1
		if last >= 0 && onLine(out[last], b) {
			n := len(out[last].lines) - 1
			row := lines(slices.Concat(out[last].lines[n].glyphs, b.lines[0].glyphs))
			out[last].lines = slices.Concat(out[last].lines[:n], row, b.lines[1:])
			continue
		}
		if last >= 0 && wrapped(out[last], b) {
			out[last].lines = append(out[last].lines, b.lines...)
			continue
		}
		out = append(out, b)
	}
	return out
}

// onLine tells whether b goes on on the last line of a.
func onLine(a, b block) bool {
	if a.hint != b.hint || len(a.lines) == 0 || len(b.lines) == 0 || len(b.mark) > 0 {
		return false
	}
	last, first := a.lines[len(a.lines)-1], b.lines[0]
	gap := first.left - last.right
	return math.Abs(last.y-first.y) < sameBase*last.size && gap > -last.size && gap < last.size && last.size == first.size
}

// wrapped tells whether b is the next line of a.
func wrapped(a, b block) bool {
	if a.hint != manuscript.HintNone || b.hint != manuscript.HintNone || len(a.lines) == 0 || len(b.lines) == 0 || len(b.mark) > 0 {
		return false
	}
	last, first := a.lines[len(a.lines)-1], b.lines[0]
	text := block{lines: a.lines}.lastText()
	down := last.y - first.y
	return down > 0 && down < 1.35*1.2*last.size && last.size == first.size && last.bold() == first.bold() &&
		!first.marked() && !sentence.Ends(text) && math.Abs(first.left-a.left()) < 3*first.size &&
		extent(a.lines) > 20*last.size && last.right > a.left()+0.8*max(extent(a.lines), extent(b.lines))
}

func (b block) left() float64 { left, _ := b.edges(); return left }

func (b block) lastText() string { return b.lines[len(b.lines)-1].text() }
