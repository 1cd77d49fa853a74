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
	facing  *container.Scroll
	left    *fyne.Container // the document's facts, its meetings, its asks
	side    *fyne.Container // what stands beside the blocks: left, or the source
	source  *button         // changes between them
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
	p.source = newButton("", func() { p.showSource(p.side.Objects[0] != p.blocks.source.top) })
	buttons := container.NewCenter(container.NewHBox(p.source, p.discard, p.accept))
	head := container.NewBorder(nil, nil, nil, buttons, container.New(&stacked{}, p.title, p.summary))
	p.facing = container.NewVScroll(roomy(p.left))
	p.side = container.NewStack(p.facing)
	split := container.NewHSplit(p.side, p.blocks.object())
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

// propose shows what was recognised in a document, with its text where it is
// one.
func (p *importPage) propose(found *briefing.Proposal, source *sourceText) {
	p.found = found
	p.title.SetText(joined("   ", found.Note.Symbol, found.Note.Title))
	p.left.Objects = []fyne.CanvasObject{
		section(p.s.say("import.facts")), p.facts(),
		section(p.s.say("import.meetings")), p.meetings(),
		section(p.s.say("import.asks")), aside(p.s.say("import.asks.about")), p.asks,
	}
	p.left.Refresh()
	p.corrected()
	p.showSource(false)
	setVisible(p.source, source != nil)
	p.top.Objects = []fyne.CanvasObject{p.preview}
	p.top.Refresh()
	p.blocks.show(found, source) // placed, so that it scrolls to what it selects
	p.s.focus(p.blocks.list)
}

// showSource puts the document's own text beside the blocks, or what it says of
// itself.
func (p *importPage) showSource(yes bool) {
	key, shown := "import.source.show", fyne.CanvasObject(p.facing)
	if yes {
		key, shown = "import.source.hide", p.blocks.source.top
	}
	p.source.SetText(p.s.say(key))
	p.side.Objects = []fyne.CanvasObject{shown}
	p.side.Refresh()
	p.blocks.source.reveal()
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
	keep := newCheck(place, func(yes bool) {
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
	p.blocks.show(nil, nil)
	p.top.Objects = []fyne.CanvasObject{p.empty()}
	p.top.Refresh()
}

// failUnlessCancelled shows an error, unless it is that the user cancelled.
func (s *shell) failUnlessCancelled(err error) {
	if !errors.Is(err, context.Canceled) {
		s.fail(err)
	}
}
