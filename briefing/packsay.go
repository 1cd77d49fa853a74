package briefing

// partSpeakingNote is the text to read out, with its length.
func partSpeakingNote(b *packBuilder, it *packItem) []PaperBlock {
	note := b.say(it, FieldSpeakingNote)
	if note == "" {
		return nil
	}
	length := paperPlain(PaperSmall, b.sayLength(note, it.pos.Seconds))
	length.Together = true
	blocks := append([]PaperBlock{length}, paperLines(PaperSpeech, note)...)
	return section(it.level(), b.w.Say("field.speaking_note"), blocks)
}

// partSpeech is what to say: the speaking note, else the line to take, else
// that there is nothing yet.
func partSpeech(b *packBuilder, it *packItem) []PaperBlock {
	out := partSpeakingNote(b, it)
	if len(out) == 0 {
		speech := paperLines(PaperSpeech, b.say(it, FieldLine))
		out = section(it.level(), b.w.Say("field.line_to_take"), speech)
	}
	if len(out) == 0 && !it.nested {
		out = []PaperBlock{paperPlain(PaperText, b.w.Say("pack.nothing_to_say"))}
	}
	if stamp := b.stamp(it.pos); stamp != "" && it.said {
		out = append(out, paperPlain(PaperSmall, stamp))
	}
	return out
}

func partSpeechPoints(b *packBuilder, it *packItem) []PaperBlock {
	if it.pos.Text(FieldSpeakingNote) != "" {
		return nil
	}
	return partPoints(b, it)
}

// spoken is what would be read out for the item.
func (it *packItem) spoken() string {
	if note := it.pos.Text(FieldSpeakingNote); note != "" {
		return note
	}
	return it.pos.Text(FieldLine)
}

// runningOrder lists what will be said and how long it takes.
func (b *packBuilder) runningOrder() []PaperBlock {
	rows := [][]PaperCell{headCells(b.w.Say("pack.col.item"), b.w.Say("pack.col.stance"), b.w.Say("pack.col.length"))}
	var all []string
	for _, it := range b.items {
		text := it.spoken()
		all = append(all, text)
		length := cell("–")
		if text != "" {
			length = cell(b.sayLength(text, 0))
		}
		rows = append(rows, []PaperCell{linkCell(upperFirst(b.itemTitle(it)), it.anchor), b.stanceCell(it.pos), length})
	}
	total := []PaperCell{{Runs: []PaperRun{{Text: b.w.Say("pack.total")}}, Bold: true}, cell(""), cell(b.sayLength(joinText(" ", all...), 0))}
	return []PaperBlock{
		paperHeading(1, b.title(), ""),
		paperPlain(PaperSmall, joinText(" · ", b.reference(), b.version())),
		paperTable([]int{54, 20, 26}, append(rows, total)...),
	}
}
