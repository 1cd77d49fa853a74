package typeface

import (
	"math"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"

	"placard/briefing"
)

// Setter sets paragraphs. It is not safe for concurrent use.
type Setter struct {
	shaper  shaping.HarfbuzzShaper
	wrapper shaping.LineWrapper
}

// paragraph is one paragraph being set.
type paragraph struct {
	spans  []Span
	text   []rune
	owner  []int   // span by rune
	levels []uint8 // by rune; nil where all runs from left to right
	base   uint8
}

// Set sets a paragraph into lines no wider than width; a word that is wider
// breaks. Line ends in the text stay line ends. An empty paragraph has no lines.
func (s *Setter) Set(spans []Span, width float64, rtl bool) []Line {
	p := newParagraph(spans, rtl)
	if len(p.text) == 0 {
		return nil
	}
	items := p.items()
	outs := make([]shaping.Output, len(items))
	for i, it := range items {
		outs[i] = scaled(s.shaper.Shape(it.input), spans[it.span].Size*it.face.scale)
	}
	config := shaping.WrapConfig{Direction: direction(p.base)}
	lines, _ := s.wrapper.WrapParagraphF(config, toFixed(width), p.text, shaping.NewSliceIterator(outs))
	out := make([]Line, 0, len(lines))
	for _, l := range lines {
		out = append(out, p.line(l, items))
	}
	return out
}

func newParagraph(spans []Span, rtl bool) *paragraph {
	p := &paragraph{spans: spans}
	if rtl {
		p.base = 1
	}
	for i, s := range spans {
		for _, r := range strings.ToValidUTF8(s.Text, "\uFFFD") {
			p.text = append(p.text, settable(r))
			p.owner = append(p.owner, i)
		}
	}
	p.levels = briefing.BidiLevels(p.text, rtl)
	return p
}

// settable takes tabs for spaces, and what neither shows nor steers for nothing.
func settable(r rune) rune {
	switch {
	case r == '\t':
		return ' '
	case r == '\n' || r == '\u2028' || r == '\u2029':
		return '\n'
	case unicode.IsControl(r):
		return '\u200B'
	}
	return r
}

func (p *paragraph) level(i int) uint8 {
	if p.levels == nil {
		return 0
	}
	return p.levels[i]
}

func direction(level uint8) di.Direction {
	if level%2 == 1 {
		return di.DirectionRTL
	}
	return di.DirectionLTR
}

// The shaper knows whole sizes only, so that all text is shaped at one and
// scaled; fineness is how many steps of it a 64th of a point has.
const (
	shapedAt = 1000
	fineness = 16
)

func toFixed(points float64) fixed.Int26_6 { return fixed.Int26_6(min(points, 1<<18) * 64 * fineness) }

func toPoints(v fixed.Int26_6) float64 { return float64(v) / (64 * fineness) }

// scaled brings shaped text to its size.
func scaled(o shaping.Output, size float64) shaping.Output {
	k := size * fineness / shapedAt
	scale := func(v fixed.Int26_6) fixed.Int26_6 { return fixed.Int26_6(math.Round(float64(v) * k)) }
	o.Advance = 0
	for i := range o.Glyphs {
		g := &o.Glyphs[i]
		g.Advance, g.XOffset, g.YOffset, g.Width = scale(g.Advance), scale(g.XOffset), scale(g.YOffset), scale(g.Width)
		o.Advance += g.Advance
	}
	return o
}

// item is a stretch of one span, level, script and face.
type item struct {
	input shaping.Input
	face  *Face
	span  int
	level uint8
}

// items cuts the paragraph, in reading order.
func (p *paragraph) items() []item {
	var out []item
	script := p.script(0)
	for i := range p.text {
		span := &p.spans[p.owner[i]]
		if sc := language.LookupScript(p.text[i]); sc.Strong() {
			script = sc
		}
		var face *Face
		if n := len(out); n > 0 && (invisible(p.text[i]) || p.text[i] == ' ') && out[n-1].span == p.owner[i] {
			face = out[n-1].face
		} else {
			face = span.Chain.face(p.text[i])
		}
		if n := len(out); n > 0 {
			last := &out[n-1]
			if last.span == p.owner[i] && last.level == p.level(i) && last.face == face && last.input.Script == script {
				last.input.RunEnd = i + 1
				continue
			}
		}
		out = append(out, item{face: face, span: p.owner[i], level: p.level(i), input: shaping.Input{
			Text: p.text, RunStart: i, RunEnd: i + 1, Direction: direction(p.level(i)), Face: face.face,
			Size: fixed.I(shapedAt), Script: script, Language: language.NewLanguage(span.Language),
		}})
	}
	return out
}

// script of the first letter from i on: what signs and digits before it take.
func (p *paragraph) script(i int) language.Script {
	for ; i < len(p.text); i++ {
		if s := language.LookupScript(p.text[i]); s.Strong() {
			return s
		}
	}
	return language.Latin
}

// itemOf is the item that a rune belongs to.
func itemOf(items []item, at int) *item {
	low, high := 0, len(items)-1
	for low < high {
		mid := (low + high + 1) / 2
		if items[mid].input.RunStart <= at {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return &items[low]
}
