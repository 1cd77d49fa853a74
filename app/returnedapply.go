package app

import (
	"context"
	"errors"
	"maps"
	"slices"

	"fyne.io/fyne/v2/container"

	"placard/briefing"
)

// plainApprovals are the rows that approve without a question and that nobody
// has decided on; c fills what their cells leave open.
func (p *returnedPage) plainApprovals(c briefing.Clearance) []briefing.Acceptance {
	return slices.DeleteFunc(p.found.Approvals(c), func(a briefing.Acceptance) bool {
		_, decided := p.decided[a.Row]
		return decided
	})
}

// askApproveAll accepts all that approves as it stands, at once. Who agreed
// is asked for where cells leave it open.
func (p *returnedPage) askApproveAll() {
	s := p.s
	n := len(p.plainApprovals(briefing.Clearance{}))
	if n == 0 {
		return
	}
	var hide func()
	ok := newMainButton(s.say("answer.ok.accept"), nil)
	var who *clearanceForm
	check := func() { enable(ok, who.whole() || p.allSigned()) }
	who = newClearanceForm(s.words, briefing.Clearance{Date: briefing.DateOf(s.now())}, check)
	ok.OnTapped = func() {
		hide()
		for _, a := range p.plainApprovals(who.clearance()) {
			p.decided[a.Row] = a
		}
		p.filter()
		p.goTo(p.firstOpen())
	}
	who.confirmBy(ok)
	check()
	content := container.NewVBox(prose(s.say("answer.help.all", "Count", n)), who.form)
	no := newButton(s.say("window.cancel"), func() { hide() })
	hide = s.modal(s.say("answer.approve_all"), atLeastWide(460, content), who.name, no, ok)
}

// allSigned tells whether the cells of every plain approval name a person and
// a day.
func (p *returnedPage) allSigned() bool {
	for _, a := range p.plainApprovals(briefing.Clearance{}) {
		if a.Clearance.Name == "" || a.Clearance.Date == "" {
			return false
		}
	}
	return true
}

// takeIn saves the workbook with all that was decided, in one act: the menu
// takes it back as one.
func (p *returnedPage) takeIn() {
	found, desk := p.found, p.s.desk()
	if found == nil || found.Blocked() {
		return
	}
	accepted := make([]briefing.Acceptance, 0, len(p.decided))
	for _, i := range slices.Sorted(maps.Keys(p.decided)) {
		accepted = append(accepted, p.decided[i])
	}
	p.take.Disable()
	p.s.saving()
	p.s.run(p.s.say("answer.taking"), func(ctx context.Context, _ briefing.Progress) error {
		return desk.AcceptReturn(ctx, found, accepted...)
	}, func(err error) {
		if err != nil {
			p.s.notSaved(err)
			p.s.failUnlessCancelled(err)
			if errors.Is(err, briefing.ErrConflict) {
				p.reload() // what was decided and still fits stays
			}
			p.count()
			return
		}
		clear(p.decided)
		p.s.saved()
		p.s.note(p.s.say("answer.taken", "Count", len(accepted)))
		p.reload()
	})
}
