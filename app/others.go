package app

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"placard/briefing"
)

// othersPanel shows where other delegations stand on the subject: the stance
// that holds today first, older ones under it. None is ever overwritten.
type othersPanel struct {
	i    *inspector
	form *observationForm
	list *fyne.Container
	top  fyne.CanvasObject
}

func newOthersPanel(i *inspector) *othersPanel {
	p := &othersPanel{i: i, list: container.New(layout.NewCustomPaddedVBoxLayout(6))}
	p.form = newObservationForm(i.s, p.add)
	p.top = container.NewScroll(container.New(layout.NewCustomPaddedLayout(4, 8, 4, 12), container.NewVBox(p.form.top, p.list)))
	return p
}

// fill lists the observations of the shown subject by delegation.
func (p *othersPanel) fill() {
	p.form.offer(p.i.x.Delegations)
	p.list.RemoveAll()
	groups := byDelegation(p.i.x, p.i.draft.want.Subject, p.i.s.words.Language())
	for _, g := range groups {
		p.list.Add(observationCard(p.i.s, p.i.x, g))
	}
	if len(groups) == 0 {
		p.list.Add(aside(p.i.s.say("others.none")))
	}
	p.list.Refresh()
}

func (p *othersPanel) add(o briefing.Observation) {
	o.Note, o.Subject = p.i.note, p.i.draft.want.Subject
	p.i.s.observe(o, p.form.clear)
}

// observe saves an observation; done runs once it is in the vault.
func (s *shell) observe(o briefing.Observation, done func()) {
	desk := s.desk()
	s.saving()
	s.quick(func(ctx context.Context) error {
		_, err := desk.Observe(ctx, o)
		return err
	}, func(err error) {
		if err != nil {
			s.notSaved(err)
			s.fail(err)
			return
		}
		s.saved()
		done()
	})
}

// observed is what is known of one delegation on a subject.
type observed struct {
	name    string
	current *briefing.Observation
	older   []*briefing.Observation // newest first
}

// byDelegation groups a subject's observations, by the delegations' names.
func byDelegation(x *briefing.Dossier, s briefing.Subject, language string) []observed {
	known := map[briefing.ID][]*briefing.Observation{}
	for _, o := range x.ObservationsOn(s) {
		known[o.Delegation] = append(known[o.Delegation], o)
	}
	var out []observed
	for id, list := range known {
		g := observed{name: delegationName(x, id, language), current: briefing.Current(list)}
		for _, o := range slices.Backward(list) {
			if o != g.current {
				g.older = append(g.older, o)
			}
		}
		out = append(out, g)
	}
	slices.SortFunc(out, func(a, b observed) int { return cmp.Compare(briefing.Fold(a.name), briefing.Fold(b.name)) })
	return out
}

func delegationName(x *briefing.Dossier, id briefing.ID, language string) string {
	if d := x.Delegation(id); d != nil {
		return d.Name(language)
	}
	return id.String()
}

// observationCard shows a delegation with all that was observed of it.
func observationCard(s *shell, x *briefing.Dossier, g observed) fyne.CanvasObject {
	name := section(g.name)
	name.Wrapping = fyne.TextWrapWord
	parts := []fyne.CanvasObject{name, observationRow(s, x, g.current, true)}
	if len(g.older) > 0 {
		parts = append(parts, smallLabel(s.say("others.older")))
	}
	for _, o := range g.older {
		parts = append(parts, observationRow(s, x, o, false))
	}
	return newCard(container.New(layout.NewCustomPaddedLayout(0, 2, 2, 2), container.New(layout.NewCustomPaddedVBoxLayout(-2), parts...)))
}

// observationRow shows one observation: stance, words, source, date,
// confidence, and a way to remove what was entered by mistake.
func observationRow(s *shell, x *briefing.Dossier, o *briefing.Observation, current bool) fyne.CanvasObject {
	base, key := x.Base(o), o.Key()
	drop := newQuietButton("", func() {
		desk := s.desk()
		s.quick(func(ctx context.Context) error { return desk.RemoveObservation(ctx, key, base) }, s.fail)
	})
	drop.Icon = theme.DeleteIcon()
	stance := newChip(sayStance(o.Stance, s.words), stanceInk(o.Stance.Family()), current)
	from := strings.Join(compact(s.say("source."+string(o.Source)), string(o.Date), o.SourceText, sayConfidence(s, o)), " · ")
	rows := []fyne.CanvasObject{container.NewBorder(nil, nil, container.New(layout.NewCustomPaddedLayout(0, 0, 6, 0), stance), drop)}
	if o.Text != "" {
		rows = append(rows, prose(o.Text))
	}
	rows = append(rows, smallLabel(from))
	return container.New(layout.NewCustomPaddedVBoxLayout(-4), rows...)
}

func sayConfidence(s *shell, o *briefing.Observation) string {
	if o.Confidence == "" {
		return ""
	}
	return s.say("others.confidence", "Confidence", s.say("confidence."+o.Confidence))
}
