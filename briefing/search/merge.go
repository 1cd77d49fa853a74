package search

const (
	// smallSegment is up to how many passages a segment is merged with others.
	smallSegment = segmentSize / 4
	// fewSmall is how many small segments may stand beside each other.
	fewSmall = 4
)

// merge makes one segment of several, without what died in them.
func merge(segments []*segment) *segment {
	b := newBuilder()
	renumbered := make([][]uint32, len(segments))
	for i, s := range segments {
		renumbered[i] = b.adopt(s)
	}
	for i, s := range segments {
		b.adoptWords(s, renumbered[i])
		b.adoptStems(s)
	}
	return b.segment()
}

// gone is the number of a passage that died.
const gone = ^uint32(0)

// adopt takes the living passages of a segment and tells their new numbers.
// Entities that have none left stay: they say so to older segments.
func (b *builder) adopt(s *segment) []uint32 {
	number := make([]uint32, len(s.Parts))
	for _, e := range s.Entities {
		first := uint32(b.len())
		for doc := e.First; doc < e.First+e.Count; doc++ {
			number[doc] = gone
			if s.lives(doc) {
				number[doc] = uint32(b.len())
				b.seg.Parts = append(b.seg.Parts, s.Parts[doc])
				b.seg.Lengths = append(b.seg.Lengths, s.Lengths[doc])
			}
		}
		if count := uint32(b.len()) - first; count == e.Count {
			b.seg.Entities = append(b.seg.Entities, entity{Key: e.Key, First: first, Count: count})
		}
	}
	return number
}

func (b *builder) adoptWords(s *segment, number []uint32) {
	for term := range s.Terms.len() {
		form := string(s.Terms.at(term))
		l := b.lists[form]
		if l == nil {
			l = &list{}
		}
		docs, steps := s.docs(term), postings{rest: s.Places.at(term)}
		for p, ok := docs.take(); ok; p, ok = docs.take() {
			at := 0
			for range p.count {
				at += int(steps.varint())
				if number[p.doc] != gone {
					l.add(number[p.doc], at)
				}
			}
		}
		if l.df > 0 || l.count > 0 {
			b.lists[form] = l
		}
	}
}

func (b *builder) adoptStems(s *segment) {
	for i := range s.Stems.len() {
		stem := string(s.Stems.at(i))
		for _, term := range s.forms(stem) {
			form := string(s.Terms.at(term))
			if b.lists[form] == nil {
				continue
			}
			if b.stems[stem] == nil {
				b.stems[stem] = map[string]bool{}
			}
			b.stems[stem][form] = true
		}
	}
}
