package briefing

// sourceText is the note's own text with its numbers, bullets and footnotes.
func (b *packBuilder) sourceText() []PaperBlock {
	var out []PaperBlock
	referred := b.referred()
	for i := range b.text.Blocks {
		bl := &b.text.Blocks[i]
		if bl.Kind == KindFurniture || bl.Kind == KindFootnote && referred[bl.ID] {
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
	return append([]PaperBlock{{Kind: PaperPageBreak}, paperHeading(1, title, "source")}, out...)
}

// referred are the footnotes that stand at the foot of their mark's page.
func (b *packBuilder) referred() map[string]bool {
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
func (b *packBuilder) sourceBlock(bl *Block) PaperBlock {
	out := PaperBlock{Kind: PaperText, Runs: b.runs(bl, 0, len(bl.Text), true), RTL: rightToLeft(bl.Text)}
	switch bl.Kind {
	case KindMasthead:
		out.Kind = PaperSmall
	case KindFootnote:
		out.Kind, out.Title = PaperSmall, bl.Label
	case KindHeading:
		out.Kind, out.Level, out.Together = PaperHeading, min(bl.Level, 2)+2, true
	case KindAnnex:
		out.Kind, out.Level, out.Together = PaperHeading, 2, true
	case KindAgendaDay, KindAgendaSlot:
		out.Kind, out.Level, out.Together = PaperHeading, 4, true
	case KindParagraph:
		out.Title = numbered(bl.Label)
	case KindSubparagraph:
		out.Kind, out.Level, out.Title = PaperBullet, bl.Level+1+b.hung(bl), "("+bl.Label+")"
	case KindBullet:
		out.Kind, out.Level = PaperBullet, bl.Level+1+b.hung(bl)
	case KindAgendaItem:
		out.Kind, out.Level, out.Title = PaperBullet, 1, numbered(bl.Label)
	case KindQuotation:
		out.Kind = PaperQuote
	case KindTable:
		return noteTable(bl, out)
	case KindContinuation, KindPreamble, KindText, KindFurniture:
	}
	return out
}

// hung is how much deeper a list item stands under a numbered paragraph.
func (b *packBuilder) hung(bl *Block) int {
	if parent := b.block(bl.Parent); parent != nil && parent.Kind == KindParagraph {
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
func noteTable(bl *Block, out PaperBlock) PaperBlock {
	columns := 0
	for _, row := range bl.Rows {
		columns = max(columns, len(row))
	}
	if columns == 0 {
		return out
	}
	body := &PaperTableBody{Head: 1, Widths: make([]int, columns)}
	for i := range body.Widths {
		body.Widths[i] = 100 / columns
	}
	for _, row := range bl.Rows {
		cells := make([]PaperCell, columns)
		for i, text := range row {
			cells[i] = cell(text)
		}
		body.Rows = append(body.Rows, cells)
	}
	return PaperBlock{Kind: PaperTable, Table: body}
}
