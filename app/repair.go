package app

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"placard/briefing"
)

func (s *shell) checks() bool { return s.open != nil && s.busy == 0 }

// check looks through the whole vault and says what it found.
func (s *shell) check() {
	desk := s.desk()
	var report briefing.CheckReport
	var places []briefing.DamagePlace
	s.run(s.say("check.working"), func(ctx context.Context, progress briefing.Progress) (err error) {
		report, err = desk.Check(ctx, progress)
		places = desk.Places(ctx, report.Damaged)
		return err
	}, func(err error) {
		switch {
		case errors.Is(err, context.Canceled):
		case err != nil:
			s.fail(err)
		default:
			s.showCheck(report, places)
		}
	})
}

func (s *shell) showCheck(r briefing.CheckReport, places []briefing.DamagePlace) {
	if len(r.Problems) == 0 {
		s.report(s.say("check.title"), nil, s.say("check.sound", "Commits", r.Commits, "Revisions", r.Revisions, "Entities", r.Entities))
		return
	}
	s.report(s.say("check.title"), places, s.say("check.damaged", "Count", len(r.Problems)), s.say("check.next"))
}

// showOpened says what opening the vault found, had to repair or could save
// after all.
func (s *shell) showOpened() {
	desk := s.desk()
	s.showRepair()
	if err := desk.Restriction(); err != nil {
		s.report(s.say("menu.vault"), nil, faultOf(err, s.words).what, s.say("vault.reading_only"))
	}
	var text []string
	r := desk.Rescued()
	if r.Saved > 0 {
		text = append(text, s.say("vault.rescued", "Count", r.Saved))
	}
	if r.Kept > 0 {
		text = append(text, s.say("vault.rescued.kept", "Count", r.Kept))
	}
	if len(text) > 0 {
		s.report(s.say("vault.rescued.title"), nil, text...)
	}
}

// showRepair says what opening the vault had to repair, by document and
// paragraph.
func (s *shell) showRepair() {
	desk := s.desk()
	r := desk.Recovery()
	if r == nil {
		return
	}
	var places []briefing.DamagePlace
	s.quick(func(ctx context.Context) error {
		places = desk.Places(ctx, r.Damaged)
		return nil
	}, func(error) { s.report(s.say("repair.title"), places, s.sayRepair(r)...) })
}

func (s *shell) sayRepair(r *briefing.RebuildReport) []string {
	text := []string{s.say("repair.what")}
	lost := r.Lost()
	if lost == 0 {
		text = append(text, s.say("repair.nothing_lost"))
	} else {
		text = append(text, s.say("repair.lost", "Count", lost))
	}
	if recovered := len(r.Damaged) - lost; recovered > 0 {
		text = append(text, s.say("repair.recovered", "Count", recovered))
	}
	return append(text, s.say("repair.aside", "Path", r.Aside))
}

// report shows sentences, and below them places in a list that scrolls.
func (s *shell) report(title string, places []briefing.DamagePlace, sentences ...string) {
	body := container.NewVBox()
	for _, text := range sentences {
		body.Add(prose(text))
	}
	if len(places) > 0 {
		lines := container.NewVBox()
		for _, p := range places {
			lines.Add(line(p.Say(s.words)))
		}
		scroll := container.NewVScroll(lines)
		scroll.SetMinSize(fyne.NewSize(480, min(200, lines.MinSize().Height)))
		body.Add(scroll)
	}
	var hide func()
	ok := newMainButton(s.say("window.close"), func() { hide() })
	hide = s.modal(title, atLeastWide(480, body), nil, ok)
}
