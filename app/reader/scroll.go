package reader

import "fyne.io/fyne/v2"

// place is where the reader stands in the note: the row at the top edge and
// how much of it is hidden above. Heights estimated elsewhere may turn out
// otherwise without moving what is on the screen.
type place struct {
	row    int
	hidden float32
}

// Scrolled moves the note by the wheel.
func (r *Reader) Scrolled(e *fyne.ScrollEvent) { r.scrollBy(-e.Scrolled.DY) }

// scrollBy moves the note by a distance, downwards when positive.
func (r *Reader) scrollBy(dy float32) {
	r.wanted = ""
	r.top.hidden += dy
	r.show()
}

// scrollTo puts y of the note, its estimated part included, at the top edge.
func (r *Reader) scrollTo(y float64) {
	if r.heights == nil {
		return
	}
	r.wanted = ""
	r.top.row, r.top.hidden = r.heights.at(y)
	r.show()
}

// settle lays out the rows at the top edge and corrects the place: hidden is
// afterwards less than the row's height, and the last row is not left above
// the bottom edge.
func (r *Reader) settle() {
	t := &r.top
	for t.hidden < 0 && t.row > 0 {
		t.row--
		t.hidden += r.blockAt(t.row).height
	}
	t.hidden = max(t.hidden, 0)
	for t.row < len(r.rows)-1 && t.hidden >= r.blockAt(t.row).height {
		t.hidden -= r.blockAt(t.row).height
		t.row++
	}
	gap := r.Size().Height - r.below()
	for gap > 0 && (t.row > 0 || t.hidden > 0) {
		if t.hidden >= gap {
			t.hidden -= gap
			return
		}
		gap -= t.hidden
		t.hidden = 0
		if t.row > 0 {
			t.row--
			t.hidden = r.blockAt(t.row).height
		}
	}
}

// below is how much of the note follows the top edge, as far as the bottom
// edge needs to know.
func (r *Reader) below() float32 {
	sum := -r.top.hidden
	for i := r.top.row; i < len(r.rows) && sum < r.Size().Height; i++ {
		sum += r.blockAt(i).height
	}
	return sum
}

// reveal scrolls as little as puts the row on the screen; a row higher than
// the screen is shown from its top.
func (r *Reader) reveal(i int) {
	view := r.Size().Height
	if i < 0 || i >= len(r.rows) {
		return
	}
	if r.heights == nil {
		r.wanted = r.rows[i].ID
		return
	}
	height := r.blockAt(i).height
	y, near := r.onScreen(i)
	switch {
	case near && y >= 0 && y+height <= view:
		return
	case i < r.top.row || near && y < 0 || height >= view:
		r.top = place{row: i}
	default:
		r.top = place{row: i, hidden: height - view}
	}
	r.show()
}

// onScreen is the y of a row, and false where the row begins and ends outside.
func (r *Reader) onScreen(i int) (float32, bool) {
	y := -r.top.hidden
	for k := r.top.row; k < len(r.rows) && y < r.Size().Height; k++ {
		if k == i {
			return y, true
		}
		y += r.blockAt(k).height
	}
	return 0, false
}

// rowAt is the row at a y of the screen and how far into it y lies; the last
// one below the end.
func (r *Reader) rowAt(y float32) (int, float32) {
	y += r.top.hidden
	i := r.top.row
	for ; i < len(r.rows)-1; i++ {
		h := r.blockAt(i).height
		if y < h {
			break
		}
		y -= h
	}
	return i, y
}
