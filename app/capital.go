package app

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"placard/briefing"
)

// capitalPage lists the trips to capital with what came back, sends new ones
// and takes answers in.
type capitalPage struct {
	s    *shell
	list *fyne.Container
	top  fyne.CanvasObject
}

func newCapitalPage(s *shell) page {
	p := &capitalPage{s: s, list: container.New(layout.NewCustomPaddedVBoxLayout(8))}
	answer := newButton(s.say("capital.import"), s.chooseAnswer)
	send := newMainButton(s.say("capital.send"), func() { exportReview(s) })
	head := container.NewBorder(nil, nil, nil, container.NewCenter(container.NewHBox(answer, send)), heading(s.say("capital.title")))
	body := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(4, 8, 8, 12), p.list))
	p.top = container.NewBorder(container.New(layout.NewCustomPaddedLayout(4, 4, 8, 12), head), nil, nil, nil, body)
	return p
}

func (p *capitalPage) object() fyne.CanvasObject { return p.top }

// trip is a batch with the workbooks that came back for it.
type trip struct {
	*briefing.Batch

	back    []*briefing.Return
	waiting int // positions without an answer
	note    string
}

// reload reads the batches.
func (p *capitalPage) reload() {
	desk := p.s.desk()
	var trips []trip
	p.s.quick(func(ctx context.Context) (err error) {
		trips, err = readTrips(ctx, desk)
		return err
	}, func(err error) {
		if err != nil {
			p.s.fail(err)
			return
		}
		p.swap(trips)
	})
}

// readTrips reads the batches, newest first.
func readTrips(ctx context.Context, desk *briefing.Desk) ([]trip, error) {
	batches, err := desk.Batches(ctx)
	if err != nil {
		return nil, err
	}
	notes, err := desk.Notes(ctx)
	if err != nil {
		return nil, err
	}
	var out []trip
	for _, b := range batches {
		t := trip{Batch: b}
		if t.back, err = desk.ReturnsOf(ctx, b.ID); err != nil {
			return nil, err
		}
		t.waiting = b.Waiting(t.back)
		for _, n := range notes {
			if len(b.Rows) > 0 && n.ID == b.Rows[0].Note {
				t.note = n.Symbol
			}
		}
		out = append(out, t)
	}
	return out, nil
}

func (p *capitalPage) swap(trips []trip) {
	p.list.RemoveAll()
	for _, t := range trips {
		p.list.Add(p.card(t))
	}
	if len(trips) == 0 {
		p.list.Add(aside(p.s.say("capital.empty")))
	}
	p.list.Refresh()
}

// proceed sends: the page's main act.
func (p *capitalPage) proceed() { exportReview(p.s) }
