package search

import (
	"cmp"
	"slices"

	"placard/briefing"
)

// scored is a match with its worth.
type scored struct {
	briefing.Match
	score float32
}

// ranking keeps the worthiest passages, of equals those that came first.
type ranking struct {
	limit int
	top   []scored
	least float32 // what a passage must exceed once there are enough
	total int
}

func (r *ranking) add(f scored) {
	if r.top = append(r.top, f); len(r.top) >= 2*r.limit {
		r.cut()
	}
}

// cut drops what is not among the best.
func (r *ranking) cut() {
	slices.SortStableFunc(r.top, func(a, b scored) int { return cmp.Compare(b.score, a.score) })
	if len(r.top) > r.limit {
		r.top = r.top[:r.limit]
		r.least = r.top[r.limit-1].score
	}
}

// best finds the passages that hold all clauses; the newest segments first.
func best(segments []*segment, clauses []clause, q briefing.Query) briefing.Matches {
	all := collect(segments)
	weights := weigh(segments, clauses, all)
	r := ranking{limit: q.Limit}
	for _, s := range slices.Backward(segments) {
		m := s.match(clauses, weights, all)
		for _, doc := range m.docs {
			if len(q.Notes) > 0 && !slices.Contains(q.Notes, noteOf(s.entityOf(doc).Key)) {
				continue
			}
			r.total++
			if m.score[doc] > r.least {
				r.add(scored{briefing.Match{Key: s.entityOf(doc).Key, Part: int(s.Parts[doc])}, m.score[doc]})
			}
		}
	}
	r.cut()
	out := briefing.Matches{Total: r.total}
	for _, t := range r.top {
		out.Best = append(out.Best, t.Match)
	}
	return out
}

// weigh gives each word of each clause its rarity in all segments.
func weigh(segments []*segment, clauses []clause, all collection) [][]float32 {
	out := make([][]float32, len(clauses))
	for i, c := range clauses {
		for _, w := range c {
			df := 0
			for _, s := range segments {
				for _, term := range s.terms(w) {
					df += int(s.DF[term])
				}
			}
			out[i] = append(out[i], all.rarity(df))
		}
	}
	return out
}

// match finds the passages of a segment that hold all clauses.
func (s *segment) match(clauses []clause, weights [][]float32, all collection) *match {
	m := &match{seg: s, all: all, score: make([]float32, len(s.Parts)), clauses: make([]uint8, len(s.Parts))}
	for i, c := range clauses {
		if m.require(uint8(i), c, weights[i]); len(m.docs) == 0 {
			break
		}
	}
	return m
}

// noteOf is the note that an entity belongs to.
func noteOf(k briefing.Key) briefing.ID {
	if k.Parent.IsZero() {
		return k.ID
	}
	return k.Parent
}
