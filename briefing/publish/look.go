package publish

import (
	"placard/briefing"
	"placard/briefing/publish/palette"
)

// Lengths are twentieths of a point, sizes of type half points, as the format
// has them.
const (
	pointHalf = 2
	twip      = 20
)

// Colours, under the names that the markup calls them by.
const (
	ink      = palette.Ink
	quiet    = palette.Quiet
	accent   = palette.Accent
	linkInk  = palette.Link
	rule     = palette.Rule
	headFill = palette.HeadFill
	callFill = palette.CallFill
	boxInk   = palette.BoxInk
	boxFill  = palette.BoxFill
)

// look is the size of the sheet and of the type on it.
type look struct {
	width, height int // of the sheet
	margin        int // left and right
	top, bottom   int
	body          int // sizes of type
	table         int
	small         int
	lead          int // titles of call-outs and boxes
	quote         int
	call          int
	speech        int
	title         int
	headings      [4]int
	leading       int // of 240
	speechLeading int
}

// lookFor chooses the sheet and the type for a paper: large type is for
// speaking from, at arm's length.
func lookFor(p *briefing.Paper) look {
	l := look{
		width: 11906, height: 16838, margin: 1247, top: 1531, bottom: 1361,
		body: 21, table: 18, small: 18, lead: 18, quote: 20, call: 24, speech: 26, title: 56,
		headings: [4]int{36, 24, 22, 21}, leading: 264, speechLeading: 312,
	}
	if p.Letter {
		l.width, l.height = 12240, 15840
	}
	if p.Large {
		l.body, l.table, l.small, l.lead, l.quote, l.call, l.speech = 30, 24, 24, 26, 28, 34, 42
		l.headings = [4]int{44, 30, 28, 28}
		l.leading, l.speechLeading = 276, 324
	}
	return l
}

// text is the width of a line.
func (l look) text() int { return l.width - 2*l.margin }
