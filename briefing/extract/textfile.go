package extract

import (
	"context"
	"regexp"
	"strings"
	"unicode/utf8"

	"placard/briefing"
)

// line is one physical line of a text file.
type line struct {
	text   string // without its indent and its trailing blanks
	indent int    // leading blanks; a tab counts to the next multiple of four
	page   int    // 0 where the file has no form feeds
}

// readText reads plain text and text with Markdown's marks; one reader does
// both, since notes copied from elsewhere are seldom all of one kind.
func readText(ctx context.Context, data []byte, progress briefing.Progress) (*manuscript, error) {
	text, ok := decodeText(data)
	if !ok {
		return nil, briefing.ErrBinaryFile
	}
	m := &manuscript{format: "text"}
	groups := group(textLines(text))
	w := newWrapping(groups)
	for i, g := range groups {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		m.passages = append(m.passages, w.passages(g)...)
		progress.Tell(i+1, len(groups))
	}
	m.passages = joinMarks(m.passages)
	markTitles(m.passages)
	return m, nil
}

// joinMarks puts numbers that stand on a line of their own in front of what
// follows them, as programs that take text out of pages write them.
func joinMarks(passages []passage) []passage {
	var out []passage
	for _, p := range passages {
		last := len(out) - 1
		if last >= 0 && p.hint == hintNone && !readSign(p.text).marks() && loneMark(out[last]) {
			mark := out[last]
			p.rich, p.glued = mark.join(" ", p.rich), mark.glued
			out = out[:last]
		}
		out = append(out, p)
	}
	return out
}

// loneMark tells a number with its stop from a page number.
func loneMark(p passage) bool {
	if p.hint != hintNone || len(p.text) > 12 {
		return false
	}
	s := readSign(p.text + "\tx")
	switch s.form {
	case formNumber, formLetter, formRoman, formUpperRoman, formCapital:
		return s.end == len(p.text)+1 && (s.style != "" || s.form == formUpperRoman || s.form == formCapital)
	case formNote:
		return s.end == len(p.text)+1
	case formNone, formDotted, formPoint, formBullet, formItem, formStar, formRule:
	}
	return false
}

// markTitles takes the highest headings for the document's title as long as
// nothing but title lines stands above them.
func markTitles(passages []passage) {
	for i := range passages {
		p := &passages[i]
		if p.hint == hintHeading && p.level > 1 || p.hint != hintHeading && (readSign(p.text).form == formNumber || prose(p.text)) {
			return
		}
		if p.hint == hintHeading && !introduces(p.text) {
			p.hint, p.level = hintTitle, 1
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
func hinted(text string) (passage, string) {
	if m := atxHeading.FindStringSubmatch(text); m != nil {
		return passage{hint: hintHeading, level: len(m[1])}, m[2]
	}
	if m := noteMark.FindStringSubmatch(text); m != nil {
		return passage{hint: hintNote, mark: m[1], label: m[1]}, text[len(m[0]):]
	}
	if m := quoteMark.FindString(text); m != "" {
		return passage{hint: hintQuote}, text[len(m):]
	}
	return passage{}, text
}

// width of a line in columns: Chinese signs fill two.
func width(s string) int {
	n := utf8.RuneCountInString(s)
	for _, r := range s {
		if wide(r) {
			n++
		}
	}
	return n
}

func wide(r rune) bool {
	return 0x2E80 <= r && r <= 0x9FFF || 0xF900 <= r && r <= 0xFAFF || 0xFF00 <= r && r <= 0xFF60
}
