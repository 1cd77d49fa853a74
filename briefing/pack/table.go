package pack

import (
	"cmp"
	"slices"
	"strconv"

	"placard/briefing"
)

// partRanking is the options of a choice in our order, our own option with
// them, those we did not rank last.
func partRanking(b *build, it *item) []briefing.PaperBlock {
	if it.subject.Kind != briefing.OnAsk || it.ask == nil || len(it.ask.Options) == 0 {
		return nil
	}
	rows := [][]briefing.PaperCell{headCells(b.w.Say("pack.col.order"), b.w.Say("pack.col.option"), b.w.Say("pack.col.stance"))}
	for _, o := range b.ranked(it) {
		place := "–"
		if n := it.pos.Place(o.Code); n > 0 {
			place = strconv.Itoa(n)
		}
		rows = append(rows, []briefing.PaperCell{cell(place), cell(optionTitle(&o)), b.stanceCell(it.onOption(o.Code))})
	}
	return section(it.level(), b.w.Say("pack.ranking"), []briefing.PaperBlock{paperTable([]int{16, 60, 24}, rows...)})
}

// partRankingShort is our order in a sentence.
func partRankingShort(b *build, it *item) []briefing.PaperBlock {
	return section(it.level(), b.w.Say("pack.ranking"), paperLines(briefing.PaperText, b.order(it)))
}

// order is the options that we ranked: "1 Fog; 2 Training"; empty for none.
func (b *build) order(it *item) string {
	if it.ask == nil || len(it.pos.Ranking) == 0 {
		return ""
	}
	var names []string
	for _, o := range b.ranked(it) {
		if n := it.pos.Place(o.Code); n > 0 {
			names = append(names, strconv.Itoa(n)+"\u00a0"+optionTitle(&o))
		}
	}
	return briefing.JoinText("; ", names...)
}

// partOptions are the briefs of an ask's options.
func partOptions(b *build, it *item) []briefing.PaperBlock {
	var out []briefing.PaperBlock
	for _, o := range it.options {
		out = append(out, b.brief(o)...)
	}
	return out
}

// onOption is our position on an option of the item's ask; never nil.
func (it *item) onOption(code string) *briefing.Position {
	for _, o := range it.options {
		if o.subject.Option == code {
			return o.pos
		}
	}
	return &briefing.Position{}
}

// ranked are the options by our place, unranked ones in the note's order.
func (b *build) ranked(it *item) []briefing.Option {
	out := slices.Clone(it.ask.Options)
	if own := b.say(it, briefing.FieldOwnOption); own != "" {
		out = append(out, briefing.Option{Code: briefing.OwnOption, Title: b.w.Say("pack.own_option", "Title", own)})
	}
	place := func(o briefing.Option) int {
		if n := it.pos.Place(o.Code); n > 0 {
			return n
		}
		return len(out) + 1
	}
	slices.SortStableFunc(out, func(x, y briefing.Option) int { return cmp.Compare(place(x), place(y)) })
	return out
}

// stanceCell is a tinted cell with glyph and word; a dash where nothing is said.
func (b *build) stanceCell(p *briefing.Position) briefing.PaperCell {
	if p.Stance == briefing.StanceNone {
		return cell("–")
	}
	run := b.stance(p.Stance)
	return briefing.PaperCell{Runs: []briefing.PaperRun{run}, Family: run.Family}
}

// paragraphTable lists every numbered paragraph with its ask and our stance.
func (b *build) paragraphTable() []briefing.PaperBlock {
	rows := [][]briefing.PaperCell{headCells(
		b.w.Say("pack.col.paragraph"), b.w.Say("pack.col.text"), b.w.Say("pack.col.ask"), b.w.Say("pack.col.stance"),
	)}
	for i := range b.text.Blocks {
		if bl := &b.text.Blocks[i]; bl.Kind == briefing.KindParagraph {
			rows = append(rows, b.paragraphRow(bl))
		}
	}
	if len(rows) == 1 {
		return nil
	}
	return []briefing.PaperBlock{
		{Kind: briefing.PaperPageBreak},
		paperHeading(1, b.w.Say("pack.paragraphs"), "paragraphs"),
		paperTable([]int{9, 49, 24, 18}, rows...),
	}
}

func (b *build) paragraphRow(bl *briefing.Block) []briefing.PaperCell {
	subject := b.d.SubjectOf(bl)
	it := itemOn(b.items, subject)
	anchor := ""
	if it != nil {
		anchor = it.anchor
	} else {
		it = b.item(subject)
	}
	b.note(it.pos.Mark)
	var asks []string
	for _, a := range b.d.AsksIn(bl.ID) {
		asks = append(asks, b.askNote(a))
	}
	return []briefing.PaperCell{
		linkCell(bl.Label, sourceAnchor(bl.ID)), cell(shorten(bl.Text, 120)),
		linkCell(briefing.JoinText("; ", asks...), anchor), b.stanceCell(it.pos),
	}
}

// askNote is an ask in a table: soft ones and announcements say that they are.
func (b *build) askNote(a *briefing.Ask) string {
	if len(a.SummaryOf) > 0 {
		return b.w.Say("ask.summary", "Labels", briefing.JoinText(", ", a.SummaryOf...))
	}
	if a.Strength == briefing.Soft {
		return b.askWords(a) + " (" + b.w.Say("ask.soft") + ")"
	}
	return b.askWords(a)
}
