package app

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// reviewParts are the parts that capital's workbook has columns for.
var reviewParts = []briefing.Part{
	briefing.PartNoteText, briefing.PartStance, briefing.PartSpoken, briefing.PartSpeakingNote, briefing.PartCapital,
	briefing.PartRestricted, briefing.PartOthersOpen, briefing.PartOthersClosed,
}

// exportReview asks what goes to capital and by when an answer is wanted,
// shows what the workbook will hold and writes it.
func exportReview(s *shell) {
	x := s.dossier()
	if x == nil {
		return
	}
	s.leave()
	d := newSendDialog(s, x)
	no := newButton(s.say("window.cancel"), func() { d.hide() })
	d.ok = newMainButton(s.say("exporting.choose_file"), func() {
		d.hide()
		d.write()
	})
	d.look()
	d.hide = s.modal(s.say("capital.send_title"), d.object(), d.to, no, d.ok)
}

// sendDialog is what is asked before a workbook goes to capital.
type sendDialog struct {
	s          *shell
	x          *briefing.Dossier
	to         *field
	due        *field
	mark       *field
	language   *dropDown
	ministry   *dropDown
	restricted *check
	others     *check
	contents   *contentsView
	ok         *button
	hide       func()
}

func newSendDialog(s *shell, x *briefing.Dossier) *sendDialog {
	d := &sendDialog{s: s, x: x, to: newField(""), due: newField("2006-01-02"), mark: newField(x.Settings.Mark)}
	d.to.SetText(x.Settings.CapitalName)
	d.contents = newContentsView(s.words)
	d.language = languageChoice(s.words, x.Settings.Language, func() {})
	d.ministry = newDropDown(append([]string{s.say("capital.all_ministries")}, ministries(x)...), nil)
	d.ministry.SetSelectedIndex(0)
	d.restricted = newCheck(s.say("capital.with_restricted"), nil)
	d.others = newCheck(s.say("capital.with_others"), nil)
	for _, c := range []*check{d.restricted, d.others} {
		c.OnChanged = func(bool) { d.look() }
	}
	d.ministry.OnChanged = func(string) { d.look() }
	d.due.OnChanged = func(string) { d.look() }
	d.mark.OnChanged = func(string) { d.look() }
	return d
}

// ministries lists those named in the positions.
func ministries(x *briefing.Dossier) []string {
	var out []string
	for _, p := range x.Positions {
		m := strings.TrimSpace(p.Text(briefing.FieldMinistry))
		if m != "" && !slices.Contains(out, m) {
			out = append(out, m)
		}
	}
	slices.Sort(out)
	return out
}

func (d *sendDialog) object() *container.Scroll {
	w := d.s.words
	form := widget.NewForm(
		widget.NewFormItem(w.Say("capital.to"), d.to), widget.NewFormItem(w.Say("capital.reply_by"), d.due),
		widget.NewFormItem(w.Say("exporting.mark"), d.mark), widget.NewFormItem(w.Say("exporting.language"), d.language),
		widget.NewFormItem(w.Say("capital.which"), d.ministry),
		widget.NewFormItem(w.Say("exporting.ticks"), container.NewVBox(d.restricted, d.others)))
	scroll := container.NewVScroll(container.NewVBox(container.NewGridWithColumns(2, form, d.contents.top)))
	scroll.SetMinSize(fyne.NewSize(740, 420))
	return scroll
}

// order is the workbook as it was asked for.
func (d *sendDialog) order() briefing.ReviewOrder {
	o := briefing.ReviewOrder{
		Note: d.x.Note.ID, To: strings.TrimSpace(d.to.Text), Due: briefing.Date(strings.TrimSpace(d.due.Text)),
		Mark: d.mark.Text, Language: chosenLanguage(d.language), Contact: d.x.Settings.Author,
		Choice: briefing.ReviewChoice{Restricted: d.restricted.Checked, Others: d.others.Checked},
	}
	if d.ministry.SelectedIndex() > 0 {
		o.Choice.Ministry = d.ministry.Selected
	}
	return o
}

// gate is the allow-list for capital with what was ticked.
func (d *sendDialog) gate() briefing.Gate {
	ticked := map[briefing.Part]bool{
		briefing.PartRestricted: d.restricted.Checked, briefing.PartOthersOpen: d.others.Checked, briefing.PartOthersClosed: d.others.Checked,
	}
	return briefing.Gate{Audience: briefing.ForCapital, Ticked: ticked, Author: d.x.Settings.Author}
}

// look shows what the workbook would hold; without a row there is none.
func (d *sendDialog) look() {
	o, ticked, desk := d.order(), d.gate().Ticked, d.s.desk()
	var review *briefing.Review
	var c briefing.Contents
	d.s.quick(func(ctx context.Context) (err error) {
		review, err = desk.ReviewContents(ctx, o)
		if err != nil {
			return err
		}
		c, err = desk.PackContents(ctx, briefing.PackOrder{Note: o.Note, Audience: briefing.ForCapital, Mark: o.Mark, Ticked: ticked})
		c.Mark = review.Mark
		return err
	}, func(err error) {
		switch {
		case errors.Is(err, briefing.ErrNothingToExport):
			d.contents.top.RemoveAll()
			d.contents.top.Add(prose(d.s.say("capital.nothing")))
			d.ok.Disable()
		case err != nil:
			d.s.fail(err)
		default:
			d.contents.show(holding(c, reviewParts), d.s.say("capital.rows", "Count", len(review.Rows)), d.s.say("capital.ballots", "Count", len(review.Ballots)))
			d.allow(o)
		}
	})
}

// allow lets the workbook be written once its date is one.
func (d *sendDialog) allow(o briefing.ReviewOrder) {
	if o.Due.Valid() && (o.Due == "" || o.Due.Full()) {
		d.ok.Enable()
		return
	}
	d.ok.Disable()
}

func (d *sendDialog) write() {
	o, desk := d.order(), d.s.desk()
	name := fileName(".xlsx", d.x.Note.Symbol, d.s.say("capital.file"), string(briefing.DateOf(d.s.now())))
	d.s.saveFile(d.s.say("capital.send_title"), name, func(ctx context.Context, w io.Writer, _ briefing.Progress) error {
		_, err := desk.ExportReview(ctx, w, o)
		return err
	}, func() {})
}
