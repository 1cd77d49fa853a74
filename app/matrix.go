package app

import (
	"context"
	"errors"
	"strconv"

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
	chips [matrixFilters]*filterChip
	table *matrixTable
	// broken caches the wrapped lines of cells by their text and width.
	broken map[wrapKey][]string
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
	p.title = heading(s.say("matrix.title"))
	p.empty = aside("")
	clear := newButton(s.say("matrix.clear"), p.clearFilters)
	p.none = container.NewVBox(aside(s.say("matrix.no_match")), container.NewHBox(clear))
	export := newMainButton(s.say("matrix.export"), func() { exportMatrix(s) })
	head := container.NewBorder(nil, nil, nil, container.NewCenter(export), p.title)
	bar := container.New(layout.NewRowWrapLayoutWithCustomPadding(4, 4))
	for f := range matrixFilters {
		p.chips[f] = newFilterChip(func() { p.filter() })
		bar.Add(p.chips[f])
	}
	top := container.New(layout.NewCustomPaddedLayout(4, 4, 8, 12), container.NewVBox(head, bar, p.empty))
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
	order := briefing.MatrixOrder{Note: x.Note.ID, Audience: briefing.ForDelegation, Language: p.s.words.Language()}
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
	p.m = m
	p.title.SetText(p.s.say("matrix.of", "Reference", m.Reference))
	switch {
	case len(m.Rows) == 0:
		p.empty.SetText(p.s.say("matrix.empty"))
	case len(m.Columns) == 0:
		p.empty.SetText(p.s.say("matrix.no_others"))
	}
	setVisible(p.empty, len(m.Rows) == 0 || len(m.Columns) == 0)
	p.filter()
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
	p.table.SetColumnWidth(-1, matrixPlaceWidth)
	p.table.SetColumnWidth(matrixOurs, matrixOursWidth)
	for i := range p.m.Columns {
		p.table.SetColumnWidth(matrixFirst+i, 150)
	}
	p.table.SetColumnWidth(matrixFirst+len(p.m.Columns), 130)
	p.table.SetColumnWidth(matrixFirst+len(p.m.Columns)+1, 80)
	height := matrixRowHeight()
	for i := range p.rows {
		p.table.SetRowHeight(i, height)
	}
	p.table.SetRowHeight(-1, matrixHeaderHeight())
}

func (p *matrixPage) row(i int) *briefing.MatrixRow { return &p.m.Rows[p.rows[i]] }

// fillCell shows one cell: nothing is read from the store here.
func (p *matrixPage) fillCell(id widget.TableCellID, o fyne.CanvasObject) {
	c, ok := o.(*matrixCell)
	if !ok || id.Row >= len(p.rows) {
		return
	}
	row, last := p.row(id.Row), matrixFirst+len(p.m.Columns)
	switch {
	case id.Col == matrixOurs:
		c.show(p, p.ours(row))
	case id.Col < last:
		c.show(p, p.faceOf(row.Cells[id.Col-matrixFirst]))
	case id.Col == last:
		c.show(p, cellFace{text: p.sayCounts(row), plain: true})
	default:
		c.show(p, cellFace{head: p.sayGap(row), plain: true, alarm: opposed(row)})
	}
}

// ours is how our own stance looks.
func (p *matrixPage) ours(r *briefing.MatrixRow) cellFace {
	if r.Ours == briefing.StanceNone {
		return cellFace{plain: true, text: p.s.say("stance.none")}
	}
	return cellFace{stance: r.Ours, head: sayStance(r.Ours, p.s.words), text: r.Line}
}

// faceOf is how another's stance looks; one that a group only implies is
// drawn without colour and says whose it is.
func (p *matrixPage) faceOf(c briefing.MatrixCell) cellFace {
	if c.Stance == briefing.StanceNone {
		return cellFace{plain: true}
	}
	f := cellFace{stance: c.Stance, head: sayStance(c.Stance, p.s.words), text: c.Text}
	if c.Implied != "" {
		f.plain, f.head = true, "("+f.head+")"
		f.text = p.s.say("matrix.implied", "Group", c.Implied)
	} else if f.text == "" {
		f.text = p.s.say("source."+string(c.Source)) + " · " + string(c.Date)
	}
	return f
}

func (p *matrixPage) sayCounts(r *briefing.MatrixRow) string {
	if r.For+r.Against+r.Reserved+r.Neutral == 0 {
		return ""
	}
	return p.s.say("matrix.counts", "For", r.For, "Against", r.Against, "Reserved", r.Reserved, "Neutral", r.Neutral)
}

func (p *matrixPage) sayGap(r *briefing.MatrixRow) string {
	if !r.Apart {
		return ""
	}
	if opposed(r) {
		return "⇔ " + strconv.Itoa(r.Gap)
	}
	return strconv.Itoa(r.Gap)
}

// fillHeader names rows by their place and columns by their delegation.
func (p *matrixPage) fillHeader(id widget.TableCellID, o fyne.CanvasObject) {
	c, ok := o.(*matrixCell)
	if !ok || p.m == nil {
		return
	}
	face := cellFace{plain: true, header: true}
	last := matrixFirst + len(p.m.Columns)
	switch {
	case id.Row < 0 && id.Col < 0:
	case id.Col < 0 && id.Row < len(p.rows):
		face.head, face.text = p.sayRow(p.row(id.Row))
	case id.Col == matrixOurs:
		face.head = p.s.say("matrix.ours")
	case id.Col < last:
		face.head = p.m.Columns[id.Col-matrixFirst].Name
	case id.Col == last:
		face.head = p.s.say("matrix.count")
	case id.Col == last+1:
		face.head = p.s.say("matrix.gap")
	}
	c.show(p, face)
}

// sayRow is a row's place, what is asked there, and its words.
func (p *matrixPage) sayRow(r *briefing.MatrixRow) (head, text string) {
	switch {
	case r.Kind == briefing.OnOption:
		return r.Ask, r.Title
	case r.Ask != "":
		return r.Label + " · " + r.Ask, r.Text
	}
	return r.Label, r.Text
}
