package pdf

import (
	"strconv"

	"placard/briefing"
	"placard/briefing/publish/palette"
	"placard/briefing/publish/pdf/tagged"
)

// heading sets a heading with what follows it; the first level has a rule.
func (f *flow) heading(b *briefing.PaperBlock) {
	level := headingLevel(b)
	room := [4][2]float64{{26, 11}, {15, 4}, {11, 3}, {8, 2}}[level-1]
	list := f.prose(b, prose{style: f.look.headings[level-1], kind: "H" + strconv.Itoa(level), before: room[0], after: room[1]})
	for _, s := range list {
		s.keep = true
	}
	if n := len(list); n > 0 && level == 1 {
		last := list[n-1]
		last.fills = append(last.fills, fill{0, last.height + 4, f.look.column(), 0.8, ruleColour})
		last.height += 5
	}
}

// text sets a paragraph, its printed number hung in the margin where it has one.
func (f *flow) text(b *briefing.PaperBlock, st style) {
	p := prose{style: st, after: st.leading * 0.42}
	if b.Title != "" {
		p.label, p.labelStyle, p.hang = b.Title, st, f.look.hang
	}
	f.prose(b, p)
}

// quote sets the note's own words, with a grey line beside them.
func (f *flow) quote(b *briefing.PaperBlock) {
	st := f.look.quote
	list := f.prose(b, prose{
		style: st, before: 3, after: st.leading * 0.5, inset: 15, outset: 10, in: f.root.Child("BlockQuote"),
	})
	for i, s := range list {
		f.bar(s, b.RTL, 2.2, ruleColour, i == 0, i == len(list)-1)
	}
}

// bar paints a line beside a slab, at the side where its text begins.
func (f *flow) bar(s *slab, rtl bool, width float64, c tagged.Colour, first, last bool) {
	r := fill{0, 0, width, s.height, c}
	if rtl {
		r.x = f.look.column() - width
	}
	if first {
		r.y, r.height = 2, r.height-2
	}
	if last {
		r.height -= 2
	}
	s.fills = append(s.fills, r)
}

// call sets a shaded call-out, kept on one page where it fits.
func (f *flow) call(b *briefing.PaperBlock) {
	list := f.panel(b, f.look.call, f.look.lead, 14, 12)
	if len(list) == 0 {
		return
	}
	list[0].before = max(list[0].before, 9)
	pad(list, 8, 9)
	for i, s := range list {
		high := s.height + seam(i, list)
		s.fills = append([]fill{
			{0, 0, f.look.column(), high, tagged.Hex(palette.CallFill)},
			{f.barAt(b.RTL, 3.4), 0, 3.4, high, accentColour},
		}, s.fills...)
	}
	f.after = f.look.body.leading * 0.5
}

// seam is how far a slab's ground reaches under the next one, so that no
// reader shows a hairline between them.
func seam(i int, list []*slab) float64 {
	if i == len(list)-1 {
		return 0
	}
	return 0.5
}

func (f *flow) barAt(rtl bool, width float64) float64 {
	if rtl {
		return f.look.column() - width
	}
	return 0
}

// box sets a paragraph of the restricted box; neighbours share one border.
func (f *flow) box(b *briefing.PaperBlock, last bool) {
	lead := f.look.lead
	lead.ink = boxColour
	continued := f.boxed
	list := f.panel(b, f.look.body, lead, 12, 12)
	if len(list) == 0 {
		return
	}
	top, bottom := 8.0, 9.0
	if continued {
		top, list[0].before = 4, 0
	} else {
		list[0].before = max(list[0].before, 10)
	}
	if !last {
		bottom = 0
	}
	pad(list, top, bottom)
	for i, s := range list {
		under := seam(i, list)
		if !last {
			under = 0.5
		}
		f.border(s, s.height+under, i == 0 && !continued, last && i == len(list)-1)
	}
	f.after = 0
	if last {
		f.after = f.look.body.leading * 0.7
	}
}

// border paints a slab of a box: ground, sides, and its top or bottom.
func (f *flow) border(s *slab, high float64, top, bottom bool) {
	const line = 1.0
	w := f.look.column()
	fills := []fill{
		{0, 0, w, high, tagged.Hex(palette.BoxFill)},
		{0, 0, line, high, boxColour},
		{w - line, 0, line, high, boxColour},
	}
	if top {
		fills = append(fills, fill{0, 0, w, line, boxColour})
	}
	if bottom {
		fills = append(fills, fill{0, s.height - line, w, line, boxColour})
	}
	s.fills = append(fills, s.fills...)
}

// panel sets a title and text on a ground, all of it kept together.
func (f *flow) panel(b *briefing.PaperBlock, st, lead style, inset, outset float64) []*slab {
	from := len(f.slabs)
	in := f.root.Child("P")
	in.Lang = f.foreign(b.Lang)
	p := prose{style: lead, inset: inset, outset: outset}
	if b.Title != "" {
		title := &briefing.PaperBlock{RTL: b.RTL}
		f.fill([]briefing.PaperRun{{Text: b.Title}}, title, p, in)
	}
	p.style = st
	f.fill(b.Runs, b, p, in)
	list := f.slabs[from:]
	for i, s := range list {
		s.keep = i < len(list)-1
	}
	return list
}

// pad gives a panel room inside its ground.
func pad(list []*slab, top, bottom float64) {
	list[0].down(top)
	list[len(list)-1].height += bottom
}

// down moves what stands in a slab down.
func (s *slab) down(by float64) {
	s.height += by
	for i := range s.lines {
		s.lines[i].base += by
	}
	for i := range s.fills {
		s.fills[i].y += by
	}
	for i := range s.refs {
		s.refs[i].base += by
	}
}
