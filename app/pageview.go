package app

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// pageView shows one page of a document as it looks, as wide as the pane or
// larger, with the place of the selected block marked.
type pageView struct {
	s        *shell
	pictures *pictures
	page     int
	last     int // of the document, as far as its text tells
	zoom     int // index into pageZooms
	place    *briefing.Place
	picture  *canvas.Image
	mark     *canvas.Rectangle
	scroll   *container.Scroll
	label    *widget.Label
	back, on *button
	out, in  *button
	top      fyne.CanvasObject
}

// pageZooms are how wide a page can be, in shares of the pane.
var pageZooms = []float32{1, 1.5, 2, 3}

// newPageView makes an empty one; undrawn is told why pages cannot be drawn.
func newPageView(s *shell, undrawn func(error)) *pageView {
	v := &pageView{s: s, label: section(""), picture: &canvas.Image{FillMode: canvas.ImageFillStretch, ScaleMode: canvas.ImageScaleSmooth}}
	// Paper is white in the dark too.
	v.mark = &canvas.Rectangle{StrokeWidth: 2, CornerRadius: 3, StrokeColor: hues[familyDoubt+".ink"].light}
	v.pictures = newPictures(s, v.drawn, undrawn)
	v.scroll = container.NewScroll(&fyne.Container{Layout: sheetLayout{v}, Objects: []fyne.CanvasObject{v.picture, v.mark}})
	v.back = newButton("‹", func() { v.leaf(-1) })
	v.on = newButton("›", func() { v.leaf(1) })
	v.out = newButton("−", func() { v.scale(-1) })
	v.in = newButton("+", func() { v.scale(1) })
	bar := container.NewHBox(v.back, v.on, gap(6, 0), v.out, v.in)
	head := container.NewBorder(nil, nil, v.label, bar)
	v.top = container.NewBorder(head, nil, nil, nil, newGround(colorPanel, &fyne.Container{Layout: fitted{v}, Objects: []fyne.CanvasObject{v.scroll}}))
	return v
}

func (v *pageView) object() fyne.CanvasObject { return v.top }

// open shows a document from its first page.
func (v *pageView) open(o briefing.Original, last int) {
	v.pictures.open(o)
	v.last, v.page, v.zoom = last, 0, 0
	v.turn(1)
}

// close lets the document and its pictures go.
func (v *pageView) close() {
	v.pictures.close()
	v.page, v.place = 0, nil
	v.picture.Image = nil
	v.picture.Refresh()
}

// point turns to a block's page and marks its place; nil for none.
func (v *pageView) point(b *briefing.Block) {
	if v.page == 0 || b == nil || b.Page == 0 {
		return
	}
	v.turn(b.Page)
	v.place = b.Place
	v.lay()
	v.reveal()
}

// leaf turns pages by hand.
func (v *pageView) leaf(by int) {
	v.s.touch()
	v.turn(v.page + by)
}

// turn shows another page.
func (v *pageView) turn(page int) {
	if page < 1 || page > v.last || page == v.page {
		return
	}
	v.page, v.place = page, nil
	v.label.SetText(v.s.say("import.source.page_of", "Page", page, "Of", v.last))
	able(v.back, page > 1)
	able(v.on, page < v.last)
	v.scroll.ScrollToTop()
	v.want()
}

func (v *pageView) scale(by int) {
	v.s.touch()
	v.zoom = min(max(v.zoom+by, 0), len(pageZooms)-1)
	able(v.out, v.zoom > 0)
	able(v.in, v.zoom < len(pageZooms)-1)
	v.lay()
	v.want()
	v.reveal()
}

// able enables or disables a button.
func able(b *button, yes bool) {
	if yes {
		b.Enable()
	} else {
		b.Disable()
	}
}

// widestPicture is the widest picture of a page that is asked for, in pixels.
const widestPicture = 2400

// want asks for the page at the size it is shown at.
func (v *pageView) want() {
	if v.page == 0 || v.scroll.Size().Width < 32 {
		return
	}
	scale := float32(1)
	if c := v.s.window.Canvas(); c != nil {
		scale = c.Scale()
	}
	const step = 64 // so that a small change of the pane asks for nothing new
	width := (int(v.width()*scale) + step - 1) / step * step
	v.pictures.want(v.page, min(width, widestPicture), v.last)
}

// drawn shows a picture, where it is still the page that is wanted.
func (v *pageView) drawn(page int, m image.Image) {
	if page != v.page {
		return
	}
	v.picture.Image = m
	v.picture.Refresh()
	v.lay()
	v.reveal()
}

// width of the page on the screen.
func (v *pageView) width() float32 {
	return max(0, v.scroll.Size().Width-12) * pageZooms[v.zoom]
}

// height of the page on the screen; a sheet's where there is no picture yet.
func (v *pageView) height() float32 {
	ratio := float32(1.414)
	if m := v.picture.Image; m != nil && m.Bounds().Dx() > 0 {
		ratio = float32(m.Bounds().Dy()) / float32(m.Bounds().Dx())
	}
	return v.width() * ratio
}

// lay places the page and the mark anew.
func (v *pageView) lay() {
	v.scroll.Content.Refresh()
	v.scroll.Refresh()
}

// reveal scrolls to the mark.
func (v *pageView) reveal() {
	if v.place == nil {
		return
	}
	top, foot := float32(v.place.Top)*v.height(), float32(v.place.Foot)*v.height()
	room := v.scroll.Size().Height
	offset := v.scroll.Offset
	if top < offset.Y || foot > offset.Y+room {
		offset.Y = max(0, min(top-room/4, v.height()-room))
		v.scroll.ScrollToOffset(offset)
	}
}
