package extract

import (
	"placard/briefing"
	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/sign"
)

// placeFurniture keeps running heads and page numbers as blocks of their own,
// so that nothing of the page is lost.
func (b *builder) placeFurniture(p manuscript.Passage, s sign.Sign) bool {
	if p.Hint != manuscript.HintFurniture && s.Form != sign.Rule {
		return false
	}
	b.notes.ruled = s.Form == sign.Rule
	if p.Picture {
		b.add(briefing.KindText, "", p.Rich)
		return true
	}
	b.add(briefing.KindFurniture, "", p.Rich)
	return true
}

// placeTable keeps the cells of a table, and their words as its text.
func (b *builder) placeTable(p manuscript.Passage, _ sign.Sign) bool {
	if p.Hint != manuscript.HintTable {
		return false
	}
	block := b.add(briefing.KindTable, "", p.Rich)
	block.Rows, block.Parent, b.front = p.Rows, b.owner(), false
	return true
}

// placeText takes what is left: prose that goes on a numbered paragraph, or
// prose that has no number at all.
func (b *builder) placeText(p manuscript.Passage, _ sign.Sign) bool {
	kind, parent := briefing.KindText, b.section()
	switch {
	case b.paragraph != "":
		kind, parent = briefing.KindContinuation, b.paragraph
	case b.agenda.item != "":
		kind, parent = briefing.KindContinuation, b.agenda.item
	}
	b.add(kind, "", p.Rich).Parent = parent
	b.front = false
	b.breakLists()
	return true
}
