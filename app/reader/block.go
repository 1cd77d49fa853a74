package reader

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// block is a row laid out at a width. Places are relative to the block's top
// left corner, which stands at the reader's left edge.
type block struct {
	row    *Row
	look   look
	height float32

	text  part
	mark  part
	cells []part
	grid  []box
	rule  *box
	label label
	chips []chipBox
	notes []noteBox
}

// part is a paragraph at its place.
type part struct {
	*paragraph
	x, y float32
}

// box is a rectangle at its place.
type box struct{ x, y, w, h float32 }

// label is the printed number in the gutter.
type label struct {
	text string
	x, w float32
	y, h float32
	face face
	lead bool // aligned to the left, beside right-to-left text
}

// composer lays out rows into blocks, all at one zoom and width.
type composer struct {
	setter
	columns
}

// compose lays out one row.
func (c composer) compose(row *Row) *block {
	b := &block{row: row, look: lookOf(row)}
	y := c.em * b.look.above
	if b.look.rule == ruleAbove {
		b.rule = &box{c.textX, y, c.textW, 1}
		y += c.em * 0.6
	}
	top := y
	if len(row.Rows) > 0 {
		y = c.table(b, y)
	} else {
		y = c.body(b, y)
	}
	c.number(b, top)
	switch b.look.rule {
	case ruleBelow:
		b.rule = &box{c.textX, y + 2, c.textW, 1}
		y += 4
	case ruleBeside:
		b.rule = &box{c.beside(b), top, 3, y - top}
	case noRule, ruleAbove:
	}
	y = c.chips(b, y)
	y = max(y, c.margin(b))
	b.height = y + c.em*b.look.below
	return b
}

// body sets the text of a row with its hanging mark.
func (c composer) body(b *block, y float32) float32 {
	row, plain := b.row, c.plain(b.look)
	indent := min(b.look.indent*c.em, c.textW/2)
	x, w := c.textX+indent, c.textW-indent
	if b.look.mark != "" {
		mark := c.set(b.look.mark, spans(b.look.mark, nil, plain), w, false)
		hang := max(c.em*indentStep, mark.natural()+c.em*0.4)
		b.mark = part{mark, x, y}
		x += hang
		w = c.textX + c.textW - x
	}
	b.text = part{c.set(row.Text, spans(row.Text, row.Runs, plain), w, row.RTL), x, y}
	if b.mark.paragraph != nil && len(b.text.lines) > 0 {
		b.mark.y += b.text.lines[0].base - b.mark.lines[0].base
	}
	if row.RTL {
		c.turnBody(b)
	}
	return y + b.text.height
}

// turnBody moves the indent and the mark of a right-to-left text to its right.
func (c composer) turnBody(b *block) {
	middle := 2*c.textX + c.textW
	b.text.x = middle - b.text.x - b.text.width
	if b.mark.paragraph != nil {
		b.mark.x = middle - b.mark.x - b.mark.natural()
	}
}

// beside is where the rule along a quotation stands.
func (c composer) beside(b *block) float32 {
	if b.row.RTL {
		return b.text.x + b.text.width + c.em*0.7
	}
	return b.text.x - c.em*0.7 - 3
}

// number places the label in the gutter, on the baseline of the first line.
func (c composer) number(b *block, y float32) {
	if !b.look.numbered || b.row.Label == "" {
		return
	}
	f := face{size: c.em * 0.93, style: bold}
	reach := c.ruler.rise(f)
	if b.text.paragraph != nil && len(b.text.lines) > 0 {
		y += b.text.lines[0].base - reach.up
	}
	b.label = label{
		text: b.row.Label, x: c.gutterX, w: c.gutterW,
		y: y, h: reach.up + reach.down, face: f, lead: c.turned,
	}
}

// plain is the look of a row's text where no run says otherwise.
func (c composer) plain(l look) span {
	s := span{face: face{size: c.em * l.scale, style: l.style}, ink: theme.ColorNameForeground}
	if l.dim {
		s.ink = theme.ColorNamePlaceHolder
	}
	return s
}

// small is the look of chips and remarks.
func (c composer) small() span {
	return span{face: face{size: c.em * 0.82}, ink: theme.ColorNameForeground}
}

// natural is the width of the longest line.
func (p *paragraph) natural() float32 {
	w := float32(0)
	for i := range p.lines {
		sum := float32(0)
		for k := range p.lines[i].pieces {
			sum += p.lines[i].pieces[k].w
		}
		w = max(w, sum)
	}
	return w
}

// hit is the byte of the row's text nearest to a place in the block. A table
// is selected whole.
func (b *block) hit(x, y float32) int {
	if b.text.paragraph == nil {
		if y < b.height/2 {
			return 0
		}
		return len(b.row.words())
	}
	return b.text.hit(x-b.text.x, y-b.text.y)
}

// over is the byte of the row's text under a place.
func (b *block) over(at fyne.Position) (int, bool) {
	if b.text.paragraph == nil {
		return 0, false
	}
	return b.text.over(at.X-b.text.x, at.Y-b.text.y)
}
