package pdf

import (
	"placard/briefing"
	"placard/briefing/publish/palette"
	"placard/briefing/publish/pdf/tagged"
)

// style is how a paragraph's letters look.
type style struct {
	hand    hand
	style   briefing.Style
	size    float64
	leading float64 // from baseline to baseline
	ink     tagged.Colour
}

// look is the sheet and the styles of a paper.
type look struct {
	width, height float64
	margin        float64 // left and right
	top, bottom   float64 // of the text
	body          style
	quote         style
	call          style
	speech        style
	small         style
	lead          style // titles of call-outs and boxes
	cell          style
	headCell      style
	facts         style
	note          style
	number        style // printed numbers in the margin
	headings      [4]style
	title         style
	subtitle      style
	eyebrow       style
	mark          style
	furniture     style
	entry         style // of the contents
	hang          float64
	indent        float64 // of a level of a list
}

var (
	inkColour    = tagged.Hex(palette.Ink)
	quietColour  = tagged.Hex(palette.Quiet)
	accentColour = tagged.Hex(palette.Accent)
	ruleColour   = tagged.Hex(palette.Rule)
	boxColour    = tagged.Hex(palette.BoxInk)
	linkColour   = tagged.Hex(palette.Link)
)

// lookFor chooses the sheet and the type for a paper at a scale: large type is
// for speaking from, at arm's length.
func lookFor(p *briefing.Paper, scale float64) look {
	l := look{width: 595.28, height: 841.89, margin: 68, top: 84, bottom: 76, hang: 30, indent: 15}
	if p.Letter {
		l.width, l.height = 612, 792
	}
	l.plain()
	if p.Large {
		l.large()
	}
	l.shrink(scale)
	l.furnish()
	return l
}

// shrink sets what is not furniture smaller.
func (l *look) shrink(scale float64) {
	for _, s := range []*style{&l.body, &l.quote, &l.call, &l.speech, &l.small, &l.lead, &l.cell} {
		s.size, s.leading = s.size*scale, s.leading*scale
	}
	for i := range l.headings {
		l.headings[i].size, l.headings[i].leading = l.headings[i].size*scale, l.headings[i].leading*scale
	}
}

func (l *look) plain() {
	l.body = style{text, 0, 10.2, 15.2, inkColour}
	l.quote = style{text, 0, 9.8, 14.6, inkColour}
	l.call = style{text, 0, 11.4, 17, inkColour}
	l.speech = style{text, 0, 12.6, 20, inkColour}
	l.small = style{label, 0, 8.2, 12, quietColour}
	l.lead = style{label, briefing.Bold, 8.6, 13.4, accentColour}
	l.cell = style{label, 0, 8.2, 11.6, inkColour}
	l.headings = [4]style{
		{text, briefing.Bold, 17, 22, accentColour},
		{label, briefing.Bold, 11, 15, accentColour},
		{label, briefing.Bold, 9.8, 14, inkColour},
		{label, briefing.Italic, 9.6, 14, quietColour},
	}
}

func (l *look) large() {
	l.body = style{text, 0, 14.5, 21, inkColour}
	l.quote = style{text, 0, 13.5, 19.5, inkColour}
	l.call = style{text, 0, 16, 23.5, inkColour}
	l.speech = style{text, 0, 20, 31, inkColour}
	l.small = style{label, 0, 11, 15.5, quietColour}
	l.lead = style{label, briefing.Bold, 12, 18, accentColour}
	l.cell = style{label, 0, 11.2, 15.4, inkColour}
	l.headings = [4]style{
		{text, briefing.Bold, 21, 27, accentColour},
		{label, briefing.Bold, 14, 19, accentColour},
		{label, briefing.Bold, 13, 18, inkColour},
		{label, briefing.Italic, 13, 18, quietColour},
	}
	l.hang, l.indent = 40, 20
}

// furnish chooses what follows from the rest or never changes.
func (l *look) furnish() {
	l.headCell, l.facts, l.number = l.cell, l.cell, l.body
	l.headCell.style, l.headCell.ink = briefing.Bold, accentColour
	l.facts.size, l.facts.leading = l.cell.size*1.15, l.cell.leading*1.15
	l.note = style{text, 0, 8.2, 11.4, inkColour}
	l.title = style{text, briefing.Bold, 27, 34, accentColour}
	l.subtitle = style{text, 0, 12.5, 18.5, quietColour}
	l.eyebrow = style{label, briefing.Bold, 10, 14, quietColour}
	l.mark = style{label, briefing.Bold, 9.2, 12, boxColour}
	l.furniture = style{label, 0, 7.6, 10, quietColour}
	l.entry = style{text, 0, 10, 17, inkColour}
}

// column is the width of a line.
func (l *look) column() float64 { return l.width - 2*l.margin }

// room is the height of a page's text.
func (l *look) room() float64 { return l.height - l.top - l.bottom }
