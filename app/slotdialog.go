package app

import (
	"context"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// slotDialog asks for a secret of today and, where wanted, for a new
// passphrase, and does one thing with them.
type slotDialog struct {
	s     *shell
	act   func(ctx context.Context, now, fresh []byte, label string) error
	done  func()
	now   *field
	fresh *freshPassphrase // nil where none is wanted
	label *field           // nil where none is wanted
	said  *widget.Label
	ok    *button
	hide  func()
}

func newSlotDialog(s *shell, wantsFresh bool, act func(ctx context.Context, now, fresh []byte, label string) error) *slotDialog {
	d := &slotDialog{s: s, act: act, now: newSecretField(""), said: prose("")}
	d.said.Hide()
	if wantsFresh {
		d.fresh = newFreshPassphrase(s, d.submit)
		d.now.OnSubmitted = func(string) { s.focus(d.fresh.first) }
	} else {
		d.now.OnSubmitted = func(string) { d.submit() }
	}
	return d
}

func (d *slotDialog) show(title, about, yes string) {
	s := d.s
	rows := container.NewVBox(aside(about), section(s.say("slots.now")), d.now)
	if d.fresh != nil {
		rows.Add(d.fresh.object(s.say("slots.fresh")))
	}
	if d.label != nil {
		rows.Add(section(s.say("slots.label")))
		rows.Add(d.label)
	}
	rows.Add(d.said)
	no := newButton(s.say("window.cancel"), func() { d.hide() })
	d.ok = newMainButton(yes, d.submit)
	d.hide = s.modal(title, atLeastWide(520, rows), d.now, no, d.ok)
}

// submit does it off the UI goroutine: deriving keys takes seconds.
func (d *slotDialog) submit() {
	if d.ok.Disabled() {
		return
	}
	var fresh []byte
	if d.fresh != nil {
		if wrong := d.fresh.wrong(); wrong != "" {
			d.say(wrong, widget.DangerImportance)
			return
		}
		fresh = []byte(d.fresh.first.Text)
	}
	label := ""
	if d.label != nil {
		label = d.label.Text
	}
	now := []byte(d.now.Text)
	d.ok.Disable()
	d.say(d.s.say("slots.working"), widget.MediumImportance)
	d.s.quick(func(ctx context.Context) error {
		defer clear(now)
		defer clear(fresh)
		return d.act(ctx, now, fresh, label)
	}, d.ended)
}

func (d *slotDialog) ended(err error) {
	d.ok.Enable()
	d.now.SetText("")
	if err != nil {
		f := faultOf(err, d.s.words)
		d.say(f.what+" "+f.safe+" "+f.try, widget.DangerImportance)
		d.s.focus(d.now)
		return
	}
	if d.fresh != nil {
		d.fresh.wipe()
	}
	d.hide()
	d.done()
}

func (d *slotDialog) say(text string, weight widget.Importance) {
	d.said.Importance = weight
	d.said.SetText(text)
	d.said.Show()
}
