package reader

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// relayout forgets every laid-out block: the width, the zoom, the font or the
// rows changed. The row at the top edge stays there, by its share.
func (r *Reader) relayout() {
	size := r.Size()
	if size.Width <= 0 || size.Height <= 0 {
		r.heights = nil
		return
	}
	share := r.hiddenShare()
	r.composer.columns = r.columns()
	if font := r.composer.arabic; font == nil || font.source != r.Arabic {
		r.composer.arabic = newScriptFont(r.Arabic)
	}
	for i := range r.strips {
		r.discard(i)
	}
	r.blocks = make([]*block, len(r.rows))
	each := make([]float32, len(r.rows))
	for i := range r.rows {
		each[i] = r.composer.estimate(&r.rows[i])
	}
	r.heights = newHeights(each)
	if r.top.row < len(r.rows) {
		r.top.hidden = share * r.blockAt(r.top.row).height
	}
	r.again()
}

// again shows the place after the reader got another size. Until the user
// moves, the row asked for before there was a size is revealed from the top of
// the note: the first sizes of a window are not its last.
func (r *Reader) again() {
	i := r.find(r.wanted)
	if i >= 0 {
		r.top = place{}
	}
	r.show()
	r.reveal(i)
}

// hiddenShare is how much of the row at the top edge is above it, 0 to 1.
func (r *Reader) hiddenShare() float32 {
	if r.heights == nil || r.top.row >= len(r.blocks) || r.blocks[r.top.row] == nil {
		return 0
	}
	return min(r.top.hidden/max(r.blocks[r.top.row].height, 1), 1)
}

// columns shares out the width as it is now.
func (r *Reader) columns() columns {
	em := r.Theme().Size(theme.SizeNameText) * float32(r.zoom) / 100
	longest, notes, rtl := "", false, 0
	for i := range r.rows {
		row := &r.rows[i]
		notes = notes || len(row.Notes) > 0
		if row.RTL {
			rtl++
		}
		if len(row.Label) > len(longest) && lookOf(row).numbered {
			longest = row.Label
		}
	}
	label := r.composer.ruler.width(face{size: em * 0.93, style: bold}, longest)
	return columnsAt(r.Size().Width, em, label, notes, 2*rtl > len(r.rows))
}

// estimate guesses the height of a row from the length of its text: a letter
// is half an em wide, a Chinese one a whole.
func (c composer) estimate(row *Row) float32 {
	l := lookOf(row)
	runes := utf8.RuneCountInString(row.Text)
	letters := float32(runes) + float32(len(row.Text)-runes)/2
	lines := letters * 0.5 * c.em * l.scale / c.textW
	height := float32(int(lines)+1+len(row.Rows)) * 1.36 * l.scale
	if len(row.Chips) > 0 {
		height += 1.8
	}
	return c.em * (height + l.above + l.below)
}

// blockAt lays a row out, once, and corrects its height.
func (r *Reader) blockAt(i int) *block {
	if r.blocks[i] == nil {
		r.blocks[i] = r.composer.compose(&r.rows[i])
		r.heights.set(i, r.blocks[i].height)
	}
	return r.blocks[i]
}

// show brings the canvas in line with the place.
func (r *Reader) show() {
	if r.heights == nil {
		return
	}
	if r.colors == nil {
		r.colors = newPalette(r.Theme())
	}
	first, end := 0, 0
	if len(r.rows) > 0 {
		r.settle()
		first, end = r.top.row, r.top.row
		for y := -r.top.hidden; end < len(r.rows) && y < r.Size().Height; end++ {
			y += r.blockAt(end).height
		}
	}
	for i := range r.strips {
		if i < first || i >= end {
			r.discard(i)
		}
	}
	y := -r.top.hidden
	for i := first; i < end; i++ {
		s := r.stripAt(i)
		s.box.Move(fyne.NewPos(0, y))
		s.hold(r.blocks[i], max(-y, 0))
		y += r.blocks[i].height
	}
	r.bar.show(r.Size(), r.heights.before(first)+float64(r.top.hidden), r.heights.total(), r.colors)
	canvas.Refresh(r)
	r.tellVisible()
	r.tellMoved()
}

func (r *Reader) tellVisible() {
	id := ""
	if r.top.row < len(r.rows) {
		id = r.rows[r.top.row].ID
	}
	if id != r.visible {
		r.visible = id
		if r.OnVisible != nil && id != "" {
			r.OnVisible(id)
		}
	}
}

// stripAt is the strip of a row on the screen, drawn.
func (r *Reader) stripAt(i int) *strip {
	s := r.strips[i]
	if s != nil {
		return s
	}
	if n := len(r.idle); n > 0 {
		s, r.idle = r.idle[n-1], r.idle[:n-1]
	} else {
		s = newStrip()
	}
	r.strips[i] = s
	r.draw(i, s)
	return s
}

func (r *Reader) draw(i int, s *strip) {
	start, end := r.phrase.within(i, r.rows)
	s.block(r.blockAt(i), r.composer.columns, r.colors, i == r.selected, start, end)
	s.box.Resize(fyne.NewSize(r.Size().Width, r.blocks[i].height))
}

// discard takes a row's strip off the screen, for another row to use.
func (r *Reader) discard(i int) {
	if s, ok := r.strips[i]; ok {
		delete(r.strips, i)
		r.idle = append(r.idle, s)
	}
}

// redraw draws what is on the screen again: the selection or a colour changed.
func (r *Reader) redraw() {
	if r.heights == nil {
		return
	}
	for i, s := range r.strips {
		r.draw(i, s)
	}
	r.show()
}
