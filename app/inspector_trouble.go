package app

import (
	"context"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// troubleBar says that what was typed is not in the vault, why, and what to do.
type troubleBar struct {
	i      *inspector
	text   *widget.Label
	choose *button
	retry  *button
	top    *ground
}

func newTroubleBar(i *inspector) *troubleBar {
	t := &troubleBar{i: i, text: prose("")}
	t.choose = newMainButton(i.s.say("editor.compare"), func() { i.settleClashes(i.draft) })
	t.retry = newButton(i.s.say("editor.retry"), func() { i.keep.save(i.draft) })
	icon := widget.NewIcon(theme.NewWarningThemedResource(theme.WarningIcon()))
	body := container.NewBorder(nil, container.NewHBox(layout.NewSpacer(), t.retry, t.choose), icon, nil, t.text)
	t.top = newGround(stanceTint(briefing.FamilyOpposes), container.NewPadded(body))
	t.top.Hide()
	return t
}

func (t *troubleBar) fill(d *draft) {
	clash := len(d.clashes) > 0
	failed := d.failed != nil && len(d.flying) == 0 && d.dirty() && !clash
	setVisible(t.top, clash || failed)
	setVisible(t.choose, clash)
	setVisible(t.retry, failed)
	switch {
	case clash:
		t.text.SetText(t.i.s.say("editor.clash", "Count", len(d.clashes)))
	case failed:
		t.text.SetText(t.i.s.say("editor.not_saved", "Why", faultOf(d.failed, t.i.s.words).what))
	}
}

// settleClashes shows, thing by thing, what was typed beside what the vault
// has, to choose or to merge. Nothing is saved before every one is settled.
func (i *inspector) settleClashes(d *draft) {
	if len(d.clashes) == 0 {
		return
	}
	f, w := d.clashes[0], i.s.words
	mine := newMergeText(f.say(&d.want, w), f.field == 0)
	theirs := newMergeText(f.say(&d.read, w), true)
	sides := container.NewGridWithColumns(2,
		container.NewBorder(section(w.Say("editor.mine")), nil, nil, nil, mine),
		container.NewBorder(section(w.Say("editor.theirs")), nil, nil, nil, theirs))
	var hide func()
	done := func(act func()) func() {
		return func() {
			hide()
			act()
			i.clashSettled(d)
		}
	}
	takeTheirs := newButton(w.Say("editor.take_theirs"), done(func() { d.settle(f, true) }))
	keepMine := newMainButton(w.Say("editor.keep_mine"), done(func() {
		if f.field != 0 {
			d.want.SetText(f.field, mine.Text)
		}
		d.settle(f, false)
	}))
	title := w.Say("editor.clash_in", "Field", w.Say(f.name))
	content := container.NewBorder(prose(w.Say("editor.clash_help")), nil, nil, nil, sides)
	hide = i.s.modal(title, atLeastWide(620, content), mine, takeTheirs, keepMine)
}

func newMergeText(text string, readOnly bool) *field {
	e := newTextField(8)
	e.SetText(text)
	if readOnly {
		e.Disable()
	}
	return e
}

// clashSettled goes on with the next clash, or saves.
func (i *inspector) clashSettled(d *draft) {
	if len(d.clashes) > 0 {
		i.settleClashes(d)
		return
	}
	d.failed = nil
	i.keep.save(d)
	if d == i.draft {
		i.position.fill()
	}
}

// keepClashes keeps, when the vault is left, the words of clashes that nobody
// settled: as private remarks on the paragraph, where they are found again.
func (i *inspector) keepClashes(d *draft) {
	desk, note := i.s.desk(), d.want.Note
	if d.kept {
		return
	}
	d.kept = len(d.clashes) > 0
	for _, f := range d.clashes {
		words := f.say(&d.want, i.s.words)
		if f.field == 0 || words == "" {
			continue
		}
		a := briefing.Annotation{
			Anchor: briefing.Anchor{Block: d.want.Subject.Block}, Kind: briefing.KindProposal, Private: true,
			Text: i.s.say("editor.kept_clash", "Field", i.s.say(f.name), "Text", words),
		}
		i.s.quick(func(ctx context.Context) error {
			_, err := desk.Annotate(ctx, note, a)
			return err
		}, i.orSay)
	}
}

// orSay shows an error, if there is one.
func (i *inspector) orSay(err error) {
	if err != nil {
		i.s.fail(err)
	}
}
