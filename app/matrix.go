package app

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// matrixPage compares: paragraphs, asks and options down, our stance and
// those of others across.
type matrixPage struct {
	s     *shell
	m     *briefing.Matrix // nil before the first reading
	rows  []int            // indices into m.Rows that pass the filters
	order []int            // indices into m.Columns, as they are shown
	chips [matrixFilters]*filterChip
	tools *matrixTools
	bar   *fyne.Container    // of chips and tools
	at    widget.TableCellID // the cell in hand
	table *matrixTable
	// broken caches the wrapped lines of cells by their text and width.
	broken map[wrapKey][]string
	// added are delegations to show even where nothing is known of them.
	added  []briefing.ID
	wanted briefing.ID // the column to bring into sight
	note   briefing.ID
	empty  *widget.Label
	title  *widget.Label
	none   *fyne.Container
	top    fyne.CanvasObject
}

// The table's columns before and after the delegations'.
const (
	matrixOurs  = 0
	matrixFirst = 1 // the first delegation
	matrixTail  = 2 // counts and gap
)

func newMatrixPage(s *shell) page {
	p := &matrixPage{s: s, broken: map[wrapKey][]string{}}
	p.table = newMatrixTable()
	p.table.Length, p.table.UpdateCell, p.table.UpdateHeader = p.size, p.fillCell, p.fillHeader
	p.table.StickyColumnCount = 1
	p.table.OnSelected = p.open
	p.table.OnHighlighted = func(id widget.TableCellID) { p.at = id }
	p.table.onRune = p.noteByKey
	p.tools = newMatrixTools(p)
	p.title = heading(s.say("matrix.title"))
	p.empty = aside("")
	all := newButton(s.say("matrix.clear"), p.clearFilters)
	p.none = container.NewVBox(aside(s.say("matrix.no_match")), container.NewHBox(all))
	export := newMainButton(s.say("matrix.export"), func() { exportMatrix(s) })
	add := newButton(s.say("matrix.add"), p.askColumn)
	head := container.NewBorder(nil, nil, nil, container.NewCenter(container.NewHBox(add, export)), p.title)
	p.bar = container.New(layout.NewRowWrapLayoutWithCustomPadding(4, 4))
	for f := range matrixFilters {
		p.chips[f] = newFilterChip(func() { p.filter() })
		p.bar.Add(p.chips[f])
	}
	p.tools.addTo(p.bar)
	top := container.New(layout.NewCustomPaddedLayout(4, 4, 8, 12), container.NewVBox(head, p.bar, p.empty))
	p.top = container.NewBorder(top, nil, nil, nil, container.NewStack(p.table.withWheel(), p.none))
	p.none.Hide()
	p.empty.Hide()
	return p
}

func (p *matrixPage) object() fyne.CanvasObject { return p.top }

// reload reads the comparison of the open note.
func (p *matrixPage) reload() {
	x, desk := p.s.dossier(), p.s.desk()
	if x == nil {
		return
	}
	if p.note != x.Note.ID {
		p.note, p.added = x.Note.ID, nil
	}
	order := briefing.MatrixOrder{
		Note: x.Note.ID, Audience: briefing.ForDelegation, Language: p.s.words.Language(), Delegations: p.added,
	}
	var m *briefing.Matrix
	p.s.quick(func(ctx context.Context) (err error) {
		m, err = desk.Matrix(ctx, order)
		return err
	}, func(err error) {
		switch {
		case errors.Is(err, briefing.ErrNothingToExport):
			p.swap(&briefing.Matrix{})
		case err != nil:
			p.s.fail(err)
		default:
			p.swap(m)
		}
	})
}

// swap shows a new comparison.
func (p *matrixPage) swap(m *briefing.Matrix) {
	first := p.m == nil
	p.m = m
	if first { // what is known is what people come for
		p.chips[matrixHeld].set(slices.ContainsFunc(m.Rows, func(r briefing.MatrixRow) bool { return r.Holds() }))
	}
	p.title.SetText(p.s.say("matrix.of", "Reference", m.Reference))
	p.tools.offer(m)
	p.sort()
	switch {
	case len(m.Rows) == 0:
		p.empty.SetText(p.s.say("matrix.empty"))
	case len(m.Columns) == 0:
		p.empty.SetText(p.s.say("matrix.no_others"))
	}
	setVisible(p.empty, len(m.Rows) == 0 || len(m.Columns) == 0)
	p.filter()
	p.revealWanted()
}

// size of the table: our own, the delegations', the counts and the gap.
func (p *matrixPage) size() (rows, columns int) {
	if p.m == nil {
		return 0, 0
	}
	return len(p.rows), matrixFirst + len(p.m.Columns) + matrixTail
}

// arrange sets every width and height before the table is shown: changing
// them later is slow.
func (p *matrixPage) arrange() {
	p.table.SetColumnWidth(-1, stretched(matrixPlaceWidth))
	p.table.SetColumnWidth(matrixOurs, stretched(matrixOursWidth))
	for i := range p.m.Columns {
		p.table.SetColumnWidth(matrixFirst+i, stretched(150))
	}
	p.table.SetColumnWidth(matrixFirst+len(p.m.Columns), stretched(130))
	p.table.SetColumnWidth(matrixFirst+len(p.m.Columns)+1, stretched(80))
	height := matrixRowHeight()
	for i := range p.rows {
		p.table.SetRowHeight(i, height)
	}
	p.table.SetRowHeight(-1, matrixHeaderHeight())
}
