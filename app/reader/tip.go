package reader

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// tip is the card that shows a footnote while the mouse is over its mark.
type tip struct {
	strip *strip
	note  string // the footnote's id; empty when hidden
}

func newTip() tip {
	t := tip{strip: newStrip()}
	t.strip.box.Hide()
	return t
}

func (t *tip) hide() {
	t.note = ""
	t.strip.box.Hide()
}

// footnote shows the footnote with an id beside a place, or none.
func (r *Reader) footnote(id string, at fyne.Position) {
	if id == r.tip.note {
		return
	}
	r.tip.hide()
	if i := r.find(id); i >= 0 {
		r.tip.note = id
		r.card(&r.rows[i], at)
	}
	canvas.Refresh(r)
}

// card draws a footnote below a place, or above it near the bottom.
func (r *Reader) card(row *Row, at fyne.Position) {
	c, view := r.composer, r.Size()
	pad := c.em * 0.6
	width := min(c.em*26, view.Width-barWidth-2*pad)
	p := c.set(row.Text, spans(row.Text, row.Runs, c.small()), width-2*pad, row.RTL)
	size := fyne.NewSize(min(width, p.natural()+2*pad), p.height+2*pad)
	if row.RTL {
		size.Width = width
	}
	pos := fyne.NewPos(min(max(at.X-pad, pad), view.Width-barWidth-pad-size.Width), at.Y+c.em*1.3)
	if pos.Y+size.Height > view.Height {
		pos.Y = max(at.Y-c.em*1.3-size.Height, 0)
	}
	s := r.tip.strip
	s.begin()
	card := s.rect(box{0, 0, size.Width, size.Height}, r.colors.color(theme.ColorNameOverlayBackground), 4)
	card.StrokeColor, card.StrokeWidth = r.colors.color(theme.ColorNameInputBorder), 1
	s.paragraph(part{p, pad, pad}, r.colors, nil)
	s.end()
	s.box.Move(pos)
	s.box.Resize(size)
	s.box.Show()
}
