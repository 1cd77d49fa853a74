package rows

import "placard/briefing"

// cleared puts what was cleared beside our words of today, for those who may
// know how far a position has come.
func (x *matrixBuilder) cleared(row *briefing.MatrixRow, seen *briefing.Position) {
	if !x.g.Open(briefing.PartClearanceState, false) {
		return
	}
	p := x.d.Position(seen.Subject)
	if p == nil {
		return
	}
	was := x.d.ClearedVersion(p)
	if was == nil {
		return
	}
	if was = x.g.Position(was); was == nil {
		return
	}
	row.Cleared = &briefing.ClearedWords{
		Stance: was.Stance, Line: plainText(was.Text(briefing.FieldLine)),
		Points: plainText(was.Text(briefing.FieldPoints)), Wording: plainText(was.Text(briefing.FieldWording)),
	}
	row.Differs = x.d.Cleared[p.ID] != nil
	if row.Differs {
		x.m.Mark = briefing.HighestMark(append(shownMarks(was, matrixFields), x.m.Mark)...)
	}
}
