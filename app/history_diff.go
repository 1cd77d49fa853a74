package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// change is one thing that differs between two revisions, in words.
type change struct{ name, from, to string }

// changesBetween lists what differs between two revisions of a position or a
// remark; nil stands for not there.
func changesBetween(from, to briefing.Entity, w briefing.Words) []change {
	a, b := saidOf(from, w), saidOf(to, w)
	var out []change
	for i := range max(len(a), len(b)) {
		var c change
		if i < len(a) {
			c.name, c.from = a[i].name, a[i].to
		}
		if i < len(b) {
			c.name, c.to = b[i].name, b[i].to
		}
		if c.from != c.to {
			out = append(out, c)
		}
	}
	return out
}

// saidOf is everything an entity says, name by name, always in one order.
func saidOf(e briefing.Entity, w briefing.Words) []change {
	switch e := e.(type) {
	case *briefing.Position:
		return saidOfPosition(e, w)
	case *briefing.Annotation:
		return []change{
			{name: w.Say("annotations.text"), to: e.Text},
			{name: w.Say("annotations.kind"), to: w.Say("annotation.kind." + string(e.Kind))},
			{name: w.Say("annotations.tags"), to: hashed(e.Tags)},
		}
	}
	return nil
}

func saidOfPosition(p *briefing.Position, w briefing.Words) []change {
	out := []change{{name: w.Say("inspector.state"), to: w.Say("state." + string(p.State))}}
	for _, f := range facets {
		out = append(out, change{name: w.Say(f.name), to: f.say(p, w)})
	}
	who := ""
	if p.Clearance != nil {
		who = strings.Join(compact(p.Clearance.Name, p.Clearance.Department, string(p.Clearance.Date), p.Clearance.Reference), ", ")
	}
	return append(out, change{name: w.Say("clearance.title"), to: who})
}

// diffText shows a word diff: what was removed struck out in brackets with a
// minus, what was added underlined behind a plus, each in a colour of its own.
func diffText(stretches []briefing.Stretch) *widget.RichText {
	t := widget.NewRichText()
	t.Wrapping = fyne.TextWrapWord
	for _, s := range stretches {
		t.Segments = append(t.Segments, diffSegment(s))
	}
	return t
}

func diffSegment(s briefing.Stretch) *widget.TextSegment {
	style, text := widget.RichTextStyleInline, s.Text
	switch s.Kind {
	case briefing.Gone:
		style.ColorName, style.TextStyle.Strikethrough = theme.ColorNameError, true
		text = "[−" + text + "] "
	case briefing.New:
		style.ColorName, style.TextStyle.Underline = stanceInk(briefing.FamilySupports), true
		text = "+" + text
	case briefing.Same:
	}
	return &widget.TextSegment{Text: text, Style: style}
}
