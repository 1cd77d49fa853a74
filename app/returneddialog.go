package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// verdictDialog asks for what a verdict needs: the words, our answer, who
// agreed, and that its questions were read.
type verdictDialog struct {
	p    *returnedPage
	row  *briefing.ReviewedRow
	a    briefing.Acceptance
	text *field // our line, or our answer; nil where none is needed
	who  *clearanceForm
	ok   *button
	hide func()
}

func newVerdictDialog(p *returnedPage, row *briefing.ReviewedRow, a briefing.Acceptance) *verdictDialog {
	d := &verdictDialog{p: p, row: row, a: a}
	d.ok = newMainButton(p.s.say("answer.ok."+verdictOf(a)), d.take)
	switch a.Verdict {
	case briefing.VerdictEdit:
		d.text = newTextField(5)
		d.text.SetText(firstOf(a.Line, row.Text, row.Sent.Sent[string(briefing.ColLine)]))
	case briefing.VerdictReject:
		d.text = newTextField(4)
		d.text.SetText(a.Answer)
	case briefing.VerdictAccept:
	}
	if a.Verdict != briefing.VerdictReject && clears(row.Decision) {
		who := a.Clearance
		if who == (briefing.Clearance{}) {
			who = row.Signed(briefing.Clearance{Date: briefing.DateOf(p.s.now())})
		}
		d.who = newClearanceForm(p.s.words, who, d.check)
		d.who.confirmBy(d.ok)
	}
	if d.text != nil {
		d.text.OnChanged = func(string) { d.check() }
	}
	return d
}

// firstOf is the first text that says anything.
func firstOf(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}

func (d *verdictDialog) open() {
	s := d.p.s
	content := container.NewVBox(prose(d.help()))
	for _, f := range d.row.Doubts {
		if f.Weight == briefing.WeighAsk {
			doubt := prose("• " + f.Say(s.words))
			doubt.Importance = widget.WarningImportance
			content.Add(doubt)
		}
	}
	if d.text != nil {
		content.Add(section(s.say("answer.text." + string(d.a.Verdict))))
		content.Add(d.text)
	}
	if d.who != nil {
		content.Add(d.who.form)
	}
	no := newButton(s.say("window.cancel"), func() { d.hide() })
	d.check()
	scroll := container.NewVScroll(content)
	scroll.SetMinSize(fyne.NewSize(stretched(560), stretched(380)))
	d.hide = s.modal(joined(" · ", s.say("answer.verdict."+verdictOf(d.a)), d.row.Ref), scroll, d.first(), no, d.ok)
}

// help says what the verdict will do.
func (d *verdictDialog) help() string {
	key := "answer.help." + verdictOf(d.a)
	if d.a.Verdict == briefing.VerdictEdit && d.row.Moved() {
		key = "answer.help.moved"
	}
	return d.p.s.say(key)
}

// first is the field that the keyboard goes to.
func (d *verdictDialog) first() fyne.Focusable {
	switch {
	case d.text != nil:
		return d.text
	case d.who != nil:
		return d.who.name
	}
	return nil
}

// check lets the verdict be taken once nothing is missing.
func (d *verdictDialog) check() {
	enable(d.ok, (d.text == nil || strings.TrimSpace(d.text.Text) != "") && (d.who == nil || d.who.whole()))
}

func (d *verdictDialog) take() {
	d.hide()
	if d.text != nil {
		said := strings.TrimSpace(d.text.Text)
		if d.a.Verdict == briefing.VerdictReject {
			d.a.Answer = said
		} else {
			d.a.Line = said
		}
	}
	if d.who != nil {
		d.a.Clearance = d.who.clearance()
	}
	d.a.Despite = true // its questions were shown above
	d.p.decide(d.a)
}

// clearanceForm asks who agreed, when and under which reference.
type clearanceForm struct {
	name, department, date, reference *field
	form                              *widget.Form
}

func newClearanceForm(w briefing.Words, c briefing.Clearance, changed func()) *clearanceForm {
	f := &clearanceForm{name: newField(""), department: newField(""), date: newField("2006-01-02"), reference: newField("")}
	f.name.SetText(c.Name)
	f.department.SetText(c.Department)
	f.date.SetText(string(c.Date))
	f.reference.SetText(c.Reference)
	for _, x := range []*field{f.name, f.date} {
		x.OnChanged = func(string) { changed() }
	}
	f.form = widget.NewForm(
		widget.NewFormItem(w.Say("clearance.name"), f.name), widget.NewFormItem(w.Say("clearance.department"), f.department),
		widget.NewFormItem(w.Say("clearance.date"), f.date), widget.NewFormItem(w.Say("clearance.reference"), f.reference))
	return f
}

// confirmBy has Return in any of the fields press the button.
func (f *clearanceForm) confirmBy(ok *button) {
	for _, x := range []*field{f.name, f.department, f.date, f.reference} {
		x.OnSubmitted = func(string) { press(ok) }
	}
}

// clearance as it was typed.
func (f *clearanceForm) clearance() briefing.Clearance {
	clean := strings.TrimSpace
	return briefing.Clearance{
		Name: clean(f.name.Text), Department: clean(f.department.Text), Date: briefing.Date(clean(f.date.Text)), Reference: clean(f.reference.Text),
	}
}

// whole tells whether a name and a day stand in it.
func (f *clearanceForm) whole() bool {
	c := f.clearance()
	return c.Name != "" && c.Date.Full() && c.Date.Valid()
}
