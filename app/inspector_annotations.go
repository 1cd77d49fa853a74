package app

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// annotationPanel lists what was remarked on the block and takes new remarks.
type annotationPanel struct {
	i    *inspector
	form *remarkForm
	list *fyne.Container
	top  fyne.CanvasObject
	// at is the place that the form is for, shown its block as last read.
	at    spot
	shown *briefing.Block
	// typed holds remarks that were begun and left.
	typed map[spot]begun
	// sending holds the words on their way to the vault.
	sending map[spot]string
}

// spot is a block of a note.
type spot struct {
	note  briefing.ID
	block string
}

func newAnnotationPanel(i *inspector) *annotationPanel {
	p := &annotationPanel{i: i, typed: map[spot]begun{}, sending: map[spot]string{}, list: container.New(layout.NewCustomPaddedVBoxLayout(6))}
	scroll := container.NewScroll(nil)
	p.form = newRemarkForm(i.s.words, p.add)
	p.form.text.entered = p.takePhrase
	p.form.text.submit = p.add
	scroll.Content = container.New(layout.NewCustomPaddedLayout(4, 8, 4, 12), container.NewVBox(p.form.top, p.list))
	p.top = scroll
	return p
}

// fill lists the block's remarks and shows what was begun there.
func (p *annotationPanel) fill() {
	if now := (spot{p.i.note, p.i.block}); p.at != now {
		p.keepTyped()
		p.at = now
		p.form.resume(p.typed[now])
	}
	p.shown = p.i.shownBlock()
	p.takePhrase()
	p.list.RemoveAll()
	list := p.i.x.AnnotationsOn(p.i.block)
	for _, a := range list {
		p.list.Add(p.card(a))
	}
	if len(list) == 0 {
		p.list.Add(aside(p.i.s.say("annotations.none")))
	}
	p.list.Refresh()
}

// takePhrase offers what is selected in the shown block. It stays on offer
// when the selection goes, as it does once the form is typed into.
func (p *annotationPanel) takePhrase() {
	b := p.i.shownBlock()
	start, end := p.i.s.phrase()
	if b != nil && p.i.s.selected() == b.ID && 0 <= start && start < end && end <= len(b.Text) {
		p.form.quote(b.Text, start, end)
	}
}

// card shows one remark with what can be done to it.
func (p *annotationPanel) card(a *briefing.Annotation) fyne.CanvasObject {
	w := p.i.s.words
	head := section(w.Say("annotation.kind." + string(a.Kind)))
	head.Truncation = fyne.TextTruncateEllipsis
	parts := []fyne.CanvasObject{container.NewBorder(nil, nil, widget.NewIcon(kindIcon(a.Kind)), p.acts(a), head)}
	if a.Anchor.Quote.Exact != "" {
		quoted := prose("“" + a.Anchor.Quote.Exact + "”")
		quoted.TextStyle.Italic = true
		parts = append(parts, newGround(colorMark, quoted))
	}
	parts = append(parts, prose(a.Text))
	foot := strings.Join(compact(a.Author, sayMoment(a.Changed), hashed(a.Tags), p.sayPrivate(a)), " · ")
	parts = append(parts, smallLabel(foot))
	return newCard(container.New(layout.NewCustomPaddedLayout(2, 2, 4, 4), container.New(layout.NewCustomPaddedVBoxLayout(0), parts...)))
}

func (p *annotationPanel) sayPrivate(a *briefing.Annotation) string {
	if a.Private {
		return p.i.s.say("annotations.is_private")
	}
	return ""
}

func (p *annotationPanel) acts(a *briefing.Annotation) fyne.CanvasObject {
	icon := func(r fyne.Resource, tapped func()) fyne.CanvasObject {
		b := newQuietButton("", tapped)
		b.Icon = r
		return b
	}
	return container.New(layout.NewCustomPaddedHBoxLayout(0),
		icon(theme.HistoryIcon(), func() { p.i.s.showHistory(a.Key(), p.i.place.Text) }),
		icon(theme.DocumentCreateIcon(), func() { p.edit(a) }),
		icon(theme.DeleteIcon(), func() { p.remove(a) }))
}

