package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// triageList is the lines of the inbox. The arrows go from line to line, Space
// marks, Ctrl+A marks all, Return goes to the line to take.
type triageList struct {
	keyedList
	p *triagePage
}

func newTriageList(p *triagePage) *triageList {
	l := &triageList{p: p}
	l.Length = func() int { return len(p.shown) }
	l.CreateItem = func() fyne.CanvasObject { return newTriageRow(p) }
	l.UpdateItem = func(n widget.ListItemID, o fyne.CanvasObject) {
		if r, ok := o.(*triageRow); ok && n < len(p.shown) {
			r.show(n)
		}
	}
	l.OnSelected = func(n widget.ListItemID) {
		if n != p.at() {
			p.leaveFor(n)
		}
	}
	l.onStep, l.onRune = p.step, func(rune) {}
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey marks with the space bar and begins to write with Return.
func (l *triageList) TypedKey(e *fyne.KeyEvent) {
	switch {
	case e.Name == fyne.KeySpace:
		l.p.marks.toggle(l.p.hand)
	case isReturn(e.Name):
		l.p.s.field(briefing.FieldLine.String())
	default:
		l.keyedList.TypedKey(e)
	}
}

// TypedShortcut marks all with Ctrl+A.
func (l *triageList) TypedShortcut(sh fyne.Shortcut) {
	if _, all := sh.(*fyne.ShortcutSelectAll); all {
		l.p.marks.all()
	}
}

// triageRow is one matter: its mark, place, words, how far it has come and our
// stance.
type triageRow struct {
	widget.BaseWidget
	p      *triagePage
	n      int
	mark   *markBox
	place  *widget.Label
	words  *widget.Label
	status *widget.Label
	stance *chip
	body   *fyne.Container
}

func newTriageRow(p *triagePage) *triageRow {
	r := &triageRow{p: p, place: section(""), words: line(""), status: line(""), stance: newChip("", colorMuted, true)}
	r.mark = newMarkBox(func() { p.marks.toggle(p.matter(r.n).Subject) })
	r.status.SizeName, r.status.Importance = theme.SizeNameCaptionText, widget.LowImportance
	r.place.Truncation = fyne.TextTruncateEllipsis
	mark := container.New(layout.NewCustomPaddedLayout(0, 0, 8, 0), r.mark) // clear of the list's frame
	left := container.NewHBox(mark, fixedWide(56, r.place))
	r.body = container.NewBorder(nil, nil, left, container.NewHBox(r.stance, gap(4, 0)), container.New(snug(5), container.New(&stacked{}, r.words, r.status)))
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer shows the parts.
func (r *triageRow) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.body) }

// show shows a line of the list.
func (r *triageRow) show(n int) {
	r.n = n
	m, x, w := r.p.matter(n), r.p.s.dossier(), r.p.s.words
	r.mark.set(r.p.marks.has(m.Subject))
	r.place.SetText(shortPlace(x, m.Block, w))
	r.words.SetText(matterWords(x, m, w))
	r.status.SetText(matterStatus(m, w))
	stance := briefing.StanceNone
	if m.Position != nil {
		stance = m.Position.Stance
	}
	if stance != briefing.StanceNone {
		r.stance.set(stanceWords(stance, w), stanceInk(stance.Family()), true)
	}
	setVisible(r.stance, stance != briefing.StanceNone)
	r.body.Refresh() // the stance has another width now
}

// shortPlace is a block's number as the gutter prints it, with the part it
// stands in; the kind's word where it has none.
func shortPlace(x *briefing.Dossier, b *briefing.Block, w briefing.Words) string {
	if l := x.Text.LabelOf(b); l.Label != "" {
		return l.String()
	}
	return w.Say("block." + string(b.Kind))
}

// matterWords is what the matter is about: what is asked, then the words.
func matterWords(x *briefing.Dossier, m *briefing.Matter, w briefing.Words) string {
	asked := ""
	switch {
	case m.Subject.Kind == briefing.OnOption:
		asked = saySubject(x, m.Subject, w)
	case m.Ask != nil:
		asked = sayAskWant(m.Ask, w)
	}
	return joined(" · ", asked, shorten(m.Block.Text, 160))
}

// matterStatus says how far the answer has come and what is to be minded.
func matterStatus(m *briefing.Matter, w briefing.Words) string {
	var parts []string
	if m.Waits {
		parts = append(parts, "○ "+w.Say("triage.waits"))
	}
	if m.Ask != nil && m.Ask.State == briefing.AskSuggested && m.Ask.Open() {
		parts = append(parts, w.Say("triage.suggested"))
	}
	if p := m.Position; p != nil {
		parts = append(parts, "● "+sayState(p, w))
		if p.State == briefing.StateSent && p.Due != "" {
			parts = append(parts, w.Say("triage.due", "Date", p.Due.Say(w)))
		}
		if p.Owner != "" {
			parts = append(parts, w.Say("triage.owner", "Name", p.Owner))
		}
	}
	if m.Opposed {
		parts = append(parts, "▲ "+w.Say("triage.opposed"))
	}
	return joined(" · ", parts...)
}
