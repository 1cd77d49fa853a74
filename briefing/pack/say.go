package pack

import "placard/briefing"

// partSpeakingNote is the text to read out, with its length.
func partSpeakingNote(b *build, it *item) []briefing.PaperBlock {
	note := b.say(it, briefing.FieldSpeakingNote)
	if note == "" {
		return nil
	}
	length := paperPlain(briefing.PaperSmall, b.sayLength(note, it.pos.Seconds))
	length.Together = true
	blocks := append([]briefing.PaperBlock{length}, paperLines(briefing.PaperSpeech, note)...)
	return section(it.level(), b.w.Say("field.speaking_note"), blocks)
}

// partSpeech is what to say: the speaking note, else the line to take, else
// that there is nothing yet.
func partSpeech(b *build, it *item) []briefing.PaperBlock {
	out := partSpeakingNote(b, it)
	if len(out) == 0 {
		speech := paperLines(briefing.PaperSpeech, b.say(it, briefing.FieldLine))
		out = section(it.level(), b.w.Say("field.line_to_take"), speech)
	}
	if len(out) == 0 && !it.nested {
		out = []briefing.PaperBlock{paperPlain(briefing.PaperText, b.w.Say("pack.nothing_to_say"))}
	}
	if stamp := b.stamp(it.pos); stamp != "" && it.said {
		out = append(out, paperPlain(briefing.PaperSmall, stamp))
	}
	return out
}

func partSpeechPoints(b *build, it *item) []briefing.PaperBlock {
	if it.pos.Text(briefing.FieldSpeakingNote) != "" {
		return nil
	}
	return partPoints(b, it)
}

// spoken is what would be read out for the item.
func (it *item) spoken() string {
	if note := it.pos.Text(briefing.FieldSpeakingNote); note != "" {
		return note
	}
	return it.pos.Text(briefing.FieldLine)
}

// runningOrder lists what will be said and how long it takes.
func (b *build) runningOrder() []briefing.PaperBlock {
	rows := [][]briefing.PaperCell{headCells(b.w.Say("pack.col.item"), b.w.Say("pack.col.stance"), b.w.Say("pack.col.length"))}
	var all []string
	for _, it := range b.items {
		text := it.spoken()
		all = append(all, text)
		length := cell("–")
		if text != "" {
			length = cell(b.sayLength(text, 0))
		}
		rows = append(rows, []briefing.PaperCell{linkCell(upperFirst(b.itemTitle(it)), it.anchor), b.stanceCell(it.pos), length})
	}
	total := []briefing.PaperCell{{Runs: []briefing.PaperRun{{Text: b.w.Say("pack.total")}}, Bold: true}, cell(""), cell(b.sayLength(briefing.JoinText(" ", all...), 0))}
	return []briefing.PaperBlock{
		paperHeading(1, b.title(), ""),
		paperPlain(briefing.PaperSmall, briefing.JoinText(" · ", b.reference(), b.version())),
		paperTable([]int{54, 20, 26}, append(rows, total)...),
	}
}
