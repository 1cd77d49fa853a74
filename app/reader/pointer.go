package reader

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"placard/briefing"
)

var (
	_ fyne.Draggable         = (*Reader)(nil)
	_ fyne.Scrollable        = (*Reader)(nil)
	_ fyne.DoubleTappable    = (*Reader)(nil)
	_ desktop.Mouseable      = (*Reader)(nil)
	_ desktop.Hoverable      = (*Reader)(nil)
	_ desktop.Cursorable     = (*Reader)(nil)
	_ fyne.SecondaryTappable = (*Reader)(nil)
)

// pointer is what the mouse is doing.
type pointer struct {
	cursor  desktop.Cursor
	pressed bool // on text, to select
	moved   bool // since it was pressed
}

// MouseDown selects the block under the mouse and begins a selection of text.
// With Shift it extends the one there is.
func (r *Reader) MouseDown(e *desktop.MouseEvent) {
	r.focus()
	r.tip.hide()
	if len(r.rows) == 0 || r.heights == nil {
		return
	}
	if e.Button == desktop.MouseButtonPrimary && r.bar.grab(e.Position, r.Size()) {
		r.drag(e.Position)
		return
	}
	s := r.spotAt(e.Position)
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	r.pointer.pressed, r.pointer.moved = true, false
	if e.Modifier&fyne.KeyModifierShift != 0 {
		r.setPhrase(phrase{r.anchor(), s})
		r.pointer.moved = true
		return
	}
	r.setPhrase(phrase{s, s})
	r.pick(s.row)
}

// anchor is where a selection begins that is extended: where the last one did,
// or at the selected block.
func (r *Reader) anchor() spot {
	if r.phrase == (phrase{}) && r.selected >= 0 {
		return spot{row: r.selected}
	}
	return r.phrase.from
}

// Dragged moves the thumb, or extends the selection of text, scrolling at the
// edges.
func (r *Reader) Dragged(e *fyne.DragEvent) { r.drag(e.Position) }

func (r *Reader) drag(at fyne.Position) {
	view := r.Size().Height
	switch {
	case r.bar.held >= 0:
		r.scrollTo(r.bar.wanted(at.Y, view, r.heights.total()))
	case r.pointer.pressed:
		r.pointer.moved = true
		if over := min(at.Y, 0) + max(at.Y-view, 0); over != 0 {
			r.scrollBy(over)
		}
		at.Y = min(max(at.Y, 0), view-1)
		r.setPhrase(phrase{r.phrase.from, r.spotAt(at)})
	}
}

// DragEnd is part of fyne.Draggable; MouseUp ends the selection.
func (r *Reader) DragEnd() { r.release() }

// MouseUp ends a selection, or follows the link or mark that was clicked.
func (r *Reader) MouseUp(e *desktop.MouseEvent) {
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	clicked := r.pointer.pressed && !r.pointer.moved
	r.release()
	if clicked {
		r.follow(e.Position)
	}
}

func (r *Reader) release() {
	r.bar.held = -1
	selected := r.pointer.pressed && r.pointer.moved
	r.pointer.pressed, r.pointer.moved = false, false
	if selected {
		r.tellPhrase()
	}
}

// DoubleTapped selects the word under the mouse.
func (r *Reader) DoubleTapped(e *fyne.PointEvent) {
	if len(r.rows) == 0 || r.heights == nil {
		return
	}
	s := r.spotAt(e.Position)
	start, end := wordAt(r.rows[s.row].Text, min(s.at, len(r.rows[s.row].Text)))
	r.setPhrase(phrase{spot{s.row, start}, spot{s.row, end}})
	r.tellPhrase()
}

// TappedSecondary selects the block under the mouse and asks for its menu. A
// phrase in that block stays selected, for the menu to act on.
func (r *Reader) TappedSecondary(e *fyne.PointEvent) {
	if len(r.rows) == 0 || r.heights == nil {
		return
	}
	i, _ := r.rowAt(e.Position.Y)
	if !r.phrase.touches(i) {
		r.setPhrase(phrase{})
	}
	r.pick(i)
	if r.OnSecondary != nil {
		r.OnSecondary(r.rows[i].ID, e.AbsolutePosition)
	}
}

// MouseIn is part of desktop.Hoverable.
func (r *Reader) MouseIn(e *desktop.MouseEvent) { r.MouseMoved(e) }

// MouseMoved shows by the cursor what a click would do, and the footnote of a
// mark the mouse is over.
func (r *Reader) MouseMoved(e *desktop.MouseEvent) {
	r.pointer.cursor = desktop.TextCursor
	if e.Position.X >= r.Size().Width-barWidth {
		r.pointer.cursor = desktop.DefaultCursor
	}
	u, ok := r.under(e.Position)
	if ok && (u.link != "" || u.mark != "") {
		r.pointer.cursor = desktop.PointerCursor
	}
	r.footnote(u.note, e.Position)
}

// MouseOut is part of desktop.Hoverable.
func (r *Reader) MouseOut() { r.tip.hide() }

// Cursor is the mouse cursor over the reader.
func (r *Reader) Cursor() desktop.Cursor {
	if r.pointer.cursor == nil {
		return desktop.TextCursor
	}
	return r.pointer.cursor
}

// spotAt is the place in the text nearest to a place on the screen.
func (r *Reader) spotAt(at fyne.Position) spot {
	i, y := r.rowAt(at.Y)
	return spot{i, r.blockAt(i).hit(at.X, y)}
}

// target is what stands at a place: a link, a footnote's id, a mark.
type target struct{ link, note, mark string }

// under finds what is under the mouse; false where there is no letter.
func (r *Reader) under(at fyne.Position) (target, bool) {
	if len(r.rows) == 0 || r.heights == nil {
		return target{}, false
	}
	i, y := r.rowAt(at.Y)
	n, ok := r.blockAt(i).over(fyne.NewPos(at.X, y))
	if !ok {
		return target{}, false
	}
	t := target{}
	if run, ok := runAt(r.rows[i].Runs, n); ok {
		t.link, t.note = linkOf(run), run.NoteRef
	}
	for _, m := range r.rows[i].Marks {
		if n >= m.Start && n < m.End {
			t.mark = m.ID
		}
	}
	return t, true
}

func runAt(runs []briefing.Run, at int) (briefing.Run, bool) {
	for _, run := range runs {
		if at >= run.Start && at < run.End {
			return run, true
		}
	}
	return briefing.Run{}, false
}

// linkOf is where a run leads: its link, or the footnote it marks.
func linkOf(run briefing.Run) string {
	if run.Link == "" && run.NoteRef != "" {
		return "#" + run.NoteRef
	}
	return run.Link
}

// follow opens the link under the mouse, or else tells of the mark.
func (r *Reader) follow(at fyne.Position) {
	t, _ := r.under(at)
	switch {
	case t.link != "" && r.OnOpen != nil:
		r.OnOpen(t.link)
	case t.mark != "" && r.OnMark != nil:
		r.OnMark(t.mark)
	}
}
