package reader

import (
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"placard/briefing"
)

// paragraph is a text laid out at a width: immutable, and drawn as it stands.
type paragraph struct {
	text          string
	lines         []line
	width, height float32
	rtl           bool
	ruler         *ruler
}

// line is a stretch of the text, in bytes, without the spaces at its end.
type line struct {
	start, end      int
	y, height, base float32
	pieces          []piece // left to right
}

// piece is what one canvas.Text draws: one look, one direction, one font.
type piece struct {
	start, end int
	x, y, w    float32
	face       face
	ink        fyne.ThemeColorName
	shown      string
	level      uint8 // odd runs from right to left
}

// rtlFence keeps the toolkit, which shapes every text as left-to-right, from
// moving the spaces at the ends of an Arabic or Hebrew piece.
const rtlFence = "\u200f"

// setter lays out paragraphs with one ruler and one font for Arabic.
type setter struct {
	ruler  *ruler
	arabic *scriptFont
}

// set lays a text out at a width, from the right where rtl says so.
func (s setter) set(text string, looks []span, width float32, rtl bool) *paragraph {
	p := &paragraph{text: text, width: width, rtl: rtl, ruler: s.ruler}
	if len(looks) == 0 {
		return p
	}
	plain := looks[0].face
	looks = s.arabic.apply(text, looks)
	b := breaker{ruler: s.ruler, text: text, spans: looks, width: width}
	p.lines = b.broken()
	cut := cutter{text: text, spans: looks}
	cut.bidi(rtl)
	for i := range p.lines {
		l := &p.lines[i]
		l.pieces = cut.pieces(l.start, l.end)
		briefing.Reorder(l.pieces, func(p piece) uint8 { return p.level })
		p.align(l, plain)
		l.y = p.height
		p.height += l.height
	}
	return p
}

// align puts the pieces of a line side by side on one baseline. An empty line
// is as high as the plain face.
func (p *paragraph) align(l *line, plain face) {
	reach := p.ruler.rise(plain)
	x := float32(0)
	for i := range l.pieces {
		c := &l.pieces[i]
		c.x = x
		c.w = p.ruler.width(c.face, c.shown)
		x += c.w
		if c.y == 0 {
			r := p.ruler.rise(c.face)
			reach.up, reach.down = max(reach.up, r.up), max(reach.down, r.down)
		}
	}
	l.base, l.height = reach.up, reach.up+reach.down
	for i := range l.pieces {
		c := &l.pieces[i]
		c.y += l.base - p.ruler.rise(c.face).up
		if p.rtl {
			c.x += p.width - x
		}
	}
}

// extent is a stretch of a line from left to right.
type extent struct{ x, w float32 }

// extents are the stretches of a line that a span of the text covers, those
// that touch joined.
func (p *paragraph) extents(l *line, start, end int) []extent {
	var out []extent
	for i := range l.pieces {
		c := &l.pieces[i]
		from, to := max(start, c.start), min(end, c.end)
		if from >= to {
			continue
		}
		a, b := p.advance(c, from), p.advance(c, to)
		e := extent{c.x + a, b - a}
		if c.level%2 == 1 {
			e = extent{c.x + c.w - b, b - a}
		}
		if n := len(out); n > 0 && out[n-1].x+out[n-1].w >= e.x-0.5 {
			out[n-1].w = e.x + e.w - out[n-1].x
			continue
		}
		out = append(out, e)
	}
	return out
}

// advance is how far into a piece, in reading direction, a byte stands.
func (p *paragraph) advance(c *piece, at int) float32 {
	switch {
	case at <= c.start:
		return 0
	case at >= c.end:
		return c.w
	}
	head := p.text[c.start:at]
	if c.level%2 == 1 {
		head = rtlFence + head + rtlFence
	}
	return min(p.ruler.width(c.face, head), c.w)
}

// hit is the byte nearest to a place in the paragraph.
func (p *paragraph) hit(x, y float32) int {
	if len(p.lines) == 0 {
		return 0
	}
	l := &p.lines[p.lineAt(y)]
	best, near := l.start, float32(-1)
	for i := range l.pieces {
		c := &l.pieces[i]
		off := max(c.x-x, x-c.x-c.w, 0)
		if near < 0 || off < near {
			near, best = off, p.within(c, x-c.x)
		}
	}
	return best
}

func (p *paragraph) lineAt(y float32) int {
	for i := range p.lines {
		if y < p.lines[i].y+p.lines[i].height {
			return i
		}
	}
	return len(p.lines) - 1
}

// within finds the byte of a piece nearest to x, by the middle of letters.
func (p *paragraph) within(c *piece, x float32) int {
	if c.level%2 == 1 {
		x = c.w - x
	}
	at, reached := c.start, float32(0)
	for at < c.end {
		_, n := utf8.DecodeRuneInString(p.text[at:])
		next := p.advance(c, at+n)
		if x < (reached+next)/2 {
			break
		}
		at, reached = at+n, next
	}
	return at
}

// over is the byte under a place, and false where there is no letter.
func (p *paragraph) over(x, y float32) (int, bool) {
	for i := range p.lines {
		l := &p.lines[i]
		if y < l.y || y >= l.y+l.height {
			continue
		}
		for k := range l.pieces {
			c := &l.pieces[k]
			if x >= c.x && x < c.x+c.w {
				return c.start + p.letter(c, x-c.x), true
			}
		}
	}
	return 0, false
}

// letter is the offset in a piece of the letter that covers x.
func (p *paragraph) letter(c *piece, x float32) int {
	if c.level%2 == 1 {
		x = c.w - x
	}
	for at := c.start; at < c.end; {
		_, n := utf8.DecodeRuneInString(p.text[at:])
		if x < p.advance(c, at+n) {
			return at - c.start
		}
		at += n
	}
	return 0
}
