package sheet

import (
	"github.com/xuri/excelize/v2"
)

// grid writes the rows of a sheet, from the top.
type grid struct {
	book   *book
	stream *excelize.StreamWriter
	plan   plan
	row    int // the last row written
	cells  []excelize.Cell
	values []any // pointers to cells: the stream wants them so
}

// cell is one cell to be written: text, or a number, or a formula of ours.
type cell struct {
	text    string
	look    look
	number  *int
	formula string // never made of a user's words
}

func text(l look, s string) cell { return cell{text: s, look: l} }

func number(n int) cell { return cell{look: lookCount, number: &n} }

// write adds a row, as high as its longest text needs.
func (g *grid) write(cells ...cell) error { return g.writeHigh(cells, g.height(cells)) }

// writeHigh adds a row of a height in points and merges spans of its columns.
func (g *grid) writeHigh(cells []cell, height float64, spans ...[2]int) error {
	if err := g.book.ctx.Err(); err != nil {
		return err
	}
	g.row++
	values := g.room(len(cells))
	for i, c := range cells {
		var err error
		if g.cells[i], err = g.value(c); err != nil {
			return err
		}
	}
	for _, s := range spans {
		if err := g.stream.MergeCell(cellName(s[0], g.row), cellName(s[1], g.row)); err != nil {
			return err
		}
	}
	return g.stream.SetRow(cellName(1, g.row), values, excelize.RowOpts{Height: height})
}

// room gives the values of a row of n cells; they are used again for the next.
func (g *grid) room(n int) []any {
	if n > len(g.cells) {
		g.cells, g.values = make([]excelize.Cell, n), make([]any, n)
		for i := range g.cells {
			g.values[i] = &g.cells[i]
		}
	}
	return g.values[:n]
}

// value is the cell as the stream takes it. Text is always a typed string.
func (g *grid) value(c cell) (excelize.Cell, error) {
	id, err := g.book.style(c.look)
	if err != nil {
		return excelize.Cell{}, err
	}
	out := excelize.Cell{StyleID: id}
	switch {
	case c.number != nil:
		out.Value = *c.number
	case c.text == "" && c.formula == "":
	default:
		said, err := cellText(c.text)
		if err != nil {
			return excelize.Cell{}, err
		}
		out.Value, out.Formula = said, c.formula
	}
	return out, nil
}

// heads writes the plan's row of heads.
func (g *grid) heads() error {
	cells := make([]cell, len(g.plan.columns))
	for i, c := range g.plan.columns {
		cells[i] = text(c.top, c.head)
	}
	return g.write(cells...)
}

// line writes texts in the looks of their columns.
func (g *grid) line(texts ...string) error {
	cells := make([]cell, len(texts))
	for i, t := range texts {
		cells[i] = text(g.plan.columns[i].look, t)
	}
	return g.write(cells...)
}

// wide writes one text over the columns from first to last.
func (g *grid) wide(first, last int, c cell) error {
	width := 0.0
	for _, column := range g.plan.columns[first-1 : last] {
		width += column.width
	}
	cells := make([]cell, last)
	for i := range cells {
		cells[i].look = c.look
	}
	cells[first-1] = c
	return g.writeHigh(cells, min(c.look.tall(c.text, width), highest), [2]int{first, last})
}
