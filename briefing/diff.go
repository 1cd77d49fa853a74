package briefing

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// DiffKind says what became of a stretch of words.
type DiffKind int8

// The kinds of stretch.
const (
	Same DiffKind = iota
	Gone
	New
)

// Stretch is a run of words that were kept, removed or added.
type Stretch struct {
	Kind DiffKind
	Text string
}

// WordDiff says how one text became another, in whole words and the spaces
// and marks between them. Joining Same and Gone gives the first text, Same
// and New the second, byte for byte.
func WordDiff(from, to string) []Stretch {
	a, b := words(from), words(to)
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var out stretches
	out.add(Same, a[:head]...)
	out.middle(a[head:len(a)-tail], b[head:len(b)-tail])
	out.add(Same, a[len(a)-tail:]...)
	return out
}

// diffCeiling bounds the work on the part that differs: past it the two sides
// are shown whole, which is what a person would see in them anyway.
const diffCeiling = 4000

type stretches []Stretch

func (s *stretches) add(k DiffKind, tokens ...string) {
	for _, t := range tokens {
		if n := len(*s); n > 0 && (*s)[n-1].Kind == k {
			(*s)[n-1].Text += t
			continue
		}
		*s = append(*s, Stretch{Kind: k, Text: t})
	}
}

func (s *stretches) middle(a, b []string) {
	if len(a) == 0 || len(b) == 0 || len(a)+len(b) > diffCeiling {
		s.add(Gone, a...)
		s.add(New, b...)
		return
	}
	for _, e := range myers(a, b) {
		s.add(e.Kind, e.Text)
	}
}

// myers is the shortest edit script by E. W. Myers, An O(ND) Difference
// Algorithm and Its Variations, Algorithmica 1 (1986), 251–266, greedy form.
func myers(a, b []string) []Stretch {
	ceiling := len(a) + len(b)
	v := make([]int, 2*ceiling+2)
	var trace [][]int
	for d := 0; d <= ceiling; d++ {
		trace = append(trace, slices.Clone(v[ceiling-d:ceiling+d+2]))
		for k := -d; k <= d; k += 2 {
			x := furthest(v, ceiling, d, k)
			for x < len(a) && x-k < len(b) && a[x] == b[x-k] {
				x++
			}
			v[ceiling+k] = x
			if x >= len(a) && x-k >= len(b) {
				return backtrack(trace, a, b)
			}
		}
	}
	return nil
}

// furthest is where diagonal k starts in round d: one down from k+1 or one
// right from k-1, whichever came further.
func furthest(v []int, zero, d, k int) int {
	if k == -d || k != d && v[zero+k-1] < v[zero+k+1] {
		return v[zero+k+1]
	}
	return v[zero+k-1] + 1
}

func backtrack(trace [][]int, a, b []string) []Stretch {
	var out []Stretch
	x, y := len(a), len(b)
	for d, v := range slices.Backward(trace) {
		k := x - y
		at := func(k int) int { return v[k+d] }
		before := k - 1
		if k == -d || k != d && at(k-1) < at(k+1) {
			before = k + 1
		}
		fromX := 0
		if d > 0 {
			fromX = at(before)
		}
		fromY := fromX - before
		for x > fromX && y > fromY && x > 0 && y > 0 {
			x, y = x-1, y-1
			out = append(out, Stretch{Same, a[x]})
		}
		if d == 0 {
			break
		}
		if before == k+1 {
			y--
			out = append(out, Stretch{New, b[y]})
		} else {
			x--
			out = append(out, Stretch{Gone, a[x]})
		}
	}
	slices.Reverse(out)
	return out
}

// words cuts a text into words, runs of space and single marks. Scripts that
// write no spaces are cut by character.
func words(s string) []string {
	var out []string
	for len(s) > 0 {
		n := wordLen(s)
		out = append(out, s[:n])
		s = s[n:]
	}
	return out
}

func wordLen(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	class := classOf(r)
	if class == classMark || class == classIdeograph {
		return n
	}
	for n < len(s) {
		next, size := utf8.DecodeRuneInString(s[n:])
		if classOf(next) != class {
			break
		}
		n += size
	}
	return n
}

const (
	classWord = iota
	classSpace
	classMark
	classIdeograph
)

func classOf(r rune) int {
	switch {
	case unicode.IsSpace(r):
		return classSpace
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai):
		return classIdeograph
	case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) || r == '\'' || r == '’':
		return classWord
	}
	return classMark
}
