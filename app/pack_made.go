package app

import (
	"context"
	"io"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"placard/briefing"
)

// packsMade lists the packs made, newest first: what each was, what has
// changed since, and the file of those that were frozen.
type packsMade struct {
	s   *shell
	top *fyne.Container
}

func newPacksMade(s *shell) *packsMade {
	return &packsMade{s: s, top: container.New(layout.NewCustomPaddedVBoxLayout(-6))}
}

func (m *packsMade) list(made []*briefing.Pack) {
	m.top.RemoveAll()
	for _, x := range slices.Backward(made) {
		title := m.s.say("packs.pack", "Number", x.Number, "When", sayMoment(x.Made))
		buttons := container.NewHBox(newQuietButton(m.s.say("packs.changed"), func() { m.changed(x) }))
		if x.Frozen {
			title = m.s.say("packs.frozen", "Pack", title)
			buttons.Add(newQuietButton(m.s.say("packs.take"), func() { m.take(x) }))
		}
		m.top.Add(container.NewBorder(nil, nil, nil, buttons, line(title)))
		m.top.Add(smallLabel(aboutPack(m.s.words, x)))
	}
	if len(made) == 0 {
		m.top.Add(aside(m.s.say("packs.none")))
	}
	m.top.Refresh()
}

// changed says what the reader of a pack does not know.
func (m *packsMade) changed(x *briefing.Pack) {
	desk := m.s.desk()
	var shifts []briefing.Shift
	m.s.quick(func(ctx context.Context) (err error) {
		shifts, err = desk.PackShifts(ctx, x.ID)
		return err
	}, func(err error) {
		if err != nil {
			m.s.fail(err)
			return
		}
		m.tell(x, shifts)
	})
}

func (m *packsMade) tell(x *briefing.Pack, shifts []briefing.Shift) {
	d := m.s.dossier()
	if d == nil {
		return
	}
	rows := container.NewVBox()
	for _, s := range shifts {
		rows.Add(prose(s.Place(d, m.s.words) + " – " + s.Say(d, m.s.words)))
	}
	if len(shifts) == 0 {
		rows.Add(prose(m.s.say("pack.no_changes")))
	}
	scroll := container.NewVScroll(rows)
	scroll.SetMinSize(fyne.NewSize(560, 320))
	var hide func()
	ok := newMainButton(m.s.say("window.close"), func() { hide() })
	hide = m.s.modal(m.s.say("pack.changes", "Number", x.Number), scroll, nil, ok)
}

// take writes the exact file of a frozen pack.
func (m *packsMade) take(x *briefing.Pack) {
	desk := m.s.desk()
	name := fileName("."+x.Format, m.s.say("packs.pack", "Number", x.Number, "When", string(briefing.DateOf(x.Made))))
	m.s.saveFile(m.s.say("packs.take"), name, func(ctx context.Context, w io.Writer, _ briefing.Progress) error {
		data, err := desk.PackFile(ctx, x.ID)
		if err != nil {
			return err
		}
		_, err = w.Write(data)
		return err
	}, func() {})
}
