package pdf

import "placard/briefing"

// cover sets a block of the cover: its heading is the title, its text the
// lines under it, its table the facts.
func (f *flow) cover(b *briefing.PaperBlock) {
	switch b.Kind {
	case briefing.PaperHeading:
		f.prose(b, prose{style: f.look.title, kind: "P", before: 22, after: 16})
	case briefing.PaperSmall:
		f.eyebrow(b)
	case briefing.PaperTable:
		f.after = 40
		f.table(b, f.look.facts)
	case briefing.PaperText, briefing.PaperQuote, briefing.PaperBullet, briefing.PaperCall, briefing.PaperBox,
		briefing.PaperContents, briefing.PaperPageBreak, briefing.PaperSpeech:
		f.prose(b, prose{style: f.look.subtitle, after: 1})
	}
}

// eyebrow is the line over the title, a third of the way down, on a rule.
func (f *flow) eyebrow(b *briefing.PaperBlock) {
	list := f.prose(b, prose{style: f.look.eyebrow})
	if len(list) == 0 {
		return
	}
	list[0].down(f.look.room() * 0.2)
	last := list[len(list)-1]
	last.fills = append(last.fills, fill{0, last.height + 7, f.look.column(), 1.8, accentColour})
	last.height += 9
}
