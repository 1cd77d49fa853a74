package app

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// How many rows an editor grows to, and from how many characters on its
// length is said.
const (
	editorRows   = 12
	editorRemark = 2000
)

// editor is a word-wrapped text of one field: it grows with its content, says
// how long it is once that matters, and Tab leaves it.
type editor struct {
	widget.Entry
	grip
	// least is the fewest rows it shows.
	least int
	// entered and left are called when the field gets and loses the focus.
	entered func()
	left    func()
	submit  func() // on Ctrl+Enter; nil where that goes on instead
	rows    int
	width   float32
}

var _ fyne.Tabbable = (*editor)(nil)

func newEditor(least int, changed func(string), left func()) *editor {
	e := &editor{least: least, left: left}
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.OnChanged = func(text string) {
		e.grow()
		changed(text)
	}
	e.ExtendBaseWidget(e)
	e.grow()
	return e
}

// AcceptsTab lets Tab leave the field.
func (e *editor) AcceptsTab() bool { return false }

// CreateRenderer draws the text with its ring.
func (e *editor) CreateRenderer() fyne.WidgetRenderer { return e.around(e.Entry.CreateRenderer()) }

// TypedKey hands on what is not the text's own.
func (e *editor) TypedKey(k *fyne.KeyEvent) {
	if !e.takes(e, k) {
		e.Entry.TypedKey(k)
	}
}

// TypedShortcut tells the window what was copied: it does not stay for ever.
func (e *editor) TypedShortcut(sh fyne.Shortcut) {
	passCopy(e, e.SelectedText(), sh, e.Entry.TypedShortcut)
}

// FocusGained tells that the field is entered.
func (e *editor) FocusGained() {
	if e.entered != nil {
		e.entered()
	}
	e.Entry.FocusGained()
	e.hold(true)
}

// FocusLost saves what was typed.
func (e *editor) FocusLost() {
	e.Entry.FocusLost()
	e.hold(false)
	if e.left != nil {
		e.left()
	}
}

// Resize wraps the text anew where the width changed.
func (e *editor) Resize(size fyne.Size) {
	e.Entry.Resize(size)
	if size.Width != e.width {
		e.width = size.Width
		e.grow()
	}
}

// show replaces the text with what the vault has; typing is not disturbed
// where it is the same.
func (e *editor) show(text string) {
	if e.Text != text {
		e.SetText(text)
	}
}

// grow takes as many rows as the text needs, up to the limit.
func (e *editor) grow() {
	text := e.Text
	if text == "" {
		text = e.PlaceHolder
	}
	rows := max(e.least, wrappedRows(text, e.width-e.inset(), editorRows))
	if rows == e.rows {
		return
	}
	e.rows = rows
	e.SetMinRowsVisible(rows)
	e.Refresh()
}

// inset is what the frame takes of the width.
func (e *editor) inset() float32 {
	th := e.Theme()
	return 2*(th.Size(theme.SizeNameInnerPadding)+th.Size(theme.SizeNameInputBorder)) + 2
}

// wrappedRows counts the rows of a word-wrapped text, up to limit: the
// toolkit's own count is not to be had.
func wrappedRows(text string, width float32, limit int) int {
	rows := 0
	for line := range strings.SplitSeq(text, "\n") {
		rows++
		for rest := line; width > 0 && rows < limit; rows++ {
			cut := rowEnd(rest, width, textWidth)
			if cut >= len(rest) {
				break
			}
			rest = rest[cut:]
		}
		if rows >= limit {
			return limit
		}
	}
	return rows
}

// rowEnd is where the first row of a line ends: behind its last word that
// fits, or inside a word that is wider than the row.
func rowEnd(line string, width float32, measure func(string) float32) int {
	end := 0
	for end < len(line) {
		next := len(line)
		if i := strings.IndexByte(line[end:], ' '); i >= 0 {
			next = end + i + 1
		}
		if measure(strings.TrimRight(line[:next], " ")) > width {
			break
		}
		end = next
	}
	if end == 0 {
		end = charsThatFit(line, width, measure)
	}
	return end
}

// charsThatFit is how much of a word that is wider than the row stands in it:
// one character at least.
func charsThatFit(line string, width float32, measure func(string) float32) int {
	_, end := utf8.DecodeRuneInString(line)
	for i := range line {
		if i > 0 && measure(line[:i]) > width {
			break
		}
		end = max(end, i)
	}
	return end
}

func textWidth(text string) float32 {
	return fyne.MeasureText(text, theme.TextSize(), fyne.TextStyle{}).Width
}

// length says how long a text is from a certain length on, and that it is too
// long for the vault; empty before.
func sayLength(w briefing.Words, text string) (said string, tooLong bool) {
	n := utf8.RuneCountInString(text)
	switch {
	case n > briefing.FieldLimit:
		return w.Say("editor.too_long", "Count", n, "Limit", briefing.FieldLimit), true
	case n >= editorRemark:
		return w.Say("editor.length", "Count", n, "Limit", briefing.FieldLimit), false
	}
	return "", false
}

// wheelPass lies over what would keep the wheel to itself and gives it to what
// scrolls under it; taps and keys go through.
type wheelPass struct {
	widget.BaseWidget
	turned func(*fyne.ScrollEvent)
}

var _ fyne.Scrollable = (*wheelPass)(nil)

func newWheelPass(turned func(*fyne.ScrollEvent)) *wheelPass {
	w := &wheelPass{turned: turned}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled hands the wheel on.
func (w *wheelPass) Scrolled(e *fyne.ScrollEvent) { w.turned(e) }

// CreateRenderer draws nothing.
func (w *wheelPass) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewWithoutLayout())
}
