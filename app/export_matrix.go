package app

import (
	"context"
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// matrixParts are the parts that a comparison has columns for.
var matrixParts = []briefing.Part{
	briefing.PartNoteText, briefing.PartStance, briefing.PartSpoken, briefing.PartReasons, briefing.PartCapital,
	briefing.PartClearanceState, briefing.PartOthersOpen, briefing.PartOthersClosed,
}

// exportMatrix asks for whom the comparison is, shows what it will hold and
// writes the workbook.
func exportMatrix(s *shell) {
	x := s.dossier()
	if x == nil {
		return
	}
	s.leave()
	d := newExportDialog(s, x)
	var hide func()
	no := newButton(s.say("window.cancel"), func() { hide() })
	ok := newMainButton(s.say("exporting.choose_file"), func() {
		hide()
		d.write()
	})
	hide = s.modal(s.say("exporting.matrix"), d.object(), nil, no, ok)
}

// exportDialog is what is asked before a comparison leaves the vault.
type exportDialog struct {
	s        *shell
	x        *briefing.Dossier
	audience *dropDown
	language *dropDown
	mark     *field
	ticks    *tickList
	contents *contentsView
}

func newExportDialog(s *shell, x *briefing.Dossier) *exportDialog {
	d := &exportDialog{s: s, x: x, mark: newField(x.Settings.Mark), contents: newContentsView(s.words)}
	d.ticks = newTickList(s.words, d.look)
	d.language = languageChoice(s.words, x.Settings.Language, func() {})
	d.mark.OnChanged = func(string) { d.look() }
	d.audience = choice(s.words, "audience.", briefing.Audiences, func(briefing.Audience) { d.look() })
	d.audience.SetSelectedIndex(0)
	return d
}

func (d *exportDialog) object() *container.Scroll {
	w := d.s.words
	form := widget.NewForm(
		widget.NewFormItem(w.Say("exporting.audience"), d.audience), widget.NewFormItem(w.Say("exporting.language"), d.language),
		widget.NewFormItem(w.Say("exporting.mark"), d.mark), widget.NewFormItem(w.Say("exporting.ticks"), d.ticks.top))
	scroll := container.NewVScroll(container.NewVBox(container.NewGridWithColumns(2, form, d.contents.top)))
	scroll.SetMinSize(fyne.NewSize(700, 420))
	return scroll
}

// order is the comparison as it was asked for.
func (d *exportDialog) order() briefing.MatrixOrder {
	o := briefing.MatrixOrder{
		Note: d.x.Note.ID, Audience: briefing.Audiences[max(0, d.audience.SelectedIndex())],
		Language: chosenLanguage(d.language), Mark: d.mark.Text, Ticked: d.ticks.ticked(),
	}
	if p, ok := d.s.pages[pageMatrix].(*matrixPage); ok && p.note == o.Note {
		o.Delegations = p.added
	}
	return o
}

// look shows what the order would bring.
func (d *exportDialog) look() {
	d.ticks.offer(briefing.Gate{Audience: d.order().Audience}, matrixParts)
	o, desk := d.order(), d.s.desk()
	var c briefing.Contents
	d.s.quick(func(ctx context.Context) error {
		m, err := desk.Matrix(ctx, o)
		if err != nil {
			return err
		}
		c, err = desk.PackContents(ctx, briefing.PackOrder{Note: o.Note, Audience: o.Audience, Mark: o.Mark, Ticked: o.Ticked})
		c.Mark = m.Mark // a comparison holds less than a pack, and may be marked lower
		return err
	}, func(err error) {
		if err != nil {
			d.s.fail(err)
			return
		}
		d.contents.show(holding(c, matrixParts), sayContents(d.s.words, c)...)
	})
}

// sayContents counts what leaves and what is held back.
func sayContents(w briefing.Words, c briefing.Contents) []string {
	out := []string{w.Say("exporting.positions", "Count", c.Positions)}
	if c.HeldBack > 0 {
		out = append(out, w.Say("exporting.not_cleared", "Count", c.HeldBack))
	}
	if c.Observations > 0 {
		out = append(out, w.Say("exporting.observations", "Count", c.Observations))
	}
	return out
}

func (d *exportDialog) write() {
	o, desk := d.order(), d.s.desk()
	name := fileName(".xlsx", d.x.Note.Symbol, d.s.say("exporting.matrix_file"))
	d.s.saveFile(d.s.say("exporting.matrix"), name, func(ctx context.Context, w io.Writer, _ briefing.Progress) error {
		return desk.ExportMatrix(ctx, w, o)
	}, func() {})
}
