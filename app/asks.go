package app

import (
	"context"

	"fyne.io/fyne/v2/container"

	"placard/briefing"
)

// askHere is the ask of the selected block that a person may confirm, refuse
// or merge; nil where there is none.
func (s *shell) askHere() *briefing.Ask {
	d := s.dossier()
	if d == nil {
		return nil
	}
	for _, a := range d.Asks {
		if a.Block == s.block && a.State != briefing.AskMerged {
			return a
		}
	}
	return nil
}

// confirmAsk says that what was found is an ask.
func (s *shell) confirmAsk() { s.settleAsk((*briefing.Desk).ConfirmAsk) }

// refuseAsk says that what was found is none.
func (s *shell) refuseAsk() { s.settleAsk((*briefing.Desk).RefuseAsk) }

func (s *shell) settleAsk(settle func(*briefing.Desk, context.Context, briefing.Key, uint64) error) {
	a := s.askHere()
	if a == nil {
		return
	}
	key, base, desk := a.Key(), s.dossier().Base(a), s.open
	s.quick(func(ctx context.Context) error { return settle(desk, ctx, key, base) }, s.fail)
}

// mergeAsk counts the ask of the selected block as part of another, chosen
// from a list.
func (s *shell) mergeAsk() {
	a, d := s.askHere(), s.dossier()
	if a == nil {
		return
	}
	var others []*briefing.Ask
	var names []string
	for _, b := range d.Asks {
		if b.ID != a.ID && b.State != briefing.AskRefused && b.State != briefing.AskMerged && b.Class != briefing.AskDeadline {
			others = append(others, b)
			names = append(names, s.askName(d, b))
		}
	}
	key, base, desk := a.Key(), d.Base(a), s.open
	choice := newDropDown(names, nil)
	choice.PlaceHolder = s.say("asks.merge.choose")
	var hide func()
	merge := newMainButton(s.say("asks.merge.yes"), func() {
		i := choice.SelectedIndex()
		if i < 0 {
			return
		}
		hide()
		s.quick(func(ctx context.Context) error { return desk.MergeAsk(ctx, key, base, others[i].ID) }, s.fail)
	})
	no := newButton(s.say("window.cancel"), func() { hide() })
	content := container.NewVBox(aside(s.say("asks.merge.about", "Ask", s.askName(d, a))), choice)
	hide = s.modal(s.say("command.ask_merge"), atLeastWide(460, content), nil, no, merge)
}

// askName names an ask by its place: "Paragraph 12: choose 2 of 3".
func (s *shell) askName(d *briefing.Dossier, a *briefing.Ask) string {
	b := d.Text.Block(a.Block)
	if b == nil {
		return a.Code
	}
	return d.Text.LabelOf(b).Say(b.Kind, s.words) + ": " + shorten(askWords(a, s.words), 50)
}
