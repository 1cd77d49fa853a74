package app

import (
	"fyne.io/fyne/v2"

	"placard/briefing"
)

// sayLine is a line in words: what it is about, and who said it when.
func (p *returnedPage) sayLine(l returnedLine) (head, foot string) {
	switch {
	case l.point >= 0:
		point := &p.found.Points[l.point]
		return joined(" · ", point.Where, point.About, point.Text(briefing.ColNewText), point.Text(briefing.ColComment)),
			joined(", ", point.Text(briefing.ColByName), point.Text(briefing.ColByMinistry))
	case l.finding >= 0:
		f := &p.found.Findings[l.finding]
		return f.Say(p.s.words), p.s.say("returned.weight." + string(f.Weight))
	}
	row := &p.found.Rows[l.row]
	return joined(" · ", row.Ref, p.sayDecision(row.Decision)), joined("  ·  ", sayClaim(row.Claimed, p.s.words), p.sayChange(row))
}

// sayDecision is a decision as the drop-down spells it; empty for none.
func (p *returnedPage) sayDecision(d briefing.Decision) string {
	if d == "" {
		return ""
	}
	return p.s.say("sheet.decision." + string(d))
}

// sayClaim is who a row says has answered.
func sayClaim(c briefing.Claim, w briefing.Words) string {
	return joined(", ", c.Name, c.Ministry, c.Date.Say(w))
}

// sayChange is what capital wants otherwise, in short.
func (p *returnedPage) sayChange(row *briefing.ReviewedRow) string {
	return joined(" · ", row.Stance.Say(p.s.words), row.Text, row.Comment)
}

// sign is what becomes of a line, as a chip.
func (p *returnedPage) sign(l returnedLine) (word string, ink fyne.ThemeColorName, solid bool) {
	switch {
	case l.point >= 0:
		return p.s.say("returned.weight.new"), stanceInk(briefing.FamilyAmended), false
	case l.finding >= 0:
		w := p.found.Findings[l.finding].Weight
		return p.s.say("returned.weight." + string(w)), weightInk(w), w == briefing.WeighBlock
	}
	row := &p.found.Rows[l.row]
	if a, ok := p.decided[l.row]; ok {
		return p.s.say("answer.verdict." + verdictOf(a)), verdictInk(a.Verdict), true
	}
	switch {
	case row.Reply != nil:
		return p.s.say("answer.done." + string(row.Reply.Verdict)), colorMuted, false
	case row.Asks():
		return p.s.say("returned.weight.ask"), weightInk(briefing.WeighAsk), false
	case !row.Answered():
		return p.s.say("answer.blank"), colorMuted, false
	}
	return p.s.say("answer.open"), stanceInk(briefing.FamilyNeutral), false
}

func verdictOf(a briefing.Acceptance) string {
	if a.Verdict == "" {
		return string(briefing.VerdictAccept)
	}
	return string(a.Verdict)
}

// verdictInk is the colour of a verdict; its word says the same.
func verdictInk(v briefing.Verdict) fyne.ThemeColorName {
	switch v {
	case briefing.VerdictReject:
		return stanceInk(briefing.FamilyOpposes)
	case briefing.VerdictEdit:
		return stanceInk(briefing.FamilyAmended)
	case briefing.VerdictAccept, "":
		return stanceInk(briefing.FamilySupports)
	}
	return colorMuted
}

// weightInk is the colour of a finding's weight; its word says the same.
func weightInk(w briefing.Weight) fyne.ThemeColorName {
	switch w {
	case briefing.WeighBlock:
		return stanceInk(briefing.FamilyOpposes)
	case briefing.WeighAsk, briefing.WeighWarn:
		return stanceInk(briefing.FamilyConcern)
	case briefing.WeighNew:
		return stanceInk(briefing.FamilyAmended)
	case briefing.WeighFix, briefing.WeighNote:
		return colorMuted
	}
	return colorMuted
}

// count says how much is answered and decided, and names the main act by it.
func (p *returnedPage) count() {
	answered, of := 0, 0
	for i := range p.found.Rows {
		if p.found.Rows[i].Answered() {
			answered++
		}
	}
	if p.found.Batch != nil {
		of = len(p.found.Batch.Rows)
	}
	p.summary.SetText(p.s.say("returned.summary", "Count", answered, "Of", of, "Asks", p.found.Unsettled()))
	p.take.SetText(p.s.say("answer.take", "Count", len(p.decided)))
	enable(p.take, !p.found.Blocked() && (!p.found.Stored || len(p.decided) > 0))
	enable(p.approve, !p.found.Blocked() && len(p.plainApprovals(briefing.Clearance{})) > 0)
}

// enable lets a button be pressed or not.
func enable(b fyne.Disableable, yes bool) {
	if yes {
		b.Enable()
		return
	}
	b.Disable()
}
