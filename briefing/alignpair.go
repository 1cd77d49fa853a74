package briefing

import (
	"cmp"
	"slices"
)

// byHand pairs what links name, before anything else. Links that name
// passages no longer there are passed over.
func (a *aligner) byHand(links []Link) {
	old, newer := indexOf(a.old), indexOf(a.new)
	for _, l := range links {
		i, haveOld := old[l.Old]
		j, haveNew := newer[l.New]
		if haveOld && (haveNew || l.New == "") {
			a.held[0][i], a.hands[0][i] = true, true
		}
		if haveNew && (haveOld || l.Old == "") {
			a.held[1][j], a.hands[1][j] = true, true
		}
		if haveOld && haveNew {
			a.gather(i, j)
		}
	}
	a.groups = slices.DeleteFunc(a.groups, func(g group) bool {
		one := len(g.old) == 1 && len(g.new) == 1
		if one {
			a.join(g.old[0], g.new[0])
		}
		return one
	})
}

func indexOf(units []unit) map[string]int {
	out := make(map[string]int, len(units))
	for i := range units {
		out[units[i].Block] = i
	}
	return out
}

// gather puts i and j into one group, with the groups that hold either.
func (a *aligner) gather(i, j int) {
	g := group{old: []int{i}, new: []int{j}, hand: true}
	a.groups = slices.DeleteFunc(a.groups, func(h group) bool {
		if !slices.Contains(h.old, i) && !slices.Contains(h.new, j) {
			return false
		}
		g.old, g.new = append(g.old, h.old...), append(g.new, h.new...)
		return true
	})
	for _, side := range []*[]int{&g.old, &g.new} {
		slices.Sort(*side)
		*side = slices.Compact(*side)
	}
	a.groups = append(a.groups, g)
}

// pairEqual pairs passages that say the same and say it once on each side.
func (a *aligner) pairEqual() {
	once := func(units []unit, free func(int) bool) map[string]int {
		at := map[string]int{}
		for i := range units {
			if _, twice := at[units[i].bare]; twice {
				at[units[i].bare] = -1
			} else if free(i) {
				at[units[i].bare] = i
			}
		}
		return at
	}
	older := once(a.old, a.freeOld)
	for bare, j := range once(a.new, a.freeNew) {
		if i, ok := older[bare]; ok && i >= 0 && j >= 0 {
			a.join(i, j)
		}
	}
}

// Like passages: how like they must be. Short ones share a word by chance.
const (
	likeLong  = 0.42
	likeShort = 0.55
	shortText = 8 // words
)

// bond is a possible pair.
type bond struct {
	old, new int
	score    float64
}

// pairLike pairs the likest first. Of several that are equally like, the one
// at the place where its neighbours went is meant.
func (a *aligner) pairLike() {
	place := a.expected()
	var bonds []bond
	for j := range a.new {
		if !a.freeNew(j) {
			continue
		}
		for _, o := range a.candidates(j) {
			score := a.likeness(o, j)
			if least := least(&a.old[o.old], &a.new[j]); score < least {
				continue
			}
			away := max(o.old-place[j], place[j]-o.old)
			bonds = append(bonds, bond{o.old, j, score + 0.06/float64(1+away) + a.kinship(o.old, j)})
		}
	}
	slices.SortStableFunc(bonds, func(x, y bond) int {
		return cmp.Or(cmp.Compare(y.score, x.score), x.new-y.new, x.old-y.old)
	})
	for _, b := range bonds {
		if a.freeOld(b.old) && a.freeNew(b.new) {
			a.join(b.old, b.new)
		}
	}
}

func least(a, b *unit) float64 {
	if min(a.words, b.words) < shortText {
		return likeShort
	}
	return likeLong
}

// candidates are the free old passages that share words with new passage j,
// and those without any word (a row of figures) that equal it.
func (a *aligner) candidates(j int) []overlap {
	var out []overlap
	for _, o := range a.shared[j] {
		if a.freeOld(o.old) {
			out = append(out, o)
		}
	}
	if a.new[j].words > 0 {
		return out
	}
	for i := range a.old {
		if a.freeOld(i) && a.old[i].bare == a.new[j].bare {
			out = append(out, overlap{old: i})
		}
	}
	return out
}

// likeness of a pair, 0 to 1.
func (a *aligner) likeness(o overlap, j int) float64 {
	if a.old[o.old].bare == a.new[j].bare {
		return 1
	}
	return dice(o.tokens, len(a.old[o.old].tokens), len(a.new[j].tokens))
}

// kinship prefers passages of one kind and under one number, where all else
// is equal.
func (a *aligner) kinship(i, j int) float64 {
	score := 0.0
	if a.old[i].Kind == a.new[j].Kind {
		score += 0.02
	}
	if a.old[i].Label != "" && a.old[i].Label == a.new[j].Label {
		score += 0.01
	}
	return score
}

// expected is where in the older version each new passage should have stood:
// as far behind the last pair in order as it stands today.
func (a *aligner) expected() []int {
	inOrder := map[int]bool{}
	for _, j := range a.chain() {
		inOrder[j] = true
	}
	out := make([]int, len(a.new))
	at := -1
	for j := range a.new {
		at++
		if inOrder[j] {
			at = a.toOld[j]
		}
		out[j] = at
	}
	return out
}

// likeRewritten is how like passages between the same neighbours must be.
const likeRewritten = 0.2

// pairRewritten pairs what is left between neighbours that were paired: the
// same place, one passage on each side.
func (a *aligner) pairRewritten() {
	for j := range a.new {
		if !a.freeNew(j) {
			continue
		}
		i := 0
		if j > 0 {
			if a.toOld[j-1] < 0 {
				continue
			}
			i = a.toOld[j-1] + 1
		}
		if i >= len(a.old) || !a.freeOld(i) || !a.closes(i, j) || a.old[i].Kind != a.new[j].Kind {
			continue
		}
		for _, o := range a.shared[j] {
			if o.old == i && a.likeness(o, j) >= likeRewritten {
				a.join(i, j)
			}
		}
	}
}

// closes tells whether what follows i was paired with what follows j.
func (a *aligner) closes(i, j int) bool {
	if i+1 == len(a.old) || j+1 == len(a.new) {
		return i+1 == len(a.old) && j+1 == len(a.new)
	}
	return a.toNew[i+1] == j+1
}
