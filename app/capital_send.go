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
	briefing.PartRestricted, briefing.PartOthersOpen, briefing.PartOthersClosed, briefing.PartAnnotations,
}

// exportReview asks what goes to capital and by when an answer is wanted,
// shows what the workbook will hold and writes it.
func exportReview(s *shell) {
	if x := s.dossier(); x != nil {
		s.leave()
		newSendDialog(s, x, briefing.ReviewOrder{Note: x.Note.ID}).open()
	}
}

// nextRound sends what is still open of a batch once more, with our answers.
func nextRound(s *shell, batch briefing.ID) {
	desk := s.desk()
	var o briefing.ReviewOrder
	var x *briefing.Dossier
	s.leave()
	s.quick(func(ctx context.Context) (err error) {
		if o, err = desk.NextRound(ctx, batch); err != nil {
			return err
		}
		x, err = desk.Dossier(ctx, o.Note)
		return err
	}, func(err error) {
		switch {
		case errors.Is(err, briefing.ErrNothingToExport):
			s.note(s.say("capital.none_open"))
		case err != nil:
			s.fail(err)
		default:
			newSendDialog(s, x, o).open()
		}
	})
}

// sendDialog is what is asked before a workbook goes to capital.
type sendDialog struct {
	s        *shell
	x        *briefing.Dossier
	base     briefing.ReviewOrder // what is given: the note, the round
	sections []*briefing.Block
	to       *field
	due      *field
	mark     *field
	language *dropDown
	which    *dropDown
	section  *dropDown
	ministry *dropDown
	rounds   *dropDown
	ticks    map[briefing.Part]*check
	contents *contentsView
	ok       *button
	hide     func()
}

// mostRounds is how many earlier rounds a workbook can show.
const mostRounds = 3

func newSendDialog(s *shell, x *briefing.Dossier, base briefing.ReviewOrder) *sendDialog {
	d := &sendDialog{
		s: s, x: x, base: base, sections: x.ReviewSections(), to: newField(""), due: newField("2006-01-02"),
		mark: newField(x.Settings.Mark), contents: newContentsView(s.words), ticks: map[briefing.Part]*check{},
	}
	d.to.SetText(firstOf(base.To, x.Settings.CapitalName))
	d.mark.SetText(base.Mark)
	look := func(string) { d.look() }
	d.language = languageChoice(s.words, firstOf(base.Language, x.Settings.Language), func() {})
	d.which = chosenFrom(d.whichNames(), 0, look)
	d.section = chosenFrom(d.sectionNames(), 0, look)
	d.ministry = chosenFrom(append([]string{s.say("capital.all_ministries")}, ministries(x)...), 0, look)
	d.rounds = chosenFrom(d.roundNames(), base.Rounds, look)
	for part, key := range map[briefing.Part]string{
		briefing.PartRestricted: "capital.with_restricted", briefing.PartOthersOpen: "capital.with_others", briefing.PartAnnotations: "capital.with_notes",
	} {
		d.ticks[part] = newCheck(s.say(key), func(bool) { d.look() })
	}
	d.due.OnChanged, d.mark.OnChanged = look, look
	return d
}

// chosenFrom is a drop-down with one of its names chosen.
func chosenFrom(names []string, at int, changed func(string)) *dropDown {
	c := newDropDown(names, nil)
	c.SetSelectedIndex(at)
	c.OnChanged = changed
	return c
}

func (d *sendDialog) whichNames() []string {
	if !d.base.RoundOf.IsZero() {
		return []string{d.s.say("capital.which.round")}
	}
	if n := len(d.base.Choice.Positions); n > 0 {
		return []string{d.s.say("capital.which.marked", "Count", n)}
	}
	var out []string
	for _, w := range briefing.ReviewWhiches {
		out = append(out, d.s.say("capital.which."+string(w)))
	}
	return out
}

func (d *sendDialog) sectionNames() []string {
	out := []string{d.s.say("capital.all_sections")}
	for _, b := range d.sections {
		out = append(out, joined(" ", b.Label, b.Text))
	}
	return out
}

func (d *sendDialog) roundNames() []string {
	out := []string{d.s.say("capital.no_rounds")}
	for n := range mostRounds {
		out = append(out, d.s.say("capital.rounds", "Count", n+1))
	}
	return out
}

