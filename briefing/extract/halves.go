package extract

import (
	"unicode"
	"unicode/utf8"
)

// shortestHalf is how long a passage without a mark must be, in bytes, for
// the next one to be taken for its second half: titles are shorter.
const shortestHalf = 60

// joinHalves joins passages that a page end tore apart, also where running
// heads, page numbers or footnotes were printed between the halves.
func joinHalves(passages []passage) []passage {
	out := passages[:0:0]
	last := -1 // the newest passage in out that a half could follow
	for _, p := range passages {
		s := readSign(p.text)
		if last >= 0 && p.hint == hintNone && !s.marks() && p.label == "" && torn(out[last], p) {
			out[last].rich = out[last].join(seam(out[last].text, p.text), p.rich)
			continue
		}
		out = append(out, p)
		if p.hint != hintFurniture && p.hint != hintNote && s.form != formNote && s.form != formRule {
			last = len(out) - 1
		}
	}
	return out
}

// torn tells whether b is the second half of a.
func torn(a, b passage) bool {
	if a.hint == hintHeading || a.hint == hintTable || a.text == "" || len(a.text) > longestPassage {
		return false
	}
	if !readSign(a.text).marks() && len(a.text) < shortestHalf {
		return false
	}
	if endsSentence(a.text) {
		return false
	}
	first := b.firstRune()
	if unicode.IsLower(first) {
		return true
	}
	last := a.lastRune()
	if last == ',' || last == '،' || last == '，' {
		return false // a preambular paragraph is complete with its comma
	}
	if unicode.Is(unicode.Lo, first) { // a script without capitals: trust the page end
		return a.page != b.page
	}
	return midSentence(a.text, b.text)
}

// seam is what joins two halves: nothing behind a hyphen or between Chinese
// signs.
func seam(a, b string) string {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	if wide(last) && wide(first) || last == '-' && unicode.IsLower(first) {
		return ""
	}
	return " "
}
