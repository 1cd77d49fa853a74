package briefing

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// soundless tells whether a character changes nothing in what is said: it
// separates, quotes or joins.
func soundless(r rune) bool {
	if 'A' <= r && r <= 'z' && r != '`' && r != '_' {
		return false // most of what is read
	}
	return unicode.IsSpace(r) || unicode.In(r, unicode.Cf, unicode.Pd, unicode.Pi, unicode.Pf) ||
		strings.ContainsRune("'\"`´′″ʼ＇＂−_•·", r)
}

// spelledKey is a text's letters, figures and marks in one spelling: without
// case, spaces, quotation marks, hyphens and the mark at its end.
func spelledKey(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for _, r := range norm.NFKC.String(text) {
		if !soundless(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return strings.TrimRight(b.String(), ".;,:")
}

func withoutDigits(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return -1
		}
		return r
	}, text)
}

// vocabulary numbers tokens, so that passages compare by small integers.
type vocabulary map[string]int32

func (v vocabulary) id(token string) int32 {
	n, ok := v[token]
	if !ok {
		n = int32(len(v)) //nolint:gosec // a note has fewer words than that
		v[token] = n
	}
	return n
}

// learn gives the unit its tokens: each word and each pair of words once.
func (v vocabulary) learn(u *unit) {
	words := plainWords(u.Text)
	u.words = len(words)
	ids := make([]int32, 0, 2*len(words))
	for i, w := range words {
		ids = append(ids, v.id(w))
		if i > 0 {
			ids = append(ids, v.id(words[i-1]+" "+w))
		}
	}
	slices.Sort(ids)
	u.tokens = slices.Compact(ids)
}

// plainWords are the words of a text without figures, marks and case. Hyphens
// join, at the end of a line too; scripts without spaces are cut by character.
func plainWords(text string) []string {
	var out []string
	var word []rune
	joined := false // a hyphen stands behind the word
	end := func() {
		if len(word) > 0 {
			out = append(out, string(word))
			word = word[:0]
		}
		joined = false
	}
	for _, r := range norm.NFKC.String(text) {
		switch {
		case 'a' <= r && r <= 'z': // most of what is read
			word = append(word, r)
			joined = false
		case classOf(r) == classIdeograph:
			end()
			out = append(out, string(r))
		case unicode.IsLetter(r) || unicode.Is(unicode.M, r):
			word = append(word, unicode.ToLower(r))
			joined = false
		case unicode.Is(unicode.Pd, r) && len(word) > 0:
			joined = true
		case unicode.IsSpace(r) && joined, unicode.Is(unicode.Cf, r), r == '\'' || r == '’':
		default:
			end()
		}
	}
	end()
	return out
}

// overlaps counts, for each new passage, the tokens that it shares with old
// ones.
type overlaps [][]overlap

// overlap is an old passage and how many tokens it shares.
type overlap struct {
	old, tokens int
}

// leastShared is how much of the shorter of two passages must be in the other
// for them to be looked at.
const leastShared = 0.25

// overlapsOf finds the passages that have words in common.
func overlapsOf(older, newer []unit) overlaps {
	v := vocabulary{}
	for i := range older {
		v.learn(&older[i])
	}
	for j := range newer {
		v.learn(&newer[j])
	}
	holders := make([][]int, len(v))
	for i := range older {
		for _, t := range older[i].tokens {
			holders[t] = append(holders[t], i)
		}
	}
	out := make(overlaps, len(newer))
	count := make([]int, len(older))
	for j := range newer {
		out[j] = overlapsWith(older, &newer[j], holders, count)
	}
	return out
}

// overlapsWith lists the old passages that share enough with u; count is
// scratch space, all zero before and after.
func overlapsWith(older []unit, u *unit, holders [][]int, count []int) []overlap {
	var met []int
	for _, t := range u.tokens {
		for _, i := range holders[t] {
			if count[i] == 0 {
				met = append(met, i)
			}
			count[i]++
		}
	}
	var out []overlap
	for _, i := range met {
		if float64(count[i]) >= leastShared*float64(min(len(u.tokens), len(older[i].tokens))) {
			out = append(out, overlap{old: i, tokens: count[i]})
		}
		count[i] = 0
	}
	slices.SortFunc(out, func(a, b overlap) int { return a.old - b.old })
	return out
}

// dice is Sørensen's and Dice's coefficient: twice what is shared, over both.
func dice(shared, a, b int) float64 {
	if a+b == 0 {
		return 0
	}
	return 2 * float64(shared) / float64(a+b)
}
