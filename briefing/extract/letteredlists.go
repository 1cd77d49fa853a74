package extract

import (
	"strings"

	"placard/briefing/extract/sign"
)

// breakLists ends the list that runs. Where it counts it may go on behind what
// interrupts it: "(ii)" behind a continuation, or behind a paragraph that only
// speaks of "(i)".
func (b *builder) breakLists() {
	if len(b.lists) > 0 && b.lists[0].form != sign.Bullet {
		b.broken = b.lists
	}
	b.lists = nil
}

// letteredList tells the "A." of a list from that of a heading: it stands below
// a paragraph that ends with a colon, or goes on from one that does, in a
// document that does not number its headings so.
func (b *builder) letteredList(s sign.Sign) bool {
	if s = capitalLetter(s); s.Form != sign.Capital || b.paragraph == "" || b.numbersHeadings() {
		return false
	}
	if s.N == 1 {
		prev := b.previous(b.i)
		return prev >= 0 && strings.HasSuffix(strings.TrimSpace(b.passages[prev].Text), ":")
	}
	for _, lists := range [][]level{b.lists, b.broken} {
		if len(lists) > 0 && lists[0].form == sign.Capital && lists[0].n == s.N-1 {
			return true
		}
	}
	return false
}

// capitalLetter reads "C." as the third letter and not as a hundred.
func capitalLetter(s sign.Sign) sign.Sign {
	if s.Form == sign.UpperRoman && len(s.Label) == 1 {
		s.Form, s.N = sign.Capital, int(s.Label[0]-'A')+1
	}
	return s
}

// inLetteredList tells whether such a list runs: the short lines within it
// group its members and head nothing.
func (b *builder) inLetteredList() bool {
	return b.paragraph != "" && (len(b.lists) > 0 && b.lists[0].form == sign.Capital || len(b.broken) > 0 && b.broken[0].form == sign.Capital)
}

// numbersHeadings tells whether a heading that is open has a Roman number or a
// letter.
func (b *builder) numbersHeadings() bool {
	for _, h := range b.headings {
		if h.form == sign.UpperRoman || h.form == sign.Capital {
			return true
		}
	}
	return false
}
