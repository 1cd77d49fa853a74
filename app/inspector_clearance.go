package app

import (
	"context"
	"time"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// askClearance asks who agreed, when and under which reference: a human act.
func (i *inspector) askClearance() {
	w := i.s.words
	name, department, reference := newField(""), newField(""), newField("")
	date := newField("2006-01-02")
	date.SetText(string(briefing.DateOf(time.Now())))
	form := widget.NewForm(
		widget.NewFormItem(w.Say("clearance.name"), name), widget.NewFormItem(w.Say("clearance.department"), department),
		widget.NewFormItem(w.Say("clearance.date"), date), widget.NewFormItem(w.Say("clearance.reference"), reference),
	)
	var hide func()
	ok := newMainButton(w.Say("clearance.record"), nil)
	ok.OnTapped = func() {
		c := briefing.Clearance{Name: name.Text, Department: department.Text, Date: briefing.Date(date.Text), Reference: reference.Text}
		hide()
		i.act(func(ctx context.Context, desk *briefing.Desk, k briefing.Key, base uint64) (*briefing.Position, uint64, error) {
			return desk.ClearPosition(ctx, k, base, c)
		})
	}
	check := func(string) {
		d := briefing.Date(date.Text)
		if name.Text != "" && d.Full() && d.Valid() {
			ok.Enable()
			return
		}
		ok.Disable()
	}
	name.OnChanged, date.OnChanged = check, check
	check("")
	content := container.NewVBox(prose(w.Say("clearance.help")), form)
	no := newButton(w.Say("window.cancel"), func() { hide() })
	hide = i.s.modal(w.Say("clearance.title"), atLeastWide(460, content), name, no, ok)
}
