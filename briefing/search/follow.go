package search

import "slices"

// place is where a word stands: passage and place in one number, so that the
// next word's place is one more.
type place uint64

func placeOf(doc, at uint32) place { return place(doc)<<32 | place(at) }

func (p place) doc() uint32 { return uint32(p >> 32) }

// follow tells the passages in which the words of a clause follow each other,
// among those that hold n clauses.
func (m *match) follow(n uint8, c clause, weights []float32, keep func(uint32, float32)) {
	wanted := m.wanted(n, c)
	var ends []place
	for i, w := range c {
		next := m.places(w, wanted)
		if i > 0 {
			next = behind(ends, next)
		}
		if ends = next; len(ends) == 0 {
			return
		}
	}
	var weight float32
	for _, w := range weights {
		weight += w
	}
	for i := 0; i < len(ends); {
		doc, count := ends[i].doc(), uint32(0)
		for ; i < len(ends) && ends[i].doc() == doc; i++ {
			count++
		}
		keep(doc, weight*m.gain(posting{doc, count}))
	}
}

// wanted are the passages that hold the clause's rarest word: places are read
// there alone.
func (m *match) wanted(n uint8, c clause) []bool {
	rarest, fewest := c[0], -1
	for _, w := range c {
		df := 0
		for _, term := range m.seg.terms(w) {
			df += int(m.seg.DF[term])
		}
		if fewest < 0 || df < fewest {
			rarest, fewest = w, df
		}
	}
	out := make([]bool, len(m.seg.Parts))
	for _, term := range m.seg.terms(rarest) {
		p := m.seg.docs(term)
		for at, ok := p.take(); ok; at, ok = p.take() {
			out[at.doc] = m.clauses[at.doc] >= n && (n > 0 || m.seg.lives(at.doc))
		}
	}
	return out
}

// places are where a word stands in the wanted passages, in order.
func (m *match) places(w word, wanted []bool) []place {
	var out []place
	terms := m.seg.terms(w)
	for _, term := range terms {
		docs, steps := m.seg.docs(term), postings{rest: m.seg.Places.at(term)}
		for p, ok := docs.take(); ok; p, ok = docs.take() {
			at := uint32(0)
			for range p.count {
				at += steps.varint()
				if wanted[p.doc] {
					out = append(out, placeOf(p.doc, at))
				}
			}
		}
	}
	if len(terms) > 1 {
		slices.Sort(out)
	}
	return out
}

// behind keeps the places of next that stand right behind one of before.
func behind(before, next []place) []place {
	out := next[:0]
	i := 0
	for _, p := range next {
		for i < len(before) && before[i]+1 < p {
			i++
		}
		if i < len(before) && before[i]+1 == p {
			out = append(out, p)
		}
	}
	return out
}
