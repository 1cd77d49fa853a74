package app

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// importPage is the preview of an import: what was recognised, for a person to
// correct and confirm. Nothing is saved before that.
type importPage struct {
	s       *shell
	found   *briefing.Proposal // nil while nothing is proposed
	title   *widget.Label
	summary *widget.Label
	accept  *button
	discard *button
	left    *fyne.Container // the document's facts, its meetings, its asks
	asks    *fyne.Container
	blocks  *blockList
	preview fyne.CanvasObject
	top     *fyne.Container
}

func newImportPage(s *shell) page {
	p := &importPage{s: s, title: heading(""), summary: line(""), left: container.NewVBox(), asks: container.NewVBox()}
	p.summary.Importance = widget.LowImportance
	p.accept = newMainButton(s.say("import.accept"), p.confirm)
	p.discard = newButton(s.say("import.discard"), p.drop)
	p.blocks = newBlockList(s, p.corrected)
	buttons := container.NewCenter(container.NewHBox(p.discard, p.accept))
	head := container.NewBorder(nil, nil, nil, buttons, container.New(&stacked{}, p.title, p.summary))
	split := container.NewHSplit(container.NewVScroll(roomy(p.left)), p.blocks.object())
	split.SetOffset(0.42)
	p.preview = container.NewBorder(container.NewVBox(roomy(head), widget.NewSeparator()), nil, nil, nil, split)
	p.top = container.NewStack(p.empty())
	return p
}

func (p *importPage) object() fyne.CanvasObject { return p.top }

// reload leaves the preview alone: it is the user's until it is imported.
func (p *importPage) reload() {}

// empty asks for a document.
func (p *importPage) empty() fyne.CanvasObject {
	s := p.s
	text := prose(s.say("import.empty"))
	text.Alignment = fyne.TextAlignCenter
	act := container.NewHBox(layout.NewSpacer(), newMainButton(s.say("library.import"), s.chooseImport), layout.NewSpacer())
	return container.New(column(460), container.NewVBox(gap(0, 80), text, act))
}

// propose shows what was recognised.
func (p *importPage) propose(found *briefing.Proposal) {
	p.found = found
	p.title.SetText(joined("   ", found.Note.Symbol, found.Note.Title))
	p.left.Objects = []fyne.CanvasObject{
		section(p.s.say("import.facts")), p.facts(),
		section(p.s.say("import.meetings")), p.meetings(),
		section(p.s.say("import.asks")), aside(p.s.say("import.asks.about")), p.asks,
	}
	p.left.Refresh()
	p.corrected()
	p.blocks.show(found)
	p.top.Objects = []fyne.CanvasObject{p.preview}
	p.top.Refresh()
	p.s.focus(p.blocks.list)
}

// corrected counts and lists again after a correction.
func (p *importPage) corrected() {
	counts := map[briefing.Kind]int{}
	doubts := 0
	for _, b := range p.found.Blocks {
		counts[b.Kind]++
		doubts += len(b.Doubts)
	}
	p.summary.SetText(joined("  ·  ",
		p.s.say("note.paragraphs", "Count", counts[briefing.KindParagraph]),
		p.s.say("import.headings", "Count", counts[briefing.KindHeading]),
		p.s.say("import.found_asks", "Count", len(p.found.Asks)),
		p.s.say("import.doubts", "Count", doubts)))
	p.asks.Objects = nil
	for i := range p.found.Asks {
		p.asks.Add(p.askRow(&p.found.Asks[i]))
	}
	p.asks.Refresh()
}

// askRow shows an ask with its reason; a tick keeps it.
func (p *importPage) askRow(a *briefing.Ask) fyne.CanvasObject {
	text := briefing.Text{Blocks: p.found.Blocks}
	place := a.Code
	if b := text.Block(a.Block); b != nil {
		place = text.LabelOf(b).Say(b.Kind, p.s.words)
	}
	keep := widget.NewCheck(place, func(yes bool) {
		a.State = briefing.AskRefused
		if yes {
			a.State = briefing.AskSuggested
		}
	})
	keep.Checked = a.State != briefing.AskRefused
	see := newQuietButton(p.s.say("import.see"), func() { p.blocks.reveal(a.Block) })
	return container.NewVBox(container.NewBorder(nil, nil, nil, see, keep), indented(28, aside(askWords(a, p.s.words))))
}

// indented stands content in from the left.
func indented(by float32, content fyne.CanvasObject) fyne.CanvasObject {
	return container.NewBorder(nil, nil, gap(by, 0), nil, content)
}

// proceed imports: the page's main act.
func (p *importPage) proceed() { p.confirm() }

// confirm imports what is shown.
func (p *importPage) confirm() {
	found, desk := p.found, p.s.open
	if found == nil {
		return
	}
	p.accept.Disable()
	var note *briefing.Note
	p.s.saving()
	p.s.run(p.s.say("import.saving"), func(ctx context.Context, _ briefing.Progress) (err error) {
		note, err = desk.Import(ctx, found)
		return err
	}, func(err error) {
		p.accept.Enable()
		switch {
		case errors.Is(err, briefing.ErrAlreadyImported):
			p.s.saved()
			p.s.fail(err)
		case err != nil:
			p.s.notSaved(err)
			p.s.failUnlessCancelled(err)
		default:
			p.clear()
			p.s.openNote(note.ID, "")
		}
	})
}

// drop leaves the preview; nothing was saved.
func (p *importPage) drop() {
	p.clear()
	p.s.show(pageLibrary)
}

func (p *importPage) clear() {
	p.found = nil
	p.left.Objects, p.asks.Objects = nil, nil
	p.blocks.show(nil)
	p.top.Objects = []fyne.CanvasObject{p.empty()}
	p.top.Refresh()
}

// failUnlessCancelled shows an error, unless it is that the user cancelled.
func (s *shell) failUnlessCancelled(err error) {
	if !errors.Is(err, context.Canceled) {
		s.fail(err)
	}
}
