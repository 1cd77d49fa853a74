package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// field is a one-line entry that leaves the arrows to whoever holds it, and Tab
// to the window.
type field struct {
	widget.Entry
	grip
	// onKey hears a key before the entry does and tells whether it took it.
	onKey func(fyne.KeyName) bool
}

func newField(placeholder string) *field {
	f := &field{}
	f.ExtendBaseWidget(f)
	f.PlaceHolder = placeholder
	f.Wrapping = fyne.TextWrapOff
	return f
}

// newSecretField is a field for a passphrase; pasting is allowed.
func newSecretField(placeholder string) *field {
	f := newField(placeholder)
	f.Password = true
	return f
}

// newTextField is a field of several lines.
func newTextField(rows int) *field {
	f := newField("")
	f.MultiLine = true
	f.Wrapping = fyne.TextWrapWord
	f.SetMinRowsVisible(rows)
	return f
}

// CreateRenderer draws the field with its ring.
func (f *field) CreateRenderer() fyne.WidgetRenderer { return f.around(f.Entry.CreateRenderer()) }

// FocusGained shows the ring.
func (f *field) FocusGained() {
	f.Entry.FocusGained()
	f.hold(true)
}

// FocusLost takes the ring away.
func (f *field) FocusLost() {
	f.Entry.FocusLost()
	f.hold(false)
}

// AcceptsTab is false: Tab leaves the field.
func (f *field) AcceptsTab() bool { return false }

// TypedKey gives the key to onKey first.
func (f *field) TypedKey(e *fyne.KeyEvent) {
	if f.onKey != nil && f.onKey(e.Name) || f.takes(f, e) {
		return
	}
	f.Entry.TypedKey(e)
}

// TypedShortcut tells the window what was copied: it does not stay for ever.
// Nothing is copied out of a passphrase.
func (f *field) TypedShortcut(sh fyne.Shortcut) {
	selected := f.SelectedText()
	if f.Password {
		selected = ""
	}
	passCopy(f, selected, sh, f.Entry.TypedShortcut)
}

// toWindow hands a key to the window, which hears keys by itself only while
// nothing has the focus.
func toWindow(o fyne.CanvasObject, e *fyne.KeyEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(e)
	}
}

// button is a button with a ring for the focus.
type button struct {
	widget.Button
	grip
}

func newButton(text string, tapped func()) *button {
	b := &button{}
	b.ExtendBaseWidget(b)
	b.Text, b.OnTapped = text, tapped
	return b
}

// newMainButton is the one act that a page or dialog is for.
func newMainButton(text string, tapped func()) *button {
	b := newButton(text, tapped)
	b.Importance = widget.HighImportance
	return b
}

// newQuietButton is an act that does not ask for attention.
func newQuietButton(text string, tapped func()) *button {
	b := newButton(text, tapped)
	b.Importance = widget.LowImportance
	return b
}

// CreateRenderer draws the button with its ring.
func (b *button) CreateRenderer() fyne.WidgetRenderer { return b.around(b.Button.CreateRenderer()) }

// FocusGained shows the ring.
func (b *button) FocusGained() { b.hold(true) }

// FocusLost takes the ring away.
func (b *button) FocusLost() { b.hold(false) }

// TypedKey taps on Return too, as people expect of a dialog.
func (b *button) TypedKey(e *fyne.KeyEvent) {
	switch {
	case b.takes(b, e):
	case isReturn(e.Name):
		if !b.Disabled() && b.OnTapped != nil {
			b.OnTapped()
		}
	default:
		b.Button.TypedKey(e)
	}
}

// isReturn tells of the two keys that confirm.
func isReturn(key fyne.KeyName) bool { return key == fyne.KeyReturn || key == fyne.KeyEnter }

// keys is an invisible holder of the focus, for a dialog that has no field.
type keys struct {
	widget.BaseWidget
	onKey func(fyne.KeyName) bool
}

var _ fyne.Focusable = (*keys)(nil)

func newKeys(onKey func(fyne.KeyName) bool) *keys {
	k := &keys{onKey: onKey}
	k.ExtendBaseWidget(k)
	return k
}

// CreateRenderer draws nothing.
func (k *keys) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{})
}

// FocusGained shows nothing.
func (k *keys) FocusGained() {}

// FocusLost shows nothing.
func (k *keys) FocusLost() {}

// TypedRune ignores letters.
func (k *keys) TypedRune(rune) {}

// TypedKey hands the key on.
func (k *keys) TypedKey(e *fyne.KeyEvent) { k.onKey(e.Name) }

// returns is an onKey that does something on Return.
func returns(do func()) func(fyne.KeyName) bool {
	return func(key fyne.KeyName) bool {
		if isReturn(key) {
			do()
		}
		return isReturn(key)
	}
}
