package app

import (
	"context"
	"io"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

var (
	packVariants = []briefing.Variant{
		briefing.VariantFull, briefing.VariantOnePage, briefing.VariantSpeaking, briefing.VariantRestricted,
	}
	packSizes = []string{"a4", "letter"}
)

// packFormat is what packs are written as.
const packFormat = "docx"

// packPage orders briefing packs and lists those made.
type packPage struct {
	s        *shell
	audience *dropDown
	variant  *dropDown
	language *dropDown
	size     *dropDown
	mark     *field
	ticks    *tickList
	contents *contentsView
	made     *fyne.Container
	make     *button
	top      fyne.CanvasObject
}

func newPackPage(s *shell) page {
	p := &packPage{s: s, mark: newField(""), contents: newContentsView(s.words)}
	p.made = container.New(layout.NewCustomPaddedVBoxLayout(-6))
	p.ticks = newTickList(s.words, p.look)
	p.language = languageChoice(s.words, "", func() {})
	p.size = choice(s.words, "packs.size.", packSizes, func(string) {})
	p.size.SetSelectedIndex(0)
	p.mark.OnChanged = func(string) { p.look() }
	p.audience = choice(s.words, "audience.", briefing.Audiences, func(briefing.Audience) { p.look() })
	p.variant = choice(s.words, "variant.", packVariants, func(briefing.Variant) { p.look() })
	showChoice(p.audience, briefing.Audiences, briefing.ForDelegation)
	showChoice(p.variant, packVariants, briefing.VariantFull)
	p.make = newMainButton(s.say("packs.make"), p.write)
	p.build()
	return p
}

func (p *packPage) build() {
	w := p.s.words
	form := widget.NewForm(
		widget.NewFormItem(w.Say("exporting.audience"), p.audience), widget.NewFormItem(w.Say("packs.variant"), p.variant),
		widget.NewFormItem(w.Say("exporting.language"), p.language), widget.NewFormItem(w.Say("packs.size"), p.size),
		widget.NewFormItem(w.Say("exporting.mark"), p.mark), widget.NewFormItem(w.Say("exporting.ticks"), p.ticks.top))
	left := container.NewVBox(form, container.NewHBox(layout.NewSpacer(), p.make), section(w.Say("packs.made")), p.made)
	right := newCard(container.New(layout.NewCustomPaddedLayout(4, 8, 4, 8), p.contents.top))
	body := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 8, 8, 12),
		container.NewGridWithColumns(2, left, container.NewVBox(right))))
	head := container.New(layout.NewCustomPaddedLayout(4, 4, 8, 12), heading(w.Say("packs.title")))
	p.top = container.NewBorder(head, nil, nil, nil, body)
}

func (p *packPage) object() fyne.CanvasObject { return p.top }

// order is the pack as it was asked for.
func (p *packPage) order() briefing.PackOrder {
	o := briefing.PackOrder{
		Audience: briefing.Audiences[max(0, p.audience.SelectedIndex())], Variant: packVariants[max(0, p.variant.SelectedIndex())],
		Mark: strings.TrimSpace(p.mark.Text), Language: chosenLanguage(p.language), Format: packFormat,
		Ticked: p.ticks.ticked(), Letter: p.size.SelectedIndex() == 1,
	}
	if x := p.s.dossier(); x != nil {
		o.Note = x.Note.ID
	}
	return o
}

// reload reads the packs made and what the order would bring.
func (p *packPage) reload() {
	if x := p.s.dossier(); x != nil {
		p.mark.SetPlaceHolder(x.Settings.Mark)
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
		p.list(made)
	})
}

// look shows what the order would bring.
func (p *packPage) look() {
	if p.make == nil || p.s.dossier() == nil {
		return
	}
	o := p.order()
	p.ticks.offer(briefing.Gate{Audience: o.Audience, Annex: o.Variant == briefing.VariantRestricted}, briefing.Parts)
	o = p.order()
	desk := p.s.desk()
	var c briefing.Contents
	p.s.quick(func(ctx context.Context) (err error) {
		c, err = desk.PackContents(ctx, o)
		return err
	}, func(err error) {
		if err != nil {
			p.s.fail(err)
			return
		}
		p.contents.show(c, sayContents(p.s.words, c)...)
	})
}

// list lists the packs made, newest first.
func (p *packPage) list(made []*briefing.Pack) {
	p.made.RemoveAll()
	for _, x := range slices.Backward(made) {
		about := compact(p.s.say("audience."+string(x.Audience)), p.s.say("variant."+string(x.Variant)), p.s.say("language."+x.Language), x.Mark)
		title := p.s.say("packs.pack", "Number", x.Number, "When", sayMoment(x.Made))
		p.made.Add(line(title))
		p.made.Add(smallLabel(strings.Join(about, " · ")))
	}
	if len(made) == 0 {
		p.made.Add(aside(p.s.say("packs.none")))
	}
	p.made.Refresh()
}

// write makes the pack and writes its file. Nothing is recorded of one that
// was cancelled.
func (p *packPage) write() {
	x, o, desk := p.s.dossier(), p.order(), p.s.desk()
	if x == nil {
		return
	}
	name := fileName("."+packFormat, x.Note.Symbol, p.s.say("packs.file"), p.s.say("audience."+string(o.Audience)), string(briefing.DateOf(p.s.now())))
	p.s.saveFile(p.s.say("packs.make"), name, func(ctx context.Context, w io.Writer, progress briefing.Progress) error {
		_, err := desk.ExportPack(ctx, w, o, progress)
		return err
	}, func() {})
}

// proceed exports: the page's main act.
func (p *packPage) proceed() { p.write() }
