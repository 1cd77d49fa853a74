package briefing

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Between two languages only what is not translated can be compared: the
// numbers of paragraphs, what kind of passage it is, how long it is against
// the others, figures, and names written the same. A translation keeps the
// order, so pairing is the best path through both.
const (
	weighNumber = 3.0
	weighKind   = 1.0
	weighLength = 1.5
	weighMarks  = 3.0
	leastPlace  = 1.5 // what a pair must be worth
)

// pairPlaces pairs two versions in different languages.
func (a *aligner) pairPlaces() {
	worth := make([][]float64, len(a.old)+1) // of the best path through the rest
	for i := range worth {
		worth[i] = make([]float64, len(a.new)+1)
	}
	was, is := marksIn(a.old), marksIn(a.new)
	fit := func(i, j int) float64 {
		if !a.freeOld(i) || !a.freeNew(j) {
			return 0
		}
		return placeFit(&a.old[i], &a.new[j], was[i], is[j])
	}
	for i := range slices.Backward(a.old) {
		for j := range slices.Backward(a.new) {
			worth[i][j] = max(worth[i+1][j], worth[i][j+1])
			if w := fit(i, j); w >= leastPlace {
				worth[i][j] = max(worth[i][j], w+worth[i+1][j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(a.old) && j < len(a.new); {
		w := fit(i, j)
		switch {
		case w >= leastPlace && worth[i][j] == w+worth[i+1][j+1]:
			a.join(i, j)
			i, j = i+1, j+1
		case worth[i][j] == worth[i+1][j]:
			i++
		default:
			j++
		}
	}
}

// placeFit is how well two passages fit by all that is not words.
func placeFit(a, b *unit, was, is []string) float64 {
	fit := 0.0
	switch {
	case a.Label != "" && a.Label == b.Label:
		fit += weighNumber
	case a.Label != "" && b.Label != "":
		return 0 // two numbers that differ are two paragraphs
	}
	if running(a.Kind) == running(b.Kind) {
		fit += weighKind
	}
	long, other := utf8.RuneCountInString(a.Text), utf8.RuneCountInString(b.Text)
	fit += weighLength * float64(min(long, other)) / float64(max(long, other, 1))
	shared := 0
	for _, m := range is {
		if _, ok := slices.BinarySearch(was, m); ok {
			shared++
		}
	}
	return fit + weighMarks*dice(shared, len(was), len(is))
}

// running makes one of the kinds of prose without a number: which of them a
// passage is taken for depends on its language.
func running(k Kind) Kind {
	if k == KindPreamble || k == KindQuotation {
		return KindText
	}
	return k
}

// marksIn lists for each unit what no translation changes: figures, symbols
// and the longest common beginnings of names.
func marksIn(units []unit) [][]string {
	out := make([][]string, len(units))
	for i := range units {
		var marks []string
		for _, w := range strings.FieldsFunc(units[i].Text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			r := []rune(w)
			switch {
			case strings.ContainsFunc(w, unicode.IsDigit):
				marks = append(marks, western(w))
			case len(r) > 3 && unicode.IsUpper(r[0]):
				marks = append(marks, strings.ToLower(string(r[:4])))
			}
		}
		slices.Sort(marks)
		out[i] = slices.Compact(marks)
	}
	return out
}
