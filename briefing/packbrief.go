package briefing

// secretFields stand in the restricted box, in this order.
var secretFields = []Field{FieldFallback, FieldRedLine, FieldTactics, FieldConditions}

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

func partObjective(b *packBuilder, it *packItem) []PaperBlock { return b.field(it, FieldObjective) }

// partLine is the line to take with the stamp that says who agreed to it.
func partLine(b *packBuilder, it *packItem) []PaperBlock {
	var out []PaperBlock
	if line := b.say(it, FieldLine); line != "" {
		call := paperPlain(PaperCall, line)
		call.Title, call.Together = b.w.Say("field.line_to_take"), true
		out = append(out, call)
	}
	if stamp := b.stamp(it.pos); stamp != "" && it.said {
		out = append(out, paperPlain(PaperSmall, stamp))
	}
	return out
}

func partPoints(b *packBuilder, it *packItem) []PaperBlock {
	return section(it.level(), b.w.Say("field.points"), paperBullets(b.say(it, FieldPoints)))
}

func partReactive(b *packBuilder, it *packItem) []PaperBlock {
	return append(b.field(it, FieldIfRaised), b.field(it, FieldIfPressed)...)
}

// partWording sets our text as a quotation: it is to be read out as it stands.
func partWording(b *packBuilder, it *packItem) []PaperBlock {
	ours := section(it.level(), b.w.Say("field.wording"), paperLines(PaperQuote, b.say(it, FieldWording)))
	return append(ours, b.field(it, FieldAgreedLanguage)...)
}

// partRestricted is the box for the reader alone: fallback, red line, tactics.
func partRestricted(b *packBuilder, it *packItem) []PaperBlock {
	var out []PaperBlock
	for _, f := range secretFields {
		if text := b.say(it, f); text != "" {
			box := paperPlain(PaperBox, text)
			box.Title, box.Together = b.w.Say("field."+f.String()), true
			out = append(out, box)
		}
	}
	if len(out) == 0 {
		return nil
	}
	out[len(out)-1].Together = false
	head := PaperBlock{Kind: PaperBox, Title: b.w.Say("pack.restricted"), Together: true}
	return append([]PaperBlock{head}, out...)
}

func partPrevious(b *packBuilder, it *packItem) []PaperBlock {
	return b.field(it, FieldPreviousDecisions)
}

func partVote(b *packBuilder, it *packItem) []PaperBlock  { return b.field(it, FieldEOP) }
func partPress(b *packBuilder, it *packItem) []PaperBlock { return b.field(it, FieldPressLine) }

func partBackground(b *packBuilder, it *packItem) []PaperBlock {
	var out []PaperBlock
	for _, f := range []Field{FieldRationale, FieldBackgroundOpen, FieldBackgroundClosed, FieldLinkages} {
		out = append(out, b.field(it, f)...)
	}
	return out
}

// partCapital is what went between capital and us.
func partCapital(b *packBuilder, it *packItem) []PaperBlock {
	var out []PaperBlock
	for _, f := range []Field{FieldQuestion, FieldMinistry, FieldCapitalText, FieldCapitalComment, FieldOurAnswer} {
		if text := b.say(it, f); text != "" {
			lead := PaperRun{Text: b.w.Say("field."+f.String()) + b.w.Say("pack.colon"), Style: Bold}
			out = append(out, PaperBlock{Kind: PaperText, Runs: []PaperRun{lead, {Text: text}}})
		}
	}
	if it.pos.Due != "" && len(out) > 0 {
		out = append(out, paperPlain(PaperSmall, b.w.Say("pack.reply_by", "Date", sayDate(b.w, it.pos.Due))))
	}
	return section(it.level(), b.w.Say("pack.capital"), out)
}

// partRemarks are the readers' annotations on the item's block.
func partRemarks(b *packBuilder, it *packItem) []PaperBlock {
	if it.block == nil || it.nested {
		return nil
	}
	var out []PaperBlock
	for _, a := range b.remarks(it.block.ID) {
		kind := PaperRun{Text: b.w.Say("annotation.kind."+string(a.Kind)) + b.w.Say("pack.colon"), Style: Italic}
		out = append(out, PaperBlock{Kind: PaperBullet, Level: 1, Runs: []PaperRun{kind, {Text: a.Text}}})
	}
	return section(it.level(), b.w.Say("pack.remarks"), out)
}

// remarks of a block that may leave; what is still to do is nobody's briefing.
func (b *packBuilder) remarks(block string) []*Annotation {
	var out []*Annotation
	for _, a := range b.d.AnnotationsOn(block) {
		if seen := b.g.Annotation(a); seen != nil && seen.Kind != KindToDo {
			out = append(out, seen)
		}
	}
	return out
}
