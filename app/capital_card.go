package app

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"placard/briefing"
)

// remindDays is how many days before an answer is due the window says so.
const remindDays = 3

// card shows a batch: its number, to whom, what was sent, until when an answer
// is due, and the workbooks that came back.
func (p *capitalPage) card(t trip) fyne.CanvasObject {
	title := section(p.s.say("capital.batch", "Number", t.Number, "To", t.To))
	round := ""
	if t.Round > 1 {
		round = p.s.say("capital.round", "Round", t.Round)
	}
	about := compact(round, p.s.say("capital.rows", "Count", len(t.Rows)),
		p.s.say("capital.sent_at", "When", sayMoment(t.Created), "Name", t.Author), p.sayDue(t.Batch))
	text := container.New(layout.NewCustomPaddedVBoxLayout(-6), title, smallLabel(strings.Join(about, " · ")))
	body := container.New(layout.NewCustomPaddedVBoxLayout(0),
		container.NewBorder(nil, nil, nil, container.NewCenter(p.chips(t)), text))
	for _, r := range t.back {
		body.Add(p.returnedRow(r))
	}
	return newCard(container.NewPadded(body))
}

// chips are a batch's state, what it reminds of, and its acts.
func (p *capitalPage) chips(t trip) *fyne.Container {
	chips := container.NewHBox()
	if key := p.urgency(t.Batch); key != "" {
		chips.Add(newChip(p.s.say(key), stanceInk(briefing.FamilyOpposes), key == "capital.overdue"))
	}
	chips.Add(newChip(p.s.say("batch."+string(t.State)), batchInk(t.State), t.State == briefing.BatchSent))
	if t.Mark != "" {
		chips.Add(newChip(t.Mark, colorMuted, false))
	}
	if t.State == briefing.BatchSent || t.State == briefing.BatchReceived {
		chips.Add(newButton(p.s.say("capital.copy_reminder"), func() { p.remind(t) }))
	}
	if len(t.back) > 0 {
		chips.Add(newButton(p.s.say("capital.next_round"), func() { nextRound(p.s, t.ID) }))
	}
	if t.State == briefing.BatchSent {
		chips.Add(newButton(p.s.say("capital.recall"), func() { p.recall(t.Batch) }))
	}
	return chips
}

// returnedRow is a workbook that came back, to open again or to save.
func (p *capitalPage) returnedRow(r *briefing.Return) fyne.CanvasObject {
	open := newButton(p.s.say("capital.reopen"), func() { p.s.reopenAnswer(r) })
	save := newButton(p.s.say("answer.save"), func() { p.s.saveAnswer(r) })
	text := line(p.s.say("capital.came_back", "When", sayMoment(r.At), "Name", r.Name))
	return container.NewBorder(nil, nil, nil, container.NewHBox(open, save), text)
}

// urgency is the word for a batch that is due soon or late; empty else.
func (p *capitalPage) urgency(b *briefing.Batch) string {
	left, ok := briefing.Days(b.Due, p.s.now())
	switch {
	case !ok || b.State != briefing.BatchSent && b.State != briefing.BatchReceived:
		return ""
	case left < 0:
		return "capital.overdue"
	case left <= remindDays:
		return "capital.due_soon"
	}
	return ""
}

// remind puts a reminder to capital on the clipboard. It says nothing of what
// the positions are.
func (p *capitalPage) remind(t trip) {
	p.s.App.Clipboard().SetContent(p.s.words.In(t.Language).Say("capital.reminder",
		"Number", t.Number, "Note", t.note, "Count", t.waiting, "Date", t.Due.Say(p.s.words.In(t.Language))))
	p.s.note(p.s.say("capital.reminded"))
}

// sayDue is when the answer is due and how many days that leaves.
func (p *capitalPage) sayDue(b *briefing.Batch) string {
	if b.Due == "" {
		return ""
	}
	due := p.s.say("capital.due", "Date", string(b.Due))
	left, ok := briefing.Days(b.Due, p.s.now())
	switch {
	case !ok || b.State != briefing.BatchSent:
		return due
	case left < 0:
		return due + ", " + p.s.say("capital.late", "Count", -left)
	case left == 0:
		return due + ", " + p.s.say("capital.today")
	}
	return due + ", " + p.s.say("capital.left", "Count", left)
}

// batchInk is the colour of a batch's state; its word says the same.
func batchInk(s briefing.BatchState) fyne.ThemeColorName {
	switch s {
	case briefing.BatchPrepared, briefing.BatchSent:
		return stanceInk(briefing.FamilyConcern)
	case briefing.BatchReceived, briefing.BatchValidated, briefing.BatchReconciled:
		return stanceInk(briefing.FamilySupports)
	case briefing.BatchClosed:
		return colorMuted
	case briefing.BatchRejected:
		return stanceInk(briefing.FamilyOpposes)
	}
	return colorMuted
}

// recall takes a batch back; undo sends it again.
func (p *capitalPage) recall(b *briefing.Batch) {
	desk, id := p.s.desk(), b.ID
	p.s.quick(func(ctx context.Context) error { return desk.RecallBatch(ctx, id) }, p.s.fail)
}
