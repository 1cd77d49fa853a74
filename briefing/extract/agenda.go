package extract

import (
	"regexp"
	"slices"
	"strings"

	"placard/briefing"
)

// agenda is the state of an agenda being read.
type agenda struct {
	open      bool // the part calls itself an agenda
	day, slot string
	date      briefing.Date
	item      string
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
	text := b.passages[b.i].text
	if _, end := readSlot(text); end > 0 {
		return true
	}
	if _, ok := dayOf(text); !ok {
		return false
	}
	next := b.next(b.i)
	if next >= len(b.passages) {
		return false
	}
	_, end := readSlot(b.passages[next].text)
	return end > 0 || b.signs[next].form == formItem
}

// placeDay makes a day of an agenda.
func (b *builder) placeDay(p passage, s sign) bool {
	date, ok := dayOf(p.text)
	if !ok || s.form != formNone && s.form != formNumber || !b.agenda.open && !b.opensAgenda() {
		return false
	}
	block := b.add(briefing.KindAgendaDay, "", p.rich)
	block.Slot, block.Parent = &briefing.Slot{Date: date}, b.section()
	b.agenda = agenda{open: true, day: block.ID, date: date}
	b.front = false
	return true
}

// placeSlot makes a time of an agenda, with the title that stands on its line.
func (b *builder) placeSlot(p passage, _ sign) bool {
	slot, end := readSlot(p.text)
	if end == 0 || !b.agenda.open && end < len(p.text) {
		return false
	}
	slot.Date = b.agenda.date
	block := b.add(briefing.KindAgendaSlot, strings.TrimSpace(p.text[:end]), p.after(end))
	block.Slot, block.Parent, block.Level = &slot, b.agenda.day, 1
	b.agenda.open, b.agenda.slot, b.agenda.item = true, block.ID, ""
	b.agenda.untitled = block.Text == ""
	b.front, b.paragraph, b.lists = false, "", nil
	return true
}

// placeCluster gives a time the title printed below it: what its items have
// in common.
func (b *builder) placeCluster(p passage, s sign) bool {
	if !b.agenda.untitled || s.form != formNone || p.hint != hintNone {
		return false
	}
	last := b.last()
	last.Text, last.Runs = p.text, p.runs
	b.agenda.untitled = false
	return true
}

// placeItem makes an item: "Item 1: …" anywhere, a plain number where the part
// is an agenda and the line reads like a title.
func (b *builder) placeItem(p passage, s sign) bool {
	if s.form == formBullet {
		inner := readSign(p.text[s.end:])
		inner.end += s.end
		s = inner
	}
	listed := b.agenda.open && s.form == formNumber && s.style == "." && titled(strings.TrimRight(p.text[s.end:], "."))
	if s.form != formItem && !listed || s.end == len(p.text) {
		return false
	}
	b.agenda.open, b.agenda.untitled = true, false
	block := b.add(briefing.KindAgendaItem, s.label, p.after(s.end))
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

func (b *builder) slotOf(id string) *briefing.Slot {
	for _, block := range slices.Backward(b.blocks) {
		if block.ID == id {
			return block.Slot
		}
	}
	return nil
}
