package app

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// roomPage is what is open while the meeting sits: what we may say, in large
// type on a dark ground, a timer, two clocks and a line to note what others say.
// Nothing that a neighbour must not read stands on it.
type roomPage struct {
	s       *shell
	all     []briefing.Intervention
	at      int
	short   bool
	list    *listView
	place   *widget.Label
	state   *widget.Label
	text    *widget.Label
	scroll  *container.Scroll
	length  *button // changes between the whole text and the short one
	done    *button
	not     *button
	timer   *timer
	clocks  *clocks
	silence *silences
	capture *captureLine
	buttons *fyne.Container
	top     fyne.CanvasObject
}

func newRoomPage(s *shell) page {
	p := &roomPage{s: s, place: heading(""), state: smallLabel(""), text: prose("")}
	p.timer, p.clocks, p.silence = newTimer(s), newClocks(s), newSilences(s)
	p.clocks.ticked = func(now time.Time) { p.silence.show(s.dossier(), now) }
	p.capture = newCaptureLine(s, func() string { return p.inHand() })
	p.list = newListView(func() int { return len(p.all) }, func() fyne.CanvasObject {
		return container.New(&stacked{}, line(""), smallLabel(""))
	}, p.update)
	p.list.OnSelected = func(i widget.ListItemID) { p.choose(i) }
	p.length = newButton("", func() { p.showShort(!p.short) })
	p.done = newButton(s.say("room.delivered"), func() { p.deliver(briefing.StateDelivered) })
	p.not = newButton(s.say("room.not_delivered"), func() { p.deliver(briefing.StateNotDelivered) })
	p.text.SizeName = sizeSpeech
	p.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(8, 24, 16, 24), p.text))
	p.buttons = container.NewHBox(p.length, layout.NewSpacer(), p.not, p.done)
	p.top = p.build()
	return p
}

func (p *roomPage) build() fyne.CanvasObject {
	head := container.NewBorder(nil, nil, nil, p.clocks.top, container.New(&stacked{}, p.place, p.state))
	speech := container.NewBorder(roomy(head), roomy(p.buttons), nil, nil, p.scroll)
	side := container.NewBorder(container.NewVBox(p.timer.top, p.silence.text), nil, nil, nil, p.list)
	split := container.NewHSplit(side, speech)
	split.SetOffset(0.27)
	return container.NewBorder(nil, roomy(p.capture.top), nil, nil, split)
}

func (p *roomPage) object() fyne.CanvasObject { return p.top }

// reload shows today's words; the place in hand stays.
func (p *roomPage) reload() {
	x := p.s.dossier()
	if x == nil {
		return
	}
	p.all = x.Interventions()
	p.at = max(0, min(p.at, len(p.all)-1))
	p.capture.offer(x)
	p.clocks.show(p.s.now())
	p.list.Refresh()
	if len(p.all) == 0 {
		p.place.SetText(p.s.say("room.title"))
		p.state.SetText("")
		p.text.SetText(p.s.say("room.empty"))
		for _, b := range []*button{p.length, p.done, p.not} {
			b.Hide()
		}
		return
	}
	p.list.Select(p.at)
	p.showShort(p.short)
}

func (p *roomPage) update(i widget.ListItemID, o fyne.CanvasObject) {
	v, row := p.all[i], o.(*fyne.Container)
	row.Objects[0].(*widget.Label).SetText(v.Label.Say(v.Block.Kind, p.s.words) + "  " + sayStance(v.Position.Stance, p.s.words))
	row.Objects[1].(*widget.Label).SetText(joined(" · ", p.s.say("room.length", "Seconds", int(v.Took.Seconds())), sayState(v.Position, p.s.words)))
}

// inHand is the block that is spoken on; empty for none.
func (p *roomPage) inHand() string {
	if len(p.all) == 0 {
		return ""
	}
	return p.all[p.at].Block.ID
}

// choose takes another intervention; the timer takes its length.
func (p *roomPage) choose(i int) {
	if i != p.at {
		p.at, p.short = i, false
		p.scroll.ScrollToTop()
		p.timer.propose(p.all[i].Took)
	}
	p.showShort(p.short)
}

// showShort shows the whole text or the line alone.
func (p *roomPage) showShort(short bool) {
	v := p.all[p.at]
	p.short = short && v.Short != ""
	text, key := v.Text, "room.short"
	if p.short {
		text, key = v.Short, "room.whole"
	}
	p.text.SetText(text)
	p.place.SetText(v.Label.Say(v.Block.Kind, p.s.words))
	p.state.SetText(sayState(v.Position, p.s.words))
	p.length.SetText(p.s.say(key))
	setVisible(p.length, v.Short != "")
	moves := v.Position.Moves()
	setVisible(p.done, slices.Contains(moves, briefing.StateDelivered))
	setVisible(p.not, slices.Contains(moves, briefing.StateNotDelivered))
	p.buttons.Refresh()
}

// deliver says that the intervention in hand was made, or was not.
func (p *roomPage) deliver(to briefing.PositionState) {
	if len(p.all) == 0 {
		return
	}
	pos, desk := p.all[p.at].Position, p.s.open
	key, base := pos.Key(), p.s.dossier().Base(pos)
	p.s.quick(func(ctx context.Context) error {
		_, _, err := desk.MovePosition(ctx, key, base, to)
		return err
	}, func(err error) {
		if err != nil {
			p.s.fail(err)
		}
	})
}

// sayState is how far a position has come, in words.
func sayState(p *briefing.Position, w briefing.Words) string {
	state := w.Say("state." + orNone(string(p.State)))
	if p.Stale {
		state = joined(" · ", state, w.Say("state.stale"))
	}
	return state
}

// step goes to the intervention before or behind.
func (p *roomPage) step(by int) {
	if to := p.at + by; to >= 0 && to < len(p.all) {
		p.list.Select(to)
	}
}
