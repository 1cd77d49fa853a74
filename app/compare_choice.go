package app

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// versionChoice says which two notes are compared: the open one and another,
// the earlier on the left.
type versionChoice struct {
	s       *shell
	other   *dropDown
	open    *widget.Label
	order   *fyne.Container
	others  []*briefing.Note
	note    briefing.ID // the open note that the choice was made for
	chosen  briefing.ID
	turned  bool // the open note is the earlier one
	changed func()
	top     fyne.CanvasObject
}

func newVersionChoice(s *shell, changed func()) *versionChoice {
	v := &versionChoice{s: s, changed: changed, open: section("")}
	v.other = newDropDown(nil, func(string) { v.take() })
	turn := newQuietButton(s.say("compare.turn"), func() {
		v.turned = !v.turned
		v.changed()
	})
	turn.Icon = theme.ViewRefreshIcon()
	v.order = container.NewGridWithColumns(2)
	v.top = container.NewBorder(nil, nil, nil, turn, v.order)
	return v
}

// take compares with the note that was picked.
func (v *versionChoice) take() {
	if i := v.other.SelectedIndex(); i >= 0 && v.others[i].ID != v.chosen {
		v.chosen = v.others[i].ID
		v.changed()
	}
}

// offer lists the notes that the open one can be compared with and gives the
// two chosen; ok is false where there is no other.
func (v *versionChoice) offer(open *briefing.Note, notes []*briefing.Note) (older, newer briefing.ID, ok bool) {
	v.others = slices.DeleteFunc(slices.Clone(notes), func(n *briefing.Note) bool { return n.ID == open.ID })
	slices.SortStableFunc(v.others, func(a, b *briefing.Note) int {
		return cmp.Compare(kinship(open, b), kinship(open, a))
	})
	if len(v.others) == 0 {
		return older, newer, false
	}
	at := slices.IndexFunc(v.others, func(n *briefing.Note) bool { return n.ID == v.chosen })
	if v.note != open.ID || at < 0 {
		at = 0
		v.note, v.chosen = open.ID, v.others[0].ID
		v.turned = turned(open, v.others[0])
	}
	names := make([]string, len(v.others))
	for i, n := range v.others {
		names[i] = joined("   ", n.Symbol, n.Title)
	}
	v.other.Options = names
	v.other.put(at)
	v.open.SetText(joined("   ", open.Symbol, open.Title))
	v.open.Truncation = fyne.TextTruncateEllipsis
	v.arrange()
	if v.turned {
		return open.ID, v.chosen, true
	}
	return v.chosen, open.ID, true
}

// turned tells whether another note is the later version of the open one.
func turned(open, other *briefing.Note) bool {
	switch {
	case other.Revises == open.ID:
		return true
	case open.Revises == other.ID:
		return false
	}
	return other.Date > open.Date || strings.HasPrefix(other.Symbol, open.Symbol+"/")
}

// arrange puts the earlier version on the left.
func (v *versionChoice) arrange() {
	side := func(key string, o fyne.CanvasObject) fyne.CanvasObject {
		name := widget.NewLabel(v.s.say(key))
		name.Importance = widget.LowImportance
		return container.NewBorder(nil, nil, name, nil, o)
	}
	if v.turned {
		v.order.Objects = []fyne.CanvasObject{side("compare.earlier", v.open), side("compare.later", v.other)}
	} else {
		v.order.Objects = []fyne.CanvasObject{side("compare.earlier", v.other), side("compare.later", v.open)}
	}
	v.order.Refresh()
}

// kinship is how likely two notes are versions of one: what one was said to
// revise comes first, then those of a family, then those with one title.
func kinship(a, b *briefing.Note) int {
	n := 0
	if a.Revises == b.ID || b.Revises == a.ID {
		n += 4
	}
	if a.Symbol != "" && briefing.FamilyOf(a.Symbol) == briefing.FamilyOf(b.Symbol) {
		n += 2
	}
	if a.Title != "" && strings.EqualFold(a.Title, b.Title) {
		n++
	}
	return n
}
