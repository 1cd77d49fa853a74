package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// triagePage is the inbox of the open note: its asks and paragraphs by filter,
// each answered in the inspector beside the list, or several at once.
type triagePage struct {
	s     *shell
	all   []briefing.Matter
	shown []int // indices into all that pass the filters
	// hand is the subject in hand; it stays in the list until left, whatever
	// the filters say of it meanwhile.
	hand   briefing.Subject
	note   briefing.ID // whose matters they are
	sieves *sieveBar
	marks  *markBar
	list   *triageList
	answer *inspector
	text   *widget.Label // of the block in hand
	title  *widget.Label
	done   *widget.ProgressBar
	none   *fyne.Container
	empty  *widget.Label
	split  *container.Split
	top    fyne.CanvasObject
}

func newTriagePage(s *shell) page {
	p := &triagePage{s: s, title: heading(s.say("triage.title")), done: widget.NewProgressBar(), text: prose("")}
	p.sieves, p.marks, p.list = newSieveBar(p), newMarkBar(p), newTriageList(p)
	p.answer = newInspector(s)
	p.empty = aside(s.say("triage.empty"))
	all := newButton(s.say("matrix.clear"), p.sieves.clear)
	p.none = container.NewVBox(aside(s.say("triage.none")), container.NewHBox(all))
	p.split = container.NewHSplit(p.column(), p.answering())
	p.split.SetOffset(s.prefs.FloatWithFallback(prefInspector, 0.62))
	p.top = p.split
	return p
}

// column is the list under its filters and over the bar of what is marked.
func (p *triagePage) column() fyne.CanvasObject {
	head := container.NewBorder(nil, nil, nil, container.NewCenter(atLeastWide(230, p.done)), p.title)
	top := container.New(layout.NewCustomPaddedLayout(4, 4, 8, 12), container.NewVBox(head, p.sieves.top))
	return container.NewBorder(top, p.marks.top, nil, nil, container.NewStack(p.list, p.none, p.empty))
}

// answering is the words of the block in hand over our position on it.
func (p *triagePage) answering() fyne.CanvasObject {
	words := container.NewVScroll(p.text)
	words.SetMinSize(fyne.NewSize(0, 92))
	open := newQuietButton(p.s.say("triage.open"), func() { p.s.show(pageNote) })
	head := container.NewVBox(words, container.NewHBox(layout.NewSpacer(), open), widget.NewSeparator())
	return container.New(steadyWidth(inspectorWidth), container.NewBorder(head, nil, nil, nil, p.answer.object()))
}

func (p *triagePage) object() fyne.CanvasObject { return p.top }

// reload shows the newest reading; the subject in hand stays.
func (p *triagePage) reload() {
	x := p.s.dossier()
	if x == nil {
		return
	}
	if p.note != x.Note.ID {
		p.note, p.hand = x.Note.ID, briefing.Subject{}
		p.marks.clear()
		if b := x.Text.Block(p.s.block); b != nil {
			p.hand = x.SubjectOf(b)
		}
	}
	p.all = x.Matters()
	p.answer.reload()
	p.sayProgress(x.Tally())
	p.filter()
	if p.s.window.Canvas().Focused() == nil && !p.s.inDialog() {
		p.s.focus(p.list)
	}
}

// sayProgress shows how many of the asks are answered.
func (p *triagePage) sayProgress(t briefing.Tally) {
	p.done.Max = float64(max(t.Asks, 1))
	p.done.TextFormatter = func() string {
		if t.Asks == 0 {
			return p.s.say("triage.no_asks")
		}
		return p.s.say("triage.progress", "Done", t.Answered, "Count", t.Asks)
	}
	p.done.SetValue(float64(t.Answered))
}

// filter lists the matters that pass every filter in force, and the one in
// hand.
func (p *triagePage) filter() {
	viewer := p.sieves.viewer()
	p.shown = p.shown[:0]
	at := -1
	for i := range p.all {
		m := &p.all[i]
		if m.Subject == p.hand {
			at = len(p.shown)
		} else if !p.sieves.keeps(m, viewer) {
			continue
		}
		p.shown = append(p.shown, i)
	}
	p.sieves.count(p.all, viewer)
	setVisible(p.empty, len(p.all) == 0)
	setVisible(p.none, len(p.all) > 0 && len(p.shown) == 0)
	p.list.Refresh()
	p.marks.show()
	p.take(max(at, 0))
}

// take brings a line of the list into hand; without lines there is none.
func (p *triagePage) take(n int) {
	setVisible(p.split.Trailing, n < len(p.shown))
	if n >= len(p.shown) {
		p.hand = briefing.Subject{}
		p.list.UnselectAll()
		return
	}
	m := p.matter(n)
	if p.hand != m.Subject || p.answer.block != m.Block.ID {
		p.hand, p.s.block = m.Subject, m.Block.ID
		p.answer.showSubject(m.Subject)
		p.s.setMenu()
	}
	p.text.SetText(m.Block.Text)
	p.list.Select(n)
}

// matter is that of a line of the list.
func (p *triagePage) matter(n int) *briefing.Matter { return &p.all[p.shown[n]] }

// at is the line in hand; -1 for none.
func (p *triagePage) at() int {
	for n := range p.shown {
		if p.matter(n).Subject == p.hand {
			return n
		}
	}
	return -1
}

// step goes to the line before or behind.
func (p *triagePage) step(by int) {
	if to := p.at() + by; to >= 0 && to < len(p.shown) {
		p.leaveFor(to)
	}
}

// leaveFor takes another line: the one left goes where its filter says.
func (p *triagePage) leaveFor(n int) {
	p.take(n)
	if !p.sieves.any() {
		return
	}
	p.filter()
}

// side is the inspector that keys go to.
func (p *triagePage) side() side { return p.answer }
