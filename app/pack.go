package app

import (
	"context"
	"io"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// packPage orders briefing packs, shows what they will look like and hold, and
// lists those made.
type packPage struct {
	s        *shell
	form     *packForm
	items    *packItems
	contents *contentsView
	lacking  *widget.Label
	preview  *packPreview
	made     *packsMade
	make     *button
	top      fyne.CanvasObject
}

func newPackPage(s *shell) page {
	p := &packPage{s: s, contents: newContentsView(s.words), lacking: prose("")}
	p.made = newPacksMade(s)
	p.items = newPackItems(s.words, p.look)
	p.preview = newPackPreview(s, p.order)
	p.form = newPackForm(s.words, p.look)
	p.make = newMainButton(s.say("packs.make"), p.write)
	p.lacking.Hide()
	p.build()
	return p
}

func (p *packPage) build() {
	w := p.s.words
	left := container.NewVBox(p.form.object(), container.NewHBox(layout.NewSpacer(), p.make),
		section(w.Say("packs.items")), aside(w.Say("packs.items.how")), p.items.top, section(w.Say("packs.made")), p.made.top)
	right := newCard(container.New(layout.NewCustomPaddedLayout(4, 8, 4, 8), container.NewVBox(p.contents.top, p.lacking)))
	body := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 8, 8, 12),
		container.NewGridWithColumns(2, left, container.NewVBox(p.preview.top, right))))
	head := container.New(layout.NewCustomPaddedLayout(4, 4, 8, 12), heading(w.Say("packs.title")))
	p.top = container.NewBorder(head, nil, nil, nil, body)
}

func (p *packPage) object() fyne.CanvasObject { return p.top }

// order is the pack as it was asked for.
func (p *packPage) order() briefing.PackOrder {
	o := p.form.order()
	o.Items = p.items.chosen()
	if x := p.s.dossier(); x != nil {
		o.Note = x.Note.ID
	}
	return o
}

// reload reads the packs made and what the order would bring.
func (p *packPage) reload() {
	if x := p.s.dossier(); x != nil {
		p.form.mark.SetPlaceHolder(x.Settings.Mark)
	}
	p.look()
	desk := p.s.desk()
	var made []*briefing.Pack
	p.s.quick(func(ctx context.Context) (err error) {
		made, err = desk.Packs(ctx)
		return err
	}, func(err error) {
		if err != nil {
			p.s.fail(err)
			return
		}
		p.form.offerSince(made)
		p.made.list(made)
	})
}

// look shows what the order would bring.
func (p *packPage) look() {
	if p.make == nil || p.s.dossier() == nil {
		return
	}
	p.form.offer()
	o, desk := p.order(), p.s.desk()
	var c briefing.Contents
	p.s.quick(func(ctx context.Context) (err error) {
		c, err = desk.PackContents(ctx, o)
		return err
	}, func(err error) {
		if err != nil {
			p.s.fail(err)
			return
		}
		p.show(c)
	})
}

func (p *packPage) show(c briefing.Contents) {
	p.contents.show(c, sayContents(p.s.words, c)...)
	p.items.offer(c.Items)
	p.preview.stale()
	p.lacking.Hidden = len(c.Lacking) == 0
	p.lacking.SetText(p.s.say("packs.lacking", "Letters", string(c.Lacking)))
}

// write makes the pack and writes its file. Nothing is recorded of one that
// was cancelled.
func (p *packPage) write() {
	x, o, desk := p.s.dossier(), p.order(), p.s.desk()
	if x == nil {
		return
	}
	name := fileName("."+o.Format, x.Note.Symbol, p.s.say("packs.file"), p.s.say("audience."+string(o.Audience)), string(briefing.DateOf(p.s.now())))
	p.s.saveFile(p.s.say("packs.make"), name, func(ctx context.Context, w io.Writer, progress briefing.Progress) error {
		_, err := desk.ExportPack(ctx, w, o, progress)
		return err
	}, func() {})
}

// proceed exports: the page's main act.
func (p *packPage) proceed() { p.write() }

// aboutPack is a pack's order in words.
func aboutPack(w briefing.Words, x *briefing.Pack) string {
	parts := compact(w.Say("audience."+string(x.Audience)), w.Say("variant."+string(x.Variant)), w.Say("language."+x.Language),
		strings.ToUpper(x.Format), x.Mark)
	if x.Copy != "" {
		parts = append(parts, w.Say("pack.copy")+" "+x.Copy)
	}
	return strings.Join(parts, " · ")
}
