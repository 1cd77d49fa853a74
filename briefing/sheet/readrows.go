package sheet

import (
	"slices"
	"strings"

	"placard/briefing"
)

// rows reads what stands below the heads of the Review sheet.
func (r *reviewReader) rows(s *placedSheet) {
	r.heads(s)
	remarks := r.remarksOf(s.raw)
	hidden := 0
	for i := range s.raw.rows {
		raw := &s.raw.rows[i]
		if raw.number == s.row {
			continue
		}
		row := r.row(s, raw)
		row.Remarks = append(row.Remarks, remarks.take(raw.number)...)
		if len(row.Cells) == 0 && len(row.Remarks) == 0 {
			continue
		}
		if raw.number < s.row {
			r.looseRow(s.raw, raw)
			continue
		}
		if raw.hidden {
			hidden++
		}
		r.back.Rows = append(r.back.Rows, row)
	}
	r.back.Remarks = append(r.back.Remarks, remarks.rest()...)
	r.merged(s.raw)
	if hidden > 0 {
		r.find(briefing.Finding{Weight: briefing.WeighNote, Code: "rows_hidden", Sheet: s.raw.name, Count: hidden})
	}
}

// heads reports what became of the columns.
func (r *reviewReader) heads(s *placedSheet) {
	r.back.Columns = s.columns()
	for _, c := range headColumns {
		if slices.Contains(r.back.Columns, c) || ticked[c] {
			continue
		}
		weight := briefing.WeighWarn
		if c == briefing.ColRefAgain { // without it nobody sees that the answers were sorted alone
			weight = briefing.WeighAsk
		}
		r.find(briefing.Finding{Weight: weight, Code: "column_missing", Sheet: s.raw.name, Column: c})
	}
	for _, cell := range s.twice {
		r.find(briefing.Finding{Weight: briefing.WeighAsk, Code: "column_twice", Sheet: s.raw.name, Cell: cell})
	}
	for column := range sorted(s.extra) {
		r.find(briefing.Finding{
			Weight: briefing.WeighNote, Code: "column_extra", Sheet: s.raw.name, Cell: cellName(column, s.row), Is: s.extra[column],
		})
	}
}

// ticked are the columns that only some workbooks have.
var ticked = map[briefing.ReviewColumn]bool{
	briefing.ColFallback: true, briefing.ColRedLine: true, briefing.ColOthers: true, briefing.ColRemarks: true,
	briefing.ColChanged: true, briefing.ColEarlier: true,
}

// row reads the cells of one row; what stands in columns that are not ours
// becomes remarks.
func (r *reviewReader) row(s *placedSheet, raw *rawRow) briefing.ReturnedRow {
	row := briefing.ReturnedRow{Sheet: s.raw.name, Number: raw.number, Cells: map[briefing.ReviewColumn]briefing.ReturnedCell{}}
	ours := map[int]bool{}
	for c, column := range s.at {
		ours[column] = true
		r.cell(&row, c, raw.cell(column))
	}
	slices.SortFunc(row.Doubts, func(a, b briefing.Finding) int {
		return strings.Compare(string(a.Column)+a.Code, string(b.Column)+b.Code)
	})
	for _, c := range raw.cells {
		if text := strings.TrimSpace(c.text); !ours[c.column] && text != "" {
			head := s.extra[c.column]
			row.Remarks = append(row.Remarks, briefing.Remark{
				Sheet: s.raw.name, Cell: cellName(c.column, raw.number), Text: joined(": ", head, text),
			})
		}
	}
	return row
}

// cell keeps a cell of a known column, cleaned, with what is odd about it.
func (r *reviewReader) cell(row *briefing.ReturnedRow, c briefing.ReviewColumn, raw rawCell) {
	cell := briefing.ReturnedCell{Cell: cellName(raw.column, row.Number), Text: strings.TrimSpace(raw.text)}
	doubt := func(w briefing.Weight, code, is string) {
		row.Doubts = append(row.Doubts, briefing.Finding{
			Weight: w, Code: code, Sheet: row.Sheet, Cell: cell.Cell, Column: c, Is: is, Was: cell.Text,
		})
	}
	switch {
	case raw.formula && cell.Text == "":
		doubt(briefing.WeighAsk, "formula", "")
	case raw.formula:
		doubt(briefing.WeighWarn, "formula", cell.Text)
	}
	if raw.kind == kindError {
		doubt(briefing.WeighAsk, "error_value", cell.Text)
		cell.Text = ""
	}
	if raw.struck != "" {
		doubt(briefing.WeighAsk, "struck", raw.struck)
	}
	if cell.Text == "" {
		return
	}
	if c == briefing.ColByDate {
		r.day(&cell, raw, doubt)
	}
	if code, fixed, listed := r.words.code(c, cell.Text); listed {
		cell.Code = code
		switch {
		case code == "":
			doubt(briefing.WeighAsk, "word_unknown", cell.Text)
		case fixed:
			doubt(briefing.WeighFix, "word_read", code)
		}
	}
	row.Cells[c] = cell
}

// day reads the date of an answer. A day that two countries read differently
// is asked about.
func (r *reviewReader) day(cell *briefing.ReturnedCell, raw rawCell, doubt func(briefing.Weight, string, string)) {
	if raw.kind == kindDate {
		cell.Code, cell.Text = raw.text, raw.text
		return
	}
	day, sure := typedDay(cell.Text)
	switch {
	case !sure:
		doubt(briefing.WeighAsk, "date_unclear", cell.Text)
	case day != cell.Text:
		doubt(briefing.WeighFix, "date_read", day)
	}
	if sure {
		cell.Code = day
	}
}

// merged asks about cells that were merged: their words stand in the first.
func (r *reviewReader) merged(s *rawSheet) {
	for _, ref := range s.merged {
		r.find(briefing.Finding{Weight: briefing.WeighAsk, Code: "merged", Sheet: s.name, Cell: ref})
	}
}

// looseRow keeps what somebody wrote above the heads.
func (r *reviewReader) looseRow(s *rawSheet, raw *rawRow) {
	for _, c := range raw.cells {
		if text := strings.TrimSpace(c.text); text != "" {
			r.back.Remarks = append(r.back.Remarks, briefing.Remark{Sheet: s.name, Cell: cellName(c.column, raw.number), Text: text})
		}
	}
}
