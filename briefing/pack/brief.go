package pack

import (
	"cmp"

	"placard/briefing"
)

// say gives a field's text for the paper and remembers the mark it carries.
func (b *build) say(it *item, f briefing.Field) string {
	text := it.pos.Text(f)
	if text != "" {
		b.note(it.pos.Marks[f])
	}
	return text
}

// level of a part's heading: one deeper inside an option.
func (it *item) level() int {
	if it.nested {
		return 3
	}
	return 2
}

// section is a heading over blocks; nothing where there are none.
func section(level int, title string, blocks []briefing.PaperBlock) []briefing.PaperBlock {
	if len(blocks) == 0 {
		return nil
	}
	return append([]briefing.PaperBlock{paperHeading(level, title, "")}, blocks...)
}

// field is a section of a text field, a paragraph a line.
func (b *build) field(it *item, f briefing.Field) []briefing.PaperBlock {
	return section(it.level(), b.w.Say("field."+f.String()), paperLines(briefing.PaperText, b.say(it, f)))
}

func partTitle(b *build, it *item) []briefing.PaperBlock {
	out := []briefing.PaperBlock{paperHeading(it.level()-1, upperFirst(b.itemTitle(it)), it.anchor)}
	if when := b.when(it); when != "" && !it.nested {
		small := paperPlain(briefing.PaperSmall, when)
		small.Together = true
		out = append(out, small)
	}
	if line := b.standing(it); len(line) > 0 {
		out = append(out, briefing.PaperBlock{Kind: briefing.PaperText, Runs: line, Together: true})
	}
	return out
}

// partSecretTitle names the item and nothing of our position on it.
func partSecretTitle(b *build, it *item) []briefing.PaperBlock {
	return []briefing.PaperBlock{paperHeading(it.level()-1, upperFirst(b.itemTitle(it)), it.anchor)}
}

// when is the item's time, room and version of the text.
func (b *build) when(it *item) string {
	m, parts := b.meeting(), []string(nil)
	if it.agenda != nil {
		m = it.host
		parts = append(parts, it.agenda.Slot.Date.SayLong(b.w), it.agenda.Slot.Say(b.w))
	} else if m != nil {
		parts = append(parts, m.SayDates(b.w))
	}
	if m != nil {
		parts = append(parts, m.Room, m.Place)
	}
	if it.ask != nil && it.ask.Due != "" && (m == nil || it.ask.Due != m.Start) {
		parts = append(parts, b.w.Say("ask.due", "Date", it.ask.Due.Say(b.w)))
	}
	return briefing.JoinText(" · ", append(parts, b.version())...)
}

// version is the symbol and date of the text that the positions were made on.
func (b *build) version() string {
	n := b.d.Note
	if n.Date == "" {
		return n.Symbol
	}
	return b.w.Say("pack.version", "Symbol", n.Symbol, "Date", n.Date.Say(b.w))
}

// standing is the line under a title: stance, priority, whether we speak.
func (b *build) standing(it *item) []briefing.PaperRun {
	var out []briefing.PaperRun
	if it.pos.Stance != briefing.StanceNone {
		out = append(out, b.stance(it.pos.Stance))
	}
	var rest []string
	if it.pos.Priority != briefing.PriorityUnset {
		rest = append(rest, b.w.Say("priority."+string(it.pos.Priority)))
	}
	if it.pos.Intervene != briefing.InterveneUnset {
		rest = append(rest, b.w.Say("intervene."+string(it.pos.Intervene)))
	}
	if text := briefing.JoinText(" · ", rest...); text != "" {
		if len(out) > 0 {
			text = " · " + text
		}
		out = append(out, briefing.PaperRun{Text: text})
	}
	return out
}

// stance is the glyph with the word, never one alone. A paper to speak from
// lies open on the table: a red line is shown as it is outside the house.
func (b *build) stance(s briefing.Stance) briefing.PaperRun {
	if b.lay.large {
		s = s.Outside()
	}
	return briefing.PaperRun{Text: s.Glyph() + " " + b.w.Say("stance."+cmp.Or(string(s), "none")), Family: s.Family()}
}

func partAsked(b *build, it *item) []briefing.PaperBlock      { return b.asks(it, quoteLong) }
func partAskedShort(b *build, it *item) []briefing.PaperBlock { return b.asks(it, quoteShort) }

// asks quotes what is asked, and says so where we have no answer.
func (b *build) asks(it *item, limit int) []briefing.PaperBlock {
	if it.nested || it.subject.Kind == briefing.OnItem {
		return nil
	}
	title, key := b.w.Say("pack.text"), "pack.unanswered"
	if it.subject.Kind == briefing.OnAsk {
		title = b.w.Say("pack.asked")
	}
	var out []briefing.PaperBlock
	if it.block != nil {
		out = section(2, title, []briefing.PaperBlock{b.quotation(it, limit)})
	}
	if b.g.Audience.Outsider() {
		key = "pack.unshared"
	}
	if !it.answered() {
		out = append(out, briefing.PaperBlock{Kind: briefing.PaperText, Runs: []briefing.PaperRun{{Text: b.w.Say(key), Style: briefing.Bold}}})
	}
	return out
}
