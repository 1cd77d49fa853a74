package briefing

import (
	"strconv"
	"strings"
)

// Quotation is a phrase of a block as people quote it, its number first:
// `Paragraph 12, second bullet: “…”`. An empty span quotes the whole block.
func (t *Text) Quotation(b *Block, start, end int, w Words) string {
	text := b.Text
	if start >= 0 && start < end && end <= len(text) {
		text = text[start:end]
	}
	text = strings.TrimSpace(text)
	l := t.LabelOf(b)
	if l.Label == "" {
		return w.Say("quote.plain", "Text", text)
	}
	return w.Say("quote.text", "Place", l.Say(b.Kind, w), "Text", text)
}

// Say names the place in a language: "Paragraph 12, second bullet".
func (l Label) Say(kind Kind, w Words) string {
	if l.Part == PartItem {
		return w.Say("quote.item", "Label", l.Label)
	}
	place := w.Say("quote.paragraph", "Label", l.Label)
	if n, ok := strings.CutPrefix(l.Part, "annex"); ok {
		place = w.Say("quote.annex", "Annex", n, "Place", place)
	}
	if l.Nth == 0 {
		return place
	}
	part := "quote.nth_bullet"
	if kind == KindSubparagraph {
		part = "quote.nth_subparagraph"
	}
	return w.Say(part, "Place", place, "Nth", l.Nth, "Ordinal", w.Say("ordinal."+strconv.Itoa(min(l.Nth, 10))))
}
