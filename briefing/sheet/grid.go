package sheet

import (
	"github.com/xuri/excelize/v2"
)

// grid writes the rows of a sheet, from the top.
type grid struct {
	book   *book
	stream *excelize.StreamWriter
	plan   plan
	row    int    // the last row written
	xml    []byte // the newest rows
	pieces [][]byte
	names  []string
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
	for _, s := range spans {
		if err := g.stream.MergeCell(cellName(s[0], g.row), cellName(s[1], g.row)); err != nil {
			return err
		}
	}
	return g.appendRow(cells, height)
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
