package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// showDetail shows the selected line: what was sent, what came back, what we
// hold now, what others say, and what a person is asked.
func (p *returnedPage) showDetail() {
	p.detail.RemoveAll()
	l, ok := p.line()
	switch {
	case !ok:
	case l.point >= 0:
		p.pointDetail(&p.found.Points[l.point])
	case l.finding >= 0:
		p.findingDetail(&p.found.Findings[l.finding])
	default:
		p.rowDetail(l.row)
	}
	p.allowVerdicts()
	p.detail.Refresh()
}

func (p *returnedPage) add(objects ...fyne.CanvasObject) {
	for _, o := range objects {
		p.detail.Add(o)
	}
}

// told adds a part with its name, where it says anything.
func (p *returnedPage) told(name, text string) {
	if text != "" {
		p.add(section(name), prose(text))
	}
}

func (p *returnedPage) rowDetail(i int) {
	s, row := p.s, &p.found.Rows[i]
	chips := container.NewHBox(newChip(s.say("state."+string(row.State)), colorMuted, false))
	if row.Decision != "" {
		chips.Objects = append([]fyne.CanvasObject{newChip(p.sayDecision(row.Decision), decisionInk(row.Decision), true)}, chips.Objects...)
	}
	p.add(container.NewBorder(nil, nil, nil, container.NewCenter(chips), section(row.Ref)))
	p.add(aside(joined("  ·  ", s.say("answer.where", "Sheet", row.Sheet, "Row", row.Row), p.sayClaimed(row))))
	p.decidedDetail(i)
	for _, d := range row.Doubts {
		doubt := prose(s.say("returned.weight."+string(d.Weight)) + ": " + d.Say(s.words))
		if d.Weight == briefing.WeighAsk || d.Weight == briefing.WeighWarn {
			doubt.Importance = widget.WarningImportance
		}
		p.add(doubt)
	}
	p.wordsDetail(row)
	p.conflictDetail(row)
	p.voicesDetail(row)
	p.told(s.say("sheet.col.capital_limits"), row.Limits)
	p.told(s.say("sheet.col.comment"), joined(": ", p.sayType(row.Type), row.Comment))
	for _, r := range row.Remarks {
		p.told(joined(", ", s.say("answer.remark"), r.Author, r.Cell), r.Text)
	}
}

// sayClaimed is who the cells name, and that nobody has checked it.
func (p *returnedPage) sayClaimed(row *briefing.ReviewedRow) string {
	who := sayClaim(row.Claimed, p.s.words)
	if who == "" {
		return p.s.say("answer.unsigned")
	}
	return p.s.say("answer.claimed", "Who", who)
}

func (p *returnedPage) sayType(code string) string {
	if code == "" {
		return ""
	}
	return p.s.say("sheet.comment_type." + code)
}

// decidedDetail says what a person made of the row, here or before.
func (p *returnedPage) decidedDetail(i int) {
	row := &p.found.Rows[i]
	if a, ok := p.decided[i]; ok {
		text := joined(" · ", p.s.say("answer.verdict."+verdictOf(a)), a.Line, a.Answer,
			joined(", ", a.Clearance.Name, a.Clearance.Department, string(a.Clearance.Date), a.Clearance.Reference))
		said := prose(p.s.say("answer.decided", "What", text))
		said.TextStyle.Bold = true
		p.add(said)
	}
	if r := row.Reply; r != nil {
		p.add(prose(p.s.say("answer.replied", "What", p.s.say("answer.done."+string(r.Verdict)), "Name", r.By,
			"When", sayMoment(r.At), "Reference", r.Reference)))
	}
}

