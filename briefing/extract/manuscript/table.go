package manuscript

import (
	"strings"
	"unicode/utf8"

	"placard/briefing/extract/sentence"
	"placard/briefing/extract/sign"
)

// CellText is the words of a cell, footnotes aside.
func CellText(passages []Passage) string {
	var parts []string
	for _, p := range passages {
		if p.Hint == HintNote {
			continue
		}
		text := p.Text
		if p.Label != "" {
			text = p.Label + " " + text
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, " ")
}

// longestCell is the mean length in letters of the cells of a table that
// still holds data and not prose.
const longestCell = 150

// LaysOut tells whether a table only lays out text.
func LaysOut(rows [][]string, cells []Passage) bool {
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
		if s := SignOf(p); (s.Form == sign.Number || s.Form == sign.Dotted) && sentence.Prose(p.Text) {
			return true
		}
	}
	return columns <= 1 || filled == 0 || letters/filled > longestCell
}

// Labelled gives passages the numbers that stand in cells of their own before
// them.
func Labelled(cells []Passage) []Passage {
	var out []Passage
	for _, p := range cells {
		if last := len(out) - 1; last >= 0 && p.Label == "" && p.Hint == HintNone && markAlone(out[last]) {
			p.Label = out[last].Text
			out = out[:last]
		}
		out = append(out, p)
	}
	return out
}

// markAlone tells whether a passage is a number and nothing else.
func markAlone(p Passage) bool {
	if p.Hint != HintNone || p.Label != "" {
		return false
	}
	switch s := sign.Read(p.Text + "\tx"); s.Form {
	case sign.Number, sign.Dotted, sign.Letter, sign.Roman:
		return s.End > len(p.Text) && sign.Read(p.Text+" x").Form == s.Form
	case sign.None, sign.Point, sign.UpperRoman, sign.Capital, sign.Bullet, sign.Item, sign.Note, sign.Star, sign.Rule:
	}
	return false
}

// TableOf is a passage whose text is the cells' words, row by row.
func TableOf(rows [][]string, page int) Passage {
	p := Passage{Hint: HintTable, Rows: rows, Page: page}
	var parts []string
	for _, row := range rows {
		if text := strings.TrimSpace(strings.Join(row, " ")); text != "" {
			parts = append(parts, text)
		}
	}
	p.Text = strings.Join(parts, " ")
	return p
}
