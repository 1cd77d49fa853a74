package briefing

// say gives a field's text for the paper and remembers the mark it carries.
func (b *packBuilder) say(it *packItem, f Field) string {
	text := it.pos.Text(f)
	if text != "" {
		b.note(it.pos.Marks[f])
	}
	return text
}

// level of a part's heading: one deeper inside an option.
func (it *packItem) level() int {
	if it.nested {
		return 3
	}
	return 2
}

// section is a heading over blocks; nothing where there are none.
func section(level int, title string, blocks []PaperBlock) []PaperBlock {
	if len(blocks) == 0 {
		return nil
	}
	return append([]PaperBlock{paperHeading(level, title, "")}, blocks...)
}

// field is a section of a text field, a paragraph a line.
func (b *packBuilder) field(it *packItem, f Field) []PaperBlock {
	return section(it.level(), b.w.Say("field."+f.String()), paperLines(PaperText, b.say(it, f)))
}

func partTitle(b *packBuilder, it *packItem) []PaperBlock {
	out := []PaperBlock{paperHeading(it.level()-1, upperFirst(b.itemTitle(it)), it.anchor)}
	if when := b.when(it); when != "" && !it.nested {
		small := paperPlain(PaperSmall, when)
		small.Together = true
		out = append(out, small)
	}
	if line := b.standing(it); len(line) > 0 {
		out = append(out, PaperBlock{Kind: PaperText, Runs: line})
	}
	return out
}

// partSecretTitle names the item and nothing of our position on it.
func partSecretTitle(b *packBuilder, it *packItem) []PaperBlock {
	return []PaperBlock{paperHeading(it.level()-1, upperFirst(b.itemTitle(it)), it.anchor)}
}

// when is the item's time, room and version of the text.
func (b *packBuilder) when(it *packItem) string {
	m, parts := b.meeting(), []string(nil)
	if it.agenda != nil {
		m = it.host
		parts = append(parts, sayWeekday(b.w, it.agenda.Slot.Date), saySlot(b.w, it.agenda.Slot))
	} else if m != nil {
		parts = append(parts, sayDates(b.w, m.Start, m.End))
	}
	if m != nil {
		parts = append(parts, m.Room, m.Place)
	}
	if it.ask != nil && it.ask.Due != "" && (m == nil || it.ask.Due != m.Start) {
		parts = append(parts, b.w.Say("ask.due", "Date", sayDate(b.w, it.ask.Due)))
	}
	return joinText(" · ", append(parts, b.version())...)
}

// version is the symbol and date of the text that the positions were made on.
func (b *packBuilder) version() string {
	n := b.d.Note
	if n.Date == "" {
		return n.Symbol
	}
	return b.w.Say("pack.version", "Symbol", n.Symbol, "Date", sayDate(b.w, n.Date))
}

// standing is the line under a title: stance, priority, whether we speak.
func (b *packBuilder) standing(it *packItem) []PaperRun {
	var out []PaperRun
	if it.pos.Stance != StanceNone {
		out = append(out, b.stance(it.pos.Stance))
	}
	var rest []string
	if it.pos.Priority != PriorityUnset {
		rest = append(rest, b.w.Say("priority."+string(it.pos.Priority)))
	}
	if it.pos.Intervene != InterveneUnset {
		rest = append(rest, b.w.Say("intervene."+string(it.pos.Intervene)))
	}
	if text := joinText(" · ", rest...); text != "" {
		if len(out) > 0 {
			text = " · " + text
		}
		out = append(out, PaperRun{Text: text})
	}
	return out
}

// stance is the glyph with the word, never one alone. A paper to speak from
// lies open on the table: a red line is shown as it is outside the house.
func (b *packBuilder) stance(s Stance) PaperRun {
	if b.lay.large {
		s = s.Outside()
	}
	return PaperRun{Text: s.Glyph() + " " + b.w.Say("stance."+orNone(string(s))), Family: s.Family()}
}

func partAsked(b *packBuilder, it *packItem) []PaperBlock      { return b.asks(it, quoteLong) }
func partAskedShort(b *packBuilder, it *packItem) []PaperBlock { return b.asks(it, quoteShort) }

// asks quotes what is asked, and says so where we have no answer.
func (b *packBuilder) asks(it *packItem, limit int) []PaperBlock {
	if it.nested || it.subject.Kind == OnItem {
		return nil
	}
	title, key := b.w.Say("pack.text"), "pack.unanswered"
	if it.subject.Kind == OnAsk {
		title = b.w.Say("pack.asked")
	}
	var out []PaperBlock
	if it.block != nil {
		out = section(2, title, []PaperBlock{b.quotation(it, limit)})
	}
	if b.g.Audience.Outsider() {
		key = "pack.unshared"
	}
	if !it.answered() {
		out = append(out, PaperBlock{Kind: PaperText, Runs: []PaperRun{{Text: b.w.Say(key), Style: Bold}}})
	}
	return out
}
