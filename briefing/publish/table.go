package publish

import (
	"slices"
	"strconv"

	"placard/briefing"
	"placard/briefing/publish/palette"
)

// table writes a table of full width: its head rows repeat on every page, no
// row is split.
func (d *document) table(b *briefing.PaperBlock) {
	t := b.Table
	if t == nil || len(t.Rows) == 0 {
		return
	}
	m := d.body
	if d.breakPage {
		d.gap()
	}
	widths := columns(t, d.look.text())
	m.start("w:tbl")
	m.start("w:tblPr")
	m.val("w:tblStyle", styleTable)
	m.empty("w:tblW", "w:w", strconv.Itoa(d.look.text()), "w:type", "dxa")
	m.empty("w:tblLayout", "w:type", "fixed")
	m.end("w:tblPr")
	m.start("w:tblGrid")
	for _, w := range widths {
		m.empty("w:gridCol", "w:w", strconv.Itoa(w))
	}
	m.end("w:tblGrid")
	for i, row := range t.Rows {
		m.start("w:tr")
		m.WriteString("<w:trPr><w:cantSplit/>")
		if i < t.Head {
			m.WriteString("<w:tblHeader/>")
		}
		m.WriteString("</w:trPr>")
		d.row(row, widths, i < t.Head)
		m.end("w:tr")
	}
	m.end("w:tbl")
	d.gap()
}

// row writes a row's cells. A row with fewer cells than the table has columns
// spans them with its last.
func (d *document) row(row []briefing.PaperCell, widths []int, head bool) {
	for i, c := range row {
		if i >= len(widths) {
			return
		}
		span, width := 1, widths[i]
		if i == len(row)-1 {
			for _, w := range widths[i+1:] {
				span++
				width += w
			}
		}
		d.cell(c, cellShape{width: width, span: span, head: head, across: span == len(widths)})
	}
}

type cellShape struct {
	width, span  int
	head, across bool
}

func (d *document) cell(c briefing.PaperCell, s cellShape) {
	m := d.body
	m.start("w:tc")
	m.start("w:tcPr")
	m.empty("w:tcW", "w:w", strconv.Itoa(s.width), "w:type", "dxa")
	if s.span > 1 {
		m.val("w:gridSpan", strconv.Itoa(s.span))
	}
	switch ground, tinted := palette.Of(c.Family); {
	case s.head:
		m.WriteString(fill(headFill))
	case tinted:
		m.WriteString(fill(ground.Fill))
	}
	m.end("w:tcPr")
	b := &briefing.PaperBlock{Runs: c.Runs, RTL: startsRight(c.Runs)}
	style := d.cellStyle
	switch {
	case s.head || c.Bold && style == styleCell:
		style = styleHeadCell
	case c.Bold:
		b.Runs = emboldened(c.Runs)
	}
	if s.across && !s.head {
		b.Together = true
	}
	d.paragraph(paragraph{style: style, block: b})
	m.end("w:tc")
}

func emboldened(runs []briefing.PaperRun) []briefing.PaperRun {
	out := slices.Clone(runs)
	for i := range out {
		out[i].Style |= briefing.Bold
	}
	return out
}

// startsRight tells whether a cell's first letter runs from right to left.
func startsRight(runs []briefing.PaperRun) bool {
	for _, r := range runs {
		for _, c := range r.Text {
			switch scriptOf(c) {
			case rightToLeft:
				return true
			case leftToRight:
				return false
			case sign, neutral:
			}
		}
	}
	return false
}

// gap parts a table from what follows.
func (d *document) gap() {
	d.paragraph(paragraph{style: styleGap, block: &briefing.PaperBlock{}})
}

// columns turns percents into widths that add up to the whole.
func columns(t *briefing.PaperTableBody, whole int) []int {
	percents := t.Widths
	if len(percents) == 0 {
		percents = make([]int, len(t.Rows[0]))
		for i := range percents {
			percents[i] = 100 / len(percents)
		}
	}
	out := make([]int, len(percents))
	left := whole
	for i, p := range percents {
		out[i] = whole * p / 100
		if i == len(percents)-1 {
			out[i] = left
		}
		left -= out[i]
	}
	return out
}
