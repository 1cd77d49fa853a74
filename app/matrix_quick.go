package app

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// noteByKey begins an observation on the cell in hand: the first key is the
// stance, as the menu numbers it, the second the source, the third Return.
func (p *matrixPage) noteByKey(key rune) {
	x := p.s.dossier()
	stance, ok := stanceOfDigit(key)
	i := p.at.Col - matrixFirst
	if x == nil || !ok || i < 0 || i >= len(p.order) || p.at.Row < 0 || p.at.Row >= len(p.rows) {
		return
	}
	q := &quickNote{s: p.s, o: briefing.Observation{
		Note: x.Note.ID, Subject: p.row(p.at.Row).Subject, Delegation: p.m.Columns[p.order[i]].Delegation,
		Stance: stance, Source: briefing.SourceTold, Date: briefing.DateOf(time.Now()),
	}}
	head, _ := p.sayRow(p.row(p.at.Row))
	q.show(head, p.m.Columns[p.order[i]].Name)
}

// stanceOfDigit is the stance that Alt and the digit would set on ours.
func stanceOfDigit(key rune) (briefing.Stance, bool) {
	if key < '0' || key > '9' {
		return briefing.StanceNone, false
	}
	return briefing.Stances[(int(key-'0')+9)%10], true
}

// quickNote is an observation in three keys.
type quickNote struct {
	s       *shell
	o       briefing.Observation
	sources *widget.Label
}

// show asks how we know.
func (q *quickNote) show(place, name string) {
	s := q.s
	var hide func()
	no := newButton(s.say("window.cancel"), func() { hide() })
	yes := newMainButton(s.say("others.add"), func() {
		hide()
		s.observe(q.o, func() {})
	})
	q.sources = prose("")
	q.list()
	hand := &digits{onRune: q.choose}
	hand.onKey = func(key fyne.KeyName) bool { return dialogKey(key, func() { hide() }, []fyne.CanvasObject{no, yes}) }
	hand.ExtendBaseWidget(hand)
	what := section(joined("  ", name, sayStance(q.o.Stance, s.words)))
	content := container.NewVBox(what, q.sources, aside(s.say("matrix.quick")), hand)
	hide = s.modal(place, container.NewStack(gap(420, 150), content), hand, no, yes)
}

// choose takes a source by its number.
func (q *quickNote) choose(key rune) {
	if i := int(key - '1'); i >= 0 && i < len(briefing.SourceKinds) {
		q.o.Source = briefing.SourceKinds[i]
		q.list()
	}
}

// list shows the sources with their numbers, the one chosen with a tick.
func (q *quickNote) list() {
	var lines []string
	for i, k := range briefing.SourceKinds {
		line := strconv.Itoa(i+1) + "  " + q.s.say("source."+string(k))
		if k == q.o.Source {
			line += "  ✓"
		}
		lines = append(lines, line)
	}
	q.sources.SetText(strings.Join(lines, "\n"))
}

// digits holds the focus and hears letters.
type digits struct {
	keys
	onRune func(rune)
}

// TypedRune hands the letter on.
func (d *digits) TypedRune(r rune) { d.onRune(r) }