// kindIcon stands beside a remark's kind.
func kindIcon(k briefing.AnnotationKind) fyne.Resource {
	switch k {
	case briefing.KindRemark:
		return theme.MailComposeIcon()
	case briefing.KindQuestion:
		return theme.QuestionIcon()
	case briefing.KindProposal:
		return theme.ContentAddIcon()
	case briefing.KindConcern:
		return theme.WarningIcon()
	case briefing.KindFact:
		return theme.InfoIcon()
	case briefing.KindToDo:
		return theme.CheckButtonIcon()
	case briefing.KindBackground:
		return theme.DocumentIcon()
	}
	return theme.MailComposeIcon()
}

// add saves what stands in the form as a new remark.
func (p *annotationPanel) add() {
	a := p.form.annotation()
	if strings.TrimSpace(a.Text) == "" {
		return
	}
	a.Anchor = p.form.anchor(p.shown)
	p.save(a, p.at)
}

// save saves a new remark; where that fails its words stay in the form.
func (p *annotationPanel) save(a briefing.Annotation, at spot) {
	desk := p.i.s.desk()
	p.sending[at] = a.Text
	p.i.s.saving()
	p.i.s.quick(func(ctx context.Context) error {
		_, err := desk.Annotate(ctx, at.note, a)
		return err
	}, func(err error) {
		delete(p.sending, at)
		if err != nil {
			p.i.s.notSaved(err)
			return
		}
		p.i.s.saved()
		delete(p.typed, at)
		if p.at == at && p.form.text.Text == a.Text {
			p.form.clear()
		}
	})
}

// edit changes a remark's words, kind, tags and privacy in a dialog.
func (p *annotationPanel) edit(a *briefing.Annotation) {
	w, base := p.i.s.words, p.i.x.Base(a)
	form := newRemarkForm(w, nil)
	form.show(a)
	var hide func()
	no := newButton(w.Say("window.cancel"), func() { hide() })
	ok := newMainButton(w.Say("annotations.change"), func() {
		fixed := form.annotation()
		fixed.ID, fixed.Note = a.ID, a.Note
		desk := p.i.s.desk()
		p.i.s.quick(func(ctx context.Context) error {
			_, err := desk.EditAnnotation(ctx, fixed, base)
			return err
		}, func(err error) {
			if err != nil {
				p.i.s.fail(err) // the dialog stays, and its words with it
				return
			}
			hide()
		})
	})
	hide = p.i.s.modal(w.Say("annotations.edit"), atLeastWide(460, form.top), form.text, no, ok)
}

// remove removes a remark without asking: undo brings it back.
func (p *annotationPanel) remove(a *briefing.Annotation) {
	desk, base, key := p.i.s.desk(), p.i.x.Base(a), a.Key()
	p.i.s.quick(func(ctx context.Context) error { return desk.RemoveAnnotation(ctx, key, base) }, p.i.orSay)
}

// keepTyped remembers a remark that was begun, for when its block is shown again.
func (p *annotationPanel) keepTyped() {
	if p.shown == nil {
		return
	}
	delete(p.typed, p.at)
	if b := p.form.begun(p.shown); strings.TrimSpace(b.remark.Text) != "" {
		p.typed[p.at] = b
	}
}

// flush saves every remark that was begun: parting loses no words.
func (p *annotationPanel) flush() {
	p.keepTyped()
	for at, b := range p.typed {
		if p.sending[at] != b.remark.Text {
			p.save(b.remark, at)
		}
	}
}

// compact drops what is empty.
func compact(texts ...string) []string {
	var out []string
	for _, t := range texts {
		if t != "" {
			out = append(out, t)
		}
	}
	return out
}

func hashed(tags []string) string {
	if len(tags) == 0 {
		return ""
	}
	return "#" + strings.Join(tags, " #")
}
