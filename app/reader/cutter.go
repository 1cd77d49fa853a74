package reader

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"placard/briefing"
)

// cutter cuts the lines of one paragraph into pieces, in reading order: at
// every change of look, of direction, and between right-to-left letters and
// anything else, since a piece with two fonts is drawn in the wrong order.
// Symbols stand alone too.
type cutter struct {
	text  string
	spans []span
	level []uint8 // by byte; nil where all runs left to right
}

// bidi finds the level of every byte.
func (c *cutter) bidi(rtl bool) {
	runes := []rune(c.text)
	byRune := briefing.BidiLevels(runes, rtl)
	if byRune == nil {
		return
	}
	c.level = make([]uint8, len(c.text))
	i := 0
	for at := 0; at < len(c.text); i++ {
		_, n := utf8.DecodeRuneInString(c.text[at:])
		for k := at; k < at+n; k++ {
			c.level[k] = byRune[i]
		}
		at += n
	}
}

func (c *cutter) pieces(start, end int) []piece {
	var out []piece
	for _, s := range c.spans {
		from, to := max(start, s.start), min(end, s.end)
		for from < to {
			p := c.piece(from, to, s)
			out = append(out, p)
			from = p.end
		}
	}
	return out
}

// piece cuts the longest piece of a span that begins at from.
func (c *cutter) piece(from, to int, s span) piece {
	p := piece{start: from, end: to, face: s.face, ink: s.ink}
	if s.raised {
		p.y = -s.face.size * 0.5
	}
	first, n := utf8.DecodeRuneInString(c.text[from:])
	script := rtlScript(first)
	p.end, p.level = from+n, c.levelAt(from)
	alone := symbol(first) || p.level%2 == 1 && !script
	for p.end < to && !alone {
		r, n := utf8.DecodeRuneInString(c.text[p.end:])
		if symbol(r) || c.levelAt(p.end) != p.level || rtlScript(r) != script && !joins(r, p.level) {
			break
		}
		p.end += n
	}
	p.shown = shown(c.text[from:p.end], p.level, script)
	return p
}

func (c *cutter) levelAt(i int) uint8 {
	if c.level == nil {
		return 0
	}
	return c.level[i]
}

// symbol tells arrows, ticks and the like: they come from a font of their own,
// which may lack the space that follows.
func symbol(r rune) bool { return r > unicode.MaxLatin1 && unicode.IsSymbol(r) }

// joins lets spaces stay inside a right-to-left piece: every font has them.
func joins(r rune, level uint8) bool { return level%2 == 1 && r == ' ' }

func shown(text string, level uint8, script bool) string {
	switch {
	case level%2 == 0:
		return plain(text)
	case script:
		return rtlFence + text + rtlFence
	}
	r, _ := utf8.DecodeRuneInString(text)
	if m, ok := briefing.Mirrored(r); ok {
		return string(m)
	}
	return plain(text)
}

// plain shows tabs and line ends as spaces: the toolkit's tab stops know
// nothing of where a piece stands.
func plain(text string) string {
	for i := range len(text) {
		if text[i] < ' ' {
			return strings.Map(func(r rune) rune {
				if unicode.IsControl(r) {
					return ' '
				}
				return r
			}, text)
		}
	}
	return text
}

// rtlScript tells the letters, marks and digits of Hebrew, Arabic and their
// neighbours, by block: their fonts hold little else.
func rtlScript(r rune) bool {
	return r >= 0x590 && r < 0x900 || r >= 0xfb1d && r < 0xfe00 || r >= 0xfe70 && r < 0xff00
}
