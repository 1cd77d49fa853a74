package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// check is a tick with a ring for the focus.
type check struct {
	widget.Check
	grip
}

// newCheck makes a tick that tells when it changes; changed may be nil.
func newCheck(text string, changed func(bool)) *check {
	c := &check{}
	c.Text, c.OnChanged = text, changed
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer draws the tick with its ring.
func (c *check) CreateRenderer() fyne.WidgetRenderer { return c.around(c.Check.CreateRenderer()) }

// FocusGained shows the ring.
func (c *check) FocusGained() { c.hold(!c.Disabled()) }

// FocusLost takes the ring away.
func (c *check) FocusLost() { c.hold(false) }

// Hide lets the keyboard go first.
func (c *check) Hide() {
	if canvas := fyne.CurrentApp().Driver().CanvasForObject(c); canvas != nil && canvas.Focused() == c {
		canvas.Unfocus()
	}
	c.Check.Hide()
}

// TypedKey hands on what is not the tick's own.
func (c *check) TypedKey(e *fyne.KeyEvent) {
	if !c.takes(c, e) {
		c.Check.TypedKey(e)
	}
}
