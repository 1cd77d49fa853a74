package pack

import "placard/briefing"

// changes says what is new since an earlier pack, for those who may see the
// history; nothing where the pack was not ordered with it.
func (b *build) changes() []briefing.PaperBlock {
	if b.d.Before == nil || b.p.Since == 0 || !b.g.Open(briefing.PartHistory, false) {
		return nil
	}
	title := b.w.Say("pack.changes", "Number", b.p.Since)
	rows := [][]briefing.PaperCell{headCells(b.w.Say("pack.col.item"), b.w.Say("pack.col.change"))}
	for _, s := range b.g.Dossier(b.d).Since(b.g.Dossier(b.d.Before)) {
		if row := b.change(s); row != nil {
			rows = append(rows, row)
		}
	}
	if len(rows) == 1 {
		return section(1, title, []briefing.PaperBlock{paperPlain(briefing.PaperText, b.w.Say("pack.no_changes"))})
	}
	return section(1, title, []briefing.PaperBlock{paperTable([]int{36, 64}, rows...)})
}

// change is a row; nil for an item that the pack was not ordered with.
func (b *build) change(s briefing.Shift) []briefing.PaperCell {
	if s.Kind == briefing.ShiftDocument {
		name := briefing.JoinText(" – ", s.Document.Symbol, s.Document.Title)
		return []briefing.PaperCell{cell(name), cell(upperFirst(s.Say(b.d, b.w)))}
	}
	it := b.item(s.Subject)
	anchor := ""
	if listed := b.listed(s.Subject); listed != nil {
		it, anchor = listed, listed.anchor
	} else if len(b.p.Items) > 0 {
		return nil
	}
	return []briefing.PaperCell{linkCell(upperFirst(b.itemTitle(it)), anchor), cell(upperFirst(s.Say(b.d, b.w)))}
}

// listed is the item of the paper on a subject, options too.
func (b *build) listed(s briefing.Subject) *item {
	for _, it := range b.items {
		if it.subject == s {
			return it
		}
		if o := itemOn(it.options, s); o != nil {
			return o
		}
	}
	return nil
}
