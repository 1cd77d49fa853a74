package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// chip is a small sign: a word on a round area of its colour.
type chip struct {
	widget.BaseWidget
	text  string
	ink   fyne.ThemeColorName
	solid bool
}

// newChip is a chip with a frame in its ink, or filled with it.
func newChip(text string, ink fyne.ThemeColorName, solid bool) *chip {
	c := &chip{text: text, ink: ink, solid: solid}
	c.ExtendBaseWidget(c)
	return c
}

// set shows other words in another colour.
func (c *chip) set(text string, ink fyne.ThemeColorName, solid bool) {
	c.text, c.ink, c.solid = text, ink, solid
	c.Refresh()
}

// CreateRenderer draws the area and the word.
func (c *chip) CreateRenderer() fyne.WidgetRenderer {
	r := &chipRenderer{of: c, area: canvas.NewRectangle(nil), word: canvas.NewText("", nil)}
	r.word.TextStyle.Bold = true
	r.Refresh()
	return r
}

type chipRenderer struct {
	of   *chip
	area *canvas.Rectangle
	word *canvas.Text
}

// Destroy frees nothing.
func (r *chipRenderer) Destroy() {}

// Layout centres the area in the height and the word in the area.
func (r *chipRenderer) Layout(size fyne.Size) {
	least := r.MinSize()
	top := (size.Height - least.Height) / 2
	r.area.Move(fyne.NewPos(0, top))
	r.area.Resize(least)
	r.word.Move(fyne.NewPos(8, top+2))
	r.word.Resize(r.word.MinSize())
}

// MinSize fits the word.
func (r *chipRenderer) MinSize() fyne.Size { return r.word.MinSize().AddWidthHeight(16, 4) }

// Objects are the area and the word on it.
func (r *chipRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.area, r.word} }

// Refresh takes the theme's colours and size.
func (r *chipRenderer) Refresh() {
	th := r.of.Theme()
	variant := fyne.CurrentApp().Settings().ThemeVariant()
	ink := th.Color(r.of.ink, variant)
	r.word.Text, r.word.TextSize = r.of.text, th.Size(theme.SizeNameCaptionText)
	r.area.CornerRadius = r.word.MinSize().Height/2 + 2
	r.area.StrokeColor, r.area.StrokeWidth = ink, 1
	r.area.FillColor, r.word.Color = th.Color(theme.ColorNameBackground, variant), ink
	if r.of.solid {
		r.area.FillColor, r.word.Color = ink, th.Color(colorOnSolid, variant)
	}
	r.area.Refresh()
	r.word.Refresh()
}
