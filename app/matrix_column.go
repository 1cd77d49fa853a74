package app

import (
	"slices"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// askColumn asks which delegation to show a column for, before anything is
// known of it.
func (p *matrixPage) askColumn() {
	x := p.s.dossier()
	if x == nil {
		return
	}
	var hide func()
	who := newDelegationField(p.s.say("others.who"), p.s.words.Language(), func() {})
	who.offer(x.Delegations)
	take := func() {
		if d := who.chosen(); d != nil {
			hide()
			p.addColumn(d.ID)
		}
	}
	who.OnSubmitted = func(string) { take() }
	ok := newMainButton(p.s.say("matrix.add.yes"), take)
	no := newButton(p.s.say("window.cancel"), func() { hide() })
	content := container.NewVBox(aside(p.s.say("matrix.add.about")), who.top)
	hide = p.s.modal(p.s.say("matrix.add"), container.NewStack(gap(460, 120), content), who, no, ok)
}

// addColumn shows a delegation's column for as long as the note is open; a
// stance noted in it keeps it for good.
func (p *matrixPage) addColumn(id briefing.ID) {
	if slices.Contains(p.added, id) {
		return
	}
	p.added, p.wanted = append(p.added, id), id
	p.reload()
}

// revealWanted scrolls to the column that was just added.
func (p *matrixPage) revealWanted() {
	for i, c := range p.order {
		if p.m.Columns[c].Delegation == p.wanted && len(p.rows) > 0 {
			p.table.ScrollTo(widget.TableCellID{Col: matrixFirst + i})
			p.wanted = briefing.ID{}
		}
	}
}
