package extracttest

import (
	"maps"
	"testing"
	"unicode"

	"placard/briefing"
)

// LettersKept checks that every letter of a document is in some block, in a
// label or in a link: recognition sorts, it never drops.
func LettersKept(tb testing.TB, document string, r *briefing.Recognized) {
	tb.Helper()
	want, got := letters(document), map[rune]int{}
	for _, b := range r.Blocks {
		said := []string{b.Text, b.Label}
		if b.Kind == briefing.KindAgendaItem {
			said = append(said, "Item") // the word is part of the printed label
		}
		for _, s := range said {
			for c, n := range letters(s) {
				got[c] += n
			}
		}
		for _, run := range b.Runs {
			if run.Link != b.Text[run.Start:run.End] {
				for c, n := range letters(run.Link) {
					got[c] += n
				}
			}
		}
	}
	for c := range maps.Keys(want) {
		if got[c] < want[c] {
			tb.Errorf("%q stands %d times in the document and %d times in the blocks", c, want[c], got[c])
		}
	}
}

func letters(s string) map[rune]int {
	out := map[rune]int{}
	for _, c := range s {
		if unicode.IsLetter(c) {
			out[c]++
		}
	}
	return out
}
