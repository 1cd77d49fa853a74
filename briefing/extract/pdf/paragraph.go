package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"placard/briefing"
	"placard/briefing/extract/sentence"
	"placard/briefing/extract/sign"
)

const (
	// moreLeading is how much farther apart than usual lines are that begin a
	// paragraph.
	moreLeading = 1.3
	// otherSize is how much the type of another kind of text differs.
	otherSize = 0.08
	// firstIndent is how far the first line of a paragraph is set in, in the
	// size of the type.
	firstIndent = 0.9
	// raggedEdge is the part of a column that the longest word may leave empty
	// at the end of a line.
	raggedEdge = 0.18
)

// paragraphs cuts lines in reading order into blocks.
func paragraphs(lines []line) []block {
	c := measure(lines)
	var out []block
	for i, l := range lines {
		c.at = i
		if i == 0 || c.begins(out[len(out)-1], lines[i-1], l) {
			out = append(out, block{})
		}
		last := &out[len(out)-1]
		last.lines = append(last.lines, l)
	}
	return out
}

// measures are how the text of a page is set.
type measures struct {
	leading float64 // between lines, in the size of the type
	lines   []line
	at      int // the line being placed
}

// linesAround is how many lines before and behind a line show how wide its
// column is.
const linesAround = 80

func measure(lines []line) measures {
	m := measures{leading: 1.2, lines: lines}
	var all []float64
	for i := 1; i < len(lines); i++ {
		if d := (lines[i-1].y - lines[i].y) / lines[i].size; d > 0.8 && d < 3 {
			all = append(all, d)
		}
	}
	if len(all) > 2 {
		slices.Sort(all)
		m.leading = all[len(all)/3]
	}
	return m
}

// begins tells whether l begins a paragraph behind the lines of b, the last of
// which is last.
func (m measures) begins(b block, last, l line) bool {
	size := max(last.size, l.size)
	down := last.y - l.y
	switch {
	case last.aside && l.aside:
		return down < 0 || down > moreLeading*1.2*size || !sentence.Continues(last.text(), l.text()) && !oneTitle(last, l)
	case down < 0, down > moreLeading*m.leading*size:
		return true
	case math.Abs(last.size-l.size) > otherSize*size:
		return true
	case l.marked() && !closes(last, l), last.tabbed() && !last.marked(), l.tabbed() && !l.marked():
		return true
	case last.bold() != l.bold() && (m.short(last) || sentence.Ends(last.text())):
		return true
	}
	return m.indents(b, last, l)
}

// oneTitle tells two lines of one name or title in bold type.
func oneTitle(a, b line) bool {
	return a.bold() && b.bold() && a.size == b.size && (math.Abs(a.left-b.left) < 1 || centred(a, b)) && len(a.glyphs) > 2*longestTyped
}

// indents tells by the left and the right edge whether l begins a paragraph.
func (m measures) indents(b block, last, l line) bool {
	in := firstIndent * l.size
	ended := sentence.Ends(last.text())
	switch {
	case l.start() > last.start()+in: // set in
		return ended || m.short(last) || centred(last, l)
	case l.start() < last.start()-in: // set out
		return len(b.lines) > 1 && math.Abs(b.lines[len(b.lines)-2].start()-last.start()) < in/2 && (ended || m.short(last))
	}
	return m.short(last) && (ended || capital(l))
}

// short tells whether the first word of the next line would have had room.
func (m measures) short(l line) bool {
	start, end := l.start(), l.end()
	for _, o := range m.lines[max(0, m.at-linesAround):min(len(m.lines), m.at+linesAround)] {
		if math.Abs(o.y-l.y) < 40*l.size && o.leftward == l.leftward && o.right > l.left && o.left < l.right {
			start, end = min(start, o.start()), max(end, o.end())
		}
	}
	return l.end() < end-raggedEdge*(end-start)
}

// centred tells whether two lines have one middle and different edges.
func centred(a, b line) bool {
	return math.Abs((a.left+a.right)-(b.left+b.right)) < a.size && math.Abs(a.left-b.left) > a.size
}

func capital(l line) bool {
	for _, g := range l.glyphs {
		if unicode.IsLetter(g.r) {
			return !unicode.IsLower(g.r)
		}
	}
	return true
}

// marked tells whether a line starts with a number, a bullet or a raised sign.
func (l line) marked() bool {
	r := l.rich()
	if len(r.Runs) > 0 && r.Runs[0].Start == 0 && r.Runs[0].Has(briefing.Superscript) {
		return true
	}
	s := sign.Read(r.Text)
	return s.Marks() && (s.Form != sign.Number || s.Style != "")
}

// closes tells whether the number that l starts with is the last word of what
// last has in brackets: "(15 September" above "1978);".
func closes(last, l line) bool {
	s := sign.Read(l.text())
	if s.Form != sign.Number || s.Style != ")" {
		return false
	}
	text := last.text()
	return strings.LastIndexByte(text, '(') > strings.LastIndexByte(text, ')')
}

// tabbed tells the rows of tables and mastheads.
func (l line) tabbed() bool { return l.gutter() > 0 }

// bold tells whether all of a line is bold.
func (l line) bold() bool {
	return !slices.ContainsFunc(l.glyphs, func(g glyph) bool { return !g.font.bold })
}
