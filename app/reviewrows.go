package app

import (
	"placard/app/reader"
	"placard/briefing"
)

// reviewRows sets a text out for review: all of it, its running heads too,
// each block with what is doubtful in it and what it asks.
func reviewRows(p proof, w briefing.Words) []reader.Row {
	text := briefing.Text{Blocks: p.blocks()}
	rows := make([]reader.Row, len(text.Blocks))
	for i := range text.Blocks {
		b := &text.Blocks[i]
		rows[i] = reader.Row{
			ID: b.ID, Label: printedLabel(b, w), Kind: b.Kind, Text: b.Text, Runs: b.Runs, Rows: b.Rows,
			Indent: indent(&text, b), Level: b.Level, RTL: setFromRight(b, p.language()),
			Dim: b.Kind == briefing.KindMasthead || b.Kind == briefing.KindFootnote,
		}
		if b.Text == "" && len(b.Rows) == 0 {
			rows[i].Text, rows[i].Runs, rows[i].Dim = w.Say("import.blank"), nil, true
		}
		rows[i].Chips = reviewChips(p, b, w)
	}
	return rows
}

// plainRows sets blocks out as nothing but text, for a source without pages.
func plainRows(blocks []briefing.Block, language string) []reader.Row {
	rows := make([]reader.Row, len(blocks))
	for i := range blocks {
		b := &blocks[i]
		rows[i] = reader.Row{ID: b.ID, Kind: briefing.KindText, Text: b.Text, Runs: b.Runs, Rows: b.Rows, RTL: setFromRight(b, language)}
		if len(b.Rows) > 0 {
			rows[i].Kind = briefing.KindTable
		}
		if b.Label != "" && len(b.Rows) == 0 {
			rows[i].Text, rows[i].Runs = b.Label+"  "+b.Text, nil
		}
	}
	return rows
}

// unseen are the kinds that a block's look does not tell apart from plain text.
var unseen = map[briefing.Kind]bool{
	briefing.KindFurniture: true, briefing.KindContinuation: true, briefing.KindPreamble: true,
	briefing.KindAgendaDay: true, briefing.KindAgendaSlot: true,
}

// reviewChips say why a block is doubtful, what it is where its look does not
// tell, and what it asks.
func reviewChips(p proof, b *briefing.Block, w briefing.Words) []reader.Chip {
	var chips []reader.Chip
	for _, doubt := range b.Doubts {
		chips = append(chips, reader.Chip{Text: "? " + w.Say("doubt."+doubt), Color: familyDoubt, Solid: true})
	}
	if unseen[b.Kind] {
		chips = append(chips, reader.Chip{Text: w.Say("import.kind." + string(b.Kind)), Color: familyState})
	}
	for _, a := range p.asksIn(b.ID) {
		if a.Class != briefing.AskDeadline {
			chips = append(chips, reader.Chip{Text: askWords(a, w), Color: familyAsk})
		}
	}
	return chips
}
