package extract

import (
	"strconv"
	"strings"

	"placard/briefing"
)

// series is one running numbering of paragraphs: labels must follow one
// another, or they are no labels.
type series struct {
	form  form
	style string
	last  int
	label string // of dotted numbers, the newest in full
	name  string // empty for the first numbering of a part
}

// doubts about numbers.
const (
	doubtGap      = "number_gap"
	doubtRepeated = "number_repeated"
)

// widestGap is how many numbers may be missing: a page left out, not a year
// at the start of a line.
const widestGap = 9

// placeParagraph makes a numbered paragraph where the number follows.
func (b *builder) placeParagraph(p passage, s sign) bool {
	if s.form != formNumber && s.form != formDotted {
		return false
	}
	doubt, ok := b.follows(p, s)
	if !ok {
		return false
	}
	b.front, b.preamble, b.lists = false, false, nil
	b.numbers.form, b.numbers.style, b.numbers.last, b.numbers.label = s.form, s.style, s.n, s.label
	block := b.add(briefing.KindParagraph, s.label, p.after(s.end))
	block.Series, block.Parent = b.numbers.name, b.section()
	if doubt != "" {
		block.Doubts = append(block.Doubts, doubt)
	}
	b.paragraph = block.ID
	return true
}

// follows tells whether the number comes next: previous + 1, bis, a gap that
// the numbers behind it confirm, or the restart of a new series.
func (b *builder) follows(p passage, s sign) (doubt string, ok bool) {
	fresh := b.numbers.form == formNone
	switch {
	case fresh:
		return "", b.begins(s)
	case s.form == formDotted:
		return "", s.label != b.numbers.label && b.dottedFollows(s)
	case s.form != b.numbers.form || s.style != b.numbers.style:
		return "", false
	case b.headingNumber(p, s), b.countsInList(s):
		return "", false
	case s.n == b.numbers.last+1, s.n == b.numbers.last && s.suffix != "":
		return "", true
	case s.n == 1 && b.restarts(s):
		b.endSeries()
		b.numbers.name = "s" + strconv.Itoa(len(b.formerly)+1)
		return "", true
	case p.glued:
		return "", false
	case s.n > b.numbers.last && s.n <= b.numbers.last+widestGap:
		next := b.nextNumber(s)
		return doubtGap, next == s.n+1 || next == 0
	case s.n == b.numbers.last && s.n > 1:
		return doubtRepeated, b.nextNumber(s) == s.n+1
	}
	return "", false
}

// begins tells whether a numbering may start here: at 1, or anywhere when the
// next number confirms it (an addendum goes on counting).
func (b *builder) begins(s sign) bool {
	if s.style == ")" || s.style == "()" {
		return s.n == 1 && b.nextNumber(s) == 2
	}
	return s.n == 1 || s.form == formDotted || b.nextNumber(s) == s.n+1
}

// dottedFollows compares 4.4.2 with the number before it part by part: it
// must be larger, and no part may leap.
func (b *builder) dottedFollows(s sign) bool {
	if b.numbers.form != formDotted {
		return b.numbers.form == formNone
	}
	last, now := strings.Split(b.numbers.label, "."), strings.Split(s.label, ".")
	for i := range now {
		if i >= len(last) {
			return leadingNumber(now[i]) == 1
		}
		if d := leadingNumber(now[i]) - leadingNumber(last[i]); d != 0 {
			return d > 0 && d <= 2
		}
	}
	return false
}

// nextNumber is the number of the next passage of the part that is numbered
// in the same way; 0 where there is none.
func (b *builder) nextNumber(s sign) int {
	for i := b.i + 1; i < len(b.passages); i++ {
		if isAnnex(b.passages[i]) {
			break
		}
		if t := b.signs[i]; t.form == s.form && t.style == s.style && b.passages[i].hint != hintFurniture {
			return t.n
		}
	}
	return 0
}

// headingNumber tells the "1." of a heading from the "1." of a paragraph: it
// reads like a title and the paragraphs' own count goes on behind it.
func (b *builder) headingNumber(p passage, s sign) bool {
	text := p.text[s.end:]
	return titled(text) && len(text) < 120 && b.nextNumber(s) == b.numbers.last+1 && (s.n != b.numbers.last || s.n == 1)
}

// restarts tells a new numbering from a list inside a paragraph: behind a
// list the old numbering goes on.
func (b *builder) restarts(s sign) bool {
	if prev := b.previous(b.i); prev >= 0 && b.paragraph != "" && strings.HasSuffix(b.passages[prev].text, ":") {
		return false
	}
	for i := b.i + 1; i < len(b.passages); i++ {
		if isAnnex(b.passages[i]) {
			break
		}
		if t := b.signs[i]; t.form == s.form && t.style == s.style && t.n == b.numbers.last+1 && !b.countsUpTo(i, s, t.n) {
			return false
		}
	}
	return true
}

// countsInList tells the next number of a list inside a paragraph from that of
// the paragraphs, where it could be both: the paragraphs' comes again later.
func (b *builder) countsInList(s sign) bool {
	for _, l := range b.lists {
		if l.form != s.form || l.style != s.style || l.n != s.n-1 {
			continue
		}
		for i := b.i + 1; i < len(b.passages) && !isAnnex(b.passages[i]); i++ {
			if t := b.signs[i]; t.form == s.form && t.style == s.style && t.n == b.numbers.last+1 {
				return true
			}
		}
	}
	return false
}

// countsUpTo tells whether the numbers from the current passage up to passage
// i run on from 1 without a hole: then i belongs to the new numbering.
func (b *builder) countsUpTo(i int, s sign, n int) bool {
	expected := 1
	for k := b.i; k <= i; k++ {
		if t := b.signs[k]; t.form == s.form && t.style == s.style && t.n == expected {
			expected++
		}
	}
	return expected == n+1
}

// endSeries closes the numbering that runs.
func (b *builder) endSeries() {
	if b.numbers.form != formNone {
		b.formerly = append(b.formerly, b.numbers)
	}
	b.numbers = series{}
}
