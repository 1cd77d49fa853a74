package extract

import (
	"strings"
	"unicode/utf8"
)

// table reads a table. One that only lays out text (the cover, numbered
// paragraphs in cells, a box with prose in it) is read cell by cell; one that
// holds data stays a table.
func (d *docx) table(n *node) {
	var rows [][]string
	cover, kept := !d.body, d.m.passages
	d.m.passages = nil
	for _, tr := range rowsOf(n) {
		var row []string
		for _, tc := range cellsOf(tr) {
			from := len(d.m.passages)
			for _, k := range tc.kids {
				d.block(k)
			}
			d.flush()
			row = append(row, cellText(d.m.passages[from:]))
		}
		rows = append(rows, row)
	}
	cells := labelled(d.m.passages)
	d.m.passages = kept
	if cover || layout(rows, cells) {
		d.m.passages = append(d.m.passages, cells...)
		return
	}
	d.m.passages = append(d.m.passages, tableOf(rows, d.page))
	for _, p := range cells {
		if p.hint == hintNote {
			d.m.passages = append(d.m.passages, p)
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

func cellText(passages []passage) string {
	var parts []string
	for _, p := range passages {
		if p.hint == hintNote {
			continue
		}
		text := p.text
		if p.label != "" {
			text = p.label + " " + text
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, " ")
}

// longestCell is the mean length in letters of the cells of a table that
// still holds data and not prose.
const longestCell = 150

// layout tells whether a table only lays out text.
func layout(rows [][]string, cells []passage) bool {
	filled, letters, columns := 0, 0, 0
	for _, row := range rows {
		columns = max(columns, len(row))
		for _, c := range row {
			if c != "" {
				filled++
				letters += utf8.RuneCountInString(c)
			}
		}
	}
	for _, p := range cells {
		if s := signOf(p); (s.form == formNumber || s.form == formDotted) && prose(p.text) {
			return true
		}
	}
	return columns <= 1 || filled == 0 || letters/filled > longestCell
}

// labelled gives passages the numbers that stand in cells of their own before
// them.
func labelled(cells []passage) []passage {
	var out []passage
	for _, p := range cells {
		if last := len(out) - 1; last >= 0 && p.label == "" && p.hint == hintNone && markAlone(out[last]) {
			p.label = out[last].text
			out = out[:last]
		}
		out = append(out, p)
	}
	return out
}

// markAlone tells whether a passage is a number and nothing else.
func markAlone(p passage) bool {
	if p.hint != hintNone || p.label != "" {
		return false
	}
	switch s := readSign(p.text + "\tx"); s.form {
	case formNumber, formDotted, formLetter, formRoman:
		return s.end > len(p.text) && readSign(p.text+" x").form == s.form
	case formNone, formPoint, formUpperRoman, formCapital, formBullet, formItem, formNote, formStar, formRule:
	}
	return false
}

// tableOf is a passage whose text is the cells' words, row by row.
func tableOf(rows [][]string, page int) passage {
	p := passage{hint: hintTable, rows: rows, page: page}
	var parts []string
	for _, row := range rows {
		if text := strings.TrimSpace(strings.Join(row, " ")); text != "" {
			parts = append(parts, text)
		}
	}
	p.text = strings.Join(parts, " ")
	return p
}
