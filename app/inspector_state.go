package app

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// statePanel says how far the position has come, who agreed to it, and offers
// the steps a person may take from there.
type statePanel struct {
	i     *inspector
	icon  *widget.Icon
	word  *widget.Label
	who   *widget.Label
	next  *button // the likeliest step
	more  *button // the others, as a menu
	steps []stateStep
	top   fyne.CanvasObject
}

// stateStep is something a person may do to a position as a whole.
type stateStep struct {
	name string
	do   func()
}

func newStatePanel(i *inspector) *statePanel {
	p := &statePanel{i: i, icon: widget.NewIcon(nil), word: section(""), who: smallLabel("")}
	p.next = newButton("", func() { p.steps[0].do() })
	p.more = newQuietButton("", p.showMore)
	p.more.Icon = theme.MoreHorizontalIcon()
	p.word.Wrapping = fyne.TextWrapWord
	row := container.NewBorder(nil, nil, p.icon, container.New(layout.NewCustomPaddedHBoxLayout(0), container.NewCenter(p.next), container.NewCenter(p.more)), p.word)
	p.top = container.New(layout.NewCustomPaddedVBoxLayout(-4), row, p.who)
	return p
}

func (p *statePanel) fill(d *draft) {
	pos := &d.want
	p.icon.SetResource(stateIcon(pos.State, pos.Stale))
	word := p.i.s.say("state." + string(pos.State))
	if pos.Stale {
		word += " · " + p.i.s.say("state.stale")
	}
	p.word.SetText(word)
	who := p.sayWho(pos)
	p.who.SetText(who)
	setVisible(p.who, who != "")
	p.offer(pos)
}

// sayWho is who agreed, or who wrote last.
func (p *statePanel) sayWho(pos *briefing.Position) string {
	if c := pos.Clearance; c != nil {
		key := "inspector.cleared_by"
		if c.Reference != "" {
			key = "inspector.cleared_by_ref"
		}
		return p.i.s.say(key, "Name", c.Name, "Department", c.Department, "Date", string(c.Date), "Reference", c.Reference)
	}
	if pos.Changed.IsZero() {
		return ""
	}
	return p.i.s.say("inspector.changed", "Name", pos.Author, "When", sayMoment(pos.Changed))
}

// sayMoment is a time as lists show it: the day and the minute where the
// reader is.
func sayMoment(t time.Time) string { return t.Local().Format("2006-01-02 15:04") }

// offer offers the steps a person may take: the likeliest as a button.
func (p *statePanel) offer(pos *briefing.Position) {
	p.steps = nil
	for _, to := range pos.Moves() {
		p.steps = append(p.steps, stateStep{p.i.s.say("inspector.move." + string(to)), func() { p.i.move(to) }})
	}
	if canClear(pos.State) {
		p.steps = append(p.steps, stateStep{p.i.s.say("inspector.clear"), p.i.askClearance})
	}
	if pos.State == briefing.StateReady || pos.State == briefing.StateSent {
		last := len(p.steps) - 1
		p.steps = append([]stateStep{p.steps[last]}, p.steps[:last]...)
	}
	setVisible(p.next, len(p.steps) > 0)
	setVisible(p.more, len(p.steps) > 1)
	if len(p.steps) > 0 && p.next.Text != p.steps[0].name {
		p.next.SetText(p.steps[0].name)
	}
}

// showMore opens the less likely steps as a menu.
func (p *statePanel) showMore() {
	menu := fyne.NewMenu("")
	for _, s := range p.steps[1:] {
		menu.Items = append(menu.Items, fyne.NewMenuItem(s.name, s.do))
	}
	widget.ShowPopUpMenuAtRelativePosition(menu, p.i.s.window.Canvas(), fyne.NewPos(0, p.more.Size().Height), p.more)
}

// canClear tells whether a clearance may be recorded on a position.
func canClear(s briefing.PositionState) bool {
	switch s {
	case briefing.StateDraft, briefing.StateReady, briefing.StateSent, briefing.StateReturned,
		briefing.StatePartlyCleared, briefing.StateNoObjection, briefing.StateRedraft, briefing.StateDeferred:
		return true
	case briefing.StateNone, briefing.StateCleared, briefing.StateClearedChanged, briefing.StateDelivered,
		briefing.StateNotDelivered, briefing.StateOvertaken:
		return false
	}
	return false
}

// stateIcon stands beside the state's word. Only a recorded clearance gets a
// tick: no objection must not look like approval.
func stateIcon(s briefing.PositionState, stale bool) fyne.Resource {
	if stale {
		return theme.WarningIcon()
	}
	switch s {
	case briefing.StateNone:
		return theme.RadioButtonIcon()
	case briefing.StateDraft, briefing.StateRedraft:
		return theme.DocumentCreateIcon()
	case briefing.StateReady:
		return theme.RadioButtonCheckedIcon()
	case briefing.StateSent:
		return theme.MailSendIcon()
	case briefing.StateReturned:
		return theme.MailReplyIcon()
	case briefing.StateCleared, briefing.StateClearedChanged:
		return theme.ConfirmIcon()
	case briefing.StatePartlyCleared:
		return theme.CheckButtonIcon()
	case briefing.StateDeferred:
		return theme.MediaPauseIcon()
	case briefing.StateNoObjection:
		return theme.InfoIcon()
	case briefing.StateDelivered:
		return theme.VolumeUpIcon()
	case briefing.StateNotDelivered:
		return theme.VolumeMuteIcon()
	case briefing.StateOvertaken:
		return theme.HistoryIcon()
	}
	return theme.QuestionIcon()
}

// move takes the shown position to another state, with what was typed.
func (i *inspector) move(to briefing.PositionState) {
	i.act(func(ctx context.Context, desk *briefing.Desk, k briefing.Key, base uint64) (*briefing.Position, uint64, error) {
		return desk.MovePosition(ctx, k, base, to)
	})
}

// act does something to the shown position as it stands once what was typed
// is saved; where that fails, nothing is done.
func (i *inspector) act(do deed) {
	d := i.draft
	i.keep.save(d)
	if len(d.clashes) > 0 {
		i.settleClashes(d)
		return
	}
	desk, to, key, base := i.s.desk(), d.slot, d.want.Key(), d.base
	var got written
	i.s.quick(func(ctx context.Context) (err error) {
		got, err = to.do(ctx, desk, key, base, do)
		return err
	}, func(err error) {
		if err != nil {
			i.s.fail(err)
			return
		}
		d.moved(got)
		i.settled(d)
	})
}

// removePosition removes the shown position; undo brings it back.
func (i *inspector) removePosition() {
	d := i.draft
	i.keep.save(d)
	desk, to, key, base := i.s.desk(), d.slot, d.want.Key(), d.base
	i.s.quick(func(ctx context.Context) error { return to.remove(ctx, desk, key, base) }, i.orSay)
}
