package reader

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

var (
	_ fyne.Focusable    = (*Reader)(nil)
	_ fyne.Shortcutable = (*Reader)(nil)
	_ desktop.Keyable   = (*Reader)(nil)
)

// keys are what the keys do.
var keys = map[fyne.KeyName]func(*Reader){
	fyne.KeyDown:     func(r *Reader) { r.step(1) },
	fyne.KeyUp:       func(r *Reader) { r.step(-1) },
	fyne.KeyPageDown: func(r *Reader) { r.page(1) },
	fyne.KeyPageUp:   func(r *Reader) { r.page(-1) },
	fyne.KeyHome:     func(r *Reader) { r.move(0) },
	fyne.KeyEnd:      func(r *Reader) { r.move(len(r.rows) - 1) },
	fyne.KeyRight:    func(r *Reader) { r.extend(1) },
	fyne.KeyLeft:     func(r *Reader) { r.extend(-1) },
	fyne.KeyReturn:   (*Reader).followSelected,
	fyne.KeyEnter:    (*Reader).followSelected,
	fyne.KeyEscape:   func(r *Reader) { r.setPhrase(phrase{}) },
}

// FocusGained shows the ring.
func (r *Reader) FocusGained() { r.setFocused(true) }

// FocusLost takes the ring away.
func (r *Reader) FocusLost() {
	r.shift = false
	r.setFocused(false)
}

func (r *Reader) setFocused(on bool) {
	r.focused = on
	r.tip.hide()
	canvas.Refresh(r)
}

// focus asks for the keyboard.
func (r *Reader) focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil {
		c.Focus(r)
	}
}

// KeyDown notes that Shift is held: with it the arrows select text.
func (r *Reader) KeyDown(k *fyne.KeyEvent) {
	if k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight {
		r.shift = true
	}
}

// KeyUp is part of desktop.Keyable.
func (r *Reader) KeyUp(k *fyne.KeyEvent) {
	if k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight {
		r.shift = false
	}
}

// TypedRune hands a letter on; by itself the reader does nothing with it.
func (r *Reader) TypedRune(letter rune) {
	if r.OnRune != nil {
		r.OnRune(letter)
	}
}

// TypedKey moves the selection and keeps it on the screen. Shift with Left or
// Right selects by words, Return follows the block's link, Escape lets the
// selected text go. Other keys are the window's.
func (r *Reader) TypedKey(k *fyne.KeyEvent) {
	act := keys[k.Name]
	switch {
	case act == nil:
		r.handOn(k)
	case len(r.rows) > 0 && r.heights != nil:
		act(r)
	}
}

// handOn gives a key to the window, which hears keys by itself only while
// nothing has the focus.
func (r *Reader) handOn(k *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(r)
	if c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(k)
	}
}

// TypedShortcut copies the selection, or selects the text of the block.
func (r *Reader) TypedShortcut(s fyne.Shortcut) {
	switch s.(type) {
	case *fyne.ShortcutCopy:
		if text := r.copied(); text != "" && r.OnCopy != nil {
			r.OnCopy(text)
		}
	case *fyne.ShortcutSelectAll:
		if r.selected >= 0 {
			end := len(r.rows[r.selected].words())
			r.setPhrase(phrase{spot{r.selected, 0}, spot{r.selected, end}})
			r.tellPhrase()
		}
	}
}

// move selects a row by key.
func (r *Reader) move(i int) {
	i = min(max(i, 0), len(r.rows)-1)
	r.setPhrase(phrase{})
	r.pick(i)
	r.reveal(i)
}

// step moves by a row. A row higher than the screen is read through first. With
// nothing selected the first visible row is the next.
func (r *Reader) step(by int) {
	if r.selected < 0 {
		r.move(r.top.row)
		return
	}
	if r.readOn(by) {
		return
	}
	r.move(r.selected + by)
}

// readOn scrolls inside a selected row that does not fit the screen, and tells
// whether there was more of it to see.
func (r *Reader) readOn(by int) bool {
	view := r.Size().Height
	y, ok := r.onScreen(r.selected)
	height := r.blockAt(r.selected).height
	if !ok || height <= view {
		return false
	}
	rest := y + height - view // hidden below
	if by < 0 {
		rest = -y // hidden above
	}
	if rest <= 0 {
		return false
	}
	r.scrollBy(float32(by) * min(rest, view*0.8))
	return true
}

// page moves by a screen and selects the row in its middle, or the first or last
// of the note at its ends.
func (r *Reader) page(by int) {
	view := r.Size().Height
	r.scrollBy(float32(by) * view * 0.9)
	i, _ := r.rowAt(view / 2)
	switch {
	case by < 0 && r.top.row == 0 && r.top.hidden == 0:
		i = 0
	case by > 0 && r.below() <= view:
		i = len(r.rows) - 1
	}
	r.setPhrase(phrase{})
	r.pick(i)
}

// extend selects words of the block by key, from its beginning or from where
// the selected text ends.
func (r *Reader) extend(by int) {
	if !r.shift || r.selected < 0 {
		return
	}
	p := r.phrase
	if p.empty() || p.to.row != r.selected {
		p = phrase{spot{r.selected, 0}, spot{r.selected, 0}}
		if r.phrase.from.row == r.selected {
			p = phrase{r.phrase.from, r.phrase.from}
		}
	}
	p.to.at = nextWord(r.rows[r.selected].words(), p.to.at, by)
	r.setPhrase(p)
	r.tellPhrase()
}

// followSelected opens the first link of the block that the selected text
// touches, or its first link when no text is selected.
func (r *Reader) followSelected() {
	if r.selected < 0 || r.OnOpen == nil {
		return
	}
	start, end := r.phrase.within(r.selected, r.rows)
	for _, run := range r.rows[r.selected].Runs {
		if link := linkOf(run); link != "" && (start == end || run.Start < end && run.End > start) {
			r.OnOpen(link)
			return
		}
	}
}
