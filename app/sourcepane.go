package app

import (
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"placard/app/reader"
	"placard/briefing"
)

// sourcePane shows a document as it came, beside what was recognised in it: its
// pages as they look, its lines where it is text, else the plain text that was
// read, said to be that.
type sourcePane struct {
	s     *shell
	lines *sourceView
	pages *pageView
	plain *reader.Reader
	said  fyne.CanvasObject // the plain text, with what it is
	top   *fyne.Container
}

func newSourcePane(s *shell) *sourcePane {
	p := &sourcePane{s: s, lines: newSourceView(s), plain: reader.New(), top: container.NewStack()}
	p.pages = newPageView(s, p.undrawn)
	p.plain.OnCopy = func(text string) { s.App.Clipboard().SetContent(text) }
	p.said = container.NewBorder(aside(s.say("import.source.plain")), nil, nil, nil, p.plain)
	return p
}

// show shows another document. read is its text as it was recognised at first.
func (p *sourcePane) show(o briefing.Original, read []briefing.Block, language string) {
	p.close()
	if text := newSourceText(o.Name, o.Data); text != nil {
		p.lines.show(text)
		p.lines.align(read)
		p.put(p.lines.object())
		return
	}
	p.plain.SetRows(plainRows(read, language))
	if !paged(read) {
		p.put(p.said)
		return
	}
	p.put(p.pages.object())
	p.pages.open(o, lastPage(read))
}

// undrawn shows the plain text of a document whose pages cannot be drawn.
func (p *sourcePane) undrawn(err error) {
	slog.Warn("draw a page", "code", codeOf(err))
	p.put(p.said)
}

func lastPage(blocks []briefing.Block) int {
	last := 0
	for _, b := range blocks {
		last = max(last, b.Page)
	}
	return last
}

// paged tells whether the blocks know their pages.
func paged(blocks []briefing.Block) bool { return lastPage(blocks) > 0 }

func (p *sourcePane) put(o fyne.CanvasObject) {
	p.top.Objects = []fyne.CanvasObject{o}
	p.top.Refresh()
}

// corrected finds the lines of corrected blocks anew.
func (p *sourcePane) corrected(blocks []briefing.Block) { p.lines.align(blocks) }

// point shows where a block stands; nil for none.
func (p *sourcePane) point(b *briefing.Block) {
	p.lines.point(b)
	p.pages.point(b)
	if b != nil {
		p.plain.Select(b.ID)
	}
}

// close lets the document go.
func (p *sourcePane) close() {
	p.lines.show(nil)
	p.plain.SetRows(nil)
	p.pages.close()
}
