package pack

import "placard/briefing"

// front is what stands before the briefs. body is what comes after it: the
// abbreviations and signs explained are those it uses.
func (b *build) front(body []briefing.PaperBlock) []briefing.PaperBlock {
	var out []briefing.PaperBlock
	if b.lay.contents {
		out = append(out, briefing.PaperBlock{Kind: briefing.PaperContents, Level: 1}, briefing.PaperBlock{Kind: briefing.PaperPageBreak})
	}
	if b.lay.running {
		out = append(out, b.runningOrder()...)
	}
	if b.lay.overview {
		out = append(out, b.changes()...)
		out = append(out, b.overview()...)
	}
	if b.lay.agenda {
		out = append(out, briefing.PaperBlock{Kind: briefing.PaperPageBreak})
		out = append(out, b.agenda()...)
		out = append(out, b.documents()...)
		out = append(out, b.abbreviations(append(out, body...))...)
	}
	return out
}

// cover names the delegation, the meeting, the pack and who it is for.
func (b *build) cover() []briefing.PaperBlock {
	title := b.d.Note.Title
	m := b.meeting()
	if m != nil && m.Title != "" {
		title = m.Title
	}
	out := []briefing.PaperBlock{paperPlain(briefing.PaperSmall, briefing.JoinText(" · ", b.d.Settings.Delegation, b.w.Say("pack.title."+string(b.p.Variant))))}
	out = append(out, paperHeading(1, title, ""))
	if m != nil {
		out = append(out, paperLines(briefing.PaperText, briefing.JoinText("\n", m.Organization, m.Session, b.whenWhere(m)))...)
	}
	rows := [][]briefing.PaperCell{
		b.fact("pack.cover.pack", b.w.Say("pack.number", "Number", b.p.Number)),
		b.fact("pack.cover.date", briefing.DateOf(b.p.Made).Say(b.w)),
		b.fact("pack.cover.for", upperFirst(b.w.Say("audience."+string(b.g.Audience)))),
		b.fact("pack.cover.note", briefing.JoinText(" – ", b.d.Note.Symbol, b.d.Note.Title)),
	}
	if mark := b.mark(); mark != "" {
		rows = append(rows, b.fact("pack.cover.mark", mark))
	}
	facts := paperTable([]int{24, 76}, rows...)
	facts.Table.Head = 0
	return append(out, facts)
}

func (b *build) fact(key, value string) []briefing.PaperCell {
	return []briefing.PaperCell{{Runs: []briefing.PaperRun{{Text: b.w.Say(key)}}, Bold: true}, cell(value)}
}

func (b *build) whenWhere(m *briefing.Meeting) string {
	return briefing.JoinText(" · ", m.Place, m.Room, m.SayDates(b.w))
}

// overview is a line an item, meant for one page.
func (b *build) overview() []briefing.PaperBlock {
	titles := []string{"pack.col.item", "pack.col.time", "pack.col.ask", "pack.col.line", "pack.col.stance"}
	widths := []int{15, 13, 23, 33, 16}
	status := b.g.Open(briefing.PartClearanceState, false)
	if status {
		titles, widths = append(titles, "pack.col.status"), []int{13, 12, 20, 28, 15, 12}
	}
	for i, key := range titles {
		titles[i] = b.w.Say(key)
	}
	rows := [][]briefing.PaperCell{headCells(titles...)}
	for _, it := range b.items {
		row := []briefing.PaperCell{
			linkCell(b.placeOf(it), it.anchor), cell(b.shortTime(it)), cell(upperFirst(b.shortAsk(it))),
			cell(b.shortLine(it)), b.stanceCell(it.pos),
		}
		if status {
			row = append(row, cell(b.status(it.pos)))
		}
		rows = append(rows, row)
	}
	out := []briefing.PaperBlock{paperHeading(1, b.w.Say("pack.overview"), "overview")}
	if len(rows) == 1 {
		return append(out, paperPlain(briefing.PaperText, b.w.Say("pack.no_items")))
	}
	return append(out, paperTable(widths, rows...))
}

func (b *build) shortTime(it *item) string {
	if it.agenda != nil {
		return briefing.JoinText(", ", it.agenda.Slot.Date.SayShort(b.w), it.agenda.Slot.Say(b.w))
	}
	if m := b.meeting(); m != nil {
		return m.Start.SayShort(b.w)
	}
	return ""
}

// shortAsk is what is wanted: the ask, an agenda item's title, a paragraph's heading.
func (b *build) shortAsk(it *item) string {
	switch {
	case it.ask != nil:
		return b.askWords(it.ask)
	case it.subject.Kind == briefing.OnItem && it.block != nil:
		return shorten(it.block.Text, 90)
	}
	return shorten(b.headingOver(it.block), 90)
}

// shortLine is our position in a sentence: the one-liner, the line to take,
// or the options in our order.
func (b *build) shortLine(it *item) string {
	if !it.answered() {
		if b.house() {
			return b.w.Say("pack.unanswered")
		}
		return "–"
	}
	for _, f := range []briefing.Field{briefing.FieldOneLiner, briefing.FieldLine} {
		if text := b.say(it, f); text != "" {
			return shorten(text, 150)
		}
	}
	if order := b.order(it); order != "" {
		return shorten(order, 150)
	}
	return "–"
}
