package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"placard/briefing"
)

// remarkForm takes a remark: its words, kind, tags, whether it is private and
// whether it is on the selected phrase or on the whole paragraph.
type remarkForm struct {
	w       briefing.Words
	text    *editor
	kind    *dropDown
	tags    *field
	private *check
	phrase  *check
	// start and end are the offered phrase, in bytes of the block's text.
	start, end int
	top        *fyne.Container
}

// newRemarkForm makes an empty form; add is nil where a dialog has its own buttons.
func newRemarkForm(w briefing.Words, add func()) *remarkForm {
	f := &remarkForm{w: w, tags: newField(w.Say("annotations.tags"))}
	f.text = newEditor(2, func(string) {}, nil)
	f.text.SetPlaceHolder(w.Say("annotations.text"))
	f.text.grow()
	f.kind = choice(w, "annotation.kind.", briefing.AnnotationKinds, func(briefing.AnnotationKind) {})
	f.kind.SetSelectedIndex(0)
	f.private = newCheck(w.Say("annotations.private"))
	f.phrase = newCheck("")
	f.phrase.Hide()
	under := container.NewHBox(f.private)
	if add != nil {
		under.Add(layout.NewSpacer())
		under.Add(newMainButton(w.Say("annotations.add"), add))
	}
	f.top = container.New(layout.NewCustomPaddedVBoxLayout(4), f.phrase, f.text, container.NewGridWithColumns(2, f.kind, f.tags), under)
	return f
}

// quote offers the phrase from start to end of a text, ticked.
func (f *remarkForm) quote(text string, start, end int) {
	if f.start == start && f.end == end {
		return
	}
	f.start, f.end = start, end
	f.phrase.Text = f.w.Say("annotations.on_phrase", "Phrase", shortened(text[start:end], 28))
	f.phrase.SetChecked(start < end)
	setVisible(f.phrase, start < end)
	f.phrase.Refresh()
	f.top.Refresh()
}

func (f *remarkForm) onPhrase() bool { return f.phrase.Visible() && f.phrase.Checked }

// annotation is what stands in the form, without its anchor.
func (f *remarkForm) annotation() briefing.Annotation {
	tags := strings.FieldsFunc(f.tags.Text, func(r rune) bool { return r == ',' || r == ' ' || r == ';' })
	return briefing.Annotation{
		Text: f.text.Text, Kind: briefing.AnnotationKinds[max(0, f.kind.SelectedIndex())], Tags: tags, Private: f.private.Checked,
	}
}

// show fills the form with a remark.
func (f *remarkForm) show(a *briefing.Annotation) {
	f.text.SetText(a.Text)
	showChoice(f.kind, briefing.AnnotationKinds, a.Kind)
	f.tags.SetText(strings.Join(a.Tags, ", "))
	f.private.SetChecked(a.Private)
}

// clear empties the form.
func (f *remarkForm) clear() {
	f.quote("", 0, 0)
	f.text.SetText("")
	f.tags.SetText("")
	f.kind.SetSelectedIndex(0)
	f.private.SetChecked(false)
}

// shortened cuts a text to about n letters, between words, with an ellipsis.
func shortened(text string, n int) string {
	runes := []rune(text)
	if len(runes) <= n {
		return text
	}
	cut := string(runes[:n])
	if i := strings.LastIndexByte(cut, ' '); i > n/2 {
		cut = cut[:i]
	}
	return cut + "…"
}
