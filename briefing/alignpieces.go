package briefing

import "slices"

// Pieces: how much of a passage must stand in the one it was cut from, and how
// many words it must have, lest a common phrase is taken for one.
const (
	pieceHeld  = 0.72
	pieceNew   = 0.5 // of its words, what no other piece brings
	pieceWords = 4
	wholeHeld  = 0.6 // of the whole, what its pieces must hold together
)

// pairPieces finds what was split and what was merged: passages without a
// counterpart whose words stand in another's.
func (a *aligner) pairPieces() {
	a.pieces(false)
	a.pieces(true)
}

// pieces looks for the pieces of each old passage among the new ones, or, for
// merges, the other way round.
func (a *aligner) pieces(merged bool) {
	wholes, parts := a.old, a.new
	if merged {
		wholes, parts = a.new, a.old
	}
	of := a.holdersOf(merged)
	for w := range wholes {
		if a.heldAt(!merged, w) || len(of[w]) == 0 {
			continue
		}
		found := a.piecesOf(w, wholes, parts, of[w], merged)
		if len(found) < 2 {
			continue
		}
		g := group{old: []int{w}, new: found}
		if merged {
			g = group{old: found, new: []int{w}}
		}
		a.bind(g)
	}
}

// heldAt tells whether a passage of the old side, or the new, is bound.
func (a *aligner) heldAt(old bool, n int) bool {
	if old {
		return a.held[0][n]
	}
	return a.held[1][n]
}

// holdersOf lists for each whole the free passages of the other side most of
// which stand in it.
func (a *aligner) holdersOf(merged bool) map[int][]int {
	of := map[int][]int{}
	for j := range a.shared {
		for _, o := range a.shared[j] {
			part, whole, free := &a.new[j], o.old, a.freeNew(j)
			at := j
			if merged {
				part, whole, at, free = &a.old[o.old], j, o.old, a.freeOld(o.old)
			}
			if free && part.words >= pieceWords && float64(o.tokens) >= pieceHeld*float64(len(part.tokens)) {
				of[whole] = append(of[whole], at)
			}
		}
	}
	return of
}

// piecesOf are the parts of a whole: its counterpart, where it has one, and
// the free passages beside it that bring words of the whole which the others
// lack. Fewer than two is no split.
func (a *aligner) piecesOf(w int, wholes, parts []unit, found []int, merged bool) []int {
	slices.Sort(found)
	mate := a.toNew
	if merged {
		mate = a.toOld
	}
	var kept []int
	if mate[w] >= 0 {
		kept = append(kept, mate[w])
	}
	covered := map[int32]bool{}
	for _, k := range kept {
		cover(covered, wholes[w].tokens, parts[k].tokens)
	}
	for range found { // a piece may stand beside one that is found later
		for _, p := range found {
			if slices.Contains(kept, p) || len(kept) > 0 && !beside(kept, p) {
				continue
			}
			if brings(covered, wholes[w].tokens, parts[p].tokens) < pieceNew*float64(len(parts[p].tokens)) {
				continue
			}
			cover(covered, wholes[w].tokens, parts[p].tokens)
			kept = append(kept, p)
		}
	}
	if float64(len(covered)) < wholeHeld*float64(len(wholes[w].tokens)) {
		return nil
	}
	slices.Sort(kept)
	return kept
}

// beside tells whether a passage stands next to one of those kept.
func beside(kept []int, p int) bool {
	return slices.Contains(kept, p-1) || slices.Contains(kept, p+1)
}

// brings counts the tokens of a part that the whole has and nothing covers.
func brings(covered map[int32]bool, whole, part []int32) float64 {
	n := 0.0
	for _, t := range part {
		if _, ok := slices.BinarySearch(whole, t); ok && !covered[t] {
			n++
		}
	}
	return n
}

func cover(covered map[int32]bool, whole, part []int32) {
	for _, t := range part {
		if _, ok := slices.BinarySearch(whole, t); ok {
			covered[t] = true
		}
	}
}

// bind makes a group of passages, which may have been pairs before.
func (a *aligner) bind(g group) {
	for _, i := range g.old {
		if j := a.toNew[i]; j >= 0 {
			a.toOld[j] = -1
		}
		a.toNew[i], a.held[0][i] = -1, true
	}
	for _, j := range g.new {
		if i := a.toOld[j]; i >= 0 {
			a.toNew[i] = -1
		}
		a.toOld[j], a.held[1][j] = -1, true
	}
	a.groups = append(a.groups, g)
}
