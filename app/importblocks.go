package app

import (
	"slices"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"placard/app/reader"
	"placard/briefing"
)

// blockList shows a text as it was recognised, its doubts first, and corrects
// the selected block: by the rows of tools, or by a letter while the text has
// the keyboard.
type blockList struct {
	s         *shell
	proof     proof // nil for none
	corrected func()
	selected  func(*briefing.Block) // hears which block is selected; nil for none
	at        string                // the selected block's id
	doubts    *doubtList
	text      *reader.Reader
	kind      *dropDown
	label     *field
	tools     []fyne.Disableable // all that need a block
	keeps     *button            // needs one with doubts
	words     *wordsPanel
	foot      fyne.CanvasObject // the tools
	top       fyne.CanvasObject
	mute      bool // the fields are being filled, not typed in
}

// newBlockList makes an empty one. corrected is called after each correction.
func newBlockList(s *shell, corrected func(), selected func(*briefing.Block)) *blockList {
	l := &blockList{s: s, corrected: corrected, selected: selected, text: reader.New()}
	l.text.OnSelect = l.choose
	l.text.OnRune = l.letter
	l.text.OnVisible = func(string) { s.touch() }
	l.text.OnCopy = func(text string) { s.App.Clipboard().SetContent(text) }
	l.doubts = newDoubtList(s, func(block string) {
		l.reveal(block)
		s.focus(l.text)
	})
	l.words = newWordsPanel(l)
	l.foot = container.NewPadded(l.toolRows())
	foot := container.NewVBox(widget.NewSeparator(), l.foot, l.words.top)
	l.top = container.NewBorder(l.doubts.top, newGround(colorPanel, foot), nil, nil, l.text)
	l.fill()
	return l
}

// toolRows are the tools, each with the letter that does the same: what the
// block is, and what becomes of it.
func (l *blockList) toolRows() fyne.CanvasObject {
	s := l.s
	l.kind = newDropDown(l.kindNames(), func(string) { l.retype() })
	l.label = newField(s.say("import.label") + " · L")
	l.label.OnSubmitted = func(typed string) { l.do(briefing.Correction{Do: briefing.CorrectLabel, Label: typed}) }
	act := func(key, letter string, do func()) *button {
		b := newButton(s.say(key)+" · "+letter, do)
		l.tools = append(l.tools, b)
		return b
	}
	number := act("import.renumber", "R", l.renumber)
	l.keeps = newButton(s.say("import.keep")+" · K", l.keep)
	split, merge := act("import.split", "D", l.askSplit), act("import.merge", "M", l.merge)
	words := act("import.words", "E", func() { l.words.open(l.current(), true) })
	l.tools = append(l.tools, l.kind, l.label)
	return container.New(&flow{gap: 4},
		fixedWide(150, l.kind), fixedWide(72, l.label), number, split, merge, words, l.keeps)
}

// kindNames are the kinds as the drop-down lists them, each with its letter.
func (l *blockList) kindNames() []string {
	names := make([]string, len(briefing.Kinds))
	for i, k := range briefing.Kinds {
		names[i] = l.s.say("import.kind." + string(k))
		for letter, kind := range letters {
			if kind == k {
				names[i] += " · " + string(unicode.ToUpper(letter))
			}
		}
	}
	return names
}

// show shows another text; nil for none. It begins at its first doubt.
func (l *blockList) show(p proof) {
	l.proof, l.at = p, ""
	l.words.close()
	l.reload()
	if blocks := l.blocks(); len(blocks) > 0 {
		first := blocks[0].ID
		if len(blocks[0].Doubts) == 0 {
			if doubt := l.doubts.next(blocks, first, 1); doubt != "" {
				first = doubt
			}
		}
		l.reveal(first)
	}
	l.fill()
}

// reload shows the text anew, where it was.
func (l *blockList) reload() {
	blocks := l.blocks()
	l.doubts.show(blocks)
	if l.proof == nil {
		l.text.SetRows(nil)
		return
	}
	l.text.SetRows(reviewRows(l.proof, l.s.words))
	l.doubts.follow(l.at)
}

func (l *blockList) blocks() []briefing.Block {
	if l.proof == nil {
		return nil
	}
	return l.proof.blocks()
}

// reveal selects a block by its id and brings it on the screen.
func (l *blockList) reveal(id string) {
	l.text.Select(id)
	l.choose(id)
}

// focus brings the keyboard to the text, or to the words of a page that is a
// picture.
func (l *blockList) focus() {
	switch {
	case l.s.inDialog():
	case l.words.block != "":
		l.s.focus(l.words.field)
	default:
		l.s.focus(l.text)
	}
}

// choose fills the tools with a block. Words that were typed for another are
// kept; a page that is a picture asks for its words.
func (l *blockList) choose(id string) {
	l.s.touch()
	l.at = id
	l.doubts.follow(id)
	l.words.leave(id)
	l.fill()
	if b := l.current(); b != nil && isScan(b) {
		l.words.open(b, false)
	}
}

// current is the selected block; nil for none.
func (l *blockList) current() *briefing.Block {
	text := briefing.Text{Blocks: l.blocks()}
	return text.Block(l.at)
}

// fill shows the selected block in the tools.
func (l *blockList) fill() {
	l.mute = true
	defer func() { l.mute = false }()
	b := l.current()
	for _, d := range l.tools {
		if b == nil {
			d.Disable()
		} else {
			d.Enable()
		}
	}
	able(l.keeps, b != nil && len(b.Doubts) > 0)
	if b != nil {
		l.kind.SetSelectedIndex(slices.Index(briefing.Kinds, b.Kind))
		l.label.SetText(b.Label)
	}
	l.selected(b)
}
