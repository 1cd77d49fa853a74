package pack

import "placard/briefing"

// agenda is the days, slots, clusters and items of every meeting that has them.
func (b *build) agenda() []briefing.PaperBlock {
	var out []briefing.PaperBlock
	for _, m := range b.d.Meetings {
		if m.Agenda == nil || len(m.Agenda.Items) == 0 {
			continue
		}
		out = append(out, paperHeading(2, m.Title, ""))
		when := briefing.JoinText(" · ", m.Agenda.Symbol, b.whenWhere(m))
		if when != "" {
			small := paperPlain(briefing.PaperSmall, when)
			small.Together = true
			out = append(out, small)
		}
		out = append(out, b.agendaTable(m.Agenda))
	}
	return section(1, b.w.Say("pack.agenda"), out)
}

// agendaTable says each day, slot and cluster once. Who covers an item stands
// in papers of the house only.
func (b *build) agendaTable(a *briefing.Agenda) briefing.PaperBlock {
	leads := b.house() && led(a)
	titles, widths := []string{b.w.Say("pack.col.time"), b.w.Say("pack.col.item"), b.w.Say("pack.col.title")}, []int{20, 10, 70}
	if leads {
		titles, widths = append(titles, b.w.Say("pack.col.lead")), []int{20, 10, 50, 20}
	}
	rows := [][]briefing.PaperCell{headCells(titles...)}
	var day briefing.Date
	var slot, cluster string
	for i := range a.Items {
		it := &a.Items[i]
		if it.Slot.Date != day {
			rows = append(rows, across(upperFirst(it.Slot.Date.SayLong(b.w))))
			day, slot, cluster = it.Slot.Date, "", ""
		}
		now := it.Slot.Say(b.w)
		if it.Cluster != cluster {
			cluster, slot = it.Cluster, ""
			if cluster != "" {
				rows = append(rows, across(briefing.JoinText(" · ", now, cluster)))
				slot = now
			}
		}
		row := []briefing.PaperCell{cell(""), linkCell(it.Label, b.agendaAnchor(it)), cell(it.Title)}
		if now != slot {
			row[0], slot = cell(now), now
		}
		if leads {
			row = append(row, cell(it.Lead))
		}
		rows = append(rows, row)
	}
	return paperTable(widths, rows...)
}

func led(a *briefing.Agenda) bool {
	for _, it := range a.Items {
		if it.Lead != "" {
			return true
		}
	}
	return false
}

// agendaAnchor leads to the item's brief; empty where it has none.
func (b *build) agendaAnchor(a *briefing.AgendaItem) string {
	if it := itemOn(b.items, briefing.Subject{Kind: briefing.OnItem, Block: a.Block}); it != nil {
		return it.anchor
	}
	return ""
}

// documents lists the papers of the dossier with their status: the note
// itself, and inside the house those of the meetings and those announced.
func (b *build) documents() []briefing.PaperBlock {
	rows := [][]briefing.PaperCell{
		headCells(b.w.Say("pack.col.document"), b.w.Say("pack.col.symbol"), b.w.Say("pack.col.status")),
		{cell(b.d.Note.Title), cell(b.d.Note.Symbol), cell(b.w.Say("document." + string(briefing.DocumentReceived)))},
	}
	if b.house() {
		for _, doc := range b.papers() {
			rows = append(rows, []briefing.PaperCell{cell(doc.Title), cell(doc.Symbol), cell(b.w.Say("document." + string(doc.Status)))})
		}
	}
	return section(1, b.w.Say("pack.documents"), []briefing.PaperBlock{paperTable([]int{56, 24, 20}, rows...)})
}

// papers are the documents of the meetings and the note, each once.
func (b *build) papers() []briefing.Document {
	type paper struct{ title, symbol string }
	seen := map[paper]bool{{b.d.Note.Title, b.d.Note.Symbol}: true}
	var out []briefing.Document
	add := func(list []briefing.Document) {
		for _, doc := range list {
			if k := (paper{doc.Title, doc.Symbol}); !seen[k] {
				seen[k] = true
				out = append(out, doc)
			}
		}
	}
	for _, m := range b.d.Meetings {
		add(m.Documents)
	}
	add(b.d.Note.Documents)
	return out
}
