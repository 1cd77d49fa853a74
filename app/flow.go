package app

import "fyne.io/fyne/v2"

// flow lays objects out in rows, as words in a paragraph.
type flow struct {
	gap   float32
	width float32 // as last laid out; 0 before
}

// Layout fills row after row.
func (f *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.place(objects, func(o fyne.CanvasObject, at fyne.Position, s fyne.Size) {
		o.Move(at)
		o.Resize(s)
	})
}

// place gives each object's place and returns how high the rows are.
func (f *flow) place(objects []fyne.CanvasObject, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	var x, y, high float32
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		s := o.MinSize()
		if x > 0 && x+s.Width > f.width {
			x, y, high = 0, y+high+f.gap, 0
		}
		put(o, fyne.NewPos(x, y), s)
		x, high = x+s.Width+f.gap, max(high, s.Height)
	}
	return y + high
}

// MinSize is as wide as the widest object and as high as the rows were at the
// width last given.
func (f *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		if o.Visible() {
			size.Width = max(size.Width, o.MinSize().Width)
		}
	}
	if f.width == 0 {
		f.width = 480
	}
	size.Height = f.place(objects, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
	return size
}
