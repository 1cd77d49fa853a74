package search

import (
	"bytes"
	"math"
	"slices"
)

// The constants of BM25: how soon a word's repetition counts no more, and how
// much a long passage is held against it.
const (
	saturation = 1.2
	lengthBias = 0.75
)

// terms are the words of a segment that stand for a word of a query.
func (s *segment) terms(w word) []int {
	var out []int
	if i, ok := s.Terms.find([]byte(w.form)); ok {
		out = append(out, i)
	}
	for _, stem := range w.stems {
		out = append(out, s.forms(stem)...)
	}
	if w.begun {
		for i := s.Terms.seek([]byte(w.form)); i < s.Terms.len() && bytes.HasPrefix(s.Terms.at(i), []byte(w.form)); i++ {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// collection is what ranking knows of all segments.
type collection struct {
	passages int
	length   float32 // of a passage, in words, on average
}

func collect(segments []*segment) collection {
	var c collection
	words := 0
	for _, s := range segments {
		c.passages += len(s.Parts)
		for _, n := range s.Lengths {
			words += int(n)
		}
	}
	c.length = float32(words) / float32(max(1, c.passages))
	return c
}

// rarity is the weight of a word that stands in df passages.
func (c collection) rarity(df int) float32 {
	n := float64(min(df, c.passages))
	return float32(math.Log(1 + (float64(c.passages)-n+0.5)/(n+0.5)))
}

// match is the passages of one segment that hold all clauses up to now.
type match struct {
	seg     *segment
	all     collection
	score   []float32
	clauses []uint8 // how many clauses each passage holds
	docs    []uint32
}

// require keeps the passages that hold one more clause, the n-th from 0.
func (m *match) require(n uint8, c clause, weights []float32) {
	var kept []uint32
	keep := func(doc uint32, gain float32) {
		if m.clauses[doc] == n {
			m.clauses[doc] = n + 1
			kept = append(kept, doc)
		}
		m.score[doc] += gain
	}
	if len(c) == 1 {
		m.hold(n, c[0], weights[0], keep)
	} else {
		m.follow(n, c, weights, keep)
	}
	for _, doc := range m.docs {
		if m.clauses[doc] == n {
			m.clauses[doc], m.score[doc] = 0, 0
		}
	}
	m.docs = kept
}

// hold tells the passages that hold a word, among those that hold n clauses.
func (m *match) hold(n uint8, w word, weight float32, keep func(uint32, float32)) {
	for _, term := range m.seg.terms(w) {
		p := m.seg.docs(term)
		for at, ok := p.take(); ok; at, ok = p.take() {
			if m.clauses[at.doc] >= n && (n > 0 || m.seg.lives(at.doc)) {
				keep(at.doc, weight*m.gain(at))
			}
		}
	}
}

// gain is what a word's standing in a passage counts for.
func (m *match) gain(p posting) float32 {
	tf := float32(p.count)
	length := float32(m.seg.Lengths[p.doc]) / m.all.length
	return tf * (saturation + 1) / (tf + saturation*(1-lengthBias+lengthBias*length))
}
