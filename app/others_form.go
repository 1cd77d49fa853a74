package app

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

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
