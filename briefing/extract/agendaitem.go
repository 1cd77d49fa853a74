package extract

import (
	"regexp"
	"strings"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/sentence"
	"placard/briefing/extract/sign"
)

// placeItem makes an item: "Item 1: …" anywhere, a plain number where the part
// is an agenda and the line reads like a title.
func (b *builder) placeItem(p manuscript.Passage, s sign.Sign) bool {
	if s.Form == sign.Bullet {
		inner := sign.Read(p.Text[s.End:])
		inner.End += s.End
		s = inner
	}
	listed := b.agenda.open && s.Form == sign.Number && s.Style == "." && titled(strings.TrimRight(p.Text[s.End:], ".:")) && !b.countsOn(s) && !b.countsProse(s)
	if s.Form != sign.Item && !listed || s.End == len(p.Text) {
		return false
	}
	if b.annotates(s) {
		return b.annotation(p, s)
	}
	b.agenda.open, b.agenda.untitled = true, false
	block := b.add(briefing.KindAgendaItem, s.Label, p.After(s.End))
	block.Parent = b.agenda.slot
	if block.Parent == "" {
		block.Parent = b.agenda.day
	}
	if slot := b.slotOf(block.Parent); slot != nil {
		at := *slot
		block.Slot = &at
	}
	b.agenda.item = block.ID
	b.front, b.paragraph, b.lists = false, "", nil
	return true
}

// countsOn tells whether a number goes on from the paragraphs above, which a
// programme of work in prose has, and not from the items of an agenda.
func (b *builder) countsOn(s sign.Sign) bool {
	if b.numbers.form != s.Form || b.numbers.style != s.Style || s.N != b.numbers.last+1 {
		return false
	}
	item := b.block(b.agenda.item)
	return item == nil || sign.LeadingNumber(item.Label) != s.N-1
}

// twoSentences matches what a title never is.
var twoSentences = regexp.MustCompile(`\pL{3,}[.!?][)”"»]? \p{Lu}\pL+ \pL`)

// countsProse tells whether the count that the current number is part of runs
// through prose: then none of its members is an item.
func (b *builder) countsProse(s sign.Sign) bool {
	n := s.N
	for i := b.i; i < len(b.passages) && !isAnnex(b.passages[i]); i++ {
		t := b.signs[i]
		if t.Form != s.Form || t.Style != s.Style || b.passages[i].Hint.Fixed() {
			continue
		}
		if t.N < n || t.N > n+1 {
			return false
		}
		n = t.N
		if text := b.passages[i].Text[t.End:]; sentence.Prose(text) && twoSentences.MatchString(text) {
			return true
		}
	}
	return false
}

// annotates tells whether an item stands in the list above and comes again as
// the heading of what is said of it: behind a heading, or above prose.
func (b *builder) annotates(s sign.Sign) bool {
	if b.agenda.slot != "" || b.agenda.day != "" {
		return false
	}
	next := b.next(b.i)
	if next >= len(b.passages) || b.signs[next].Form == s.Form {
		return false
	}
	if b.agenda.annotated == "" && !sentence.Prose(b.passages[next].Text) && (b.agenda.item != "" || !sentence.Ends(b.passages[next].Text)) {
		return false
	}
	for _, block := range b.blocks {
		if block.Kind == briefing.KindAgendaItem && block.Part == b.part && block.Label == s.Label {
			return true
		}
	}
	return false
}

// annotation makes a heading of an item.
func (b *builder) annotation(p manuscript.Passage, s sign.Sign) bool {
	if s.Form == sign.Item {
		s.Label = strings.TrimRight(strings.TrimSpace(p.Text[:s.End]), " .:–—-")
	}
	if !b.heading(p, s, 0) {
		return false
	}
	b.agenda.annotated, b.agenda.item = b.last().ID, ""
	return true
}

// placeSubitem makes an item of a lettered line below one that ends with a
// colon.
func (b *builder) placeSubitem(p manuscript.Passage, s sign.Sign) bool {
	if b.agenda.item == "" || s.Form != sign.Letter || !titled(strings.TrimRight(p.Text[s.End:], ".;")) {
		return false
	}
	item := b.block(b.agenda.item)
	last := b.last()
	if item == nil || !strings.HasSuffix(item.Text, ":") || last.ID != item.ID && (last.Kind != briefing.KindAgendaItem || last.Parent != item.ID) {
		return false
	}
	block := b.add(briefing.KindAgendaItem, item.Label+" ("+s.Label+")", p.After(s.End))
	block.Parent, block.Level, block.Slot = item.ID, 1, item.Slot
	return true
}
