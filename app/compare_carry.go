package app

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"placard/briefing"
)

// askCarry says what carrying over will do, asks where what was split or
// merged belongs, and does it.
func (p *comparePage) askCarry() {
	s, plan := p.s, p.x.Plan()
	var hide func()
	no := newButton(s.say("window.cancel"), func() { hide() })
	yes := newMainButton(s.say("compare.carry.yes"), func() {
		hide()
		p.carryOver(plan)
	})
	body := container.New(layout.NewCustomPaddedVBoxLayout(2))
	if plan.Nothing() {
		yes.Disable()
		body.Add(prose(s.say("compare.carry.nothing")))
	}
	for _, o := range briefing.CarryOutcomes {
		p.listOutcome(body, plan, o)
	}
	body.Add(aside(p.sayAlong(plan)))
	head := prose(s.say("compare.carry.about", "Older", p.x.Older.Note.Symbol, "Newer", p.x.Newer.Note.Symbol))
	content := container.NewStack(gap(680, 400), container.NewBorder(head, nil, nil, nil, container.NewVScroll(body)))
	hide = s.modal(s.say("compare.carry.title"), content, nil, no, yes)
}

// listOutcome lists the positions with one outcome under its name.
func (p *comparePage) listOutcome(body *fyne.Container, plan *briefing.CarryPlan, o briefing.CarryOutcome) {
	n := 0
	for i := range plan.Steps {
		if plan.Steps[i].Outcome == o {
			n++
		}
	}
	if n == 0 {
		return
	}
	body.Add(section(p.s.say("compare.carry.count", "Count", n, "Outcome", p.s.say("carry."+string(o)))))
	for i := range plan.Steps {
		if plan.Steps[i].Outcome == o {
			body.Add(p.stepRow(plan, i))
		}
	}
}

// stepRow is one position: its place now and then, its stance and its state.
func (p *comparePage) stepRow(plan *briefing.CarryPlan, i int) fyne.CanvasObject {
	s, step := p.s, &plan.Steps[i]
	x := step.Position
	said := joined("   ", x.Anchor.Label, sayStance(x.Stance, s.words), s.say("state."+string(x.State)), x.Text(briefing.FieldLine))
	text := line(said)
	if step.Goes() {
		to := plan.Newer.Text.LabelOf(plan.Newer.Text.Block(step.To[step.Chosen].Block)).String()
		if to != x.Anchor.Label {
			text.SetText(joined("   ", s.say("compare.carry.to", "Old", x.Anchor.Label, "New", to), sayStance(x.Stance, s.words), s.say("state."+string(x.State)), x.Text(briefing.FieldLine)))
		}
	}
	if step.Outcome != briefing.CarryAsked {
		return container.NewBorder(nil, nil, gap(12, 0), nil, text)
	}
	return container.NewBorder(nil, nil, gap(12, 0), atLeastWide(260, p.placeChoice(plan, i)), text)
}

// placeChoice asks where a position on split or merged text belongs.
func (p *comparePage) placeChoice(plan *briefing.CarryPlan, i int) fyne.CanvasObject {
	step := &plan.Steps[i]
	names := []string{p.s.say("compare.carry.stays")}
	for _, to := range step.To {
		b := plan.Newer.Text.Block(to.Block)
		names = append(names, shorten(joined("  ", plan.Newer.Text.LabelOf(b).String(), b.Text), 40))
	}
	d := newDropDown(names, nil)
	d.put(0)
	d.OnChanged = func(string) {
		if err := plan.Settle(i, d.SelectedIndex()-1); err != nil {
			d.put(step.Chosen + 1)
			p.s.fail(err)
		}
	}
	return d
}

// sayAlong says what goes along beside positions, and what stays behind.
func (p *comparePage) sayAlong(plan *briefing.CarryPlan) string {
	s := p.s
	said := s.say("compare.carry.along", "Remarks", len(plan.Annotations), "Stances", len(plan.Observations), "Asks", len(plan.Asks))
	if plan.Left > 0 {
		said += " " + s.say("compare.carry.left", "Count", plan.Left)
	}
	return said
}

func (p *comparePage) carryOver(plan *briefing.CarryPlan) {
	s, desk, n := p.s, p.s.desk(), 0
	s.saving()
	s.quick(func(ctx context.Context) (err error) {
		n, err = desk.CarryOver(ctx, plan)
		return err
	}, func(err error) {
		if err != nil {
			s.notSaved(err)
			s.fail(err)
			return
		}
		s.saved()
		s.note(s.say("compare.carry.done", "Count", n))
	})
}
