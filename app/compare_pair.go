package app

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// pairingBar holds what a person does about the row selected: open it, pair
// it otherwise, take it apart, forget what was paired by hand.
type pairingBar struct {
	p                        *comparePage
	what                     *widget.Label
	open, pair, part, forget *button
	top                      fyne.CanvasObject
}

func newPairingBar(p *comparePage) *pairingBar {
	s := p.s
	b := &pairingBar{p: p, what: line("")}
	b.open = newButton(s.say("compare.open"), p.openRow)
	b.pair = newButton(s.say("compare.pair"), p.askPair)
	b.part = newButton(s.say("compare.part"), p.takeApart)
	b.forget = newQuietButton(s.say("compare.forget"), p.forget)
	buttons := container.NewHBox(b.open, b.pair, b.part, b.forget)
	b.top = container.New(layout.NewBorderLayout(nil, nil, nil, buttons), buttons, b.what)
	b.show(nil)
	return b
}

// show names the row selected and says what can be done about it.
func (b *pairingBar) show(r *compareRow) {
	s := b.p.s
	for _, x := range []*button{b.open, b.pair, b.part} {
		x.Disable()
	}
	setVisible(b.forget, b.p.x != nil && len(b.p.x.Hand) > 0)
	if r == nil {
		b.what.SetText(s.say("compare.choose", "Next", s.keyName(onAlt(fyne.KeyDown)), "Back", s.keyName(onAlt(fyne.KeyUp))))
		return
	}
	b.what.SetText(joined("  ", sayPlaces(r), r.pair.Fate.Say(s.words)))
	b.pair.Enable()
	if len(r.pair.Old) > 0 && len(r.pair.New) > 0 {
		b.part.Enable()
	}
	b.open.Enable()
}

func sayPlaces(r *compareRow) string {
	if r.old == r.new {
		return r.new
	}
	return joined(" > ", r.old, r.new)
}

// openRow shows the passage in the note that has it.
func (p *comparePage) openRow() {
	r := p.row()
	if r == nil {
		return
	}
	if len(r.pair.New) > 0 {
		p.s.openNote(p.x.Newer.Note.ID, r.pair.New[0].Block)
		return
	}
	p.s.openNote(p.x.Older.Note.ID, r.pair.Old[0].Block)
}

// takeApart says that the row's passages have nothing to do with each other.
func (p *comparePage) takeApart() {
	r := p.row()
	if r == nil {
		return
	}
	var links []briefing.Link
	for _, x := range r.pair.Old {
		links = append(links, briefing.Link{Old: x.Block})
	}
	for _, x := range r.pair.New {
		links = append(links, briefing.Link{New: x.Block})
	}
	p.link(links)
}

// link saves pairings; the page is read anew once they are durable.
func (p *comparePage) link(links []briefing.Link) {
	desk, older, newer := p.s.desk(), p.x.Older.Note.ID, p.x.Newer.Note.ID
	p.s.quick(func(ctx context.Context) error { return desk.Pair(ctx, older, newer, links...) }, p.s.fail)
}

func (p *comparePage) forget() {
	desk, older, newer := p.s.desk(), p.x.Older.Note.ID, p.x.Newer.Note.ID
	p.s.quick(func(ctx context.Context) error { return desk.Unpair(ctx, older, newer) }, p.s.fail)
}

// askPair asks which passage of the other version the row belongs to.
func (p *comparePage) askPair() {
	r := p.row()
	if r == nil {
		return
	}
	mine, others := r.pair.New, passagesIn(p.x.Pairs, func(x *briefing.Pair) []briefing.Clause { return x.Old })
	about := "compare.pair.older"
	if len(mine) == 0 {
		mine, others = r.pair.Old, passagesIn(p.x.Pairs, func(x *briefing.Pair) []briefing.Clause { return x.New })
		about = "compare.pair.newer"
	}
	names := make([]string, len(others))
	for i, x := range others {
		names[i] = joined("   ", x.Label, x.Text)
	}
	var hide func()
	list := newListView(func() int { return len(names) }, func() fyne.CanvasObject { return line("") },
		func(i widget.ListItemID, o fyne.CanvasObject) { o.(*widget.Label).SetText(names[i]) })
	list.OnSelected = func(i widget.ListItemID) {
		hide()
		p.link(linksTo(mine, others[i], len(r.pair.New) > 0))
	}
	no := newButton(p.s.say("window.cancel"), func() { hide() })
	head := container.NewVBox(prose(mine[0].Label+"  "+shorten(mine[0].Text, 160)), aside(p.s.say(about)))
	content := container.NewStack(gap(640, 380), container.NewBorder(head, nil, nil, nil, list))
	hide = p.s.modal(p.s.say("compare.pair.title"), content, list, no)
}

// passagesIn are the passages of one version, in the order of the rows.
func passagesIn(pairs []briefing.Pair, side func(*briefing.Pair) []briefing.Clause) []briefing.Clause {
	var out []briefing.Clause
	for i := range pairs {
		out = append(out, side(&pairs[i])...)
	}
	return out
}

// linksTo pairs all of mine with one passage of the other version; newer tells
// that mine are of the newer.
func linksTo(mine []briefing.Clause, other briefing.Clause, newer bool) []briefing.Link {
	var out []briefing.Link
	for _, x := range mine {
		l := briefing.Link{Old: x.Block, New: other.Block}
		if newer {
			l = briefing.Link{Old: other.Block, New: x.Block}
		}
		out = append(out, l)
	}
	return out
}
