package app

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

var (
	priorities    = []briefing.Priority{briefing.PriorityUnset, briefing.PriorityMust, briefing.PriorityImportant, briefing.PriorityNice}
	interventions = []briefing.Intervene{
		briefing.InterveneUnset, briefing.InterveneYes, briefing.InterveneOnlyIf, briefing.InterveneNo, briefing.InterveneWithGroup,
	}
)

// factsPanel holds what is chosen or short: who answers in capital and by
// when, how much it matters, whether and how long we speak, who may see it.
type factsPanel struct {
	p         *positionPanel
	ministry  *shortField
	due       *shortField
	mark      *shortField
	seconds   *shortField
	tags      *shortField
	priority  *dropDown
	intervene *dropDown
	speech    *widget.Label
	target    int
	top       fyne.CanvasObject
}

func newFactsPanel(p *positionPanel) *factsPanel {
	f := &factsPanel{p: p, speech: smallLabel("")}
	f.ministry = newShortField(func(text string) { p.typed(briefing.FieldMinistry, text) }, p.left)
	f.due = newShortField(f.dueTyped, p.left)
	f.due.SetPlaceHolder("2006-01-02")
	f.mark = newShortField(func(text string) { f.set(func(x *briefing.Position) { x.Mark = text }) }, p.left)
	f.seconds = newShortField(f.secondsTyped, p.left)
	f.tags = newShortField(func(text string) { f.set(func(x *briefing.Position) { x.Tags = tagsIn(text) }) }, p.left)
	f.tags.SetPlaceHolder(p.w.Say("annotations.tags"))
	f.priority = choice(p.w, "priority.", priorities, func(v briefing.Priority) {
		p.i.edit(func(x *briefing.Position) { x.Priority = v })
	})
	f.intervene = choice(p.w, "intervene.", interventions, func(v briefing.Intervene) {
		p.i.edit(func(x *briefing.Position) { x.Intervene = v })
	})
	p.fieldBox(briefing.FieldSpeakingNote).box.Add(f.speech)
	f.top = f.grid()
	return f
}

func (f *factsPanel) grid() fyne.CanvasObject {
	cell := func(name string, o fyne.CanvasObject) fyne.CanvasObject {
		return container.New(tight(), fieldName(f.p.w.Say(name)), o)
	}
	over := func(o fyne.CanvasObject) fyne.CanvasObject {
		return container.NewStack(o, newWheelPass(f.p.scroll.Scrolled))
	}
	grid := container.New(layout.NewGridLayoutWithColumns(2),
		cell("inspector.due", over(f.due)), cell("inspector.mark", over(f.mark)),
		cell("inspector.priority", f.priority), cell("inspector.intervene", f.intervene),
		cell("inspector.seconds", over(f.seconds)), cell("inspector.tags", over(f.tags)))
	return container.New(layout.NewCustomPaddedVBoxLayout(2), cell("field.ministry", over(f.ministry)), grid)
}

// fill shows the position.
func (f *factsPanel) fill(x *briefing.Position) {
	f.ministry.show(x.Text(briefing.FieldMinistry))
	f.mark.show(x.Mark)
	if f.due.plain() {
		f.due.show(string(x.Due))
	}
	if f.seconds.plain() {
		f.seconds.show(sayNumber(x.Seconds))
	}
	if !slices.Equal(tagsIn(f.tags.Text), x.Tags) { // else a comma that was just typed would go
		f.tags.show(strings.Join(x.Tags, ", "))
	}
	f.target = x.Seconds
	showChoice(f.priority, priorities, x.Priority)
	showChoice(f.intervene, interventions, x.Intervene)
	f.count(x.Text(briefing.FieldSpeakingNote))
}

// set changes the draft by something typed that is saved with the next pause.
func (f *factsPanel) set(change func(x *briefing.Position)) {
	if f.p.i.draft != nil {
		change(&f.p.i.draft.want)
		f.p.i.typed()
	}
}

// dueTyped takes a date over once it is one.
func (f *factsPanel) dueTyped(text string) {
	d := briefing.Date(strings.TrimSpace(text))
	ok := d.Valid() && (d == "" || d.Full())
	f.due.complain(!ok, f.p.w.Say("inspector.bad_date"))
	if ok {
		f.set(func(x *briefing.Position) { x.Due = d })
	}
}

func (f *factsPanel) secondsTyped(text string) {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	ok := strings.TrimSpace(text) == "" || err == nil && n >= 0 && n < 100_000
	f.seconds.complain(!ok, f.p.w.Say("inspector.bad_seconds"))
	if ok {
		f.set(func(x *briefing.Position) { x.Seconds = n })
		f.target = n
		f.count(f.p.i.draft.want.Text(briefing.FieldSpeakingNote))
	}
}

// count says how long the speaking note takes at the interpreters' pace, and
// whether that is within the target.
func (f *factsPanel) count(note string) {
	setVisible(f.speech, note != "")
	if note == "" {
		return
	}
	words, took := briefing.SpokenLength(note)
	seconds := int(took.Seconds())
	text := f.p.w.Say("inspector.speech", "Count", words, "Minutes", seconds/60, "Seconds", padded(seconds%60))
	f.speech.Importance = widget.MediumImportance
	if f.target > 0 && seconds > f.target {
		text += " · " + f.p.w.Say("inspector.speech_over", "Count", seconds-f.target)
		f.speech.Importance = widget.WarningImportance
	}
	f.speech.SetText(text)
}

func padded(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// sayNumber is a number; nothing for 0.
func sayNumber(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// shortField is a one-line field that saves when it is left.
type shortField struct {
	field
	left func()
	bad  bool
}

func newShortField(typed func(string), left func()) *shortField {
	f := &shortField{left: left}
	f.OnChanged = typed
	f.ExtendBaseWidget(f)
	return f
}

// FocusLost saves what was typed.
func (f *shortField) FocusLost() {
	f.field.FocusLost()
	f.left()
}

// show replaces the text where it differs, without counting as typed.
func (f *shortField) show(text string) {
	if f.Text == text {
		return
	}
	typed := f.OnChanged
	f.OnChanged = nil
	f.SetText(text)
	f.OnChanged = typed
}

// plain tells whether what stands in the field is a value.
func (f *shortField) plain() bool { return !f.bad }

// complain marks the field as holding no value, or as fine.
func (f *shortField) complain(bad bool, why string) {
	f.bad = bad
	if bad {
		f.AlwaysShowValidationError = true
		f.SetValidationError(errors.New(why))
		return
	}
	f.SetValidationError(nil)
}
