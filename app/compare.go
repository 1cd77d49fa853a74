package app

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// comparePage sets the open note beside an earlier version of it: what became
// of each passage, and our position then.
type comparePage struct {
	s        *shell
	x        *briefing.Comparison // nil before the first reading
	rows     []compareRow
	shown    []int // indices into rows that pass the filters
	selected int   // index into shown; -1 for none
	versions *versionChoice
	chips    [compareFilters]*filterChip
	bar      *fyne.Container // of chips
	counts   *widget.Label
	list     *compareList
	empty    *fyne.Container
	main     *fyne.Container
	pairing  *pairingBar
	carry    *button
	measure  *wordRuler
	top      *fyne.Container
}

func newComparePage(s *shell) page {
	p := &comparePage{s: s, selected: -1, counts: aside("")}
	p.versions = newVersionChoice(s, p.reload)
	p.list = newCompareList(p)
	p.pairing = newPairingBar(p)
	p.carry = newMainButton(s.say("compare.carry"), p.proceed)
	head := container.NewBorder(nil, nil, nil, container.NewCenter(p.carry), heading(s.say("compare.title")))
	p.bar = container.New(layout.NewRowWrapLayoutWithCustomPadding(4, 4))
	for f := range compareFilters {
		p.chips[f] = newFilterChip(p.filter)
		p.bar.Add(p.chips[f])
	}
	p.chips[compareChanges].set(true)
	above := container.New(layout.NewCustomPaddedLayout(4, 4, 8, 12), container.NewVBox(head, p.versions.top, p.bar, p.counts))
	below := container.New(layout.NewCustomPaddedLayout(2, 2, 8, 12), p.pairing.top)
	p.main = container.NewBorder(above, below, nil, nil, p.list)
	p.empty = container.NewVBox(heading(s.say("compare.title")), aside(s.say("compare.none")),
		container.NewHBox(newMainButton(s.say("library.import"), s.chooseImport)))
	p.top = container.NewStack(p.main, roomy(p.empty))
	p.main.Hide()
	p.empty.Hide()
	return p
}

func (p *comparePage) object() fyne.CanvasObject { return p.top }

// reload compares the open note with the version chosen.
func (p *comparePage) reload() {
	x, desk := p.s.dossier(), p.s.desk()
	if x == nil {
		return
	}
	older, newer, ok := p.versions.offer(x.Note, p.s.held.notes)
	p.empty.Hidden = ok
	if !ok {
		p.main.Hide()
		p.top.Refresh()
		return
	}
	var c *briefing.Comparison
	p.s.quick(func(ctx context.Context) (err error) {
		c, err = desk.Compare(ctx, older, newer)
		return err
	}, func(err error) {
		if err != nil {
			p.s.fail(err)
			return
		}
		p.swap(c)
	})
}

// swap shows a new comparison; the selection stays on its passage.
func (p *comparePage) swap(c *briefing.Comparison) {
	kept := ""
	if r := p.row(); r != nil {
		kept = r.name()
	}
	p.x, p.rows, p.measure = c, rowsOf(c, p.s.words), newWordRuler()
	p.main.Show()
	p.top.Refresh() // what was hidden has no place yet
	p.filter()
	for n, i := range p.shown {
		if p.rows[i].name() == kept {
			p.choose(n)
		}
	}
}

// row is the row selected; nil for none.
func (p *comparePage) row() *compareRow {
	if p.selected < 0 || p.selected >= len(p.shown) {
		return nil
	}
	return &p.rows[p.shown[p.selected]]
}

// choose selects a row and brings it into sight.
func (p *comparePage) choose(n int) {
	if n < 0 || n >= len(p.shown) {
		return
	}
	p.selected = n
	p.list.Select(n)
	p.pairing.show(p.row())
}

// move selects the row above or below.
func (p *comparePage) move(by int) {
	p.choose(min(max(p.selected+by, 0), len(p.shown)-1))
}

// step goes to the next change, or back.
func (p *comparePage) step(by int) {
	for n := p.selected + by; n >= 0 && n < len(p.shown); n += by {
		if p.rows[p.shown[n]].pair.Fate != briefing.FateSame {
			p.choose(n)
			return
		}
	}
	p.s.note(p.s.say("compare.no_more"))
}

// proceed carries positions over: the page's main act.
func (p *comparePage) proceed() {
	if p.x != nil {
		p.askCarry()
	}
}
