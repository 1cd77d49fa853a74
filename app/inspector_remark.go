package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

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
	unsent     *widget.Label // says that what was typed is not added yet
	top        *fyne.Container
}

// begun is a remark that was begun and not added, with the phrase it was
// offered.
type begun struct {
	remark     briefing.Annotation
	text       string // the block's
	start, end int
}

// newRemarkForm makes an empty form; add is nil where a dialog has its own buttons.
func newRemarkForm(w briefing.Words, add func()) *remarkForm {
	f := &remarkForm{w: w, tags: newField(w.Say("annotations.tags"))}
	f.unsent = smallLabel(w.Say("annotations.begun"))
	f.unsent.Hide()
	f.text = newEditor(2, func(text string) { setVisible(f.unsent, add != nil && text != "") }, nil)
	f.text.SetPlaceHolder(w.Say("annotations.text"))
	f.text.grow()
	f.kind = choice(w, "annotation.kind.", briefing.AnnotationKinds, func(briefing.AnnotationKind) {})
	f.kind.SetSelectedIndex(0)
	f.private = newCheck(w.Say("annotations.private"), nil)
	f.phrase = newCheck("", nil)
	f.phrase.Hide()
	under := container.NewHBox(f.private)
	if add != nil {
		under.Add(layout.NewSpacer())
		under.Add(newMainButton(w.Say("annotations.add"), add))
	}
	f.top = container.New(layout.NewCustomPaddedVBoxLayout(4), f.phrase, f.text, container.NewGridWithColumns(2, f.kind, f.tags), under, f.unsent)
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
	return briefing.Annotation{
		Text: f.text.Text, Kind: briefing.AnnotationKinds[max(0, f.kind.SelectedIndex())], Tags: tagsIn(f.tags.Text), Private: f.private.Checked,
	}
}

// tagsIn are the tags that stand in a text, between commas, semicolons or spaces.
func tagsIn(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ' ' || r == ';' })
}

// anchor is the offered phrase of a block where it is ticked, else all of it.
func (f *remarkForm) anchor(b *briefing.Block) briefing.Anchor {
	if f.onPhrase() {
		return briefing.AnchorAt(b, f.start, f.end)
	}
	return briefing.AnchorAt(b, 0, 0)
}

// begun is all that stands in the form, on a block.
func (f *remarkForm) begun(b *briefing.Block) begun {
	a := f.annotation()
	a.Anchor = f.anchor(b)
	return begun{remark: a, text: b.Text, start: f.start, end: f.end}
}

// resume goes on with a remark that was begun; with none it is empty.
func (f *remarkForm) resume(b begun) {
	f.clear()
	if b.remark.Text == "" {
		return
	}
	f.show(&b.remark)
	f.quote(b.text, b.start, b.end)
	f.phrase.SetChecked(b.remark.Anchor.Quote.Exact != "")
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
