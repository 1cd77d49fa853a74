package app

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// grip is what our widgets do with the keyboard beside their own work: a ring
// while they have it, Escape to the dialog they stand in, F1 and F8 to the window.
// The toolkit shows the focus by a fill alone, which is hard to tell from
// other fills.
type grip struct {
	held         bool
	edged        bool // a thin edge stands where the ring will
	escape       func()
	outer, inner *canvas.Rectangle // nil before the widget is drawn
}

// ringLine is the thickness of the ring's outer line; the inner one is half.
const ringLine = 2

func (g *grip) setEscape(what func()) { g.escape = what }

// hold shows or hides the ring.
func (g *grip) hold(held bool) {
	g.held = held
	if g.outer != nil {
		g.paint()
	}
}

// paint shows the ring in the theme's colours: the inner line, in the page's,
// parts the outer from a fill of the same colour.
func (g *grip) paint() {
	g.outer.Hidden, g.inner.Hidden = !g.held && !g.edged, !g.held
	g.outer.StrokeColor, g.outer.StrokeWidth = theme.Color(theme.ColorNamePrimary), ringLine
	if !g.held {
		g.outer.StrokeColor, g.outer.StrokeWidth = theme.Color(theme.ColorNameInputBorder), ringLine/2
	}
	g.inner.StrokeColor, g.inner.StrokeWidth = theme.Color(theme.ColorNameBackground), ringLine/2
	g.outer.CornerRadius, g.inner.CornerRadius = 4, 3
	g.outer.Refresh()
	g.inner.Refresh()
}

// windowKeys are the keys by themselves that the window hears: no menu does.
var windowKeys = []fyne.KeyName{fyne.KeyF1, fyne.KeyF7, fyne.KeyF8, fyne.KeyF11}

// takes hands on a key that is not the widget's own, and tells whether it was
// such a key.
func (g *grip) takes(o fyne.CanvasObject, e *fyne.KeyEvent) bool {
	switch {
	case slices.Contains(windowKeys, e.Name):
		toWindow(o, e)
	case e.Name == fyne.KeyEscape && g.escape != nil:
		g.escape()
	default:
		return false
	}
	return true
}

// around draws the ring over what a widget draws itself.
func (g *grip) around(inside fyne.WidgetRenderer) fyne.WidgetRenderer {
	g.outer, g.inner = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	g.paint()
	return &gripRenderer{inside, g}
}

type gripRenderer struct {
	fyne.WidgetRenderer
	g *grip
}

// Layout puts the ring at the widget's edge.
func (r *gripRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.g.outer.Resize(size)
	r.g.inner.Move(fyne.NewSquareOffsetPos(ringLine))
	r.g.inner.Resize(size.SubtractWidthHeight(2*ringLine, 2*ringLine))
}

// Objects are the widget's and, over them, the ring.
func (r *gripRenderer) Objects() []fyne.CanvasObject {
	inside := r.WidgetRenderer.Objects()
	return append(slices.Clip(inside), r.g.outer, r.g.inner)
}

// Refresh takes the theme's colours.
func (r *gripRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.g.paint()
}
