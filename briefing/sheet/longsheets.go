package sheet

import "placard/briefing"

// addObservations is the long sheet: a row an observation, older ones too.
func addObservations(b *book, m *briefing.Matrix) error {
	if len(m.Columns) == 0 {
		return nil
	}
	t := table[briefing.MatrixObservation]{
		tab: "observations", rows: m.Long,
		columns: []tableColumn[briefing.MatrixObservation]{
			{"place", lookLocked, 18, func(_ *book, o *briefing.MatrixObservation) string { return o.Label }},
			{"delegation", lookLocked, 24, func(_ *book, o *briefing.MatrixObservation) string { return o.Delegation }},
			{"stance", lookStance, 18, func(b *book, o *briefing.MatrixObservation) string { return o.Stance.Say(b.words) }},
			{"short", lookLocked, 60, func(_ *book, o *briefing.MatrixObservation) string { return o.Text }},
			{"source", lookLocked, 18, func(b *book, o *briefing.MatrixObservation) string { return b.words.Say("source." + string(o.Source)) }},
			{"date", lookLocked, 12, func(_ *book, o *briefing.MatrixObservation) string { return string(o.Date) }},
			{"current", lookLocked, 10, currentOf},
			{"ref", lookRef, 26, func(_ *book, o *briefing.MatrixObservation) string { return o.Ref }},
		},
	}
	if m.Shown[briefing.PartOthersClosed] {
		t.columns = append(t.columns,
			tableColumn[briefing.MatrixObservation]{"source_text", lookLocked, 36, func(_ *book, o *briefing.MatrixObservation) string { return o.SourceText }},
			tableColumn[briefing.MatrixObservation]{"confidence", lookLocked, 12, func(b *book, o *briefing.MatrixObservation) string { return confidenceOf(b, o.Confidence) }},
		)
	}
	return t.add(b)
}

func currentOf(b *book, o *briefing.MatrixObservation) string {
	if !o.Current {
		return ""
	}
	return b.say("current")
}

// addOurs is what our side says, row by row.
func addOurs(b *book, m *briefing.Matrix) error {
	t := table[briefing.MatrixRow]{tab: "ours"}
	for _, r := range m.Rows {
		if r.Ours != briefing.StanceNone || r.Line != "" || r.Status != briefing.StateNone {
			t.rows = append(t.rows, r)
		}
	}
	for _, c := range []struct {
		tableColumn[briefing.MatrixRow]
		part briefing.Part
	}{
		{tableColumn[briefing.MatrixRow]{"place", lookLocked, 18, func(_ *book, r *briefing.MatrixRow) string { return placeOf(r) }}, briefing.PartNoteText},
		{tableColumn[briefing.MatrixRow]{"subject", lookSmall, 36, func(_ *book, r *briefing.MatrixRow) string { return subjectOf(r) }}, briefing.PartNoteText},
		{tableColumn[briefing.MatrixRow]{"our_stance", lookStance, 17, func(b *book, r *briefing.MatrixRow) string { return r.Ours.Say(b.words) }}, briefing.PartStance},
		{tableColumn[briefing.MatrixRow]{"our_line", lookLocked, 44, func(_ *book, r *briefing.MatrixRow) string { return r.Line }}, briefing.PartSpoken},
		{tableColumn[briefing.MatrixRow]{"points", lookLocked, 44, func(_ *book, r *briefing.MatrixRow) string { return r.Points }}, briefing.PartSpoken},
		{tableColumn[briefing.MatrixRow]{"wording", lookLocked, 36, func(_ *book, r *briefing.MatrixRow) string { return r.Wording }}, briefing.PartSpoken},
		{tableColumn[briefing.MatrixRow]{"priority", lookLocked, 13, func(b *book, r *briefing.MatrixRow) string { return priorityOf(b, r) }}, briefing.PartReasons},
		{tableColumn[briefing.MatrixRow]{"status", lookLocked, 18, func(b *book, r *briefing.MatrixRow) string { return statusOf(b, r) }}, briefing.PartClearanceState},
		{tableColumn[briefing.MatrixRow]{"clearance", lookLocked, 26, func(_ *book, r *briefing.MatrixRow) string { return r.Clearance }}, briefing.PartCapital},
		{tableColumn[briefing.MatrixRow]{"ref", lookRef, 26, func(_ *book, r *briefing.MatrixRow) string { return r.Ref }}, briefing.PartNoteText},
	} {
		if m.Shown[c.part] {
			t.columns = append(t.columns, c.tableColumn)
		}
	}
	return t.add(b)
}

// addParagraphs is the note's own text.
func addParagraphs(b *book, m *briefing.Matrix) error {
	return table[briefing.MatrixParagraph]{
		tab: "paragraphs", rows: m.Paragraphs,
		columns: []tableColumn[briefing.MatrixParagraph]{
			{"place", lookLocked, 20, func(_ *book, p *briefing.MatrixParagraph) string { return p.Label }},
			{"kind", lookLocked, 16, func(b *book, p *briefing.MatrixParagraph) string { return b.words.Say("block." + string(p.Kind)) }},
			{"heading", lookLocked, 28, func(_ *book, p *briefing.MatrixParagraph) string { return p.Heading }},
			{"text", lookLocked, 100, func(_ *book, p *briefing.MatrixParagraph) string { return p.Text }},
		},
	}.add(b)
}
