package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"placard/briefing"
)

// newVerdicts is the row of acts on the selected line; each has its letter
// while the list has the keyboard.
func (p *returnedPage) newVerdicts() *fyne.Container {
	s := p.s
	return container.NewHBox(
		newMainButton(s.say("answer.accept"), func() { p.judge(briefing.VerdictAccept) }),
		newButton(s.say("answer.edit"), func() { p.judge(briefing.VerdictEdit) }),
		newButton(s.say("answer.reject"), func() { p.judge(briefing.VerdictReject) }),
		newButton(s.say("answer.leave"), p.leaveOpen),
	)
}

// letter does what the buttons do.
func (p *returnedPage) letter(r rune) {
	switch r {
	case 'a', 'A':
		p.judge(briefing.VerdictAccept)
	case 'e', 'E':
		p.judge(briefing.VerdictEdit)
	case 'r', 'R':
		p.judge(briefing.VerdictReject)
	case 'l', 'L':
		p.leaveOpen()
	}
}

// can tells whether a verdict fits the selected line.
func (p *returnedPage) can(v briefing.Verdict) bool {
	l, ok := p.line()
	if !ok || l.row < 0 || p.found.Blocked() {
		return false
	}
	row := &p.found.Rows[l.row]
	if v == briefing.VerdictAccept {
		return row.Open()
	}
	return row.Resolvable()
}

func (p *returnedPage) allowVerdicts() {
	l, _ := p.line()
	_, decided := p.decided[l.row]
	may := []bool{p.can(briefing.VerdictAccept), p.can(briefing.VerdictEdit), p.can(briefing.VerdictReject), decided}
	for i, o := range p.verdicts.Objects {
		enable(o.(*button), may[i])
	}
}

// judge takes a verdict on the selected row. What clears, edits, rejects or
// raises a question is asked for first.
func (p *returnedPage) judge(v briefing.Verdict) {
	if !p.can(v) {
		return
	}
	l, _ := p.line()
	row := &p.found.Rows[l.row]
	a := briefing.Acceptance{Row: l.row, Verdict: v}
	if before, ok := p.decided[l.row]; ok && before.Verdict == v {
		a = before
	}
	if v == briefing.VerdictAccept && !row.Asks() && !clears(row.Decision) {
		p.decide(a)
		return
	}
	newVerdictDialog(p, row, a).open()
}

// clears tells whether accepting the decision clears a position.
func clears(d briefing.Decision) bool {
	return d == briefing.DecisionApprove || d == briefing.DecisionChanges
}

// decide keeps a verdict and goes to the next row that is open.
func (p *returnedPage) decide(a briefing.Acceptance) {
	p.decided[a.Row] = a
	at := p.at
	p.filter()
	if p.only == answerOpen { // the row has left the list
		p.goTo(at)
		return
	}
	p.goTo(p.nextOpen(at))
}

// leaveOpen takes the verdict on the selected row back.
func (p *returnedPage) leaveOpen() {
	l, ok := p.line()
	if !ok || l.row < 0 {
		return
	}
	delete(p.decided, l.row)
	p.filter()
	p.goTo(p.at)
}

// firstOpen is the first line that waits for a verdict; 0 for none.
func (p *returnedPage) firstOpen() int {
	if p.waits(0) {
		return 0
	}
	return p.nextOpen(0)
}

// nextOpen is the next line that waits for a verdict, round the end; the same
// where there is none.
func (p *returnedPage) nextOpen(at int) int {
	for n := 1; n < len(p.rows); n++ {
		if i := (at + n) % len(p.rows); p.waits(i) {
			return i
		}
	}
	return at
}

func (p *returnedPage) waits(i int) bool {
	return i < len(p.rows) && p.passes(answerOpen, p.lines[p.rows[i]])
}
