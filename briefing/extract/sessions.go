package extract

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/sentence"
)

// sessionWords find the line that numbers a session.
var sessionWords = regexp.MustCompile(`(?i)\bsessions?\b|période de sessions|período (?:\pL+ )?de sesiones|сессия|الدورة|届会议|届`)

// ordinalSession tells whether a line numbers a session: "Ninetieth session",
// "90th session", "Second regular session 2025".
func ordinalSession(text string) bool {
	return sessionWords.MatchString(text) && utf8Words(text) <= 8 && !strings.ContainsAny(text, ";:")
}

func utf8Words(text string) int { return len(strings.Fields(text)) }

var units = map[string]int{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
	"tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
	"seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
	"fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}

var tens = map[string]int{"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "hundredand": 100}

// sessionNumber writes an English session with its number: "90th session" for
// "NINETIETH SESSION". Other languages and wordings stay as printed.
func sessionNumber(printed string) string {
	word, rest, _ := strings.Cut(strings.ToLower(printed), " ")
	n := ordinal(word)
	if n == 0 || !strings.HasPrefix(strings.TrimSpace(rest), "session") {
		return printed
	}
	return fmt.Sprintf("%d%s %s", n, ordinalEnding(n), strings.TrimSpace(rest))
}

func ordinal(word string) int {
	if n := units[word]; n > 0 {
		return n
	}
	head, tail, ok := strings.Cut(word, "-")
	if ok && tens[head] > 0 {
		if n := units[tail]; n > 0 && n < 10 {
			return tens[head] + n
		}
	}
	return 0
}

func ordinalEnding(n int) string {
	switch {
	case n%100 >= 11 && n%100 <= 13:
		return "th"
	case n%10 == 1:
		return "st"
	case n%10 == 2:
		return "nd"
	case n%10 == 3:
		return "rd"
	}
	return "th"
}

// titleCase writes shouted lines as people write names. Words that the
// document spells in capitals within ordinary lines are acronyms and stay.
type titleCase map[string]bool

// newTitleCase collects the acronyms of a document.
func newTitleCase(passages []manuscript.Passage) titleCase {
	acronyms := titleCase{}
	for _, p := range passages {
		if sentence.Shouted(p.Text) {
			continue
		}
		for word := range strings.FieldsFuncSeq(p.Text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			if len(word) > 1 && sentence.Shouted(word) {
				acronyms[word] = true
			}
		}
	}
	return acronyms
}

// of writes a shouted line in title case, any other as it is.
func (t titleCase) of(line string) string {
	if !sentence.Shouted(line) {
		return line
	}
	words := strings.Fields(line)
	for i, w := range words {
		bare := strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		lower := strings.ToLower(w)
		switch {
		case i > 0 && sentence.OpenWords[strings.ToLower(bare)]:
			words[i] = lower
		case t[bare]:
		default:
			words[i] = capital(lower)
		}
	}
	return strings.Join(words, " ")
}

// capital raises the first letter and every letter behind a hyphen.
func capital(word string) string {
	raise := true
	return strings.Map(func(r rune) rune {
		if raise && unicode.IsLetter(r) {
			raise = false
			return unicode.ToUpper(r)
		}
		if r == '-' || r == '/' {
			raise = true
		}
		return r
	}, word)
}
