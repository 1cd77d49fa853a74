package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"placard/briefing"
)

// packItems chooses the items of a pack and their order.
type packItems struct {
	w       briefing.Words
	changed func()
	list    []briefing.PackItem
	left    map[briefing.Subject]bool // left out
	moved   bool                      // the order is not the note's
	top     *fyne.Container
}

func newPackItems(w briefing.Words, changed func()) *packItems {
	return &packItems{w: w, changed: changed, left: map[briefing.Subject]bool{}, top: container.New(layout.NewCustomPaddedVBoxLayout(-6))}
}

// chosen are the items wanted; nil where all are, in the order of the note.
func (p *packItems) chosen() []briefing.Subject {
	if !p.moved && len(p.left) == 0 {
		return nil
	}
	var out []briefing.Subject
	for _, it := range p.list {
		if !p.left[it.Subject] {
			out = append(out, it.Subject)
		}
	}
	return out
}

// offer offers items; choices and order that still apply stay.
func (p *packItems) offer(items []briefing.PackItem) {
	if p.moved {
		place := map[briefing.Subject]int{}
		for i, it := range p.list {
			place[it.Subject] = i + 1
		}
		slices.SortStableFunc(items, func(a, b briefing.PackItem) int { return place[a.Subject] - place[b.Subject] })
	}
	for s := range p.left {
		if !slices.ContainsFunc(items, func(it briefing.PackItem) bool { return it.Subject == s }) {
			delete(p.left, s)
		}
	}
	if !slices.Equal(items, p.list) || len(items) == 0 {
		p.list = items
		p.draw()
	}
}

func (p *packItems) draw() {
	p.top.RemoveAll()
	for i, it := range p.list {
		c := newCheck("", func(on bool) { p.choose(it.Subject, on) })
		c.Checked = !p.left[it.Subject]
		up := newQuietButton("", func() { p.move(i, i-1) })
		up.Icon = theme.MoveUpIcon()
		down := newQuietButton("", func() { p.move(i, i+1) })
		down.Icon = theme.MoveDownIcon()
		if i == 0 {
			up.Disable()
		}
		if i == len(p.list)-1 {
			down.Disable()
		}
		p.top.Add(container.NewBorder(nil, nil, c, container.NewHBox(up, down), line(it.Title)))
	}
	if len(p.list) == 0 {
		p.top.Add(aside(p.w.Say("packs.items.none")))
	}
	p.top.Refresh()
}

func (p *packItems) choose(s briefing.Subject, on bool) {
	if on {
		delete(p.left, s)
	} else {
		p.left[s] = true
	}
	p.changed()
}

func (p *packItems) move(from, to int) {
	if to < 0 || to >= len(p.list) {
		return
	}
	p.list[from], p.list[to] = p.list[to], p.list[from]
	p.moved = true
	p.draw()
	p.changed()
}
