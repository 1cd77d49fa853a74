package pack

import "placard/briefing"

// sourceText is the note's own text with its numbers, bullets and footnotes.
func (b *build) sourceText() []briefing.PaperBlock {
	var out []briefing.PaperBlock
	referred := b.referred()
	for i := range b.text.Blocks {
		bl := &b.text.Blocks[i]
		if bl.Kind == briefing.KindFurniture || bl.Kind == briefing.KindFootnote && referred[bl.ID] {
			continue
		}
		block := b.sourceBlock(bl)
		block.Anchor, block.Lang = sourceAnchor(bl.ID), b.noteLanguage()
		out = append(out, block)
	}
	if len(out) == 0 {
		return nil
	}
	title := b.w.Say("pack.source", "Symbol", b.d.Note.Symbol)
	return append([]briefing.PaperBlock{{Kind: briefing.PaperPageBreak}, paperHeading(1, title, "source")}, out...)
}

// referred are the footnotes that stand at the foot of their mark's page.
func (b *build) referred() map[string]bool {
	out := map[string]bool{}
	for i := range b.text.Blocks {
		for _, r := range b.text.Blocks[i].Runs {
			if r.NoteRef != "" {
				out[r.NoteRef] = true
			}
		}
	}
	return out
}

// sourceBlock sets one block of the note.
func (b *build) sourceBlock(bl *briefing.Block) briefing.PaperBlock {
	out := briefing.PaperBlock{Kind: briefing.PaperText, Runs: b.runs(bl, 0, len(bl.Text), true), RTL: rightToLeft(bl.Text)}
	switch bl.Kind {
	case briefing.KindMasthead:
		out.Kind = briefing.PaperSmall
	case briefing.KindFootnote:
		out.Kind, out.Title = briefing.PaperSmall, bl.Label
	case briefing.KindHeading:
		out.Kind, out.Level, out.Together = briefing.PaperHeading, min(bl.Level, 2)+2, true
	case briefing.KindAnnex:
		out.Kind, out.Level, out.Together = briefing.PaperHeading, 2, true
	case briefing.KindAgendaDay, briefing.KindAgendaSlot:
		out.Kind, out.Level, out.Together = briefing.PaperHeading, 4, true
	case briefing.KindParagraph:
		out.Title = numbered(bl.Label)
	case briefing.KindSubparagraph:
		out.Kind, out.Level, out.Title = briefing.PaperBullet, bl.Level+1+b.hung(bl), "("+bl.Label+")"
	case briefing.KindBullet:
		out.Kind, out.Level = briefing.PaperBullet, bl.Level+1+b.hung(bl)
	case briefing.KindAgendaItem:
		out.Kind, out.Level, out.Title = briefing.PaperBullet, 1, numbered(bl.Label)
	case briefing.KindQuotation:
		out.Kind = briefing.PaperQuote
	case briefing.KindTable:
		return noteTable(bl, out)
	case briefing.KindContinuation, briefing.KindPreamble, briefing.KindText, briefing.KindFurniture:
	}
	return out
}

// hung is how much deeper a list item stands under a numbered paragraph.
func (b *build) hung(bl *briefing.Block) int {
	if parent := b.block(bl.Parent); parent != nil && parent.Kind == briefing.KindParagraph {
		return 1
	}
	return 0
}

func numbered(label string) string {
	if label == "" {
		return ""
	}
	return label + "."
}

// noteTable sets a table of the note, its columns equally wide; its text
// where the cells were not recognised.
func noteTable(bl *briefing.Block, out briefing.PaperBlock) briefing.PaperBlock {
	columns := 0
	for _, row := range bl.Rows {
		columns = max(columns, len(row))
	}
	if columns == 0 {
		return out
	}
	body := &briefing.PaperTableBody{Head: 1, Widths: make([]int, columns)}
	for i := range body.Widths {
		body.Widths[i] = 100 / columns
	}
	for _, row := range bl.Rows {
		cells := make([]briefing.PaperCell, columns)
		for i, text := range row {
			cells[i] = cell(text)
		}
		body.Rows = append(body.Rows, cells)
	}
	return briefing.PaperBlock{Kind: briefing.PaperTable, Table: body}
}
