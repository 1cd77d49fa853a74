package app

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"placard/briefing"
)

// capitalPage lists the trips to capital and sends new ones.
type capitalPage struct {
	s    *shell
	list *fyne.Container
	top  fyne.CanvasObject
}

func newCapitalPage(s *shell) page {
	p := &capitalPage{s: s, list: container.New(layout.NewCustomPaddedVBoxLayout(8))}
	send := newMainButton(s.say("capital.send"), func() { exportReview(s) })
	head := container.NewBorder(nil, nil, nil, container.NewCenter(send), heading(s.say("capital.title")))
	body := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(4, 8, 8, 12), p.list))
	p.top = container.NewBorder(container.New(layout.NewCustomPaddedLayout(4, 4, 8, 12), head), nil, nil, nil, body)
	return p
}

func (p *capitalPage) object() fyne.CanvasObject { return p.top }

// reload reads the batches.
func (p *capitalPage) reload() {
	desk := p.s.desk()
	var batches []*briefing.Batch
	p.s.quick(func(ctx context.Context) (err error) {
		batches, err = desk.Batches(ctx)
		return err
	}, func(err error) {
		if err != nil {
			p.s.fail(err)
			return
		}
		p.swap(batches)
	})
}

func (p *capitalPage) swap(batches []*briefing.Batch) {
	p.list.RemoveAll()
	for _, b := range batches {
		p.list.Add(p.card(b))
	}
	if len(batches) == 0 {
		p.list.Add(aside(p.s.say("capital.empty")))
	}
	p.list.Refresh()
}

// card shows a batch: its number, to whom, what was sent and until when an
// answer is due.
func (p *capitalPage) card(b *briefing.Batch) fyne.CanvasObject {
	title := section(p.s.say("capital.batch", "Number", b.Number, "To", b.To))
	chips := container.NewHBox(newChip(p.s.say("batch."+string(b.State)), batchInk(b.State), b.State == briefing.BatchSent))
	if b.Mark != "" {
		chips.Add(newChip(b.Mark, colorMuted, false))
	}
	if b.State == briefing.BatchSent {
		chips.Add(newButton(p.s.say("capital.recall"), func() { p.recall(b) }))
	}
	about := compact(p.s.say("capital.rows", "Count", len(b.Rows)), p.s.say("capital.sent_at", "When", sayMoment(b.Created), "Name", b.Author), p.sayDue(b))
	text := container.New(layout.NewCustomPaddedVBoxLayout(-6), title, smallLabel(strings.Join(about, " · ")))
	return newCard(container.NewPadded(container.NewBorder(nil, nil, nil, container.NewCenter(chips), text)))
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

// proceed sends: the page's main act.
func (p *capitalPage) proceed() { exportReview(p.s) }
