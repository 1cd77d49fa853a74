package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// listView is a list that shows when it has the keyboard; Return chooses like
// the space bar.
type listView struct {
	widget.List
	grip
}

func newListView(length func() int, create func() fyne.CanvasObject, update func(widget.ListItemID, fyne.CanvasObject)) *listView {
	l := &listView{}
	l.Length, l.CreateItem, l.UpdateItem = length, create, update
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer draws the list with its ring.
func (l *listView) CreateRenderer() fyne.WidgetRenderer { return l.around(l.List.CreateRenderer()) }

// FocusGained shows the ring.
func (l *listView) FocusGained() {
	l.List.FocusGained()
	l.hold(true)
}

// FocusLost takes the ring away.
func (l *listView) FocusLost() {
	l.List.FocusLost()
	l.hold(false)
}

// TypedKey moves along the list and chooses.
func (l *listView) TypedKey(e *fyne.KeyEvent) {
	switch {
	case l.takes(l, e):
	case isReturn(e.Name):
		l.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		l.List.TypedKey(e)
	}
}

// keyedList is a list whose arrows select and which hands letters on.
type keyedList struct {
	listView
	onRune func(rune)
	onStep func(by int)
}

// TypedKey selects the line above or below.
func (l *keyedList) TypedKey(e *fyne.KeyEvent) {
	if by := steps[e.Name]; by != 0 {
		l.onStep(by)
		return
	}
	l.listView.TypedKey(e)
}

// TypedRune hands the letter on.
func (l *keyedList) TypedRune(r rune) { l.onRune(r) }
