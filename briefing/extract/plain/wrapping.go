package plain

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/sentence"
	"placard/briefing/extract/sign"
)

// wrapping undoes what a hard-wrapping program did to a text file.
type wrapping struct {
	// column is where the file's lines were wrapped; 0 where they were not.
	column int
	words  map[string]bool // words of the file, to tell a hyphen from a line end
}

const (
	// longestWrap is the widest line that still looks wrapped by a program.
	longestWrap = 140
	// shortestLine is how wide a line is that may have been wrapped: those of a
	// masthead are shorter.
	shortestLine = 30
	// fewestTorn is how many lines must end within a sentence before a file is
	// taken to be wrapped.
	fewestTorn = 3
)

func newWrapping(groups [][]line) *wrapping {
	w := &wrapping{words: map[string]bool{}}
	var widths []int
	torn := 0
	for _, g := range groups {
		for i, l := range g {
			if i+1 < len(g) && width(l.text) >= shortestLine && !startsPassage(g[i+1].text) {
				widths = append(widths, width(l.text))
				if first, _ := utf8.DecodeRuneInString(g[i+1].text); unicode.IsLower(first) && !sentence.Ends(l.text) {
					torn++
				}
			}
			for word := range strings.FieldsFuncSeq(l.text, sentence.NotInWord) {
				w.words[strings.ToLower(word)] = true
			}
		}
	}
	if torn < fewestTorn || torn*3 < len(widths) {
		return w
	}
	slices.Sort(widths)
	if common := widths[len(widths)*9/10]; common <= longestWrap {
		w.column = common
	}
	return w
}

// startsPassage tells whether a line carries a mark of its own.
func startsPassage(text string) bool {
	hinted, text := hinted(text)
	return hinted.Hint != manuscript.HintNone || sign.Read(parseMarkup(text).Text).Marks()
}

// passages makes the passages of lines that no blank line parts.
func (w *wrapping) passages(g []line) []manuscript.Passage {
	var out []manuscript.Passage
	for i := 0; i < len(g); {
		p, text := hinted(g[i].text)
		p.Page, p.Indent, p.Glued = g[i].page, g[i].indent, i > 0
		j := i + 1
		for ; j < len(g) && w.goesOn(text, g[j-1], g[j], p.Hint); j++ {
			more := g[j].text
			if p.Hint == manuscript.HintQuote {
				more = quoteMark.ReplaceAllString(more, "")
			}
			text = w.mend(text, more)
		}
		p.Rich = parseMarkup(strings.ReplaceAll(text, "\u00ad", ""))
		if p.Text != "" {
			out = append(out, p)
		}
		i = j
	}
	return out
}

// goesOn tells whether the next line belongs to the text begun before it.
func (w *wrapping) goesOn(text string, last, next line, h manuscript.Hint) bool {
	hint, _ := hinted(next.text)
	switch {
	case h == manuscript.HintHeading, len(text) > manuscript.LongestPassage:
		return false
	case h == manuscript.HintQuote:
		return hint.Hint == manuscript.HintQuote || hint.Hint == manuscript.HintNone && w.full(last, next)
	case hint.Hint != manuscript.HintNone:
		return false
	case strings.Contains(text, "*") && unclosed(text) && !unclosed(text+" "+next.text):
		return true
	case startsPassage(next.text):
		return false
	case sign.Read(text).Form == sign.Rule:
		return false
	case sentence.Continues(text, next.text), w.column == 0 && sentence.AddressGoesOn(text, next.text):
		return true
	}
	return w.full(last, next)
}

// full tells whether the line was too full for the first word of the next
// one. Proportional type makes columns ragged, hence the fifth.
func (w *wrapping) full(last, next line) bool {
	if w.column == 0 {
		return false
	}
	first, _, _ := strings.Cut(next.text, " ")
	if sentence.Ends(last.text) && next.indent > last.indent {
		return false // an indented first line opens a paragraph
	}
	room := w.column * 4 / 5
	if initial, _ := utf8.DecodeRuneInString(next.text); (sentence.Ends(last.text) || sentence.EndsWithComma(last.text)) && unicode.IsUpper(initial) {
		room = w.column * 9 / 10
	}
	return last.indent+width(last.text)+1+width(first) > room
}

// mend joins two lines: a hyphen at the end of the first goes where the file
// has the word without it, and Chinese needs no blank.
func (w *wrapping) mend(a, b string) string {
	before, _ := utf8.DecodeLastRuneInString(a)
	after, _ := utf8.DecodeRuneInString(b)
	switch {
	case before == '\u00ad':
		return strings.TrimSuffix(a, "\u00ad") + b
	case (before == '-' || before == '\u2010') && unicode.IsLower(after):
		bare := strings.TrimSuffix(strings.TrimSuffix(a, "-"), "\u2010")
		if w.words[strings.ToLower(sentence.LastWord(bare)+sentence.FirstWord(b))] {
			return bare + b
		}
		return a + b
	case sentence.Wide(before) && sentence.Wide(after):
		return a + b
	}
	return a + " " + b
}
