package pdf

import (
	"placard/briefing/publish/pdf/tagged"
	"placard/briefing/publish/pdf/typeface"
)

// slab is a slice of the column that no page break cuts: a line of prose, a
// row of a table. Places in it count from the left of the column and down from
// its top.
type slab struct {
	height float64
	before float64 // room above; none at the top of a page
	keep   bool    // stays on the page of the next slab
	fresh  bool    // begins a page
	lines  []setLine
	fills  []fill
	notes  []*footnote
	starts []*start
	refs   []pageRef
	// head stands above the slab again where that begins a page.
	head []*slab
}

// setLine is a line of glyphs in its place.
type setLine struct {
	typeface.Line
	spans []span
	x     float64
	base  float64 // the baseline, from the top
}

// span is text of one look on its way into lines.
type span struct {
	typeface.Span
	ink       tagged.Colour
	rise      float64
	underline bool
	strike    bool
	in        *tagged.Content // nil for furniture
	element   *tagged.Element // of a link; nil for none
	to        *start          // where it leads in the paper
	uri       string          // or outside
	note      *footnote       // whose mark the span is
}

// fill is a painted rectangle.
type fill struct {
	x, y, width, height float64
	colour              tagged.Colour
}

// start is a place that something leads to, known once pages are made.
type start struct {
	page  int // from 0; -1 before
	y     float64
	title string // of the outline; empty for none
	level int
}

// pageRef is a page number to be shown: right-aligned at x.
type pageRef struct {
	to   *start
	x    float64
	base float64
	look style
	in   *tagged.Content
	// dots lead to the number from here; 0 for none.
	dots float64
}

// footnote is a note at the foot of the page that has its mark.
type footnote struct {
	lines []*slab
}