// wordsDetail shows capital's words against ours as they were sent.
func (p *returnedPage) wordsDetail(row *briefing.ReviewedRow) {
	s, ours := p.s, row.Sent.Sent[string(briefing.ColLine)]
	if row.Text == "" {
		p.told(s.say("answer.our_line"), ours)
	} else {
		p.add(section(s.say("answer.diff")), diffText(briefing.WordDiff(ours, row.Text)))
	}
	if row.Stance != briefing.StanceNone {
		p.told(s.say("sheet.col.stance"), joined(" → ", row.Sent.Sent[string(briefing.ColStance)], row.Stance.Say(s.words)))
	}
}

// conflictDetail shows what we changed since, three ways side by side.
func (p *returnedPage) conflictDetail(row *briefing.ReviewedRow) {
	for _, f := range row.Fields {
		if !f.Moved() {
			continue
		}
		p.add(section(p.s.say("answer.conflict", "Column", p.s.say("sheet.col."+string(f.Column)))))
		p.add(container.NewGridWithColumns(3,
			p.side("answer.as_sent", f.Sent), p.side("answer.returned", f.Returned), p.side("answer.now", f.Now)))
	}
}

// side is one of several texts side by side.
func (p *returnedPage) side(key, text string) fyne.CanvasObject {
	if text == "" {
		text = "–"
	}
	return newCard(container.New(layout.NewCustomPaddedVBoxLayout(-8), smallLabel(p.s.say(key)), prose(text)))
}

// voicesDetail shows what other ministries answered to the row.
func (p *returnedPage) voicesDetail(row *briefing.ReviewedRow) {
	voices := row.Lasting(p.found.Returned.SHA256)
	if len(voices) == 0 {
		return
	}
	p.add(section(p.s.say("answer.others")))
	for _, v := range voices {
		who := joined(", ", v.Ministry, v.Person, v.Date.Say(p.s.words), v.File)
		text := prose(joined("  ·  ", p.sayDecision(v.Decision), who))
		if row.Against(v) {
			text.SetText(p.s.say("answer.against", "What", text.Text))
			text.Importance = widget.WarningImportance
		}
		p.add(text)
		if v.Text != "" {
			p.add(diffText(briefing.WordDiff(row.Sent.Sent[string(briefing.ColLine)], v.Text)))
		}
		if v.Comment != "" {
			p.add(aside(v.Comment))
		}
	}
}

// decisionInk is the colour of a decision; its word says the same.
func decisionInk(d briefing.Decision) fyne.ThemeColorName {
	switch d {
	case briefing.DecisionApprove:
		return stanceInk(briefing.FamilySupports)
	case briefing.DecisionChanges:
		return stanceInk(briefing.FamilyAmended)
	case briefing.DecisionRedraft:
		return stanceInk(briefing.FamilyOpposes)
	case briefing.DecisionDefer:
		return stanceInk(briefing.FamilyConcern)
	case briefing.DecisionNoPosition, briefing.DecisionNoObject:
		return stanceInk(briefing.FamilyNeutral)
	}
	return colorMuted
}

// pointDetail shows a point of capital's own and what becomes of it.
func (p *returnedPage) pointDetail(x *briefing.ReturnedPoint) {
	s := p.s
	p.add(section(joined(" · ", s.say("returned.weight.new"), x.Where, x.About)))
	p.add(aside(joined("  ·  ", s.say("answer.where", "Sheet", x.Sheet, "Row", x.Number),
		joined(", ", x.Text(briefing.ColByName), x.Text(briefing.ColByMinistry)))))
	for _, c := range []briefing.ReviewColumn{
		briefing.ColDecision, briefing.ColNewStance, briefing.ColNewText, briefing.ColNewLimits, briefing.ColComment,
	} {
		p.told(s.say("sheet.col."+string(c)), x.Text(c))
	}
	p.add(aside(s.say("answer.point_becomes")))
}

func (p *returnedPage) findingDetail(f *briefing.Finding) {
	s := p.s
	p.add(section(s.say("returned.weight." + string(f.Weight))))
	p.add(aside(s.say("answer.means." + string(f.Weight))))
	p.add(prose(f.Say(s.words)))
}
