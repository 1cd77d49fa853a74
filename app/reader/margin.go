package reader

import "placard/briefing"

// noteBox is a remark in the margin.
type noteBox struct {
	box
	text part
}

// noteLines is how much of a remark the margin shows; it is read whole where
// it is written.
const noteLines = 6

// margin sets a row's remarks beside their lines, below one another where they
// would meet, and gives the y below the last.
func (c composer) margin(b *block) float32 {
	if c.noteW == 0 {
		return 0
	}
	pad, below := c.em*0.45, float32(0)
	for i, note := range b.row.Notes {
		p := c.set(note, spans(note, nil, c.small()), c.noteW-2*pad-3, briefing.StartsRight(note))
		p = c.shorten(p)
		y := max(c.beginning(b, i), below)
		b.notes = append(b.notes, noteBox{
			box:  box{c.noteX, y, c.noteW, p.height + pad},
			text: part{p, c.noteX + pad + 3, y + pad/2},
		})
		below = y + p.height + pad + c.em*0.3
	}
	return below
}

// shorten keeps the first lines of a remark, the last ending in an ellipsis.
func (c composer) shorten(p *paragraph) *paragraph {
	if len(p.lines) <= noteLines {
		return p
	}
	last := &p.lines[noteLines-1]
	text := p.text[:last.end] + "…"
	return c.set(text, spans(text, nil, c.small()), p.width+c.em, p.rtl)
}

// beginning is the y of the line where the i-th mark begins, or of the text.
func (c composer) beginning(b *block, i int) float32 {
	top := c.em * b.look.above
	if i >= len(b.row.Marks) || b.text.paragraph == nil {
		return top
	}
	for k := range b.text.lines {
		if l := &b.text.lines[k]; b.row.Marks[i].Start < l.end || k == len(b.text.lines)-1 {
			return b.text.y + l.y
		}
	}
	return top
}
