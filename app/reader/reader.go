// Package reader shows a note: a long column of paragraphs with their printed
// numbers, highlights, chips and margin remarks, of which only the visible
// ones exist as canvas objects. It knows rows, not stores or pages.
//
// The toolkit's rich text has no background behind a span, no selection and no
// right-to-left order, and its list lays out every row it is told the height
// of. Here text is broken and ordered by this package, drawn as one
// canvas.Text a piece, and laid out when it comes on the screen.
package reader

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Reader is the note as it is read. Its callbacks run on the UI goroutine; any
// of them may be nil.
type Reader struct {
	widget.BaseWidget

	// OnSelect is told the block the user moved to.
	OnSelect func(id string)
	// OnPhrase is told the span, in bytes of its row's text, the user selected.
	OnPhrase func(id string, start, end int)
	// OnCopy is given the selected text, or the selected block's.
	OnCopy func(text string)
	// OnOpen is told the link the user followed: "#block" or an address.
	OnOpen func(link string)
	// OnMark is told the mark the user clicked.
	OnMark func(id string)
	// OnSecondary asks for a block's menu, at a position on the canvas.
	OnSecondary func(id string, at fyne.Position)
	// OnRune is told a letter typed while the reader has the keyboard.
	OnRune func(r rune)
	// OnVisible is told the first visible block whenever it changes.
	OnVisible func(id string)
	// OnMoved is told the block at the top edge, and how much of it is hidden
	// above, 0 to 1, whenever the user moves the note; not by MoveTo.
	OnMoved func(id string, hidden float64)
	// Arabic is the font of Arabic letters; nil takes the system's.
	Arabic fyne.Resource

	rows     []Row
	index    map[string]int // row by id
	selected int            // row; -1 for none
	phrase   phrase
	zoom     int

	composer composer
	blocks   []*block // by row; nil until it was on the screen
	heights  *heights // nil until the reader has a size
	top      place
	wanted   string // id asked for before there was a size; see again
	visible  string // what OnVisible was told last
	moved    place  // what OnMoved was told last
	led      bool   // MoveTo is at work
	colors   *palette
	strips   map[int]*strip // by row, those on the screen
	idle     []*strip
	bar      bar
	tip      tip
	pointer  pointer
	focused  bool
	shift    bool
}

// New makes an empty reader at 100 %.
func New() *Reader {
	r := &Reader{
		selected: -1, zoom: 100,
		index: map[string]int{}, strips: map[int]*strip{},
		bar: newBar(), tip: newTip(),
	}
	r.composer.ruler = newRuler()
	r.ExtendBaseWidget(r)
	return r
}

// SetRows shows other rows. Where the block at the top edge is among them,
// unchanged, the place stays; otherwise the note begins at its top. The
// selection survives when its block does.
func (r *Reader) SetRows(rows []Row) {
	selected, top := r.Selected(), Row{}
	if r.top.row < len(r.rows) {
		top = r.rows[r.top.row]
	}
	r.rows = append([]Row(nil), rows...)
	clear(r.index)
	for i := range r.rows {
		r.index[r.rows[i].ID] = i
	}
	r.selected = r.find(selected)
	r.phrase = phrase{}
	if i := r.find(top.ID); i >= 0 && r.rows[i].Text == top.Text {
		r.top.row = i
	} else {
		r.top = place{}
	}
	r.tip.hide()
	r.relayout()
}

// UpdateRow replaces the row with the same id and leaves the place as it is.
func (r *Reader) UpdateRow(row Row) {
	i := r.find(row.ID)
	if i < 0 {
		return
	}
	if r.phrase.touches(i) && r.rows[i].words() != row.words() {
		r.phrase = phrase{}
	}
	r.rows[i] = row
	if r.heights == nil || r.columns() != r.composer.columns {
		r.relayout()
		return
	}
	r.blocks[i] = nil
	r.heights.set(i, r.composer.estimate(&r.rows[i]))
	r.discard(i)
	r.show()
}

// Select marks a block and brings it on the screen, without calling OnSelect.
// An id the reader does not have clears the selection.
func (r *Reader) Select(id string) {
	i := r.find(id)
	r.choose(i)
	r.reveal(i)
}

// Selected is the id of the selected block, empty when there is none.
func (r *Reader) Selected() string {
	if r.selected < 0 || r.selected >= len(r.rows) {
		return ""
	}
	return r.rows[r.selected].ID
}

// SetZoom sets the size of the text in percent of the theme's, 80 to 250.
func (r *Reader) SetZoom(percent int) {
	percent = min(max(percent, 80), 250)
	if percent == r.zoom {
		return
	}
	r.zoom = percent
	r.composer.ruler = newRuler()
	r.relayout()
}

// Reveal scrolls as little as puts the block on the screen.
func (r *Reader) Reveal(id string) { r.reveal(r.find(id)) }

// find is the row of an id, -1 where there is none.
func (r *Reader) find(id string) int {
	if i, ok := r.index[id]; ok {
		return i
	}
	return -1
}

// choose selects a row, -1 for none.
func (r *Reader) choose(i int) {
	if i != r.selected {
		r.selected = i
		r.redraw()
	}
}

// pick is choose by the user's own hand: the page hears of it. It does not
// scroll, for the text must not move under the mouse.
func (r *Reader) pick(i int) {
	changed := i != r.selected
	r.wanted = ""
	r.choose(i)
	if changed && r.OnSelect != nil {
		r.OnSelect(r.Selected())
	}
}
