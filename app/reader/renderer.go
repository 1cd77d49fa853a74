package reader

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// renderer is the reader's face to the toolkit.
type renderer struct {
	reader *Reader
	ring   *canvas.Rectangle
	font   fyne.Resource
	text   float32 // the theme's text size, which the layout rests on
	cache  []fyne.CanvasObject
}

// CreateRenderer is part of fyne.Widget.
func (r *Reader) CreateRenderer() fyne.WidgetRenderer {
	ring := canvas.NewRectangle(color.Transparent)
	ring.StrokeWidth = 2
	ring.StrokeColor = newPalette(r.Theme()).color(theme.ColorNameFocus)
	x := &renderer{reader: r, ring: ring}
	x.font, x.text = x.basis()
	return x
}

// basis is what of the theme the layout depends on.
func (x *renderer) basis() (fyne.Resource, float32) {
	th := x.reader.Theme()
	return th.Font(fyne.TextStyle{}), th.Size(theme.SizeNameText)
}

func (x *renderer) Destroy() {}

func (x *renderer) Layout(size fyne.Size) {
	x.ring.Move(fyne.NewPos(1, 1))
	x.ring.Resize(size.SubtractWidthHeight(2, 2))
	x.reader.resized()
}

func (x *renderer) MinSize() fyne.Size { return fyne.NewSize(160, 80) }

func (x *renderer) Objects() []fyne.CanvasObject {
	r := x.reader
	out := x.cache[:0]
	for i := r.top.row; i < r.top.row+len(r.strips); i++ {
		if s := r.strips[i]; s != nil {
			out = append(out, s.box)
		}
	}
	out = append(out, r.bar.thumb, r.tip.strip.box)
	if r.focused {
		out = append(out, x.ring)
	}
	x.cache = out
	return out
}

// Refresh takes up a changed theme: colours at once, and a new layout where
// its font or text size is another.
func (x *renderer) Refresh() {
	r := x.reader
	r.colors = newPalette(r.Theme())
	x.ring.StrokeColor = r.colors.color(theme.ColorNameFocus)
	r.tip.hide()
	font, text := x.basis()
	if font != x.font || text != x.text {
		x.font, x.text = font, text
		r.composer.ruler = newRuler()
		r.relayout()
		return
	}
	r.redraw()
	canvas.Refresh(r)
}

// resized lays the note out again where the width changed its columns.
func (r *Reader) resized() {
	if r.heights == nil || r.columns() != r.composer.columns {
		r.relayout()
		return
	}
	r.again()
}
