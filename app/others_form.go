package app

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

var confidences = []string{"", "high", "medium", "low"}

// observationForm takes an observation in three answers: who, where they
// stand, how we know. The date is today's, the rest may stay empty.
type observationForm struct {
	s          *shell
	who        *delegationField
	stance     *dropDown
	source     *dropDown
	text       *editor
	date       *field
	from       *field
	confidence *dropDown
	detail     *shutter
	add        *button
	added      func(briefing.Observation)
	top        *fyne.Container
}

func newObservationForm(s *shell, added func(briefing.Observation)) *observationForm {
	f := &observationForm{s: s, added: added, date: newField("2006-01-02"), from: newField(s.say("others.source_text"))}
	f.who = newDelegationField(s.say("others.who"), s.words.Language(), f.check)
	f.stance = newDropDown(stanceNames(s.words), func(string) { f.check() })
	f.stance.PlaceHolder = s.say("others.stance")
	f.source = choice(s.words, "source.", briefing.SourceKinds, func(briefing.SourceKind) { f.check() })
	f.source.PlaceHolder = s.say("others.source")
	f.text = newEditor(1, func(string) {}, nil)
	f.text.SetPlaceHolder(s.say("others.text"))
	f.confidence = choice(s.words, "confidence.", confidences, func(string) {})
	f.confidence.SetSelectedIndex(0)
	f.date.OnChanged = func(string) { f.check() }
	f.add = newMainButton(s.say("others.add"), f.send)
	f.who.OnSubmitted = func(string) { f.send() }
	f.detail = newShutter(s.say("others.detail"), []fyne.CanvasObject{f.text, f.from, f.confidence})
	f.top = container.New(layout.NewCustomPaddedVBoxLayout(4), f.who.top, container.NewGridWithColumns(2, f.stance, f.source),
		container.NewBorder(nil, nil, nil, f.add, f.date), f.detail.top)
	f.clear()
	return f
}

// stanceNames are the stances in sign and word, in the order of their keys.
func stanceNames(w briefing.Words) []string {
	out := make([]string, 0, len(briefing.Stances))
	for _, s := range briefing.Stances {
		out = append(out, sayStance(s, w))
	}
	return out
}

// offer says which delegations there are.
func (f *observationForm) offer(list []*briefing.Delegation) { f.who.offer(list) }

// check lets the form be sent once it says who, where and how we know.
func (f *observationForm) check() {
	if f.add == nil {
		return
	}
	d := briefing.Date(strings.TrimSpace(f.date.Text))
	if f.who.chosen() != nil && f.stance.SelectedIndex() >= 0 && f.source.SelectedIndex() >= 0 && d != "" && d.Valid() {
		f.add.Enable()
		return
	}
	f.add.Disable()
}

func (f *observationForm) send() {
	if f.add.Disabled() {
		return
	}
	f.added(briefing.Observation{
		Delegation: f.who.chosen().ID, Stance: briefing.Stances[f.stance.SelectedIndex()],
		Source: briefing.SourceKinds[f.source.SelectedIndex()], Date: briefing.Date(strings.TrimSpace(f.date.Text)),
		Text: strings.TrimSpace(f.text.Text), SourceText: strings.TrimSpace(f.from.Text),
		Confidence: confidences[max(0, f.confidence.SelectedIndex())],
	})
}

// clear is ready for the next delegation: date and source stay, as one note
// of a meeting holds many.
func (f *observationForm) clear() {
	f.who.SetText("")
	f.text.SetText("")
	f.stance.ClearSelected()
	if f.date.Text == "" {
		f.date.SetText(string(briefing.DateOf(time.Now())))
	}
	f.check()
}

// delegationField finds a delegation by any part of its name or its code: the
// first that fits is taken, what fits is listed under it.
type delegationField struct {
	field
	language string
	all      []*briefing.Delegation
	found    []*briefing.Delegation
	hint     *widget.Label
	changed  func()
	top      *fyne.Container
}

func newDelegationField(placeholder, language string, changed func()) *delegationField {
	f := &delegationField{language: language, changed: changed, hint: smallLabel("")}
	f.Wrapping = fyne.TextWrapOff
	f.PlaceHolder = placeholder
	f.OnChanged = func(string) { f.find() }
	f.ExtendBaseWidget(f)
	f.hint.Hide()
	f.top = container.New(layout.NewCustomPaddedVBoxLayout(-4), f, f.hint)
	return f
}

func (f *delegationField) offer(list []*briefing.Delegation) { f.all = list }

// chosen is the delegation that the words mean; nil while none fits.
func (f *delegationField) chosen() *briefing.Delegation {
	if len(f.found) == 0 {
		return nil
	}
	return f.found[0]
}

// find looks the words up: a code or a whole name first, then names that
// begin so, then those that hold them anywhere.
func (f *delegationField) find() {
	f.found = findDelegations(f.all, f.Text, f.language)
	var names []string
	for _, d := range f.found[:min(4, len(f.found))] {
		names = append(names, d.Name(f.language)+" ("+d.Code+")")
	}
	f.hint.SetText(strings.Join(names, " · "))
	setVisible(f.hint, f.Text != "" && len(names) > 0)
	f.changed()
}

func findDelegations(all []*briefing.Delegation, words, language string) []*briefing.Delegation {
	want := briefing.Fold(strings.TrimSpace(words))
	if want == "" {
		return nil
	}
	var ranks [4][]*briefing.Delegation
	for _, d := range all {
		if rank := suits(d, want, language); rank < len(ranks) {
			ranks[rank] = append(ranks[rank], d)
		}
	}
	var out []*briefing.Delegation
	for _, r := range ranks {
		out = append(out, r...)
	}
	return out
}

// suits ranks how well a delegation answers to folded words; 4 not at all.
func suits(d *briefing.Delegation, want, language string) int {
	name := briefing.Fold(d.Name(language))
	switch {
	case briefing.Fold(d.Code) == want || name == want:
		return 0
	case strings.HasPrefix(name, want):
		return 1
	case strings.Contains(name, want):
		return 2
	}
	for _, other := range d.Names {
		if strings.HasPrefix(briefing.Fold(other), want) {
			return 3
		}
	}
	return 4
}
