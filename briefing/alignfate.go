package briefing

import (
	"cmp"
	"slices"
)

// placedPair is a pair with where it stands in the newer version.
type placedPair struct {
	Pair
	new int // what was deleted stands behind the passage of this index
}

// pairs lists what became of every passage, in the newer's order.
func (a *aligner) pairs(translated bool) []Pair {
	out := a.single(translated)
	grouped := [2]map[int]bool{{}, {}}
	for _, g := range a.groups {
		out = append(out, placedPair{a.grouped(g), g.new[0]})
		for _, i := range g.old {
			grouped[0][i] = true
		}
		for _, j := range g.new {
			grouped[1][j] = true
		}
	}
	for j := range a.new {
		if a.toOld[j] < 0 && !grouped[1][j] {
			out = append(out, placedPair{Pair{Fate: FateInserted, New: take(a.new, j), ByHand: a.hands[1][j]}, j})
		}
	}
	last := -1
	for i := range a.old {
		last = max(last, a.follows(i))
		if a.toNew[i] < 0 && !grouped[0][i] {
			out = append(out, placedPair{Pair{Fate: FateDeleted, Old: take(a.old, i), ByHand: a.hands[0][i]}, last})
		}
	}
	slices.SortStableFunc(out, func(x, y placedPair) int { return cmp.Compare(x.new, y.new) })
	all := make([]Pair, len(out))
	for n := range out {
		all[n] = out[n].Pair
	}
	return all
}

// single lists the pairs of one with one.
func (a *aligner) single(translated bool) []placedPair {
	old, newer := indexOf(a.old), indexOf(a.new)
	a.inOrder = make([]bool, len(a.old))
	for _, j := range a.chain() {
		a.inOrder[a.toOld[j]] = true
	}
	var out []placedPair
	for j, i := range a.toOld {
		if i < 0 {
			continue
		}
		p := Pair{Old: take(a.old, i), New: take(a.new, j), ByHand: a.hands[0][i], Likeness: 1}
		kept := translated || a.keeps(i, j, old, newer)
		if !kept {
			p.Likeness = likenessOf(a.old[i].tokens, a.new[j].tokens)
		}
		// Where a footnote stands is the page's matter.
		place := a.inOrder[i] || a.new[j].Kind == KindFootnote
		p.Fate = fateOf(kept, place, a.old[i].Label == a.new[j].Label)
		out = append(out, placedPair{p, j})
	}
	return out
}

// fateOf a pair, by whether it keeps its words, its place among its neighbours
// and its number.
func fateOf(words, place, number bool) Fate {
	switch {
	case !words && !place:
		return FateMovedEdited
	case !words:
		return FateEdited
	case !place:
		return FateMoved
	case !number:
		return FateRenumbered
	}
	return FateSame
}

// keeps tells whether a pair says the same: word for word, or with the
// paragraphs it mentions renumbered as they were.
func (a *aligner) keeps(i, j int, old, newer map[string]int) bool {
	was, is := &a.old[i], &a.new[j]
	if was.key == is.key {
		return true
	}
	if was.bare != is.bare || len(was.links) != len(is.links) {
		return false
	}
	for n := range was.links {
		from, held := old[was.links[n]]
		to, known := newer[is.links[n]]
		if !held || !known || !a.paired(from, to) {
			return false
		}
	}
	return true
}

// paired tells whether j is what became of i, or a piece of it.
func (a *aligner) paired(i, j int) bool {
	return a.toNew[i] == j || slices.ContainsFunc(a.groups, func(g group) bool {
		return slices.Contains(g.old, i) && slices.Contains(g.new, j)
	})
}

// grouped is the row of a split or a merge.
func (a *aligner) grouped(g group) Pair {
	p := Pair{Fate: FateSplit, Old: take(a.old, g.old...), New: take(a.new, g.new...), ByHand: g.hand}
	if len(g.old) > 1 {
		p.Fate = FateMerged
	}
	p.Likeness = likenessOf(union(a.old, g.old), union(a.new, g.new))
	return p
}

// follows is the new passage that old passage i went to, as long as it kept
// its place; -1 where it went elsewhere.
func (a *aligner) follows(i int) int {
	if a.toNew[i] >= 0 && a.inOrder[i] {
		return a.toNew[i]
	}
	for _, g := range a.groups {
		if slices.Contains(g.old, i) {
			return g.new[len(g.new)-1]
		}
	}
	return -1
}

func take(units []unit, at ...int) []Clause {
	out := make([]Clause, len(at))
	for n, i := range at {
		out[n] = units[i].Clause
	}
	return out
}

func union(units []unit, at []int) []int32 {
	var out []int32
	for _, i := range at {
		out = append(out, units[i].tokens...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// likenessOf is how like two sorted sets of tokens are.
func likenessOf(a, b []int32) float64 {
	shared := 0
	for _, t := range b {
		if _, ok := slices.BinarySearch(a, t); ok {
			shared++
		}
	}
	return dice(shared, len(a), len(b))
}
