package pack

import "placard/briefing"

// back is what stands after the briefs: the paragraph table, the table against
// the note that this one revises, remarks on paragraphs without a brief, and
// the text of the note.
func (b *build) back() []briefing.PaperBlock {
	out := b.paragraphTable()
	out = append(out, b.correspondence()...)
	out = append(out, b.otherRemarks()...)
	return append(out, b.sourceText()...)
}

// otherRemarks are the annotations on blocks that no brief is about.
func (b *build) otherRemarks() []briefing.PaperBlock {
	briefed := map[string]bool{}
	for _, it := range b.items {
		briefed[it.subject.Block] = true
	}
	rows := [][]briefing.PaperCell{headCells(b.w.Say("pack.col.paragraph"), b.w.Say("pack.col.kind"), b.w.Say("pack.col.remark"))}
	for i := range b.text.Blocks {
		bl := &b.text.Blocks[i]
		if briefed[bl.ID] {
			continue
		}
		for _, a := range b.remarks(bl.ID) {
			rows = append(rows, []briefing.PaperCell{
				linkCell(b.place(bl), sourceAnchor(bl.ID)), cell(b.w.Say("annotation.kind." + string(a.Kind))), cell(a.Text),
			})
		}
	}
	if len(rows) == 1 {
		return nil
	}
	return section(1, b.w.Say("pack.other_remarks"), []briefing.PaperBlock{paperTable([]int{22, 16, 62}, rows...)})
}
