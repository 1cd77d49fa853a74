package search

import (
	"slices"
	"strings"

	"placard/briefing"
)

// marker tells the stretches of a text that are words of a query.
func marker(clauses []clause) func(text string) []briefing.Span {
	var words []word
	for _, c := range clauses {
		words = append(words, c...)
	}
	return func(text string) []briefing.Span {
		var out []briefing.Span
		for t := range tokens(text) {
			if n := len(out); n > 0 && t.start < out[n-1].End {
				continue
			}
			if slices.ContainsFunc(words, func(w word) bool { return w.is(t.text) }) {
				out = append(out, briefing.Span{Start: t.start, End: t.end})
			}
		}
		return out
	}
}

// is tells whether a word of a text is one that is looked for.
func (w word) is(text string) bool {
	form := briefing.Fold(text)
	if form == w.form || w.begun && strings.HasPrefix(form, w.form) {
		return true
	}
	return len(w.stems) > 0 && slices.ContainsFunc(stems("", text), func(s string) bool { return slices.Contains(w.stems, s) })
}
