package sheet

import "placard/briefing"

// oursColumn is a column of what our side says, there where the gate left its
// part open.
type oursColumn struct {
	tableColumn[briefing.MatrixRow]
	part briefing.Part
}

// oursColumns put the draft of today beside what was cleared.
var oursColumns = []oursColumn{
	{tableColumn[briefing.MatrixRow]{"place", lookLink, 18, func(_ *book, r *briefing.MatrixRow) string { return placeOf(r) }}, briefing.PartNoteText},
	{tableColumn[briefing.MatrixRow]{"subject", lookSmall, 36, func(_ *book, r *briefing.MatrixRow) string { return subjectOf(r) }}, briefing.PartNoteText},
	{tableColumn[briefing.MatrixRow]{"our_stance", lookStance, 17, func(b *book, r *briefing.MatrixRow) string { return r.Ours.Say(b.words) }}, briefing.PartStance},
	{tableColumn[briefing.MatrixRow]{"cleared_stance", lookStance, 17, clearedStance}, briefing.PartClearanceState},
	{tableColumn[briefing.MatrixRow]{"our_line", lookLocked, 44, func(_ *book, r *briefing.MatrixRow) string { return r.Line }}, briefing.PartSpoken},
	{tableColumn[briefing.MatrixRow]{"cleared_line", lookLocked, 44, func(_ *book, r *briefing.MatrixRow) string { return clearedOf(r).Line }}, briefing.PartClearanceState},
	{tableColumn[briefing.MatrixRow]{"differs", lookStrong, 15, saysDiffers}, briefing.PartClearanceState},
	{tableColumn[briefing.MatrixRow]{"points", lookLocked, 44, func(_ *book, r *briefing.MatrixRow) string { return r.Points }}, briefing.PartSpoken},
	{tableColumn[briefing.MatrixRow]{"cleared_points", lookLocked, 44, clearedPoints}, briefing.PartClearanceState},
	{tableColumn[briefing.MatrixRow]{"wording", lookLocked, 36, func(_ *book, r *briefing.MatrixRow) string { return r.Wording }}, briefing.PartSpoken},
	{tableColumn[briefing.MatrixRow]{"priority", lookLocked, 13, func(b *book, r *briefing.MatrixRow) string { return priorityOf(b, r) }}, briefing.PartReasons},
	{tableColumn[briefing.MatrixRow]{"status", lookLocked, 18, func(b *book, r *briefing.MatrixRow) string { return statusOf(b, r) }}, briefing.PartClearanceState},
	{tableColumn[briefing.MatrixRow]{"clearance", lookLocked, 26, func(_ *book, r *briefing.MatrixRow) string { return r.Clearance }}, briefing.PartCapital},
	{tableColumn[briefing.MatrixRow]{"ref", lookRef, 26, func(_ *book, r *briefing.MatrixRow) string { return r.Ref }}, briefing.PartNoteText},
}

// clearedOf is what was cleared; empty where nothing was.
func clearedOf(r *briefing.MatrixRow) briefing.ClearedWords {
	if r.Cleared == nil {
		return briefing.ClearedWords{}
	}
	return *r.Cleared
}

func clearedStance(b *book, r *briefing.MatrixRow) string { return clearedOf(r).Stance.Say(b.words) }

// clearedPoints stand there where they are not today's.
func clearedPoints(_ *book, r *briefing.MatrixRow) string {
	if points := clearedOf(r).Points; points != r.Points {
		return points
	}
	return ""
}

// saysDiffers marks the rows whose draft is no longer what was cleared.
func saysDiffers(b *book, r *briefing.MatrixRow) string {
	switch {
	case r.Cleared == nil:
		return ""
	case r.Differs:
		return b.say("differs")
	}
	return b.say("as_cleared")
}

// addOurs is what our side says, row by row: today and as cleared.
func addOurs(b *book, m *briefing.Matrix) error {
	t := table[briefing.MatrixRow]{tab: "ours"}
	for i, r := range m.Rows {
		if r.Ours != briefing.StanceNone || r.Line != "" || r.Status != briefing.StateNone {
			t.rows = append(t.rows, r)
			t.links = append(t.links, link{
				cell: cellName(1, 1+len(t.rows)), target: "'" + b.say("tab.matrix") + "'!" + cellName(1, matrixHead+1+i),
			})
		}
	}
	for _, c := range oursColumns {
		if m.Shown[c.part] {
			t.columns = append(t.columns, c.tableColumn)
		}
	}
	return t.add(b)
}
