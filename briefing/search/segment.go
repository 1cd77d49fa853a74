package search

import (
	"bytes"
	"sort"

	"placard/briefing"
)

// segment is the passages of some entities and where their words stand. Only
// dead changes once it is made.
type segment struct {
	Entities []entity `cbor:"1,keyasint"` // in the order of their passages
	Parts    []uint32 `cbor:"2,keyasint"` // of each passage, as briefing.Passage.Part
	Lengths  []uint32 `cbor:"3,keyasint"` // of each passage, in words
	Terms    table    `cbor:"4,keyasint"` // the words, folded, in order
	DF       []uint32 `cbor:"5,keyasint"` // in how many passages each word stands
	Docs     table    `cbor:"6,keyasint"` // of each word
	Places   table    `cbor:"7,keyasint"` // of each word
	Stems    table    `cbor:"8,keyasint"` // "language:stem", in order
	Forms    table    `cbor:"9,keyasint"` // the words of each stem, as steps from word to word

	name  string // on the shelf; "" while it is not there
	dead  []bool // of each passage; nil while all live
	alive int
}

// entity is whose passages stand from First on.
type entity struct {
	Key   briefing.Key `cbor:"1,keyasint"`
	First uint32       `cbor:"2,keyasint"`
	Count uint32       `cbor:"3,keyasint"`
}

// table is strings of bytes behind each other, by where each ends.
type table struct {
	Data []byte   `cbor:"1,keyasint"`
	Ends []uint32 `cbor:"2,keyasint"`
}

func (t *table) add(b []byte) {
	t.Data = append(t.Data, b...)
	t.Ends = append(t.Ends, uint32(len(t.Data)))
}

func (t *table) at(i int) []byte {
	start := uint32(0)
	if i > 0 {
		start = t.Ends[i-1]
	}
	return t.Data[start:t.Ends[i]]
}

func (t *table) len() int { return len(t.Ends) }

// seek is the first of a sorted table that is not before b.
func (t *table) seek(b []byte) int {
	return sort.Search(t.len(), func(i int) bool { return bytes.Compare(t.at(i), b) >= 0 })
}

// find is where b is in a sorted table.
func (t *table) find(b []byte) (i int, ok bool) {
	i = t.seek(b)
	return i, i < t.len() && bytes.Equal(t.at(i), b)
}

// docs walks the passages of a word.
func (s *segment) docs(term int) postings { return postings{rest: s.Docs.at(term)} }

// entityOf is whose passage a passage is.
func (s *segment) entityOf(doc uint32) entity {
	i := sort.Search(len(s.Entities), func(i int) bool { return s.Entities[i].First > doc })
	for i--; s.Entities[i].Count == 0; i-- { // entities without passages share a place
	}
	return s.Entities[i]
}

// kill takes an entity's passages out of what is found.
func (s *segment) kill(k briefing.Key) {
	for _, e := range s.Entities {
		if e.Key != k {
			continue
		}
		if s.dead == nil {
			s.dead = make([]bool, len(s.Parts))
		}
		for d := e.First; d < e.First+e.Count; d++ {
			if !s.dead[d] {
				s.dead[d] = true
				s.alive--
			}
		}
	}
}

func (s *segment) lives(doc uint32) bool { return s.dead == nil || !s.dead[doc] }

// forms are the words that share a stem.
func (s *segment) forms(stem string) []int {
	i, ok := s.Stems.find([]byte(stem))
	if !ok {
		return nil
	}
	var out []int
	p := postings{rest: s.Forms.at(i)}
	for term := 0; len(p.rest) > 0; {
		term += int(p.varint())
		out = append(out, term)
	}
	return out
}
