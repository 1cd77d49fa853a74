package word

import (
	"placard/briefing/extract/manuscript"
)

// table reads a table. One that only lays out text (the cover, numbered
// paragraphs in cells, a box with prose in it) is read cell by cell; one that
// holds data stays a table.
func (d *docx) table(n *node) {
	var rows [][]string
	cover, kept := !d.body, d.m.Passages
	d.m.Passages = nil
	for _, tr := range rowsOf(n) {
		if tr.child("trPr", "del") != nil { // somebody took the row out
			d.m.Left[leftTracked]++
			continue
		}
		var row []string
		for _, tc := range cellsOf(tr) {
			from := len(d.m.Passages)
			for _, k := range tc.kids {
				d.block(k)
			}
			d.flush()
			row = append(row, manuscript.CellText(d.m.Passages[from:]))
		}
		rows = append(rows, row)
	}
	cells := manuscript.Labelled(d.m.Passages)
	d.m.Passages = kept
	if cover || manuscript.LaysOut(rows, cells) {
		d.m.Passages = append(d.m.Passages, cells...)
		return
	}
	d.m.Passages = append(d.m.Passages, manuscript.TableOf(rows, d.page))
	for _, p := range cells {
		if p.Hint == manuscript.HintNote {
			d.m.Passages = append(d.m.Passages, p)
		}
	}
}

func rowsOf(n *node) []*node { return within(n, "tr") }

func cellsOf(n *node) []*node { return within(n, "tc") }

// within are the elements of a name below n, content controls opened.
func within(n *node, name string) []*node {
	var out []*node
	for _, k := range n.kids {
		switch k.name {
		case name:
			out = append(out, k)
		case "sdt", "sdtContent", "ins", "customXml":
			out = append(out, within(k, name)...)
		}
	}
	return out
}
