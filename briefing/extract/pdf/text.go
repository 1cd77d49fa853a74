package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/sentence"
)

const (
	// smallType is how small raised signs are beside the type of their line.
	smallType = 0.82
	// farRaised is how far above the baseline signs of any size are raised.
	farRaised = 0.25
	// raisedBy is how far above the baseline they stand at least.
	raisedBy = 0.12
	// wordGap is the gap, in the size of the type, that parts words.
	wordGap = 0.22
	// tabGap is the gap that parts columns and marks from their text.
	tabGap = 1.6
	// markGap is the gap behind a number or a letter that counts.
	markGap = 0.6
)

// hyphens are the signs by which the engine says that a line ends in a word.
const hyphens = "\u0002\ufffe\u00ad"

// rich is the words of a line with their looks.
func (l line) rich() manuscript.Rich {
	var b writer
	for i, g := range l.glyphs {
		if i > 0 && !l.leftward {
			b.gap(l.glyphs[i-1], g, l.size, i <= longestTyped && l.tabs(i))
		}
		b.write(g.r, l.look(g))
	}
	return b.done()
}

// longestTyped is how many signs a number with its stop has.
const longestTyped = 6

// tabs tells whether the gap before sign i parts a mark from its text.
func (l line) tabs(i int) bool {
	return l.glyphs[i].left-l.glyphs[i-1].right > markGap*l.size && l.markEnds(i)
}

// text is the words of a line.
func (l line) text() string { return l.rich().Text }

// look is how a sign is set.
func (l line) look(g glyph) briefing.Style {
	var style briefing.Style
	if g.font.bold {
		style |= briefing.Bold
	}
	if g.font.italic {
		style |= briefing.Italic
	}
	if up := g.y - l.y; up > raisedBy*l.size && g.font.size < smallType*l.size || up > farRaised*l.size {
		style |= briefing.Superscript
	}
	return style
}

// writer gathers signs into text with runs.
type writer struct {
	text strings.Builder
	runs []briefing.Run
}

func (w *writer) write(r rune, style briefing.Style) {
	if r < ' ' && !strings.ContainsRune(hyphens, r) || nameless(r) {
		return
	}
	from := w.text.Len()
	w.text.WriteRune(r)
	if style == 0 {
		return
	}
	last := len(w.runs) - 1
	if last >= 0 && w.runs[last].Style == style && strings.TrimSpace(w.text.String()[w.runs[last].End:from]) == "" {
		w.runs[last].End = w.text.Len()
		return
	}
	w.runs = append(w.runs, briefing.Run{Start: from, End: w.text.Len(), Style: style})
}

// nameless tells a sign that a font maps to no letter: in Unicode's private
// area, but for the bullets of two old fonts.
func nameless(r rune) bool {
	return r == utf8.RuneError || 0xE000 <= r && r <= 0xF8FF && r != '\uf0b7' && r != '\uf0a7'
}

// gap writes the blank between two signs of a line.
func (w *writer) gap(a, b glyph, size float64, tab bool) {
	gap := b.left - a.right
	switch {
	case tab, gap > tabGap*size:
		w.text.WriteByte('\t')
	case b.spaced || gap > wordGap*size:
		w.text.WriteByte(' ')
	}
}

func (w *writer) done() manuscript.Rich {
	return manuscript.Rich{Text: w.text.String(), Runs: w.runs}
}

// joiner joins lines into paragraphs. It knows the words of the document, to
// tell a hyphen that belongs to a word from one of a line end.
type joiner struct{ words map[string]bool }

func newJoiner(pages [][]block) *joiner {
	j := &joiner{words: map[string]bool{}}
	for _, blocks := range pages {
		for _, b := range blocks {
			for _, l := range b.lines {
				for word := range strings.FieldsFuncSeq(l.text(), sentence.NotInWord) {
					j.words[strings.ToLower(word)] = true
				}
			}
		}
	}
	return j
}

// join is the text of lines. Lines of a masthead are kept apart by tabs.
func (j *joiner) join(lines []line) manuscript.Rich {
	var out manuscript.Rich
	for i, l := range lines {
		r := l.rich()
		if i == 0 {
			out = r
			continue
		}
		if lines[i-1].aside && l.aside && !sentence.Continues(out.Text, r.Text) && !oneTitle(lines[i-1], l) {
			out = out.Join("\t", r)
			continue
		}
		out = j.mend(out, r)
	}
	return clean(out).Trim()
}

// mend joins two texts across a line end.
func (j *joiner) mend(a, b manuscript.Rich) manuscript.Rich {
	a, b = a.Trim(), b.Trim()
	last, width := utf8.DecodeLastRuneInString(a.Text)
	first, _ := utf8.DecodeRuneInString(b.Text)
	switch {
	case a.Text == "":
		return b
	case strings.ContainsRune(hyphens+"-\u2010", last) && unicode.IsLetter(first):
		bare := a.Cut(0, len(a.Text)-width)
		if j.word(bare.Text, b.Text, last) {
			return bare.Join("", b)
		}
		return bare.Join("-", b)
	case sentence.Wide(last) && sentence.Wide(first):
		return a.Join("", b)
	case last == '/' || last == '-':
		return a.Join("", b)
	}
	return a.Join(" ", b)
}

// word tells whether two halves make one word without a hyphen.
func (j *joiner) word(a, b string, hyphen rune) bool {
	before, after := strings.ToLower(sentence.LastWord(a)), strings.ToLower(sentence.FirstWord(b))
	switch {
	case j.words[before+after]:
		return true
	case j.words[before+"-"+after], hyphen == '-':
		return false
	}
	first, _ := utf8.DecodeRuneInString(b)
	return unicode.IsLower(first)
}

// clean writes the engine's hyphens within lines as hyphens.
func clean(r manuscript.Rich) manuscript.Rich {
	for {
		at := strings.IndexAny(r.Text, hyphens)
		if at < 0 {
			return r
		}
		_, width := utf8.DecodeRuneInString(r.Text[at:])
		r = r.Cut(0, at).Join("-", r.Cut(at+width, len(r.Text)))
	}
}
