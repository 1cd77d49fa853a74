package app

import "fyne.io/fyne/v2"

// sheetLayout lays out the picture of a page and the mark on it.
type sheetLayout struct{ v *pageView }

// Layout stretches the picture over the sheet and the mark over the block's
// place, a little beyond.
func (l sheetLayout) Layout(objects []fyne.CanvasObject, _ fyne.Size) {
	w, h := l.v.width(), l.v.height()
	picture, mark := objects[0], objects[1]
	picture.Resize(fyne.NewSize(w, h))
	picture.Move(fyne.NewPos(0, 0))
	if l.v.place == nil || l.v.picture.Image == nil {
		mark.Hide()
		return
	}
	const beyond = 3
	top, foot := float32(l.v.place.Top)*h-beyond, float32(l.v.place.Foot)*h+beyond
	mark.Move(fyne.NewPos(2, max(0, top)))
	mark.Resize(fyne.NewSize(max(0, w-4), foot-max(0, top)))
	mark.Show()
}

// MinSize is the sheet's, so that the pane scrolls.
func (l sheetLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.v.width(), l.v.height())
}

// fitted hears when the pane changes its size.
type fitted struct{ v *pageView }

// Layout fills the pane and has the page fit it.
func (l fitted) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	changed := objects[0].Size() != size
	objects[0].Resize(size)
	if changed {
		l.v.lay()
		l.v.want()
	}
}

// MinSize leaves the page readable.
func (l fitted) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, 120) }
