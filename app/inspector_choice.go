package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// dropDown is a drop-down with a ring for the focus.
type dropDown struct {
	widget.Select
	grip
}

func newDropDown(names []string, chosen func(string)) *dropDown {
	d := &dropDown{grip: grip{edged: true}}
	d.Options, d.OnChanged = names, chosen
	d.ExtendBaseWidget(d)
	return d
}

// CreateRenderer draws the drop-down with its ring.
func (d *dropDown) CreateRenderer() fyne.WidgetRenderer { return d.around(d.Select.CreateRenderer()) }

// FocusGained shows the ring.
func (d *dropDown) FocusGained() { d.hold(true) }

// FocusLost takes the ring away.
func (d *dropDown) FocusLost() { d.hold(false) }

// TypedKey opens the drop-down or goes along it.
func (d *dropDown) TypedKey(e *fyne.KeyEvent) {
	if !d.takes(d, e) {
		d.Select.TypedKey(e)
	}
}

// put selects an entry without counting as chosen.
func (d *dropDown) put(i int) {
	if d.SelectedIndex() == i {
		return
	}
	chosen := d.OnChanged
	d.OnChanged = nil
	d.SetSelectedIndex(i)
	d.OnChanged = chosen
}

// choice is a drop-down of codes said in words under a key.
func choice[T ~string](w briefing.Words, key string, values []T, chosen func(T)) *dropDown {
	names := make([]string, 0, len(values))
	for _, v := range values {
		names = append(names, w.Say(key+string(v)))
	}
	d := newDropDown(names, nil)
	d.OnChanged = func(string) { chosen(values[d.SelectedIndex()]) }
	return d
}

// showChoice selects a value without counting as chosen.
func showChoice[T ~string](d *dropDown, values []T, value T) {
	for i, v := range values {
		if v == value {
			d.put(i)
		}
	}
}
