// Package plain reads text files, with and without Markdown's marks, in
// whatever encoding they are.
package plain

import (
	"context"
	"regexp"
	"strings"
	"unicode/utf8"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/sentence"
	"placard/briefing/extract/sign"
)

// line is one physical line of a text file.
type line struct {
	text   string // without its indent and its trailing blanks
	indent int    // leading blanks; a tab counts to the next multiple of four
	page   int    // 0 where the file has no form feeds
}

// Read reads plain text and text with Markdown's marks; one reader does
// both, since notes copied from elsewhere are seldom all of one kind.
func Read(ctx context.Context, data []byte, progress briefing.Progress) (*manuscript.Manuscript, error) {
	text, ok := DecodeText(data)
	if !ok {
		return nil, briefing.ErrBinaryFile
	}
	m := &manuscript.Manuscript{Format: "text"}
	groups := group(textLines(text))
	w := newWrapping(groups)
	for i, g := range groups {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		m.Passages = append(m.Passages, w.passages(g)...)
		progress.Tell(i+1, len(groups))
	}
	m.Passages = manuscript.JoinMarks(m.Passages)
	markTitles(m.Passages)
	return m, nil
}

// markTitles takes the highest headings for the document's title as long as
// nothing but title lines stands above them.
func markTitles(passages []manuscript.Passage) {
	for i := range passages {
		p := &passages[i]
		if p.Hint == manuscript.HintHeading && p.Level > 1 || p.Hint != manuscript.HintHeading && (sign.Read(p.Text).Form == sign.Number || sentence.Prose(p.Text)) {
			return
		}
		if p.Hint == manuscript.HintHeading && !sentence.Introduces(p.Text) {
			p.Hint, p.Level = manuscript.HintTitle, 1
		}
	}
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n\n", "\u0085", "\n", "\v", "\n", "\x1a", "", "\x00", "", "\ufeff", "")

// textLines splits text at every kind of line end. A form feed ends a page.
func textLines(text string) []line {
	paged := strings.Contains(strings.TrimRight(text, "\f\r\n "), "\f")
	page := 0
	if paged {
		page = 1
	}
	var out []line
	for i, sheet := range strings.Split(lineEnds.Replace(text), "\f") {
		if i > 0 {
			if paged {
				page++
			}
			out = append(out, line{page: page})
		}
		for raw := range strings.SplitSeq(sheet, "\n") {
			out = append(out, newLine(raw, page))
		}
	}
	return out
}

func newLine(raw string, page int) line {
	l := line{text: strings.TrimLeft(raw, " \t\u00a0"), page: page}
	for _, r := range raw[:len(raw)-len(l.text)] {
		if r == '\t' {
			l.indent += 4 - l.indent%4
			continue
		}
		l.indent++
	}
	l.text = strings.TrimRight(l.text, " \t\u00a0")
	return l
}

// group puts lines together that no blank line parts.
func group(lines []line) [][]line {
	var out [][]line
	var open []line
	for _, l := range append(lines, line{}) {
		if l.text != "" {
			open = append(open, l)
			continue
		}
		if len(open) > 0 {
			out = append(out, open)
		}
		open = nil
	}
	return out
}

var (
	atxHeading = regexp.MustCompile(`^(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?$`)
	quoteMark  = regexp.MustCompile(`^(?:>[ \t]?)+`)
	noteMark   = regexp.MustCompile(`^\[\^([^\]\s]{1,20})\]:[ \t]*`)
)

// hinted reads the marks that Markdown puts at the start of a line.
func hinted(text string) (manuscript.Passage, string) {
	if m := atxHeading.FindStringSubmatch(text); m != nil {
		return manuscript.Passage{Hint: manuscript.HintHeading, Level: len(m[1])}, m[2]
	}
	if m := noteMark.FindStringSubmatch(text); m != nil {
		return manuscript.Passage{Hint: manuscript.HintNote, Mark: m[1], Label: m[1]}, text[len(m[0]):]
	}
	if m := quoteMark.FindString(text); m != "" {
		return manuscript.Passage{Hint: manuscript.HintQuote}, text[len(m):]
	}
	return manuscript.Passage{}, text
}

// width of a line in columns: Chinese signs fill two.
func width(s string) int {
	n := utf8.RuneCountInString(s)
	for _, r := range s {
		if sentence.Wide(r) {
			n++
		}
	}
	return n
}
