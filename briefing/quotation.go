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

// Citation is a phrase of a block as it stands in running text, its number
// behind it: `“…” (para. 12)`. An empty span cites the whole block.
func (t *Text) Citation(b *Block, start, end int, w Words) string {
	text := b.Text
	if start >= 0 && start < end && end <= len(text) {
		text = text[start:end]
	}
	text = strings.TrimRight(strings.TrimSpace(text), ".;")
	l := t.LabelOf(b)
	if l.Label == "" {
		return w.Say("cite.plain", "Text", text)
	}
	return w.Say("cite.text", "Text", text, "Place", l.say(kindPlace{b.Kind, "cite.paragraph", "cite.item"}, w))
}

// kindPlace is what a place is called: by its block's kind, in full or short.
type kindPlace struct {
	kind            Kind
	paragraph, item string // catalogue keys
}

// Say names the place in a language: "Paragraph 12, second bullet".
func (l Label) Say(kind Kind, w Words) string {
	return l.say(kindPlace{kind, "quote.paragraph", "quote.item"}, w)
}

func (l Label) say(k kindPlace, w Words) string {
	kind := k.kind
	if l.Part == PartItem {
		return w.Say(k.item, "Label", l.Label)
	}
	place := w.Say(k.paragraph, "Label", l.Label)
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
