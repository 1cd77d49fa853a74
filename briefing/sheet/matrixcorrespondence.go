package sheet

import "placard/briefing"

// addCorrespondence is the table against an earlier version of the note: new
// number, old number, what was done, our position then.
func addCorrespondence(b *book, m *briefing.Matrix) error {
	c := m.Correspondence
	if c == nil || len(c.Rows) == 0 {
		return nil
	}
	t := table[briefing.CorrespondenceRow]{
		tab: "correspondence", rows: c.Rows,
		columns: []tableColumn[briefing.CorrespondenceRow]{
			{"new_number", lookBox, 18, func(_ *book, r *briefing.CorrespondenceRow) string { return r.New }},
			{"old_number", lookLocked, 18, func(_ *book, r *briefing.CorrespondenceRow) string { return r.Old }},
			{"fate", lookLocked, 24, func(b *book, r *briefing.CorrespondenceRow) string { return r.Fate.Say(b.words) }},
			{"our_stance_then", lookStance, 18, func(b *book, r *briefing.CorrespondenceRow) string { return r.Stance.Say(b.words) }},
			{"status_then", lookLocked, 20, statusThen},
			{"our_line_then", lookLocked, 50, func(_ *book, r *briefing.CorrespondenceRow) string { return r.Line }},
			{"text", lookSmall, 70, func(_ *book, r *briefing.CorrespondenceRow) string { return r.Text }},
		},
	}
	return t.add(b)
}

func statusThen(b *book, r *briefing.CorrespondenceRow) string {
	return statusOf(b, &briefing.MatrixRow{Status: r.State, Stale: r.Stale})
}
