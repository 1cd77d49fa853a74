package app

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"placard/app/reader"
	"placard/briefing"
)

// besidePane is another note, or another language of the same, to the right of
// the open one. Both scroll together by the numbers of their paragraphs.
type besidePane struct {
	s      *shell
	page   *notePage
	note   briefing.ID // the one shown; zero before one is
	notes  []*briefing.Note
	pairs  *pairing // nil until both are read
	choose *dropDown
	facts  *widget.Label
	text   *reader.Reader
	top    fyne.CanvasObject
}

func newBesidePane(p *notePage) *besidePane {
	b := &besidePane{s: p.s, page: p, text: reader.New(), facts: line("")}
	b.facts.Importance = widget.LowImportance
	b.choose = newDropDown(nil, func(string) { b.chosen() })
	b.choose.PlaceHolder = p.s.say("split.choose")
	shut := newQuietButton("", p.s.toggleSplit)
	shut.Icon = theme.CancelIcon()
	b.text.OnCopy = p.s.clip.put
	b.text.OnMoved = func(id string, hidden float64) { b.lead(1, p.text, id, hidden) }
	b.text.OnSelect = func(id string) {
		if b.pairs != nil {
			p.s.selectBlock(b.pairs.twin(1, id))
		}
	}
	b.text.SetZoom(100)
	head := container.New(layout.NewCustomPaddedVBoxLayout(-4), container.NewBorder(nil, nil, nil, shut, b.choose), b.facts)
	b.top = container.NewBorder(container.NewVBox(head, widget.NewSeparator()), nil, nil, nil, b.text)
	return b
}

// reload offers the other notes and shows the one chosen, else the likeliest:
// another language of the same symbol.
func (b *besidePane) reload() {
	x := b.s.dossier()
	if x == nil {
		return
	}
	b.notes = besideNotes(x.Note, b.s.held.notes)
	var names []string
	at := -1
	for i, n := range b.notes {
		names = append(names, joined(" · ", noteName(n), strings.ToUpper(n.Language), oneLine(n.Title)))
		if n.ID == b.note {
			at = i
		}
	}
	b.choose.Options = names
	b.choose.Refresh()
	if at < 0 {
		b.note = briefing.ID{}
		if len(b.notes) == 0 {
			b.facts.SetText(b.s.say("split.none"))
			b.text.SetRows(nil)
			b.pairs = nil
			return
		}
		at = 0
	}
	b.choose.put(at)
	b.read(b.notes[at].ID)
}

// besideNotes are the notes that can stand beside one, the likeliest first:
// the same symbol, its family, the same meeting, then all others.
func besideNotes(open *briefing.Note, all []*briefing.Note) []*briefing.Note {
	kinship := func(n *briefing.Note) int {
		switch {
		case open.Symbol != "" && n.Symbol == open.Symbol:
			return 0
		case open.Symbol != "" && briefing.FamilyOf(n.Symbol) == briefing.FamilyOf(open.Symbol):
			return 1
		case !open.Meeting.IsZero() && n.Meeting == open.Meeting:
			return 2
		}
		return 3
	}
	out := slices.DeleteFunc(slices.Clone(all), func(n *briefing.Note) bool { return n.ID == open.ID })
	slices.SortStableFunc(out, func(a, b *briefing.Note) int { return cmp.Compare(kinship(a), kinship(b)) })
	return out
}

func (b *besidePane) chosen() {
	if i := b.choose.SelectedIndex(); i >= 0 && i < len(b.notes) {
		b.read(b.notes[i].ID)
	}
}

// read reads a note and shows it.
func (b *besidePane) read(id briefing.ID) {
	desk := b.s.open
	var x *briefing.Dossier
	b.s.quick(func(ctx context.Context) (err error) {
		x, err = desk.Dossier(ctx, id)
		return err
	}, func(err error) {
		if err != nil {
			b.s.fail(err)
			return
		}
		b.swap(x)
	})
}

// swap shows a note beside the open one, at the same paragraph.
func (b *besidePane) swap(x *briefing.Dossier) {
	open := b.s.dossier()
	if open == nil || b.page.beside != b {
		return
	}
	b.note, b.pairs = x.Note.ID, pairUp(open.Text, x.Text)
	b.facts.SetText(noteFacts(x, b.s.words))
	b.text.SetRows(noteRows(x, b.s.words))
	b.page.text.Reveal(b.s.block) // it is narrower now
	b.follow(b.s.block)
}

// follow marks what stands beside a block of the open note and brings it to
// the same height.
func (b *besidePane) follow(id string) {
	if b.pairs == nil || id == "" {
		return
	}
	if twin := b.pairs.twin(0, id); twin != b.text.Selected() {
		b.text.Select(twin)
	}
	if top, hidden := b.page.text.Top(); top != "" {
		b.lead(0, b.text, top, hidden)
	}
}

// lead moves a reader to where the one of side stands.
func (b *besidePane) lead(side int, to *reader.Reader, id string, hidden float64) {
	if b.pairs == nil {
		return
	}
	to.MoveTo(b.pairs.across(side, id, hidden))
}

// splitWidth is from which width of the window on the inspector stays beside
// two texts.
const splitWidth = 1500

// toggleSplit sets another note beside the open one, or takes it away.
func (s *shell) toggleSplit() {
	s.show(pageNote)
	p, ok := s.pages[pageNote].(*notePage)
	if !ok {
		return
	}
	if p.beside != nil {
		p.beside, p.inspects = nil, true
		p.arrange()
		return
	}
	p.beside = newBesidePane(p)
	p.inspects = p.inspects && s.window.Canvas().Size().Width >= splitWidth
	p.arrange()
	p.beside.reload()
	s.focus(p.text)
}
