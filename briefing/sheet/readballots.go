package sheet

import (
	"strings"

	"placard/briefing"
)

// ballots reads a sheet of choices; false where it is none. Heads stand above
// each ballot anew.
func (r *reviewReader) ballots(s *rawSheet) bool {
	at, found := map[string]int{}, false
	heads := map[briefing.ReviewColumn]int{}
	for i := range s.rows {
		row := &s.rows[i]
		if other := r.otherHeads(row); other["choice"] > 0 && other["rank"] > 0 {
			at, heads, found = other, headsIn(row, r.words.columns).at, true
			continue
		}
		if !found {
			continue
		}
		text := func(c briefing.ReviewColumn) string { return cleanCell(row, heads[c]) }
		ref, ok := briefing.ParseRef(text(briefing.ColRef))
		option := briefing.ReturnedOption{
			Sheet: s.name, Number: row.number, Ref: ref, Title: cleanCell(row, at["option"]),
			Chosen: cleanCell(row, at["choice"]) != "", Rank: cleanCell(row, at["rank"]), Comment: text(briefing.ColComment),
			Ministry: text(briefing.ColByMinistry), Person: text(briefing.ColByName), Date: text(briefing.ColByDate),
		}
		switch {
		case ok && strings.Contains(ref, "-O"):
			if strings.HasSuffix(ref, "-OWN") {
				option.Own = text(briefing.ColText)
			}
			r.back.Ballots = append(r.back.Ballots, option)
		case option.Rank != "" || option.Comment != "":
			r.find(briefing.Finding{
				Weight: briefing.WeighAsk, Code: "ballot_lost", Sheet: s.name, Cell: cellName(1, row.number),
				Is: joined(" · ", option.Title, option.Rank, option.Comment),
			})
		}
	}
	if found {
		r.looseRemarks(s)
	}
	return found
}

// otherHeads are the heads of a row that the Review sheet has not.
func (r *reviewReader) otherHeads(row *rawRow) map[string]int {
	out := map[string]int{}
	for _, c := range row.cells {
		if code := r.words.other[fold(c.text)]; code != "" {
			out[code] = c.column
		}
	}
	return out
}

// cleanCell is the text of a column that may not be there.
func cleanCell(row *rawRow, column int) string {
	if column == 0 {
		return ""
	}
	return strings.TrimSpace(row.cell(column).text)
}

// points reads the sheet of capital's own points; false where it is none.
func (r *reviewReader) points(s *rawSheet) bool {
	for i := range s.rows[:min(len(s.rows), headRows)] {
		other := r.otherHeads(&s.rows[i])
		if other["where"] == 0 || other["subject"] == 0 {
			continue
		}
		placed := &placedSheet{raw: s, heads: headsIn(&s.rows[i], r.words.columns)}
		delete(placed.extra, other["where"])
		delete(placed.extra, other["subject"])
		r.pointRows(placed, other)
		return true
	}
	return false
}

func (r *reviewReader) pointRows(s *placedSheet, other map[string]int) {
	found := r.remarksOf(s.raw)
	for i := range s.raw.rows {
		raw := &s.raw.rows[i]
		if raw.number <= s.row {
			continue
		}
		kept := rawRow{number: raw.number}
		for _, c := range raw.cells {
			if c.column != other["where"] && c.column != other["subject"] {
				kept.cells = append(kept.cells, c)
			}
		}
		p := briefing.ReturnedPoint{
			Where: cleanCell(raw, other["where"]), About: cleanCell(raw, other["subject"]), ReturnedRow: r.row(s, &kept),
		}
		p.Remarks = append(p.Remarks, found.take(raw.number)...)
		if p.Where+p.About != "" || len(p.Cells)+len(p.Remarks) > 0 {
			r.back.Points = append(r.back.Points, p)
		}
	}
	r.back.Remarks = append(r.back.Remarks, found.rest()...)
	r.merged(s.raw)
}
