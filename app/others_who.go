package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

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