func (d *sendDialog) open() {
	no := newButton(d.s.say("window.cancel"), func() { d.hide() })
	d.ok = newMainButton(d.s.say("exporting.choose_file"), func() {
		d.hide()
		d.write()
	})
	d.look()
	title := d.s.say("capital.send_title")
	if !d.base.RoundOf.IsZero() {
		title = d.s.say("capital.round_title")
	}
	d.hide = d.s.modal(title, d.object(), d.to, no, d.ok)
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
	ticks := container.NewVBox(d.ticks[briefing.PartRestricted], d.ticks[briefing.PartOthersOpen], d.ticks[briefing.PartAnnotations])
	form := widget.NewForm(
		widget.NewFormItem(w.Say("capital.to"), d.to), widget.NewFormItem(w.Say("capital.reply_by"), d.due),
		widget.NewFormItem(w.Say("exporting.mark"), d.mark), widget.NewFormItem(w.Say("exporting.language"), d.language),
		widget.NewFormItem(w.Say("capital.positions"), d.which), widget.NewFormItem(w.Say("capital.under"), d.section),
		widget.NewFormItem(w.Say("capital.which"), d.ministry), widget.NewFormItem(w.Say("capital.show_rounds"), d.rounds),
		widget.NewFormItem(w.Say("exporting.ticks"), ticks))
	scroll := container.NewVScroll(container.NewVBox(container.NewGridWithColumns(2, form, d.contents.top)))
	scroll.SetMinSize(fyne.NewSize(780, 440))
	return scroll
}

// order is the workbook as it was asked for.
func (d *sendDialog) order() briefing.ReviewOrder {
	o := d.base
	o.To, o.Due = strings.TrimSpace(d.to.Text), briefing.Date(strings.TrimSpace(d.due.Text))
	o.Mark, o.Language, o.Contact = d.mark.Text, chosenLanguage(d.language), d.x.Settings.Author
	o.Rounds = d.rounds.SelectedIndex()
	o.Choice.Positions = d.positions()
	o.Choice.Restricted, o.Choice.Others = d.ticks[briefing.PartRestricted].Checked, d.ticks[briefing.PartOthersOpen].Checked
	o.Choice.Remarks = d.ticks[briefing.PartAnnotations].Checked
	if d.ministry.SelectedIndex() > 0 {
		o.Choice.Ministry = d.ministry.Selected
	}
	return o
}

// positions are those chosen; nil for the plain case of all that is drafted,
// which takes every ballot along.
func (d *sendDialog) positions() []briefing.ID {
	section := ""
	if i := d.section.SelectedIndex(); i > 0 {
		section = d.sections[i-1].ID
	}
	if !d.base.RoundOf.IsZero() || len(d.base.Choice.Positions) > 0 {
		under := d.x.ReviewPositions(briefing.ReviewOpen, section)
		return slices.DeleteFunc(slices.Clone(d.base.Choice.Positions), func(id briefing.ID) bool { return !slices.Contains(under, id) })
	}
	which := briefing.ReviewWhiches[max(d.which.SelectedIndex(), 0)]
	if which == briefing.ReviewDrafted && section == "" {
		return nil
	}
	return d.x.ReviewPositions(which, section)
}

// ticked are the parts that go only because they were ticked.
func (d *sendDialog) ticked() map[briefing.Part]bool {
	others := d.ticks[briefing.PartOthersOpen].Checked
	return map[briefing.Part]bool{
		briefing.PartRestricted: d.ticks[briefing.PartRestricted].Checked, briefing.PartAnnotations: d.ticks[briefing.PartAnnotations].Checked,
		briefing.PartOthersOpen: others, briefing.PartOthersClosed: others,
	}
}

// look shows what the workbook would hold; without a row there is none.
func (d *sendDialog) look() {
	o, ticked, desk := d.order(), d.ticked(), d.s.desk()
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
			d.contents.show(holding(c, reviewParts), d.s.say("capital.rows", "Count", len(review.Rows)), d.s.say("capital.ballots", "Count", len(review.Ballots)), d.sayRounds(review))
			d.allow(o)
		}
	})
}

// sayRounds says that what was said before goes along.
func (d *sendDialog) sayRounds(r *briefing.Review) string {
	if !r.Rounds {
		return d.s.say("capital.without_rounds")
	}
	return d.s.say("capital.with_rounds")
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
