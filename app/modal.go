package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// escapable is what can hand Escape on to the dialog it stands in.
type escapable interface{ setEscape(func()) }

// modal shows a dialog over the window: Escape closes it, focus goes where it
// is wanted (nil: the dialog itself, where Return taps its last button) and
// back where it was. Buttons stand at the bottom right, the main one last.
func (s *shell) modal(title string, content fyne.CanvasObject, focus fyne.Focusable, buttons ...fyne.CanvasObject) (hide func()) {
	canvas := s.window.Canvas()
	before := canvas.Focused()
	var pop *widget.PopUp
	depth := len(s.dialogs)
	hide = func() {
		if len(s.dialogs) <= depth {
			return // closed before
		}
		pop.Hide()
		s.dialogs = s.dialogs[:depth]
		s.refocus(before)
	}
	holder := newKeys(func(key fyne.KeyName) bool { return dialogKey(key, hide, buttons) })
	pop = widget.NewModalPopUp(dialogBody(title, content, holder, buttons), canvas)
	escapeFrom(pop.Content, hide)
	s.dialogs = append(s.dialogs, hide)
	pop.Show()
	if focus == nil {
		focus = holder
	}
	canvas.Focus(focus)
	return hide
}

// inDialog tells whether a dialog is open: commands wait behind it.
func (s *shell) inDialog() bool { return len(s.dialogs) > 0 }

func dialogBody(title string, content fyne.CanvasObject, holder *keys, buttons []fyne.CanvasObject) fyne.CanvasObject {
	var bar fyne.CanvasObject = holder
	if len(buttons) > 0 {
		row := append([]fyne.CanvasObject{holder, layout.NewSpacer()}, buttons...)
		bar = container.NewVBox(gap(0, 4), container.NewHBox(row...))
	}
	var head fyne.CanvasObject
	if title != "" {
		head = heading(title)
	}
	return container.New(layout.NewCustomPaddedLayout(8, 10, 12, 12), container.NewBorder(head, bar, nil, nil, content))
}

// dialogKey is what keys do where no field has the focus.
func dialogKey(key fyne.KeyName, hide func(), buttons []fyne.CanvasObject) bool {
	switch {
	case key == fyne.KeyEscape:
		hide()
	case isReturn(key):
		if len(buttons) > 0 {
			press(buttons[len(buttons)-1])
		}
	default:
		return false
	}
	return true
}

// press taps a button as the mouse would.
func press(o fyne.CanvasObject) {
	d, disableable := o.(fyne.Disableable)
	if disableable && d.Disabled() {
		return
	}
	if t, ok := o.(fyne.Tappable); ok {
		t.Tapped(&fyne.PointEvent{})
	}
}

// escapeFrom tells all that stands in a dialog how to close it.
func escapeFrom(o fyne.CanvasObject, hide func()) {
	switch o := o.(type) {
	case escapable:
		o.setEscape(hide)
	case *fyne.Container:
		for _, inner := range o.Objects {
			escapeFrom(inner, hide)
		}
	case *container.Scroll:
		escapeFrom(o.Content, hide)
	case *ground:
		escapeFrom(o.content, hide)
	case *container.Split:
		escapeFrom(o.Leading, hide)
		escapeFrom(o.Trailing, hide)
	case *widget.Form:
		for _, item := range o.Items {
			escapeFrom(item.Widget, hide)
		}
	}
}

// refocus gives the focus back to what had it, where that is still shown.
func (s *shell) refocus(before fyne.Focusable) {
	canvas := s.window.Canvas()
	o, ok := before.(fyne.CanvasObject)
	if !ok || fyne.CurrentApp().Driver().CanvasForObject(o) != canvas || !o.Visible() {
		canvas.Unfocus()
		return
	}
	canvas.Focus(before)
}

// confirm asks before something leaves the vault or cannot be undone.
func (s *shell) confirm(title, text, yes string, act func()) {
	var hide func()
	no := newButton(s.say("window.cancel"), func() { hide() })
	ok := newMainButton(yes, func() {
		hide()
		act()
	})
	hide = s.modal(title, atLeastWide(420, prose(text)), nil, no, ok)
}
