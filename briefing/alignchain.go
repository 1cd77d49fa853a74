package briefing

import "slices"

// chain lists, in order, the new passages of the heaviest run of pairs that
// stand in the same order in both versions. What is outside it has moved:
// words weigh, so that of two passages changed over the shorter one moved.
func (a *aligner) chain() []int {
	var pairs []int
	for j, i := range a.toOld {
		if i >= 0 {
			pairs = append(pairs, j)
		}
	}
	// best[i] is the heaviest chain that ends at old passage i; a Fenwick tree
	// answers which of those before i is heaviest.
	tree := newHeaviest(len(a.old))
	before := map[int]int{}
	for _, j := range pairs {
		i := a.toOld[j]
		weight, from := tree.upto(i)
		before[j] = from
		tree.put(i, weight+len(a.new[j].key)+1, j)
	}
	var out []int
	for _, j := tree.upto(len(a.old)); j >= 0; j = before[j] {
		out = append(out, j)
	}
	slices.Reverse(out)
	return out
}

// heaviest is a Fenwick tree over old passages that keeps the heaviest chain
// ending at or before each.
type heaviest struct {
	weight, last []int
}

func newHeaviest(n int) *heaviest {
	return &heaviest{weight: make([]int, n+1), last: blank(n + 1)}
}

// upto is the heaviest chain that ends before i, and its last new passage; -1
// where there is none.
func (h *heaviest) upto(i int) (weight, last int) {
	last = -1
	for ; i > 0; i -= i & -i {
		if h.weight[i] > weight {
			weight, last = h.weight[i], h.last[i]
		}
	}
	return weight, last
}

// put notes a chain that ends at i.
func (h *heaviest) put(i, weight, last int) {
	for i++; i < len(h.weight); i += i & -i {
		if weight > h.weight[i] {
			h.weight[i], h.last[i] = weight, last
		}
	}
}
