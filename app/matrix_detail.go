package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// open shows what is behind a cell: for our own the paragraph itself, for
// another's its observations, with a form for a new one.
func (p *matrixPage) open(id widget.TableCellID) {
	p.table.UnselectAll()
	x := p.s.dossier()
	if x == nil || id.Row < 0 || id.Row >= len(p.rows) {
		return
	}
	row := p.row(id.Row)
	if id.Col == matrixOurs {
		p.s.show(pageNote)
		p.s.selectBlock(row.Subject.Block)
		return
	}
	if i := id.Col - matrixFirst; i >= 0 && i < len(p.m.Columns) {
		p.detail(x, row, p.m.Columns[p.order[i]].Delegation)
		return
	}
	p.detail(x, row, briefing.ID{})
}

// detail shows a row's observations, of one delegation where one is given.
func (p *matrixPage) detail(x *briefing.Dossier, row *briefing.MatrixRow, who briefing.ID) {
	var hide func()
	form := newObservationForm(p.s, func(o briefing.Observation) {
		o.Note, o.Subject = x.Note.ID, row.Subject
		p.s.observe(o, func() { hide() })
	})
	form.offer(x.Delegations)
	var focus fyne.Focusable = form.who
	groups := byDelegation(x, row.Subject, p.s.words.Language())
	if d := x.Delegation(who); d != nil {
		form.who.SetText(d.Name(p.s.words.Language()))
		focus = form.stance
		groups = slices.DeleteFunc(groups, func(g observed) bool { return g.current.Delegation != who })
	}
	known := container.New(layout.NewCustomPaddedVBoxLayout(6))
	for _, g := range groups {
		known.Add(observationCard(p.s, x, g))
	}
	if len(groups) == 0 {
		known.Add(aside(p.s.say("others.none")))
	}
	head, _ := p.sayRow(row)
	shut := newButton(p.s.say("window.close"), func() { hide() })
	scroll := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, 12), container.NewVBox(form.top, known)))
	hide = p.s.modal(head, container.NewStack(gap(480, 380), scroll), focus, shut)
}
