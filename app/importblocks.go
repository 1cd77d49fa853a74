package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// blockList lists a proposal's blocks with their kinds and numbers, doubtful
// ones marked, and corrects the selected one: by the row of buttons, or by a
// letter while the list has the keyboard.
type blockList struct {
	s         *shell
	found     *briefing.Proposal
	corrected func()
	at        int // the selected block, -1 for none
	list      *keyedList
	kind      *dropDown
	label     *field
	split     *button
	merge     *button
	text      *widget.Label // the whole of the selected block
	doubt     *widget.Label
	source    *sourceView
	top       fyne.CanvasObject
	mute      bool // the fields are being filled, not typed in
}

func newBlockList(s *shell, corrected func()) *blockList {
	l := &blockList{s: s, corrected: corrected, at: -1, list: &keyedList{}}
	l.list.ExtendBaseWidget(l.list)
	l.list.Length = func() int {
		if l.found == nil {
			return 0
		}
		return len(l.found.Blocks)
	}
	l.list.CreateItem = newBlockItem
	l.list.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { o.(*blockItem).put(&l.found.Blocks[i], s.words) }
	l.list.OnSelected = l.selected
	l.list.onRune, l.list.onStep = l.letter, l.step
	names := make([]string, len(briefing.Kinds))
	for i, k := range briefing.Kinds {
		names[i] = s.say("import.kind." + string(k))
	}
	l.kind = newDropDown(names, func(string) { l.retype() })
	l.label = newField(s.say("import.label"))
	l.label.OnSubmitted = func(typed string) { l.do(briefing.Correction{Do: briefing.CorrectLabel, Label: typed}) }
	l.split = newButton(s.say("import.split"), l.askSplit)
	l.merge = newButton(s.say("import.merge"), func() { l.do(briefing.Correction{Do: briefing.CorrectMerge}) })
	l.text, l.doubt = prose(""), aside("")
	l.doubt.Importance = widget.WarningImportance
	tools := container.NewBorder(nil, nil, container.NewHBox(fixedWide(136, l.kind), fixedWide(60, l.label)), container.NewHBox(l.split, l.merge))
	help := aside(s.say("import.keys"))
	help.SizeName = theme.SizeNameCaptionText
	l.source = newSourceView(s)
	foot := container.NewVBox(widget.NewSeparator(), l.whole(), l.doubt, container.NewPadded(tools), help)
	head := container.NewGridWithColumns(2, section(s.say("import.blocks")), l.source.where)
	l.top = container.NewBorder(head, newGround(colorPanel, foot), nil, nil, l.list)
	l.fill()
	return l
}

// whole shows the selected block's text, however long, in four lines' room.
func (l *blockList) whole() fyne.CanvasObject {
	scroll := container.NewVScroll(l.text)
	scroll.SetMinSize(fyne.NewSize(0, 84))
	return scroll
}

func (l *blockList) object() fyne.CanvasObject { return l.top }

// show lists another proposal with its document's text, nil where it is none;
// a nil proposal for none.
func (l *blockList) show(found *briefing.Proposal, source *sourceText) {
	l.found, l.at = found, -1
	l.source.show(source)
	if found != nil {
		l.source.align(found.Blocks)
	}
	l.list.UnselectAll()
	l.list.Refresh()
	l.list.ScrollToTop()
	if found != nil && len(found.Blocks) > 0 {
		l.list.Select(l.firstDoubt())
	}
	l.fill()
}

// firstDoubt is where a person looks first: the first doubtful block.
func (l *blockList) firstDoubt() int {
	for i, b := range l.found.Blocks {
		if len(b.Doubts) > 0 {
			return i
		}
	}
	return 0
}

// reveal selects a block by its id.
func (l *blockList) reveal(id string) {
	for i, b := range l.found.Blocks {
		if b.ID == id {
			l.list.Select(i)
		}
	}
}

func (l *blockList) step(by int) {
	if to := l.at + by; l.found != nil && to >= 0 && to < len(l.found.Blocks) {
		l.list.Select(to)
	}
}

func (l *blockList) selected(i widget.ListItemID) {
	l.at = i
	l.fill()
}

// current is the selected block; nil for none.
func (l *blockList) current() *briefing.Block {
	if l.found == nil || l.at < 0 || l.at >= len(l.found.Blocks) {
		return nil
	}
	return &l.found.Blocks[l.at]
}

// fill shows the selected block in the row of tools.
func (l *blockList) fill() {
	l.mute = true
	defer func() { l.mute = false }()
	b := l.current()
	for _, d := range []fyne.Disableable{l.kind, l.label, l.split, l.merge} {
		if b == nil {
			d.Disable()
		} else {
			d.Enable()
		}
	}
	l.source.point(b)
	if b == nil {
		l.doubt.SetText("")
		l.text.SetText("")
		return
	}
	l.text.SetText(b.Text)
	l.kind.SetSelected(l.s.say("import.kind." + string(b.Kind)))
	l.label.SetText(b.Label)
	doubts := make([]string, len(b.Doubts))
	for i, d := range b.Doubts {
		doubts[i] = l.s.say("doubt." + d)
	}
	l.doubt.SetText(strings.Join(doubts, " · "))
	setVisible(l.doubt, len(doubts) > 0)
}
