package reader

import (
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// breaker fills lines of a width with a text, at the places the Unicode line
// breaking algorithm allows: spaces, hyphens, and between Chinese characters.
type breaker struct {
	ruler *ruler
	text  string
	spans []span
	width float32

	lines      []line
	start, end int     // the line being filled, in bytes
	x          float32 // its width, trailing spaces included
	span       int     // where measuring stands in spans
}

// broken cuts the text into lines; always at least one. Only their start and
// end are set.
func (b *breaker) broken() []line {
	var seg segmenter.Segmenter
	seg.InitWithString(b.text)
	for chunks := seg.LineIterator(); chunks.Next(); {
		chunk := chunks.Line()
		from := b.end
		to := from
		visible := from
		for range chunk.Text {
			r, n := utf8.DecodeRuneInString(b.text[to:])
			to += n
			if !unicode.IsSpace(r) {
				visible = to
			}
		}
		b.place(from, visible, to)
		if chunk.IsMandatoryBreak && to < len(b.text) {
			b.flush()
		}
	}
	if b.start < len(b.text) || len(b.lines) == 0 {
		b.flush()
	}
	return b.lines
}

// place puts a chunk on the line, or on the next where it does not fit.
func (b *breaker) place(from, visible, to int) {
	w := b.measure(from, visible)
	if b.x > 0 && b.x+w > b.width {
		b.flush()
	}
	if w > b.width {
		b.force(from, visible)
		from = visible
	}
	b.end = to
	b.x += b.measure(from, to)
}

// force cuts a chunk wider than a line, an address say, where the line ends.
func (b *breaker) force(from, to int) {
	for from < to {
		r, n := utf8.DecodeRuneInString(b.text[from:])
		w := b.measure(from, from+n)
		if b.x > 0 && b.x+w > b.width && !unicode.Is(unicode.Mn, r) {
			b.flush()
		}
		b.x += w
		from += n
		b.end = from
	}
}

func (b *breaker) flush() {
	end := b.end
	for end > b.start {
		r, n := utf8.DecodeLastRuneInString(b.text[b.start:end])
		if !unicode.IsSpace(r) {
			break
		}
		end -= n
	}
	b.lines = append(b.lines, line{start: b.start, end: end})
	b.start, b.x = b.end, 0
}

// measure is the width of a stretch across its spans.
func (b *breaker) measure(from, to int) float32 {
	for b.span > 0 && b.spans[b.span].start > from {
		b.span--
	}
	w := float32(0)
	for from < to {
		for b.spans[b.span].end <= from {
			b.span++
		}
		s := b.spans[b.span]
		end := min(to, s.end)
		w += b.ruler.width(s.face, b.text[from:end])
		from = end
	}
	return w
}
