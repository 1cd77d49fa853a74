package app

import (
	"context"

	"fyne.io/fyne/v2/container"

	"placard/briefing"
)

func (l *blockList) retype() {
	if i := l.kind.SelectedIndex(); !l.mute && i >= 0 {
		l.do(briefing.Correction{Do: briefing.CorrectKind, Kind: briefing.Kinds[i]})
	}
}

// letters retype the selected block, or split it or join it to the one before.
var letters = map[rune]briefing.Kind{
	'p': briefing.KindParagraph, 's': briefing.KindSubparagraph, 'b': briefing.KindBullet, 'c': briefing.KindContinuation,
	't': briefing.KindText, 'h': briefing.KindHeading, 'q': briefing.KindQuotation, 'n': briefing.KindFootnote,
	'a': briefing.KindAnnex, 'i': briefing.KindAgendaItem, 'x': briefing.KindFurniture,
}

func (l *blockList) letter(r rune) {
	switch r {
	case 'm':
		l.do(briefing.Correction{Do: briefing.CorrectMerge})
	case 'd':
		l.askSplit()
	case 'l':
		l.s.focus(l.label)
	default:
		if kind, ok := letters[r]; ok {
			l.do(briefing.Correction{Do: briefing.CorrectKind, Kind: kind})
		}
	}
}

// do corrects the selected block; the asks are found anew.
func (l *blockList) do(c briefing.Correction) {
	b := l.current()
	if b == nil {
		return
	}
	c.Block = b.ID
	found, desk := l.found, l.s.open
	fixed := *found
	fixed.Blocks = append([]briefing.Block(nil), found.Blocks...)
	l.s.quick(func(ctx context.Context) error { return desk.Correct(ctx, &fixed, c) }, func(err error) {
		if err != nil {
			l.s.fail(err)
			return
		}
		if l.found != found {
			return
		}
		*found = fixed
		l.source.align(found.Blocks)
		if c.Do == briefing.CorrectMerge {
			l.at--
		}
		l.list.Refresh()
		l.list.Select(l.at)
		l.fill()
		l.corrected()
		l.s.focus(l.list)
	})
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
	ok := newMainButton(s.say("import.split.yes"), func() {
		at := len(string([]rune(b.Text)[:min(text.CursorTextOffset(), len([]rune(b.Text)))]))
		hide()
		l.do(briefing.Correction{Do: briefing.CorrectSplit, At: at})
	})
	no := newButton(s.say("window.cancel"), func() { hide() })
	content := container.NewBorder(aside(s.say("import.split.about")), nil, nil, nil, text)
	hide = s.modal(s.say("import.split.title"), atLeastWide(520, content), text, no, ok)
}
