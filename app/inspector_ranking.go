package app

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// rankingPanel ranks the options of an ask that lets us choose, and holds our
// own option where the ask allows one.
type rankingPanel struct {
	p     *positionPanel
	ask   *briefing.Ask
	rows  *fyne.Container
	picks []*dropDown
	codes []string
	own   *fieldBox
	help  *widget.Label
	top   *fyne.Container
}

func newRankingPanel(p *positionPanel) *rankingPanel {
	r := &rankingPanel{p: p, rows: container.New(layout.NewCustomPaddedVBoxLayout(2)), help: smallLabel("")}
	r.own = p.fieldBox(briefing.FieldOwnOption)
	r.help.Wrapping = fyne.TextWrapOff
	name := fieldName(p.w.Say("inspector.ranking"))
	name.Wrapping, name.Truncation = fyne.TextWrapOff, fyne.TextTruncateEllipsis // both at once make the toolkit panic when text grows
	head := container.NewBorder(nil, nil, nil, r.help, name)
	r.top = container.New(layout.NewCustomPaddedVBoxLayout(-2), head, r.rows, r.own.box)
	r.top.Hide()
	return r
}

// fill shows the ranking where the draft is on an ask with options.
func (r *rankingPanel) fill(d *draft) {
	s := d.want.Subject
	a := r.p.i.x.Ask(s.Ask)
	offered := s.Kind == briefing.OnAsk && a != nil && len(a.Options) > 0
	setVisible(r.top, offered)
	if !offered {
		return
	}
	if r.ask == nil || r.ask.Code != a.Code || r.ask.Note != a.Note || len(r.ask.Options) != len(a.Options) {
		r.build(a)
	}
	r.ask = a
	setVisible(r.own.box, a.OwnOption)
	for i, code := range r.codes {
		r.picks[i].put(d.want.Place(code))
	}
	r.help.SetText(r.p.w.Say("inspector.ranking_help", "Count", a.Choose, "Ranked", len(d.want.Ranking)))
}

func (r *rankingPanel) build(a *briefing.Ask) {
	r.rows.RemoveAll()
	r.picks, r.codes = nil, nil
	for _, o := range a.Options {
		r.add(o.Code, o.Title, len(a.Options)+1)
	}
	if a.OwnOption {
		r.add(briefing.OwnOption, r.p.w.Say("field.own_option"), len(a.Options)+1)
	}
	r.rows.Refresh()
}

func (r *rankingPanel) add(code, title string, places int) {
	names := []string{"–"}
	for n := range places {
		names = append(names, strconv.Itoa(n+1))
	}
	pick := newDropDown(names, nil)
	pick.PlaceHolder = names[0] // no wider than it must be
	pick.OnChanged = func(string) {
		r.p.i.edit(func(x *briefing.Position) { x.Ranking = ranked(x.Ranking, code, pick.SelectedIndex()) })
	}
	r.picks, r.codes = append(r.picks, pick), append(r.codes, code)
	name := prose(title)
	name.SizeName = smallLabel("").SizeName
	r.rows.Add(container.NewBorder(nil, nil, nil, container.NewCenter(pick), name))
}

// ranked puts an option at a place, 0 for none; whoever stood there takes the
// place it had, so that no two ever share one.
func ranked(list []briefing.Rank, option string, place int) []briefing.Rank {
	before := 0
	var out []briefing.Rank
	for _, r := range list {
		if r.Option == option {
			before = r.Place
		}
	}
	for _, r := range list {
		switch {
		case r.Option == option:
			continue
		case place > 0 && r.Place == place:
			r.Place = before
		}
		if r.Place > 0 {
			out = append(out, r)
		}
	}
	if place > 0 {
		out = append(out, briefing.Rank{Option: option, Place: place})
	}
	slices.SortFunc(out, func(a, b briefing.Rank) int { return a.Place - b.Place })
	return out
}
