package briefing

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// mirrored pairs the characters that turn round in right-to-left text.
var mirrored = map[rune]rune{
	'(': ')', ')': '(', '[': ']', ']': '[', '{': '}', '}': '{',
	'<': '>', '>': '<', '«': '»', '»': '«', '‹': '›', '›': '‹',
}

// Mirrored is the character shown in r's place in right-to-left text.
func Mirrored(r rune) (rune, bool) {
	m, ok := mirrored[r]
	return m, ok
}

// BidiLevels gives each rune the embedding level of the Unicode bidirectional
// algorithm, in a paragraph of the given base direction. It is nil where every
// rune runs from left to right. Explicit embeddings and isolates are taken as
// marks without width: notes are plain prose.
//
// golang.org/x/text/unicode/bidi has the classes but tells only the direction
// of a run, in logical order; a number inside Arabic inside English needs the
// level to find its place.
func BidiLevels(text []rune, rtl bool) []uint8 {
	if !rtl && !hasRTL(text) {
		return nil
	}
	p := bidiParagraph{text: text, base: bidi.L, class: make([]bidi.Class, len(text))}
	if rtl {
		p.base = bidi.R
	}
	for i, r := range text {
		p.class[i] = bidiClass(r)
	}
	p.weak()
	p.numbers()
	p.brackets()
	p.neutrals()
	return p.levels()
}

func hasRTL(text []rune) bool {
	for _, r := range text {
		if r < 0x590 {
			continue
		}
		if c := bidiClass(r); c == bidi.R || c == bidi.AL || c == bidi.AN {
			return true
		}
	}
	return false
}

// StartsRight tells whether a text's first letter runs from right to left.
func StartsRight(text string) bool {
	for _, r := range text {
		if c := bidiClass(r); bidiLetters(c) {
			return c != bidi.L
		}
	}
	return false
}

// bidiLetters tells the classes of letters, as against digits and signs.
func bidiLetters(c bidi.Class) bool { return c == bidi.L || c == bidi.R || c == bidi.AL }

func bidiClass(r rune) bidi.Class {
	p, _ := bidi.LookupRune(r)
	return p.Class()
}

// bidiParagraph resolves classes in place, rule by rule.
type bidiParagraph struct {
	text  []rune
	class []bidi.Class
	base  bidi.Class
}

// weak is rules W1 to W3: marks follow their letter, digits after Arabic
// letters are Arabic numbers, Arabic letters are right-to-left.
func (p *bidiParagraph) weak() {
	before, strong := p.base, p.base
	for i, c := range p.class {
		if c == bidi.NSM {
			c = before
		}
		before = c
		if bidiLetters(c) {
			strong = c
		}
		if c == bidi.EN && strong == bidi.AL {
			c = bidi.AN
		}
		p.class[i] = c
	}
	for i, c := range p.class {
		if c == bidi.AL {
			p.class[i] = bidi.R
		}
	}
}

// numbers is rules W4 to W7: separators and signs join their numbers, and a
// number after a Latin letter goes with it.
func (p *bidiParagraph) numbers() {
	for i := 1; i+1 < len(p.class); i++ {
		before, after := p.class[i-1], p.class[i+1]
		if before != after {
			continue
		}
		if c := p.class[i]; c == bidi.CS && (before == bidi.EN || before == bidi.AN) || c == bidi.ES && before == bidi.EN {
			p.class[i] = before
		}
	}
	p.terminators()
	strong := p.base
	for i, c := range p.class {
		if bidiLetters(c) {
			strong = c
		}
		if c == bidi.EN && strong == bidi.L {
			p.class[i] = bidi.L
		}
	}
}

// terminators is rule W5: signs such as % and € beside a number belong to it.
func (p *bidiParagraph) terminators() {
	for i := 0; i < len(p.class); i++ {
		if p.class[i] != bidi.ET {
			continue
		}
		end := i
		for end < len(p.class) && p.class[end] == bidi.ET {
			end++
		}
		if i > 0 && p.class[i-1] == bidi.EN || end < len(p.class) && p.class[end] == bidi.EN {
			for k := i; k < end; k++ {
				p.class[k] = bidi.EN
			}
		}
		i = end
	}
}

// brackets is rule N0: both of a pair take the direction of what they enclose.
func (p *bidiParagraph) brackets() {
	var open []int
	for i, r := range p.text {
		switch r {
		case '(', '[', '{':
			open = append(open, i)
		case ')', ']', '}':
			for k, from := range slices.Backward(open) {
				if mirrored[p.text[from]] == r {
					p.pair(from, i)
					open = open[:k]
					break
				}
			}
		}
	}
}

func (p *bidiParagraph) pair(open, end int) {
	found := false
	for i := open + 1; i < end; i++ {
		d, ok := direction(p.class[i])
		if ok && d == p.base {
			p.class[open], p.class[end] = p.base, p.base
			return
		}
		found = found || ok
	}
	if !found {
		return
	}
	d := p.before(open)
	p.class[open], p.class[end] = d, d
}

// before is the strong direction ahead of i, or the paragraph's.
func (p *bidiParagraph) before(i int) bidi.Class {
	for i--; i >= 0; i-- {
		if d, ok := direction(p.class[i]); ok {
			return d
		}
	}
	return p.base
}

// neutrals is rules N1 and N2: spaces and punctuation between two of one
// direction take it, others the paragraph's.
func (p *bidiParagraph) neutrals() {
	for i := 0; i < len(p.class); i++ {
		if _, ok := direction(p.class[i]); ok {
			continue
		}
		end, after := i, p.base
		for ; end < len(p.class); end++ {
			if d, ok := direction(p.class[end]); ok {
				after = d
				break
			}
		}
		d := p.base
		if p.before(i) == after {
			d = after
		}
		for ; i < end; i++ {
			p.class[i] = d
		}
	}
}

// direction is how a class counts beside neutrals: numbers as right-to-left.
func direction(c bidi.Class) (bidi.Class, bool) {
	if c == bidi.EN || c == bidi.AN {
		return bidi.R, true
	}
	return c, c == bidi.L || c == bidi.R
}

// levels is rules I1 and I2.
func (p *bidiParagraph) levels() []uint8 {
	out := make([]uint8, len(p.class))
	for i, c := range p.class {
		switch {
		case c == bidi.R:
			out[i] = 1
		case c != bidi.L:
			out[i] = 2
		case p.base == bidi.R:
			out[i] = 2
		}
	}
	return out
}

// Reorder brings the pieces of a line from reading order to left-to-right
// order (rule L2): what stands at a level or higher is turned round, level by
// level.
func Reorder[T any](pieces []T, level func(T) uint8) {
	for l := uint8(2); l >= 1; l-- {
		for i := 0; i < len(pieces); i++ {
			end := i
			for end < len(pieces) && level(pieces[end]) >= l {
				end++
			}
			slices.Reverse(pieces[i:end])
			i = max(i, end-1)
		}
	}
}
