package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"placard/briefing"
)

// clause is words that follow each other; most have one.
type clause []word

// word is what stands for one word of a query.
type word struct {
	form string // folded
	// stems find its other forms; none where it must stand as it is written.
	stems []string
	begun bool // everything that begins so
}

// plainQuotes makes one of all quotation marks.
var plainQuotes = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`)

// parse reads a query. What stands between quotation marks is a clause, and
// outside of them what stands between spaces; the last word may be only begun.
func parse(words string) []clause {
	parts := strings.Split(plainQuotes.Replace(words), `"`)
	var out []clause
	for i, part := range parts {
		if i%2 == 1 {
			out = appendClause(out, clauseOf(part, false))
			continue
		}
		pieces := strings.Fields(part)
		last, _ := utf8.DecodeLastRuneInString(part)
		for n, piece := range pieces {
			begun := i == len(parts)-1 && n == len(pieces)-1 && !unicode.IsSpace(last)
			out = appendClause(out, clauseOf(piece, begun))
		}
	}
	return out
}

func appendClause(all []clause, c clause) []clause {
	if len(c) == 0 {
		return all
	}
	return append(all, c)
}

// clauseOf makes a clause of a stretch of text. A symbol stands for itself; a
// single word stands for all its forms.
func clauseOf(text string, begun bool) clause {
	var c clause
	symbol := 0
	for t := range tokens(text) {
		if t.start < symbol {
			continue // a piece of the symbol before
		}
		if strings.Contains(t.text, "/") {
			symbol = t.end
		}
		c = append(c, word{form: briefing.Fold(t.text)})
	}
	if n := len(c); n > 1 && isHan([]rune(c[n-1].form)[0]) && utf8.RuneCountInString(c[n-1].form) == 1 {
		c = c[:n-1] // the pair before holds it
	}
	if len(c) == 0 {
		return nil
	}
	last := &c[len(c)-1]
	last.begun = begun || utf8.RuneCountInString(last.form) == 1 && isHan([]rune(last.form)[0])
	if len(c) == 1 && symbol == 0 {
		last.stems = stems("", strings.TrimFunc(text, func(r rune) bool { return !isLetter(r) }))
	}
	return c
}
