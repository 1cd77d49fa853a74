package briefing

import (
	"slices"
	"strconv"
)

// doubts are the questions that an answer raises by itself.
func (m *merger) doubts(row *ReturnedRow, r *ReviewedRow) []Finding {
	var out []Finding
	ask := func(code string, c ReviewColumn, is string) {
		out = append(out, Finding{
			Weight: WeighAsk, Code: code, Sheet: row.Sheet, Cell: row.cellOf(c), Ref: r.Ref, Column: c, Is: is,
		})
	}
	standing := m.now[r.Sent.Position]
	changed := r.Text != "" || r.Stance != StanceNone || r.Limits != ""
	switch {
	case !r.Answered() && len(r.Remarks) == 0:
		return nil
	case standing.Position == nil:
		ask("position_gone", ColRef, "")
	case standing.Later > 0:
		ask("sent_again", ColRef, strconv.Itoa(standing.Later))
	}
	switch {
	case r.Decision == DecisionChanges && !changed:
		ask("changes_without_text", ColDecision, "")
	case r.Decision == DecisionApprove && changed:
		ask("approved_yet_changed", ColDecision, clipped(r.Text))
	}
	out = append(out, m.disagreements(row, r)...)
	for _, f := range r.Fields {
		if f.Moved() && r.Decision != "" && !standing.Settled {
			ask("moved_on", f.Column, clipped(f.Now))
		}
	}
	if sum := row.Text(ColSum); sum != "" && sum != r.Sent.Sum {
		ask("row_sum_differs", ColSum, "")
	}
	if base := row.Text(ColBase); base != "" && base != strconv.FormatUint(r.Sent.Base, 10) {
		ask("base_differs", ColBase, base)
	}
	return out
}

// cellOf a column in the row; the row's number where it has none.
func (r *ReturnedRow) cellOf(c ReviewColumn) string {
	if cell := r.Cells[c].Cell; cell != "" {
		return cell
	}
	return strconv.Itoa(r.Number)
}

// order reports rows that moved, and asks where the answers of rows that did
// not are in the order of the alphabet: somebody sorted the yellow cells alone.
func (m *merger) order() {
	if !slices.IsSorted(m.places) {
		m.find(Finding{Weight: WeighNote, Code: "rows_moved"})
		return
	}
	for _, c := range []ReviewColumn{ColDecision, ColNewStance, ColType, ColNewText, ColComment} {
		if m.sortedAlone(c) {
			m.find(Finding{Weight: WeighAsk, Code: "inputs_sorted", Column: c})
		}
	}
}

// sortedAlone tells whether the words of an input column run through at least
// three values in order over four rows or more, the blank ones last. People
// may fill them in like that by chance; a question costs less than answers on
// wrong rows.
func (m *merger) sortedAlone(c ReviewColumn) bool {
	var filled []string
	blanks := false
	for i := range m.r.Returned.Rows {
		text := m.r.Returned.Rows[i].Text(c)
		if text == "" {
			blanks = true
			continue
		}
		if blanks {
			return false // sorting puts the blank cells last
		}
		filled = append(filled, text)
	}
	backwards := slices.Clone(filled)
	slices.Reverse(backwards)
	kinds := len(slices.Compact(slices.Sorted(slices.Values(filled))))
	return len(filled) >= 4 && kinds >= 3 && (slices.IsSorted(filled) || slices.IsSorted(backwards))
}

// points reports what capital brings up itself.
func (m *merger) points() {
	for i := range m.r.Returned.Points {
		p := m.r.Returned.Points[i]
		for _, d := range p.Doubts {
			m.find(d)
		}
		m.r.Points = append(m.r.Points, p)
		m.find(Finding{
			Weight: WeighNew, Code: "point_new", Sheet: p.Sheet, Cell: strconv.Itoa(p.Number),
			Is: clipped(JoinText(" · ", p.Where, p.About, p.Text(ColNewText), p.Text(ColComment))),
		})
	}
	for _, r := range m.r.Returned.Remarks {
		m.find(Finding{Weight: WeighNew, Code: "remark_loose", Sheet: r.Sheet, Cell: r.Cell, Is: clipped(r.Text), Was: r.Author})
	}
	for i := range m.r.Rows {
		for _, r := range m.r.Rows[i].Remarks {
			m.find(Finding{Weight: WeighNew, Code: "remark", Sheet: r.Sheet, Cell: r.Cell, Ref: m.r.Rows[i].Ref, Is: clipped(r.Text), Was: r.Author})
		}
	}
}
