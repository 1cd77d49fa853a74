package typeface

import (
	"strings"
	"unicode"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"

	"placard/briefing"
)

// line places the runs of one line.
func (p *paragraph) line(shaped shaping.Line, items []item) Line {
	out := Line{Runs: make([]Run, 0, len(shaped))}
	levels := make([]uint8, 0, len(shaped))
	for i := range shaped {
		if shaped[i].Runes.Count == 0 {
			continue
		}
		it := itemOf(items, shaped[i].Runes.Offset)
		out.Runs = append(out.Runs, p.run(&shaped[i], it))
		levels = append(levels, it.level)
	}
	out.trim()
	out.fence(levels)
	order := make([]int, len(out.Runs))
	for i := range order {
		order[i] = i
	}
	briefing.Reorder(order, func(i int) uint8 { return levels[i] })
	for _, i := range order {
		out.Runs[i].X = out.Width
		out.Width += out.Runs[i].Width
	}
	return out
}

// trim takes the spaces at the end of the line away: they end it, whichever
// way it runs.
func (l *Line) trim() {
	if len(l.Runs) == 0 {
		return
	}
	r := &l.Runs[len(l.Runs)-1]
	r.Text = strings.TrimRightFunc(r.Text, unicode.IsSpace)
	for n := len(r.Glyphs); n > 0; n-- {
		last, rest := n-1, r.Glyphs[:n-1]
		if r.RTL {
			last, rest = 0, r.Glyphs[1:]
		}
		if !r.Face.blank(r.Glyphs[last].Code) {
			return
		}
		r.Width -= r.Glyphs[last].Advance
		r.Glyphs = rest
	}
}

// rightToLeftMark shows nothing. Readers of PDF guess the order of a line from
// its letters, and take the signs between a number and the word after it for
// the number's unless something of the other direction stands between.
const rightToLeftMark = "\u200F"

// fence puts a mark between text from left to right and what follows it in a
// line's other direction. A space says the mark with itself: one alone would
// be taken for a column.
func (l *Line) fence(levels []uint8) {
	for i := 1; i < len(l.Runs); i++ {
		r := &l.Runs[i]
		n := len(r.Glyphs)
		if levels[i-1] != 2 || levels[i] != 1 || n == 0 {
			continue
		}
		if first := &r.Glyphs[n-1]; r.Face.blank(first.Code) {
			first.Code = r.Face.restate(first.Code, " "+rightToLeftMark)
			continue
		}
		r.Glyphs = append(r.Glyphs, Glyph{Code: r.Face.code(font.EmptyGlyph, rightToLeftMark)})
	}
}

// run takes over the glyphs of a shaped run.
func (p *paragraph) run(o *shaping.Output, it *item) Run {
	from, until := o.Runes.Offset, o.Runes.Offset+o.Runes.Count
	r := Run{
		Span: it.span, Face: it.face, Size: p.spans[it.span].Size * it.face.scale, RTL: it.level%2 == 1,
		Text: string(p.text[from:until]), Glyphs: make([]Glyph, 0, len(o.Glyphs)),
	}
	said := -1 // the cluster whose text is given to a glyph already
	for i := range o.Glyphs {
		g := &o.Glyphs[i]
		text := ""
		if at := g.TextIndex(); at != said {
			said = at
			text = shown(p.text[at:min(at+g.RunesCount(), until)])
		}
		if text == "" && blankGlyph(g) {
			continue
		}
		r.Glyphs = append(r.Glyphs, r.glyph(g, text))
		r.Width += toPoints(g.Advance)
	}
	return r
}

func (r *Run) glyph(g *shaping.Glyph, text string) Glyph {
	return Glyph{
		Code: r.Face.code(g.GlyphID, text), Advance: toPoints(g.Advance), Natural: r.Face.advance(g.GlyphID) * r.Size / 1000,
		X: toPoints(g.XOffset), Y: toPoints(g.YOffset),
	}
}

// blankGlyph tells a glyph that shows nothing and takes no room.
func blankGlyph(g *shaping.Glyph) bool {
	return g.GlyphID == font.EmptyGlyph || g.Advance == 0 && g.Width == 0
}

// shown is a cluster's text without what steers and line ends.
func shown(cluster []rune) string {
	var out strings.Builder
	for _, c := range cluster {
		if c != '\n' && c != '\u200B' && c != '\u00AD' {
			out.WriteRune(c)
		}
	}
	return out.String()
}

// blank tells whether the glyph of a number stands for a space.
func (s *Subset) blank(code uint16) bool {
	return strings.TrimSpace(s.list[code].text) == "" && s.list[code].text != ""
}

// restate numbers the glyph of a number for another text.
func (s *Subset) restate(code uint16, text string) uint16 { return s.code(s.list[code].glyph, text) }
