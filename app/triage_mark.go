package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// markBar says how many matters are marked and offers what can be done to all
// of them at once.
type markBar struct {
	p      *triagePage
	marked map[briefing.Subject]bool
	count  *widget.Label
	hint   *widget.Label
	bar    *fyne.Container
	top    *fyne.Container
}

func newMarkBar(p *triagePage) *markBar {
	b := &markBar{p: p, marked: map[briefing.Subject]bool{}, count: section(""), hint: smallLabel(p.s.say("triage.keys"))}
	b.hint.Importance = widget.LowImportance
	var stance *button
	stance = newButton(p.s.say("triage.set_stance"), func() { b.offerStances(stance) })
	b.bar = container.New(layout.NewRowWrapLayoutWithCustomPadding(4, 4),
		b.count, stance,
		newButton(p.s.say("triage.assign"), p.askAssignment),
		newButton(p.s.say("triage.ready"), p.makeReady),
		newButton(p.s.say("triage.send"), p.send),
		newQuietButton(p.s.say("triage.mark_all"), b.all),
		newQuietButton(p.s.say("triage.unmark"), func() {
			b.clear()
			p.list.Refresh()
		}))
	b.bar.Hide()
	b.top = container.NewStack(b.hint, container.New(layout.NewCustomPaddedLayout(4, 4, 8, 8), b.bar))
	return b
}

// offerStances opens the scale under a button.
func (b *markBar) offerStances(under *button) {
	menu := fyne.NewMenu("")
	for _, stance := range briefing.Stances {
		menu.Items = append(menu.Items, fyne.NewMenuItem(sayStance(stance, b.p.s.words), func() { b.p.setStance(stance) }))
	}
	widget.ShowPopUpMenuAtRelativePosition(menu, b.p.s.window.Canvas(), fyne.NewPos(0, -menuHeight(len(menu.Items))), under)
}

// menuHeight is how high a menu of so many lines stands over its button.
func menuHeight(lines int) float32 {
	return float32(lines) * (bodyLine() + 2*theme.InnerPadding())
}

func (b *markBar) has(s briefing.Subject) bool { return b.marked[s] }

// toggle marks a subject, or no longer.
func (b *markBar) toggle(s briefing.Subject) {
	switch {
	case s == briefing.Subject{}:
		return
	case b.marked[s]:
		delete(b.marked, s)
	default:
		b.marked[s] = true
	}
	b.show()
	b.p.list.Refresh()
}

// all marks every line of the list.
func (b *markBar) all() {
	for n := range b.p.shown {
		b.marked[b.p.matter(n).Subject] = true
	}
	b.show()
	b.p.list.Refresh()
}

// clear marks nothing.
func (b *markBar) clear() {
	clear(b.marked)
	b.show()
}

// subjects are the marked ones in the note's order; the one in hand where
// nothing is marked.
func (b *markBar) subjects() []briefing.Subject {
	var out []briefing.Subject
	for i := range b.p.all {
		s := b.p.all[i].Subject
		if b.marked[s] || len(b.marked) == 0 && s == b.p.hand {
			out = append(out, s)
		}
	}
	return out
}

// show brings the bar in line with what is marked.
func (b *markBar) show() {
	n := len(b.marked)
	b.count.SetText(b.p.s.say("triage.marked", "Count", n))
	setVisible(b.bar, n > 0)
	setVisible(b.hint, n == 0)
	b.bar.Refresh()
}

// markBox is a tick in a line of a list: it takes no focus, since the list has
// it.
type markBox struct {
	widget.Icon
	toggle func()
}

var _ fyne.Tappable = (*markBox)(nil)

func newMarkBox(toggle func()) *markBox {
	m := &markBox{toggle: toggle}
	m.ExtendBaseWidget(m)
	m.set(false)
	return m
}

// set shows the tick.
func (m *markBox) set(on bool) {
	icon := theme.CheckButtonIcon()
	if on {
		icon = theme.NewPrimaryThemedResource(theme.CheckButtonCheckedIcon())
	}
	m.SetResource(icon)
}

// MinSize is large enough for a finger.
func (m *markBox) MinSize() fyne.Size { return fyne.NewSquareSize(max(28, theme.IconInlineSize()+8)) }

// Tapped marks, or no longer.
func (m *markBox) Tapped(*fyne.PointEvent) { m.toggle() }
