package briefing

import (
	"regexp/syntax"
	"strings"
	"unicode"
)

// needles are words of which a text must hold one, in lower case, for a
// pattern to fit anywhere in it: looking for them first spares nearly every
// paragraph the pattern. nil where nothing is sure.
func needles(re *syntax.Regexp) []string {
	switch re.Op { //nolint:exhaustive // what is not listed makes nothing sure
	case syntax.OpLiteral:
		return []string{lowered(string(re.Rune))}
	case syntax.OpCapture, syntax.OpPlus:
		return needles(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return needles(re.Sub[0])
		}
	case syntax.OpConcat:
		var best []string
		for _, sub := range re.Sub {
			if n := needles(sub); shortest(n) > shortest(best) {
				best = n
			}
		}
		return best
	case syntax.OpAlternate:
		var all []string
		for _, sub := range re.Sub {
			n := needles(sub)
			if n == nil {
				return nil
			}
			all = append(all, n...)
		}
		return all
	}
	return nil
}

func shortest(words []string) int {
	n := 0
	for i, w := range words {
		if i == 0 || len(w) < n {
			n = len(w)
		}
	}
	return n
}

// lowered maps letter by letter, so that the parts of a word are the parts of
// the lowered word.
func lowered(s string) string { return strings.Map(unicode.ToLower, s) }

// holdsAny tells whether a lowered text holds one of the words; true for none.
func holdsAny(text string, words []string) bool {
	for _, w := range words {
		if strings.Contains(text, w) {
			return true
		}
	}
	return len(words) == 0
}
