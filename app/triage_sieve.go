package app

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"placard/briefing"
)

// sieveBar is the filters of the inbox: a chip each, with how many matters it
// leaves, and since when something counts as changed.
type sieveBar struct {
	p     *triagePage
	chips []*filterChip // in the order of briefing.Sieves
	since *dropDown
	bar   *fyne.Container
	top   fyne.CanvasObject
}

// The days that something counts as changed for.
var changedDays = []int{1, 7, 30}

func newSieveBar(p *triagePage) *sieveBar {
	b := &sieveBar{p: p, bar: container.New(layout.NewRowWrapLayoutWithCustomPadding(4, 4))}
	for range briefing.Sieves {
		c := newFilterChip(p.refilter)
		b.chips = append(b.chips, c)
		b.bar.Add(c)
	}
	var names []string
	for _, n := range changedDays {
		names = append(names, p.s.say("triage.since", "Count", n))
	}
	b.since = newDropDown(names, nil)
	b.since.put(1)
	b.since.OnChanged = func(string) { p.refilter() }
	b.bar.Add(atLeastWide(190, b.since))
	b.top = b.bar
	return b
}

// viewer is who looks, and since when.
func (b *sieveBar) viewer() briefing.Viewer {
	days := changedDays[max(b.since.SelectedIndex(), 0)]
	v := briefing.Viewer{Since: b.p.s.now().Add(-time.Duration(days) * 24 * time.Hour)}
	if x := b.p.s.dossier(); x != nil {
		v.Name = x.Settings.Author
	}
	return v
}

// any tells whether a filter is in force.
func (b *sieveBar) any() bool {
	for _, c := range b.chips {
		if c.on {
			return true
		}
	}
	return false
}

// keeps tells whether a matter passes every filter in force.
func (b *sieveBar) keeps(m *briefing.Matter, v briefing.Viewer) bool {
	for i, s := range briefing.Sieves {
		if b.chips[i].on && !s.Keeps(m, v) {
			return false
		}
	}
	return true
}

// count says on each chip how many matters it would leave.
func (b *sieveBar) count(all []briefing.Matter, v briefing.Viewer) {
	for i, s := range briefing.Sieves {
		n := 0
		for j := range all {
			if s.Keeps(&all[j], v) {
				n++
			}
		}
		b.chips[i].name(b.p.s.say("triage.sieve."+string(s)), n)
	}
	b.bar.Refresh() // the chips' words have other widths now
}

// clear takes every filter away.
func (b *sieveBar) clear() {
	for _, c := range b.chips {
		c.set(false)
	}
	b.p.refilter()
}

// refilter filters by what was just chosen: nothing stays for being in hand.
func (p *triagePage) refilter() {
	p.answer.saveShown()
	hand := p.hand
	p.hand = briefing.Subject{}
	for i := range p.all {
		if p.all[i].Subject == hand && p.sieves.keeps(&p.all[i], p.sieves.viewer()) {
			p.hand = hand
		}
	}
	p.filter()
}
