package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"placard/briefing"
)

func (l *blockList) retype() {
	if i := l.kind.SelectedIndex(); !l.mute && i >= 0 {
		l.do(briefing.Correction{Do: briefing.CorrectKind, Kind: briefing.Kinds[i]})
	}
}

// letters retype the selected block.
var letters = map[rune]briefing.Kind{
	'p': briefing.KindParagraph, 's': briefing.KindSubparagraph, 'b': briefing.KindBullet, 'c': briefing.KindContinuation,
	't': briefing.KindText, 'h': briefing.KindHeading, 'q': briefing.KindQuotation, 'n': briefing.KindFootnote,
	'a': briefing.KindAnnex, 'i': briefing.KindAgendaItem, 'x': briefing.KindFurniture,
}

// letter does what a letter stands for.
func (l *blockList) letter(r rune) {
	if l.current() == nil {
		return
	}
	switch r {
	case 'm':
		l.merge()
	case 'd':
		l.askSplit()
	case 'l':
		l.s.focus(l.label)
	case 'r':
		l.renumber()
	case 'e':
		l.words.open(l.current(), true)
	case 'k':
		l.keep()
	default:
		if kind, ok := letters[r]; ok {
			l.do(briefing.Correction{Do: briefing.CorrectKind, Kind: kind})
		}
	}
}

func (l *blockList) merge() { l.do(briefing.Correction{Do: briefing.CorrectMerge}) }

// keep says that the block is right as it is, and goes to the next doubt.
func (l *blockList) keep() {
	l.doThen(briefing.Correction{Do: briefing.CorrectKeep}, func() { l.step(1) })
}

// step goes to the next doubt, or back.
func (l *blockList) step(by int) {
	if next := l.doubts.next(l.blocks(), l.at, by); next != "" {
		l.reveal(next)
	}
}

// do corrects the selected block; the asks are found anew.
func (l *blockList) do(c briefing.Correction) { l.doThen(c, func() {}) }

func (l *blockList) doThen(c briefing.Correction, then func()) {
	if b := l.current(); b != nil {
		c.Block = b.ID
		l.correct(c, then)
	}
}

// correct does a correction of any block and selects what is left of it.
func (l *blockList) correct(c briefing.Correction, then func()) {
	stays := c.Block
	if c.Do == briefing.CorrectMerge {
		stays = l.before(c.Block)
	}
	at := l.proof
	l.proof.correct(c, func(err error) {
		switch {
		case l.proof != at: // another text is shown
		case err != nil:
			l.s.fail(err)
		default:
			l.settle(stays)
			then()
		}
	})
}

// settle shows the text after it changed, a block of it selected.
func (l *blockList) settle(stays string) {
	l.reload()
	l.reveal(stays)
	l.corrected()
	l.focus()
}

// nearest is a block, or the selected one where it is not there.
func (l *blockList) nearest(id string) string {
	text := briefing.Text{Blocks: l.blocks()}
	if text.Block(id) == nil {
		return l.at
	}
	return id
}

// before is the block over another.
func (l *blockList) before(id string) string {
	last := ""
	for _, b := range l.blocks() {
		if b.ID == id {
			break
		}
		last = b.ID
	}
	return last
}

// renumber asks for the number that the block gets; those that follow count on
// from it.
func (l *blockList) renumber() {
	b := l.current()
	if b == nil {
		return
	}
	s := l.s
	number := newField(s.say("import.label"))
	number.SetText(b.Label)
	var hide func()
	yes := func() {
		hide()
		l.do(briefing.Correction{Do: briefing.CorrectRenumber, Label: number.Text})
	}
	number.OnSubmitted = func(string) { yes() }
	ok := newMainButton(s.say("import.renumber.yes"), yes)
	no := newButton(s.say("window.cancel"), func() { hide() })
	content := container.NewVBox(prose(s.say("import.renumber.about")), number)
	hide = s.modal(s.say("import.renumber.title"), atLeastWide(420, content), number, no, ok)
	number.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// askSplit shows the block's text to put the cursor where the second block begins.
func (l *blockList) askSplit() {
	b := l.current()
	if b == nil {
		return
	}
	s := l.s
	text := newTextField(8)
	text.SetText(b.Text)
	var hide func()
	yes := func() {
		at := len(string([]rune(b.Text)[:min(text.CursorTextOffset(), len([]rune(b.Text)))]))
		hide()
		l.do(briefing.Correction{Do: briefing.CorrectSplit, At: at})
	}
	text.onKey = returns(yes)
	ok := newMainButton(s.say("import.split.yes"), yes)
	no := newButton(s.say("window.cancel"), func() { hide() })
	content := container.NewBorder(aside(s.say("import.split.about")), nil, nil, nil, text)
	hide = s.modal(s.say("import.split.title"), atLeastWide(520, content), text, no, ok)
}
