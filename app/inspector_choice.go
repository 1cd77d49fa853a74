package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// dropDown is a drop-down that leaves Escape to the dialog it stands in.
type dropDown struct {
	widget.Select
	escape func()
}

func newDropDown(names []string, chosen func(string)) *dropDown {
	d := &dropDown{}
	d.Options, d.OnChanged = names, chosen
	d.ExtendBaseWidget(d)
	return d
}

func (d *dropDown) setEscape(what func()) { d.escape = what }

// TypedKey hands Escape on.
func (d *dropDown) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape && d.escape != nil {
		d.escape()
		return
	}
	d.Select.TypedKey(e)
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

// check is a tick that leaves Escape to the dialog it stands in.
type check struct {
	widget.Check
	escape func()
}

func newCheck(text string) *check {
	c := &check{}
	c.Text = text
	c.ExtendBaseWidget(c)
	return c
}

func (c *check) setEscape(what func()) { c.escape = what }

// TypedKey hands Escape on.
func (c *check) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape && c.escape != nil {
		c.escape()
		return
	}
	c.Check.TypedKey(e)
}
