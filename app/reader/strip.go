package reader

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// strip is the canvas objects of one visible block. Strips are used again for
// other blocks as these come on the screen, their objects with them.
type strip struct {
	box    *fyne.Container
	rects  []*canvas.Rectangle
	texts  []*canvas.Text
	nr, nt int
	number *canvas.Text // the label, kept on the screen while its block is
}

func newStrip() *strip {
	return &strip{box: &fyne.Container{}}
}

// begin forgets what the strip showed.
func (s *strip) begin() { s.nr, s.nt, s.number = 0, 0, nil }

// end hands what was drawn since begin to the canvas, rectangles below text.
func (s *strip) end() {
	objects := s.box.Objects[:0]
	for _, r := range s.rects[:s.nr] {
		objects = append(objects, r)
	}
	for _, t := range s.texts[:s.nt] {
		objects = append(objects, t)
	}
	clear(objects[len(objects):cap(objects)])
	s.box.Objects = objects
}

func (s *strip) rect(b box, fill color.Color, radius float32) *canvas.Rectangle {
	if s.nr == len(s.rects) {
		s.rects = append(s.rects, canvas.NewRectangle(fill))
	}
	r := s.rects[s.nr]
	s.nr++
	r.FillColor, r.CornerRadius = fill, radius
	r.StrokeWidth, r.StrokeColor = 0, nil
	r.Move(fyne.NewPos(b.x, b.y))
	r.Resize(fyne.NewSize(b.w, b.h))
	return r
}

func (s *strip) line(text string, f face, ink color.Color, b box) *canvas.Text {
	if s.nt == len(s.texts) {
		s.texts = append(s.texts, &canvas.Text{})
	}
	t := s.texts[s.nt]
	s.nt++
	t.Text, t.TextSize, t.TextStyle, t.FontSource = text, f.size, f.style, f.source
	t.Color, t.Alignment = ink, fyne.TextAlignLeading
	t.Move(fyne.NewPos(b.x, b.y))
	t.Resize(fyne.NewSize(b.w, b.h))
	return t
}

// paragraph draws a part in its own inks, or all in one.
func (s *strip) paragraph(p part, colors *palette, ink color.Color) {
	if p.paragraph == nil {
		return
	}
	for i := range p.lines {
		l := &p.lines[i]
		for k := range l.pieces {
			c := &l.pieces[k]
			own := ink
			if own == nil {
				own = colors.color(c.ink)
			}
			reach := p.ruler.rise(c.face)
			s.line(c.shown, c.face, own, box{p.x + c.x, p.y + l.y + c.y, c.w, reach.up + reach.down})
		}
	}
}

// stretch draws what a span of a part covers, under its text.
func (s *strip) stretch(p part, start, end int, fill color.Color) {
	if p.paragraph == nil {
		return
	}
	for i := range p.lines {
		l := &p.lines[i]
		for _, e := range p.extents(l, start, end) {
			s.rect(box{p.x + e.x, p.y + l.y, e.w, l.height}, fill, 2)
		}
	}
}

// block draws a block, its phrase selected from start to end where they differ.
func (s *strip) block(b *block, c columns, colors *palette, selected bool, start, end int) {
	s.begin()
	if selected {
		s.selected(b, c, colors)
	}
	for _, m := range b.row.Marks {
		s.stretch(b.text, m.Start, m.End, colors.ground(m.Color))
	}
	s.phrase(b, c, colors, start, end)
	if b.rule != nil {
		s.rect(*b.rule, colors.color(theme.ColorNameSeparator), 0)
	}
	for _, line := range b.grid {
		s.rect(line, colors.color(theme.ColorNameSeparator), 0)
	}
	s.paragraph(b.mark, colors, nil)
	s.paragraph(b.text, colors, nil)
	for _, cell := range b.cells {
		s.paragraph(cell, colors, nil)
	}
	s.chips(b, colors)
	s.notes(b, colors)
	s.label(b, colors)
	s.end()
}

// selected draws the tint and the edge bar of the selected block.
func (s *strip) selected(b *block, c columns, colors *palette) {
	edgeColor := colors.color(theme.ColorNamePrimary)
	s.rect(box{0, 0, c.width - barWidth, b.height}, faded(edgeColor, 0x18), 0)
	edge := box{ringWidth, 0, edgeWidth, b.height}
	if c.turned {
		edge.x = c.width - barWidth - edgeWidth
	}
	s.rect(edge, edgeColor, 0)
}

func (s *strip) phrase(b *block, c columns, colors *palette, start, end int) {
	if start >= end {
		return
	}
	fill := colors.color(theme.ColorNameSelection)
	if b.text.paragraph == nil {
		s.rect(box{c.textX, 0, c.textW, b.height}, fill, 2)
		return
	}
	s.stretch(b.text, start, end, fill)
}

func (s *strip) chips(b *block, colors *palette) {
	for _, chip := range b.chips {
		ink := colors.color(theme.ColorNameForeground)
		fill := colors.tint(chip.fill)
		if chip.solid {
			fill = colors.ink(chip.fill)
			ink = colors.on(fill)
		}
		r := s.rect(chip.box, fill, chip.h/2)
		if !chip.solid {
			r.StrokeColor, r.StrokeWidth = colors.ink(chip.fill), 1
		}
		s.paragraph(chip.text, colors, ink)
	}
}

func (s *strip) notes(b *block, colors *palette) {
	for _, n := range b.notes {
		s.rect(n.box, colors.color(theme.ColorNameInputBackground), 3)
		s.rect(box{n.x, n.y, 3, n.h}, colors.ink("mark"), 0)
		s.paragraph(n.text, colors, nil)
	}
}

func (s *strip) label(b *block, colors *palette) {
	if b.label.text == "" {
		return
	}
	l := b.label
	s.number = s.line(l.text, l.face, colors.color(theme.ColorNamePlaceHolder), box{l.x, l.y, l.w, l.h})
	if !l.lead {
		s.number.Alignment = fyne.TextAlignTrailing
	}
}

// hold keeps the label on the screen while its block reaches above it: top is
// how much of the block is hidden there.
func (s *strip) hold(b *block, top float32) {
	if s.number == nil {
		return
	}
	l := b.label
	y := min(max(l.y, top+2), max(l.y, b.height-l.h))
	s.number.Move(fyne.NewPos(l.x, y))
}
