package extract

import (
	"unicode"
	"unicode/utf8"

	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/sentence"
	"placard/briefing/extract/sign"
)

// shortestHalf is how long a passage without a mark must be, in bytes, for
// the next one to be taken for its second half: titles are shorter.
const shortestHalf = 60

// joinHalves joins passages that a page end tore apart, also where running
// heads, page numbers or footnotes were printed between the halves.
func joinHalves(passages []manuscript.Passage) []manuscript.Passage {
	out := passages[:0:0]
	last := -1 // the newest passage in out that a half could follow
	for _, p := range passages {
		s := sign.Read(p.Text)
		if last >= 0 && p.Hint == manuscript.HintNone && !s.Marks() && p.Label == "" && torn(out[last], p) {
			out[last].Rich = out[last].Join(seam(out[last].Text, p.Text), p.Rich)
			out[last].Doubts = append(out[last].Doubts, p.Doubts...)
			continue
		}
		out = append(out, p)
		if p.Hint != manuscript.HintFurniture && p.Hint != manuscript.HintNote && s.Form != sign.Note && s.Form != sign.Rule {
			last = len(out) - 1
		}
	}
	return out
}

// torn tells whether b is the second half of a.
func torn(a, b manuscript.Passage) bool {
	if a.Hint == manuscript.HintHeading || a.Hint == manuscript.HintTable || a.Text == "" || len(a.Text) > manuscript.LongestPassage {
		return false
	}
	if !sign.Read(a.Text).Marks() && len(a.Text) < shortestHalf {
		return false
	}
	if sentence.Ends(a.Text) {
		return false
	}
	first := b.FirstRune()
	if unicode.IsLower(first) {
		return true
	}
	last := a.LastRune()
	if last == ',' || last == '،' || last == '，' {
		return false // a preambular paragraph is complete with its comma
	}
	if unicode.Is(unicode.Lo, first) { // a script without capitals: trust the page end
		return a.Page != b.Page
	}
	return sentence.Continues(a.Text, b.Text)
}

// seam is what joins two halves: nothing behind a hyphen or between Chinese
// signs.
func seam(a, b string) string {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	if sentence.Wide(last) && sentence.Wide(first) || last == '-' && unicode.IsLower(first) {
		return ""
	}
	return " "
}
