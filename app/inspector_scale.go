package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"placard/briefing"
)

// tag is a rounded rectangle with a text: drawn by hand, since a button takes
// three times the room.
type tag struct {
	back *canvas.Rectangle
	text *canvas.Text
}

func newTag() tag {
	t := tag{back: canvas.NewRectangle(nil), text: canvas.NewText("", nil)}
	t.back.CornerRadius = 3
	return t
}

func (t tag) objects() []fyne.CanvasObject { return []fyne.CanvasObject{t.back, t.text} }

// place sets the tag in a box, its text in the middle or, with a gap, that
// far from the left.
func (t tag) place(at fyne.Position, size fyne.Size, gap float32) {
	t.back.Move(at)
	t.back.Resize(size)
	text := t.text.MinSize()
	x := (size.Width - text.Width) / 2
	if gap > 0 {
		x = gap
	}
	t.text.Move(at.AddXY(x, (size.Height-text.Height)/2))
	t.text.Resize(text)
}

type stanceRenderer struct {
	p       *stancePicker
	chip    tag
	cells   []tag
	objects []fyne.CanvasObject
}

// Destroy has nothing to free.
func (r *stanceRenderer) Destroy() {}

// Objects are the chip and the cells.
func (r *stanceRenderer) Objects() []fyne.CanvasObject { return r.objects }

// MinSize lets a sign and a code stand in each cell.
func (r *stanceRenderer) MinSize() fyne.Size {
	rows := float32((len(r.cells) + stanceColumns - 1) / stanceColumns)
	return fyne.NewSize(stanceColumns*40, r.p.chipHeight()+rows*r.p.cellSize().Height)
}

// Layout places everything.
func (r *stanceRenderer) Layout(size fyne.Size) {
	cell, chip := r.p.cellSize(), r.p.chipHeight()
	r.chip.place(fyne.NewPos(0, 0), fyne.NewSize(size.Width, chip-4), 8)
	for i, c := range r.cells {
		at := fyne.NewPos(float32(i%stanceColumns)*cell.Width, chip+float32(i/stanceColumns)*cell.Height)
		c.place(at.AddXY(1, 1), cell.SubtractWidthHeight(2, 2), 0)
	}
}

// Refresh colours everything by the value and the pointer.
func (r *stanceRenderer) Refresh() {
	th, variant := r.p.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	ink := func(n fyne.ThemeColorName) { r.chip.back.FillColor = th.Color(n, variant) }
	shown, text := r.p.heading()
	ink(stanceInk(shown.Family()))
	r.chip.text.Text, r.chip.text.Color = text, th.Color(colorOnSolid, variant)
	r.chip.text.TextSize, r.chip.text.TextStyle.Bold = th.Size(theme.SizeNameText), true
	for i, s := range r.p.scale() {
		c := r.cells[i]
		c.text.Text, c.text.TextSize = s.Glyph()+" "+string(s), th.Size(theme.SizeNameCaptionText)
		if s == briefing.StanceNone {
			c.text.Text = "—"
		}
		c.back.FillColor, c.text.Color = th.Color(stanceTint(s.Family()), variant), th.Color(theme.ColorNameForeground, variant)
		if s == r.p.value {
			c.back.FillColor, c.text.Color = th.Color(stanceInk(s.Family()), variant), th.Color(colorOnSolid, variant)
		}
		c.text.TextStyle.Bold = s == r.p.value
		c.back.StrokeWidth = 0
		if i == r.p.at {
			c.back.StrokeColor, c.back.StrokeWidth = th.Color(theme.ColorNamePrimary, variant), 2
		}
	}
	r.Layout(r.p.Size())
	canvas.Refresh(r.p)
}
