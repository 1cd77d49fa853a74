package extract

import "placard/briefing"

// placeFurniture keeps running heads and page numbers as blocks of their own,
// so that nothing of the page is lost.
func (b *builder) placeFurniture(p passage, s sign) bool {
	if p.hint != hintFurniture && s.form != formRule {
		return false
	}
	b.notes.ruled = s.form == formRule
	b.add(briefing.KindFurniture, "", p.rich)
	return true
}

// placeTable keeps the cells of a table, and their words as its text.
func (b *builder) placeTable(p passage, _ sign) bool {
	if p.hint != hintTable {
		return false
	}
	block := b.add(briefing.KindTable, "", p.rich)
	block.Rows, block.Parent, b.front = p.rows, b.owner(), false
	return true
}

// placeText takes what is left: prose that goes on a numbered paragraph, or
// prose that has no number at all.
func (b *builder) placeText(p passage, _ sign) bool {
	kind, parent := briefing.KindText, b.section()
	switch {
	case b.paragraph != "":
		kind, parent = briefing.KindContinuation, b.paragraph
	case b.agenda.item != "":
		kind, parent = briefing.KindContinuation, b.agenda.item
	}
	b.add(kind, "", p.rich).Parent = parent
	b.front, b.lists = false, nil
	return true
}
