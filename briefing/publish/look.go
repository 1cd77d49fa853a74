package publish

import "placard/briefing"

// Lengths are twentieths of a point, sizes of type half points, as the format
// has them.
const (
	pointHalf = 2
	twip      = 20
)

// Colours: one ink, one accent, greys; the box has its own dark red.
const (
	ink      = "1B1F24"
	quiet    = "4A525B"
	accent   = "1F3A5F"
	linkInk  = "0D4F98"
	rule     = "C9CED4"
	headFill = "EEF1F4"
	callFill = "EDF2F8"
	boxInk   = "63051D"
	boxFill  = "FBF4F5"
)

// tint is the ground of a cell that holds a stance, its ink the colour of the
// stance's words. The glyph and the word always stand there too.
type tint struct{ fill, ink string }

var tints = map[briefing.Family]tint{
	briefing.FamilySupports:  {"E4EDF7", "0D4F98"},
	briefing.FamilyAmended:   {"E2F1F4", "1F6675"},
	briefing.FamilyNeutral:   {"EEEFF0", "4A4B4C"},
	briefing.FamilyConcern:   {"FBEEDC", "8A4C00"},
	briefing.FamilyOpposes:   {"F9E6DF", "9E2B05"},
	briefing.FamilyRedLine:   {"F4DDE3", "63051D"},
	briefing.FamilyUndecided: {"FFFFFF", "4A525B"},
}

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
