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
