package app

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// correctPage corrects the open note beside the document it was read from.
// Each correction is saved; Undo takes it back.
type correctPage struct {
	s      *shell
	note   briefing.ID // whose text is shown; zero for none
	title  *widget.Label
	source *sourcePane
	blocks *blockList
	top    fyne.CanvasObject
}

var _ doubter = (*correctPage)(nil)

func newCorrectPage(s *shell) page {
	p := &correctPage{s: s, title: heading(""), source: newSourcePane(s)}
	p.blocks = newBlockList(s, p.corrected, p.source.point)
	about := line(s.say("correct.about"))
	about.Importance = widget.LowImportance
	done := container.NewCenter(newMainButton(s.say("correct.done"), p.proceed))
	head := container.NewBorder(nil, nil, nil, done, container.New(&stacked{}, p.title, about))
	split := container.NewHSplit(p.source.top, p.blocks.top)
	split.SetOffset(0.46)
	p.top = container.NewBorder(container.NewVBox(roomy(head), widget.NewSeparator()), nil, nil, nil, split)
	return p
}

// correctText shows the open note to be corrected, at the selected block.
func (s *shell) correctText() {
	at := s.block
	s.show(pageCorrect)
	if p, ok := s.pages[pageCorrect].(*correctPage); ok {
		p.blocks.reveal(at)
		s.focus(p.blocks.text)
	}
}

func (p *correctPage) object() fyne.CanvasObject { return p.top }

// reload shows the newest reading; another note's source is fetched.
func (p *correctPage) reload() {
	d := p.s.dossier()
	if d == nil {
		return
	}
	p.title.SetText(joined("   ", d.Note.Symbol, d.Note.Title))
	if p.note == d.Note.ID {
		p.blocks.reload()
		p.blocks.fill()
		return
	}
	p.note = d.Note.ID
	p.blocks.show(noteProof{p.s})
	p.fetch(d)
}

func (p *correctPage) fetch(d *briefing.Dossier) {
	desk, note := p.s.open, d.Note.ID
	var original briefing.Original
	p.s.quick(func(ctx context.Context) (err error) {
		original, err = desk.Original(ctx, note)
		return err
	}, func(err error) {
		switch {
		case note != p.note:
		case err != nil:
			p.s.fail(err)
		default:
			p.source.show(original, d.Text.Blocks, d.Note.Language)
			p.source.point(p.blocks.current())
		}
	})
}

func (p *correctPage) corrected() {
	p.source.corrected(p.blocks.blocks())
	p.source.point(p.blocks.current())
}

// proceed keeps the words being typed, else goes back to the note.
func (p *correctPage) proceed() {
	if p.blocks.words.block != "" {
		p.blocks.words.submit()
		return
	}
	block := p.blocks.at
	p.s.show(pageNote)
	p.s.selectBlock(block)
}

func (p *correctPage) doubtful() bool {
	d := p.s.dossier()
	return d != nil && d.Note.Doubts > 0
}

func (p *correctPage) stepDoubt(by int) {
	p.blocks.step(by)
	p.blocks.focus()
}
