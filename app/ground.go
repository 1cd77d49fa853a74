package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ground is a coloured area under its content that follows the theme.
type ground struct {
	widget.BaseWidget
	fill    fyne.ThemeColorName
	stroke  fyne.ThemeColorName // empty for none
	radius  float32
	content fyne.CanvasObject
}

// newGround puts content on a plain colour.
func newGround(fill fyne.ThemeColorName, content fyne.CanvasObject) *ground {
	g := &ground{fill: fill, content: content}
	g.ExtendBaseWidget(g)
	return g
}

// newCard puts content on a bordered area with round corners.
func newCard(content fyne.CanvasObject) *ground {
	g := &ground{fill: theme.ColorNameBackground, stroke: theme.ColorNameSeparator, radius: 8, content: content}
	g.ExtendBaseWidget(g)
	return g
}

// CreateRenderer draws the area under the content.
func (g *ground) CreateRenderer() fyne.WidgetRenderer {
	r := &groundRenderer{of: g, area: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type groundRenderer struct {
	of   *ground
	area *canvas.Rectangle
}

// Destroy frees nothing.
func (r *groundRenderer) Destroy() {}

// Layout fills the widget with both.
func (r *groundRenderer) Layout(size fyne.Size) {
	r.area.Resize(size)
	r.of.content.Resize(size)
}

// MinSize is the content's.
func (r *groundRenderer) MinSize() fyne.Size { return r.of.content.MinSize() }

// Objects are the area and the content on it.
func (r *groundRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.area, r.of.content}
}

// Refresh takes the theme's colours.
func (r *groundRenderer) Refresh() {
	th := r.of.Theme()
	variant := fyne.CurrentApp().Settings().ThemeVariant()
	r.area.FillColor = th.Color(r.of.fill, variant)
	r.area.CornerRadius = r.of.radius
	if r.of.stroke != "" {
		r.area.StrokeColor, r.area.StrokeWidth = th.Color(r.of.stroke, variant), 1
	}
	r.area.Refresh()
}

// roomy keeps content away from the edges of a page or a card.
func roomy(content fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(6, 6, 12, 12), content)
}

// gap is an empty space of a width and a height.
func gap(width, height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(width, height))
	return r
}

// atLeastWide gives content a least width.
func atLeastWide(width float32, content fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: leastWidth(width), Objects: []fyne.CanvasObject{content}}
}

// leastWidth lays its one object out over the whole, never narrower than itself.
type leastWidth float32

// Layout fills the space.
func (w leastWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

// MinSize is the object's, widened.
func (w leastWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(float32(w), 0)
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size
}

// column lays its one object out in the middle, no wider than itself.
type column float32

// Layout centres the object and gives it the whole height.
func (c column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width, float32(c))
	for _, o := range objects {
		o.Resize(fyne.NewSize(width, size.Height))
		o.Move(fyne.NewPos((size.Width-width)/2, 0))
	}
}

// MinSize is the object's height; its width gives way.
func (c column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size
}

// stretched is a width for text at 100 %, widened by half of what the text
// grows: the rest is wrapped or scrolled to.
func stretched(width float32) float32 { return width * (1 + theme.TextSize()/textSize) / 2 }

// fixedWide gives content exactly a width, at 100 % text: it grows with the text.
func fixedWide(width float32, content fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: exactWidth(width), Objects: []fyne.CanvasObject{content}}
}

// exactWidth is as wide as it says, whatever stands in it.
type exactWidth float32

// Layout fills the space.
func (w exactWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	leastWidth(w).Layout(objects, size)
}

// MinSize has the objects' height.
func (w exactWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(float32(w)*theme.TextSize()/textSize, 0)
	for _, o := range objects {
		size.Height = max(size.Height, o.MinSize().Height)
	}
	return size
}

// snug takes a label's padding off above and below, so that the lines of a
// list stand closer; 24 points stay to hit.
type snug float32

// Layout lets the object reach over the edges.
func (n snug) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(0, (size.Height-o.MinSize().Height)/2))
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
	}
}

// MinSize is the object's without the padding.
func (n snug) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	size.Height = max(24, size.Height-float32(n))
	return size
}
