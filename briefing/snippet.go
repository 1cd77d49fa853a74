package briefing

import (
	"strings"
	"unicode/utf8"
)

// Snippet is a stretch of a text around what was looked for, on one line.
type Snippet struct {
	Text  string
	Marks []Span // in Text
}

// leadIn is how much of a snippet stands before the first mark: a quarter.
const leadIn = 4

// Snippet cuts a hit's text to about width bytes around its first mark, between
// words, with an ellipsis where it was cut.
func (h *Hit) Snippet(width int) Snippet {
	from, to := 0, len(h.Text)
	if to > width {
		if len(h.Marks) > 0 {
			from = max(0, min(h.Marks[0].Start-width/leadIn, len(h.Text)-width))
		}
		to = min(len(h.Text), from+width)
		from, to = wordStart(h.Text, from), wordStart(h.Text, to)
	}
	head, tail := "", ""
	if from > 0 {
		head = "…"
	}
	if to < len(h.Text) {
		tail = "…"
	}
	s := Snippet{Text: head + oneLine(h.Text[from:to]) + tail}
	for _, m := range h.Marks {
		if from <= m.Start && m.End <= to {
			s.Marks = append(s.Marks, Span{m.Start - from + len(head), m.End - from + len(head)})
		}
	}
	return s
}

// oneLine keeps the length in bytes, so that marks stay where they are.
func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' || r == '\r' {
			return ' '
		}
		return r
	}, text)
}

// wordStart is where the word around a place begins; the place's rune where no
// space is near, as in Chinese.
func wordStart(text string, at int) int {
	if at == 0 || at == len(text) {
		return at
	}
	if i := strings.LastIndexByte(text[:at], ' '); i >= at-40 {
		return i + 1
	}
	for !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}
