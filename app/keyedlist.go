package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// keyedList is a list whose arrows select and which hands letters on.
type keyedList struct {
	widget.List
	onRune func(rune)
	onStep func(by int)
}

// TypedKey selects the line above or below and gives F1 to the window.
func (l *keyedList) TypedKey(e *fyne.KeyEvent) {
	if by := steps[e.Name]; by != 0 {
		l.onStep(by)
		return
	}
	if e.Name == fyne.KeyF1 {
		toWindow(l, e)
		return
	}
	l.List.TypedKey(e)
}

// TypedRune hands the letter on.
func (l *keyedList) TypedRune(r rune) { l.onRune(r) }
