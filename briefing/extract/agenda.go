package extract

import (
	"regexp"
	"slices"
	"strings"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/sign"
)

// agenda is the state of an agenda being read.
type agenda struct {
	open      bool // the part calls itself an agenda
	day, slot string
	date      briefing.Date
	item      string
	annotated string // the newest item that came again as a heading
	// untitled is set behind a time that has no title yet.
	untitled bool
}

// agendaTitle is a title line that says an agenda follows.
var agendaTitle = regexp.MustCompile(`(?i)^(?:(?:draft|provisional|revised|annotated|proposed|tentative|preliminary|final)[\s,]+)*(?:agenda|programme of work|timetable|time-?table|schedule|programme)(?: (?:of|for) .{1,80})?\*{0,2}$|` +
	`^(?:projet d')?ordre du jour(?: provisoire| annoté| révisé)*.{0,40}$|^programme de travail.{0,40}$|` +
	`^(?:proyecto de )?(?:orden del día|temario|programa provisional)(?: provisional| anotado| revisado)*.{0,40}$|` +
	`повестка дня|جدول الأعمال|议程`)

// opensAgenda tells whether the current passage is the first day or time of
// an agenda. A date alone may be the masthead's: something timed must follow.
func (b *builder) opensAgenda() bool {
	text := b.passages[b.i].Text
	if _, end := sign.ReadSlot(text); end > 0 {
		return true
	}
	if _, ok := dayOf(text); !ok {
		return false
	}
	next := b.next(b.i)
	if next >= len(b.passages) {
		return false
	}
	_, end := sign.ReadSlot(b.passages[next].Text)
	return end > 0 || b.signs[next].Form == sign.Item
}

// placeDay makes a day of an agenda.
func (b *builder) placeDay(p manuscript.Passage, s sign.Sign) bool {
	date, ok := dayOf(p.Text)
	if !ok && b.agenda.open && !p.Hint.Fixed() {
		date, ok = b.yearless(p.Text)
	}
	if !ok || s.Form != sign.None && s.Form != sign.Number || !b.agenda.open && !b.opensAgenda() {
		return false
	}
	block := b.add(briefing.KindAgendaDay, "", p.Rich)
	block.Slot, block.Parent = &briefing.Slot{Date: date}, b.section()
	b.agenda = agenda{open: true, day: block.ID, date: date}
	b.front, b.paragraph, b.lists = false, "", nil
	return true
}

// placeSlot makes a time of an agenda, with the title that stands on its line.
func (b *builder) placeSlot(p manuscript.Passage, _ sign.Sign) bool {
	slot, end := sign.ReadSlot(p.Text)
	if end == 0 || !b.agenda.open && end < len(p.Text) {
		return false
	}
	slot.Date = b.agenda.date
	block := b.add(briefing.KindAgendaSlot, strings.TrimSpace(p.Text[:end]), p.After(end))
	block.Slot, block.Parent, block.Level = &slot, b.agenda.day, 1
	b.agenda.open, b.agenda.slot, b.agenda.item = true, block.ID, ""
	b.agenda.untitled = block.Text == ""
	b.front, b.paragraph, b.lists = false, "", nil
	return true
}

// placeCluster gives a time the title printed below it: what its items have
// in common.
func (b *builder) placeCluster(p manuscript.Passage, s sign.Sign) bool {
	if !b.agenda.untitled || s.Form != sign.None || p.Hint != manuscript.HintNone {
		return false
	}
	last := b.last()
	last.Text, last.Runs = p.Text, p.Runs
	b.agenda.untitled = false
	return true
}

// block is the block with an id; nil where there is none.
func (b *builder) block(id string) *briefing.Block {
	for i := range slices.Backward(b.blocks) {
		if b.blocks[i].ID == id {
			return &b.blocks[i]
		}
	}
	return nil
}

func (b *builder) slotOf(id string) *briefing.Slot {
	for _, block := range slices.Backward(b.blocks) {
		if block.ID == id {
			return block.Slot
		}
	}
	return nil
}
