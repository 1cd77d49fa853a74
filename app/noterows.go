package app

import (
	"strconv"
	"strings"
	"unicode"

	"placard/app/reader"
	"placard/briefing"
)

// noteRows sets a dossier's text out as rows for the reader, with what is
// asked, what we say and what was remarked on each block.
func noteRows(d *briefing.Dossier, w briefing.Words) []reader.Row {
	rows := make([]reader.Row, 0, len(d.Text.Blocks))
	for i := range d.Text.Blocks {
		b := &d.Text.Blocks[i]
		if b.Kind == briefing.KindFurniture {
			continue
		}
		rows = append(rows, noteRow(d, b, w))
	}
	return rows
}

func noteRow(d *briefing.Dossier, b *briefing.Block, w briefing.Words) reader.Row {
	row := reader.Row{
		ID: b.ID, Label: printedLabel(b, w), Kind: b.Kind, Text: b.Text, Runs: b.Runs, Rows: b.Rows,
		Indent: indent(d.Text, b), Level: b.Level, RTL: setFromRight(b, d.Note.Language),
		Dim: b.Kind == briefing.KindMasthead || b.Kind == briefing.KindFootnote,
	}
	row.Chips = append(askChips(d, b, w), positionChips(d, b, w)...)
	for _, a := range d.AnnotationsOn(b.ID) {
		start, end, _ := a.Anchor.Quote.Find(b.Text)
		row.Marks = append(row.Marks, reader.Mark{Start: start, End: end, ID: a.ID.String(), Color: colorMark})
		row.Notes = append(row.Notes, w.Say("annotation.kind."+string(a.Kind))+": "+oneLine(a.Text))
	}
	return row
}

// printedLabel is what stands in the number gutter.
func printedLabel(b *briefing.Block, w briefing.Words) string {
	switch {
	case b.Kind == briefing.KindAgendaItem:
		return w.Say("note.item", "Label", b.Label)
	case b.Kind == briefing.KindAgendaSlot && b.Slot != nil && b.Slot.Start != "":
		return b.Slot.Start
	case b.Kind == briefing.KindBullet && b.Label == "":
		return "•"
	}
	return b.Label
}

// indent is how many steps a block stands in from the numbered paragraphs.
func indent(t *briefing.Text, b *briefing.Block) int {
	switch {
	case b.Kind == briefing.KindBullet || b.Kind == briefing.KindSubparagraph:
		return 1 + b.Level
	case b.Kind == briefing.KindContinuation && b.Parent != b.ID:
		if parent := t.Block(b.Parent); parent != nil {
			return indent(t, parent)
		}
	case b.Kind == briefing.KindQuotation:
		return 1
	}
	return 0
}

// setFromRight tells whether a block is set from the right: in a note of such a
// language, a block that has letters of it. A date in Latin letters is not.
func setFromRight(b *briefing.Block, language string) bool {
	if !rightToLeft(language) {
		return false
	}
	latin := false
	for _, r := range b.Text {
		if unicode.In(r, unicode.Arabic, unicode.Hebrew) {
			return true
		}
		latin = latin || unicode.IsLetter(r)
	}
	return !latin
}

// rightToLeft tells whether a language is written from the right.
func rightToLeft(language string) bool {
	base, _, _ := strings.Cut(language, "-")
	return base == "ar" || base == "he" || base == "fa" || base == "ur"
}

// askChips say what the block asks and why it was found.
func askChips(d *briefing.Dossier, b *briefing.Block, w briefing.Words) []reader.Chip {
	var chips []reader.Chip
	for _, a := range d.AsksIn(b.ID) {
		if a.Class == briefing.AskDeadline {
			continue
		}
		open := a.Open() && !d.Answered(a)
		chips = append(chips, reader.Chip{Text: askWords(a, w), Color: familyAsk, Solid: open})
	}
	return chips
}

// askWords says an ask in a line: "asks to choose 2 of 3 · “choose two”".
func askWords(a *briefing.Ask, w briefing.Words) string {
	text := w.Say("ask.class." + string(a.Class))
	if a.Class == briefing.AskChoose && a.Choose > 0 {
		text = w.Say("ask.choose", "Choose", a.Choose, "Of", len(a.Options))
	}
	switch {
	case len(a.SummaryOf) > 0:
		text = w.Say("ask.summary", "Labels", strings.Join(a.SummaryOf, ", "))
	case a.Reason.Words != "":
		text += " · “" + shorten(a.Reason.Words, 48) + "”"
	}
	switch {
	case a.Strength == briefing.Soft:
		text += " · " + w.Say("ask.soft")
	case a.State == briefing.AskConfirmed:
		text = "✓ " + text
	}
	if a.Due != "" {
		text += " · " + w.Say("ask.due", "Date", a.Due.Say(w))
	}
	return text
}

// shorten cuts a text to n characters, between words where it can.
func shorten(text string, n int) string {
	runes := []rune(oneLine(text))
	if len(runes) <= n {
		return string(runes)
	}
	cut := string(runes[:n])
	if i := strings.LastIndexByte(cut, ' '); i > n/2 {
		cut = cut[:i]
	}
	return cut + "…"
}

// positionChips say our stance on the block, how far it has come, and an
// option's place in our ranking.
func positionChips(d *briefing.Dossier, b *briefing.Block, w briefing.Words) []reader.Chip {
	var chips []reader.Chip
	for _, p := range d.Positions {
		if p.Subject.Block != b.ID {
			continue
		}
		if p.Stance != briefing.StanceNone {
			chips = append(chips, reader.Chip{Text: stanceWords(p.Stance, w), Color: stanceFamily(p.Stance), Solid: true})
		}
		state := w.Say("state." + orNone(string(p.State)))
		if p.Stale {
			state += " · " + w.Say("state.stale")
		}
		chips = append(chips, reader.Chip{Text: "● " + state, Color: familyState})
	}
	if place := placeOf(d, b); place > 0 {
		chips = append(chips, reader.Chip{Text: w.Say("note.ranked", "Place", strconv.Itoa(place)), Color: familyAsk})
	}
	return chips
}

// stanceWords are a stance's glyph and word: never the colour alone.
func stanceWords(s briefing.Stance, w briefing.Words) string {
	return s.Glyph() + " " + w.Say("stance."+orNone(string(s)))
}

func orNone(code string) string {
	if code == "" {
		return "none"
	}
	return code
}

// placeOf is an option's place in our ranking; 0 where it is none.
func placeOf(d *briefing.Dossier, b *briefing.Block) int {
	for _, a := range d.Asks {
		for _, o := range a.Options {
			if o.Block != b.ID {
				continue
			}
			for _, p := range d.Positions {
				if p.Subject.Ask == a.Code && p.Place(o.Code) > 0 {
					return p.Place(o.Code)
				}
			}
		}
	}
	return 0
}
