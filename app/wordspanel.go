package app

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// isScan tells whether a block stands for a page that is a picture.
func isScan(b *briefing.Block) bool { return slices.Contains(b.Doubts, briefing.DoubtScan) }

// wordsPanel has a block's words typed anew, or for the first time where its
// page is a picture: in place of the tools, so that the source stays in sight.
type wordsPanel struct {
	l     *blockList
	block string // whose words are typed; empty while closed
	was   string
	about *widget.Label
	field *field
	top   *fyne.Container
}

// wordsRows is how many lines the field shows.
const wordsRows = 7

func newWordsPanel(l *blockList) *wordsPanel {
	s := l.s
	p := &wordsPanel{l: l, about: aside(""), field: newTextField(wordsRows)}
	ok := newMainButton(s.say("import.words.yes", "Key", s.keyName(on(fyne.KeyReturn))), p.submit)
	no := newButton(s.say("window.cancel"), func() {
		p.close()
		s.focus(l.text)
	})
	p.field.escape = func() {
		p.submitThen(func() {})
		s.focus(l.text)
	}
	bar := container.NewBorder(nil, nil, nil, container.NewHBox(no, ok))
	p.top = container.NewPadded(container.NewBorder(p.about, bar, nil, nil, p.field))
	p.top.Hide()
	return p
}

// open shows the words of a block; focus brings the keyboard.
func (p *wordsPanel) open(b *briefing.Block, focus bool) {
	if b == nil {
		return
	}
	if p.block != b.ID {
		p.block, p.was = b.ID, b.Text
		p.field.SetText(b.Text)
	}
	about := "import.words.about"
	if isScan(b) {
		about = "import.words.scan"
	}
	p.about.SetText(p.l.s.say(about, "Page", b.Page))
	p.l.foot.Hide()
	p.top.Show()
	if focus {
		p.l.s.focus(p.field)
	}
}

// close goes back to the tools; what was typed is let go.
func (p *wordsPanel) close() {
	p.block = ""
	p.top.Hide()
	p.l.foot.Show()
}

// leave keeps what was typed for another block than the one that is selected now.
func (p *wordsPanel) leave(selected string) {
	if p.block != "" && p.block != selected {
		p.submitThen(func() { p.l.reveal(selected) })
	}
}

// submit keeps what was typed and goes to the next doubt; from a page that is a
// picture to the next one, the keyboard goes along.
func (p *wordsPanel) submit() {
	p.submitThen(func() {
		p.l.step(1)
		p.l.focus()
	})
}

func (p *wordsPanel) submitThen(then func()) {
	block, typed := p.block, strings.TrimSpace(p.field.Text)
	p.close()
	if block == "" || typed == "" || typed == p.was {
		then()
		return
	}
	p.l.correct(briefing.Correction{Do: briefing.CorrectText, Block: block, Text: typed}, then)
}
