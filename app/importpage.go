package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// importPage is the preview of an import: what was recognised beside the
// document as it came, for a person to correct and confirm. Nothing is saved
// before that.
type importPage struct {
	s       *shell
	queue   *importQueue
	found   *briefing.Proposal // under review; nil for none
	title   *widget.Label
	summary *widget.Label
	accept  *button
	discard *button
	files   *filesBar
	kin     *fyne.Container
	left    *fyne.Container // the document's facts, its meetings, its asks
	facing  *container.Scroll
	side    *fyne.Container // what stands beside the text: the source, or left
	source  *sourcePane
	turn    *button // changes between them
	asks    *fyne.Container
	blocks  *blockList
	preview fyne.CanvasObject
	top     *fyne.Container
}

func newImportPage(s *shell) page {
	p := &importPage{s: s, title: heading(""), summary: line(""), left: container.NewVBox(), asks: container.NewVBox(), kin: container.NewStack()}
	p.queue = &importQueue{s: s, changed: p.queueChanged, review: p.propose, ended: p.ended}
	p.summary.Importance = widget.LowImportance
	p.accept = newMainButton(s.say("import.accept"), p.confirm)
	p.discard = newButton(s.say("import.discard"), p.drop)
	p.source = newSourcePane(s)
	p.blocks = newBlockList(s, p.corrected, p.source.point)
	p.turn = newButton("", func() { p.showSource(p.side.Objects[0] != fyne.CanvasObject(p.source.top)) })
	p.files = newFilesBar(p)
	p.preview = p.lay()
	p.top = container.NewStack(p.empty())
	s.beforeParting(p.keep)
	return p
}

// lay sets the preview out: what it is above, the source and the text side by side.
func (p *importPage) lay() fyne.CanvasObject {
	buttons := container.NewCenter(container.NewHBox(p.turn, p.discard, p.accept))
	head := container.NewBorder(nil, nil, nil, buttons, container.New(&stacked{}, p.title, p.summary))
	p.facing = container.NewVScroll(roomy(p.left))
	p.side = container.NewStack(p.source.top)
	split := container.NewHSplit(p.side, p.blocks.top)
	split.SetOffset(0.46)
	return container.NewBorder(container.NewVBox(p.files.top, roomy(head), p.kin, widget.NewSeparator()), nil, nil, nil, split)
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

func (p *importPage) queueChanged() { p.files.reload() }

// propose shows what was recognised in a document, beside the document.
func (p *importPage) propose(i *importItem) {
	p.s.show(pageImport)
	p.found = i.found
	p.title.SetText(joined("   ", i.found.Note.Symbol, i.found.Note.Title))
	p.kin.Objects = nil
	if card := p.kinCard(i); card != nil {
		p.kin.Objects = []fyne.CanvasObject{card}
	}
	p.kin.Refresh()
	p.showFacts()
	p.showSource(true)
	p.top.Objects = []fyne.CanvasObject{p.preview}
	p.top.Refresh()
	p.source.show(i.original, i.found.AsRead(), i.found.Note.Language)
	p.blocks.show(&proposalProof{p.s, i.found}) // placed, so that it scrolls to what it selects
	p.corrected()
	p.blocks.focus()
}

// showFacts shows what the document says of itself.
func (p *importPage) showFacts() {
	p.left.Objects = []fyne.CanvasObject{
		section(p.s.say("import.facts")), p.facts(),
		section(p.s.say("import.meetings")), p.meetings(),
		section(p.s.say("import.asks")), aside(p.s.say("import.asks.about")), p.asks,
	}
	p.left.Refresh()
}

// showSource puts the document beside the text, or what it says of itself.
func (p *importPage) showSource(yes bool) {
	key, shown := "import.source.show", fyne.CanvasObject(p.facing)
	if yes {
		key, shown = "import.source.hide", p.source.top
	}
	p.turn.SetText(p.s.say(key))
	p.side.Objects = []fyne.CanvasObject{shown}
	p.side.Refresh()
	p.source.point(p.blocks.current())
}

// corrected counts and lists again after a correction.
func (p *importPage) corrected() {
	counts := map[briefing.Kind]int{}
	for _, b := range p.found.Blocks {
		counts[b.Kind]++
	}
	p.summary.SetText(joined("  ·  ",
		p.s.say("note.paragraphs", "Count", counts[briefing.KindParagraph]),
		p.s.say("import.headings", "Count", counts[briefing.KindHeading]),
		p.s.say("import.found_asks", "Count", len(p.found.Asks)),
		p.s.say("import.doubts", "Count", p.found.Note.Doubts)))
	p.asks.Objects = nil
	for i := range p.found.Asks {
		p.asks.Add(p.askRow(&p.found.Asks[i]))
	}
	p.asks.Refresh()
	p.source.corrected(p.found.Blocks)
	p.source.point(p.blocks.current())
	p.files.reload()
	p.s.setMenu()
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
		p.blocks.reload()
	})
	keep.Checked = a.State != briefing.AskRefused
	see := newQuietButton(p.s.say("import.see"), func() { p.blocks.reveal(a.Block) })
	return container.NewVBox(container.NewBorder(nil, nil, nil, see, keep), indented(28, aside(askWords(a, p.s.words))))
}

// indented stands content in from the left.
func indented(by float32, content fyne.CanvasObject) fyne.CanvasObject {
	return container.NewBorder(nil, nil, gap(by, 0), nil, content)
}
