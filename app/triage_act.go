package app

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// proceed confirms what is in hand and goes to the next that waits for an
// answer among those shown, round the end. An ask is confirmed by answering it,
// not by passing it.
func (p *triagePage) proceed() {
	p.answer.saveShown()
	at := p.at()
	if at < 0 {
		return
	}
	p.settle(p.matter(at))
	for i := 1; i < len(p.shown); i++ {
		n := (at + i) % len(p.shown)
		if p.matter(n).Waits {
			p.goOn(n)
			return
		}
	}
	p.s.note(p.s.say("triage.all_answered"))
	p.s.focus(p.list)
}

// goOn takes a line; who was writing goes on writing.
func (p *triagePage) goOn(n int) {
	_, writing := p.s.window.Canvas().Focused().(*editor)
	p.leaveFor(n)
	if writing {
		p.answer.focusField(briefing.FieldLine.String())
		return
	}
	p.s.focus(p.list)
}

// settle confirms a suggested ask that has its answer.
func (p *triagePage) settle(m *briefing.Matter) {
	a, d := m.Ask, p.answer.draft
	if a == nil || a.State != briefing.AskSuggested || !a.Open() || d == nil {
		return
	}
	w := &d.want
	if m.Waits && w.Stance == briefing.StanceNone && w.Text(briefing.FieldLine) == "" && len(w.Ranking) == 0 {
		return
	}
	key, base, desk := a.Key(), p.s.dossier().Base(a), p.s.open
	p.s.quick(func(ctx context.Context) error { return desk.ConfirmAsk(ctx, key, base) }, p.s.fail)
}

// setStance sets our stance on all that is marked, else on what is in hand.
func (p *triagePage) setStance(stance briefing.Stance) {
	if len(p.marks.marked) == 0 {
		p.answer.setStance(stance)
		return
	}
	p.amend(briefing.Amendment{Stance: stance})
}

// amend sets the same on all that is marked, in one act.
func (p *triagePage) amend(a briefing.Amendment) {
	p.many(func(ctx context.Context, desk *briefing.Desk, on []briefing.Subject) (int, error) {
		return desk.AmendPositions(ctx, p.note, on, a)
	})
}

// makeReady declares all that is marked ready, as far as it is a draft.
func (p *triagePage) makeReady() {
	p.many(func(ctx context.Context, desk *briefing.Desk, on []briefing.Subject) (int, error) {
		return desk.MovePositions(ctx, p.note, on, briefing.StateReady)
	})
}

// many does one act to all that is marked, once what was typed is saved, and
// says to how many.
func (p *triagePage) many(act func(context.Context, *briefing.Desk, []briefing.Subject) (int, error)) {
	p.s.leave()
	desk, on := p.s.open, p.marks.subjects()
	n := 0
	p.s.quick(func(ctx context.Context) (err error) {
		n, err = act(ctx, desk, on)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			p.s.fail(err)
		case n == 0:
			p.s.note(p.s.say("triage.nothing"))
		default:
			p.s.note(p.s.say("triage.done", "Count", n))
		}
	})
}

// askAssignment asks who prepares what is marked, and which ministry is asked.
func (p *triagePage) askAssignment() {
	s, n := p.s, len(p.marks.subjects())
	owner, ministry := newField(s.held.settings.Author), newField("")
	var hide func()
	no := newButton(s.say("window.cancel"), func() { hide() })
	yes := newMainButton(s.say("window.save"), func() {
		hide()
		p.amend(briefing.Amendment{Owner: strings.TrimSpace(owner.Text), Ministry: strings.TrimSpace(ministry.Text)})
	})
	form := widget.NewForm(
		widget.NewFormItem(s.say("triage.assign.owner"), owner),
		widget.NewFormItem(s.say("field.ministry"), ministry))
	content := container.NewVBox(aside(s.say("triage.assign.about")), form)
	hide = s.modal(s.say("triage.assign.title", "Count", n), atLeastWide(460, content), owner, no, yes)
}

// send asks what goes to capital, beginning with what is marked.
func (p *triagePage) send() {
	p.s.leave()
	x := p.s.dossier()
	if x == nil {
		return
	}
	chosen := []briefing.ID{}
	for _, subject := range p.marks.subjects() {
		if pos := x.Position(subject); pos != nil && !pos.Closed() {
			chosen = append(chosen, pos.ID)
		}
	}
	if len(chosen) == 0 {
		p.s.note(p.s.say("triage.nothing"))
		return
	}
	newSendDialog(p.s, x, briefing.ReviewOrder{Note: x.Note.ID, Choice: briefing.ReviewChoice{Positions: chosen}}).open()
}
