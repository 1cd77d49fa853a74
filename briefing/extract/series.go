package extract

import (
	"regexp"
	"strconv"
	"strings"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/sign"
)

// series is one running numbering of paragraphs: labels must follow one
// another, or they are no labels.
type series struct {
	form  sign.Form
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
func (b *builder) placeParagraph(p manuscript.Passage, s sign.Sign) bool {
	if s.Form != sign.Number && s.Form != sign.Dotted {
		return false
	}
	doubt, ok := b.follows(p, s)
	if !ok {
		return false
	}
	b.front, b.preamble = false, false
	b.breakLists()
	b.numbers.form, b.numbers.style, b.numbers.last, b.numbers.label = s.Form, s.Style, s.N, s.Label
	block := b.add(briefing.KindParagraph, s.Label, p.After(s.End))
	block.Series, block.Parent = b.numbers.name, b.section()
	if doubt != "" {
		block.Doubts = append(block.Doubts, doubt)
	}
	b.paragraph = block.ID
	return true
}

// follows tells whether the number comes next: previous + 1, bis, a gap that
// the numbers behind it confirm, or the restart of a new series.
func (b *builder) follows(p manuscript.Passage, s sign.Sign) (doubt string, ok bool) {
	fresh := b.numbers.form == sign.None
	switch {
	case b.dottedBelow(p, s):
		return "", false
	case fresh:
		return "", b.begins(s)
	case s.Form == sign.Dotted:
		return "", s.Label != b.numbers.label && b.dottedFollows(s)
	case s.Form != b.numbers.form || s.Style != b.numbers.style:
		return "", false
	case b.headingNumber(p, s), b.countsInList(s):
		return "", false
	case s.N == b.numbers.last+1, s.N == b.numbers.last && s.Suffix != "":
		return "", true
	case s.N == 1 && b.restarts(s):
		b.endSeries()
		b.numbers.name = "s" + strconv.Itoa(len(b.formerly)+1)
		return "", true
	case p.Glued:
		return "", false
	case s.N > b.numbers.last && s.N <= b.numbers.last+widestGap:
		next := b.nextNumber(s)
		return doubtGap, next == s.N+1 || next == s.N || next == 0
	case s.N == b.numbers.last && s.N > 1:
		return doubtRepeated, b.comesTwice(p, s)
	}
	return "", false
}

// comesTwice tells a number that was given to two paragraphs from one that is
// quoted: the count goes on behind it, or it ends there with a sentence.
func (b *builder) comesTwice(p manuscript.Passage, s sign.Sign) bool {
	next := b.nextNumber(s)
	return next == s.N+1 || next == 0 && !titled(p.Text[s.End:])
}

// begins tells whether a numbering may start here: at 1, or anywhere when the
// next number confirms it (an addendum goes on counting).
func (b *builder) begins(s sign.Sign) bool {
	if s.Style == ")" || s.Style == "()" {
		return s.N == 1 && b.nextNumber(s) == 2
	}
	return s.N == 1 || s.Form == sign.Dotted || b.nextNumber(s) == s.N+1
}

// dottedFollows compares 4.4.2 with the number before it part by part: it
// must be larger, and no part may leap.
func (b *builder) dottedFollows(s sign.Sign) bool {
	if b.numbers.form != sign.Dotted {
		return b.numbers.form == sign.None
	}
	last, now := strings.Split(b.numbers.label, "."), strings.Split(s.Label, ".")
	for i := range now {
		if i >= len(last) {
			return sign.LeadingNumber(now[i]) == 1
		}
		if d := sign.LeadingNumber(now[i]) - sign.LeadingNumber(last[i]); d != 0 {
			return d > 0 && d <= 2
		}
	}
	return false
}

// nextNumber is the number of the next passage of the part that is numbered
// in the same way; 0 where there is none.
func (b *builder) nextNumber(s sign.Sign) int {
	for i := b.i + 1; i < len(b.passages); i++ {
		if isAnnex(b.passages[i]) {
			break
		}
		if t := b.signs[i]; t.Form == s.Form && t.Style == s.Style && b.passages[i].Hint != manuscript.HintFurniture {
			return t.N
		}
	}
	return 0
}

// headingNumber tells the "1." of a heading from the "1." of a paragraph: it
// reads like a title and the paragraphs' own count goes on behind it.
func (b *builder) headingNumber(p manuscript.Passage, s sign.Sign) bool {
	text := p.Text[s.End:]
	return titled(text) && len(text) < 120 && b.nextNumber(s) == b.numbers.last+1 && (s.N != b.numbers.last || s.N == 1)
}

// dottedBelow tells whether a number heads paragraphs that count within it: "4
// Approval" above "4.1".
func (b *builder) dottedBelow(p manuscript.Passage, s sign.Sign) bool {
	next := b.next(b.i)
	return s.Form == sign.Number && s.Style != ")" && s.Style != "()" && next < len(b.passages) && titled(p.Text[s.End:]) &&
		b.signs[next].Form == sign.Dotted && b.signs[next].Label == s.Label+".1"
}

// provision matches the headings of articles and rules, below which numbering
// starts anew.
var provision = regexp.MustCompile(`(?i)^(?:article|rule|section|regulation|règle|artículo|regla|статья|правило|المادة|第[0-9一二三四五六七八九十]+条)[\s\x{a0}]*[0-9IVXLC]*\b.{0,120}$`)

// restarts tells a new numbering from a list inside a paragraph: behind a
// list the old numbering goes on.
func (b *builder) restarts(s sign.Sign) bool {
	prev := b.previous(b.i)
	if prev >= 0 && (announces(b.passages[prev]) || provision.MatchString(b.passages[prev].Text)) {
		return true
	}
	if prev >= 0 && b.paragraph != "" && strings.HasSuffix(b.passages[prev].Text, ":") {
		return false
	}
	for i := b.i + 1; i < len(b.passages); i++ {
		if isAnnex(b.passages[i]) {
			break
		}
		if t := b.signs[i]; t.Form == s.Form && t.Style == s.Style && t.N == b.numbers.last+1 && !b.countsUpTo(i, s, t.N) {
			return false
		}
	}
	return true
}

// countsInList tells the next number of a list inside a paragraph from that of
// the paragraphs, where it could be both: the paragraphs' comes again later.
func (b *builder) countsInList(s sign.Sign) bool {
	for _, l := range b.lists {
		if l.form != s.Form || l.style != s.Style || l.n != s.N-1 {
			continue
		}
		for i := b.i + 1; i < len(b.passages) && !isAnnex(b.passages[i]); i++ {
			if t := b.signs[i]; t.Form == s.Form && t.Style == s.Style && t.N == b.numbers.last+1 {
				return true
			}
		}
	}
	return false
}

// countsUpTo tells whether the numbers from the current passage up to passage
// i run on from 1 without a hole: then i belongs to the new numbering.
func (b *builder) countsUpTo(i int, s sign.Sign, n int) bool {
	expected := 1
	for k := b.i; k <= i; k++ {
		if t := b.signs[k]; t.Form == s.Form && t.Style == s.Style && t.N == expected {
			expected++
		}
	}
	return expected == n+1
}

// endSeries closes the numbering that runs.
func (b *builder) endSeries() {
	if b.numbers.form != sign.None {
		b.formerly = append(b.formerly, b.numbers)
	}
	b.numbers = series{}
}
