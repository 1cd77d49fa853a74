package search

import (
	"encoding/binary"
	"maps"
	"slices"
	"strings"

	"placard/briefing"
)

// segmentSize is how many passages a segment holds: more would make merging
// slow, fewer searching.
const segmentSize = 50_000

// builder collects passages into a segment.
type builder struct {
	seg   segment
	lists map[string]*list
	stems map[string]map[string]bool // the words of each stem
	known map[string]*list           // the list of a word as it was written, a language each
}

func newBuilder() *builder {
	return &builder{lists: map[string]*list{}, stems: map[string]map[string]bool{}, known: map[string]*list{}}
}

func (b *builder) len() int { return len(b.seg.Parts) }

// add takes an entity's passages; none says that it has no more.
func (b *builder) add(k briefing.Key, language string, passages []briefing.Passage) {
	b.seg.Entities = append(b.seg.Entities, entity{Key: k, First: uint32(b.len()), Count: uint32(len(passages))})
	for _, p := range passages {
		doc, words := uint32(b.len()), 0
		for t := range tokens(p.Text) {
			b.list(language, t.text).add(doc, t.at)
			words = t.at + 1
		}
		b.seg.Parts = append(b.seg.Parts, uint32(p.Part))
		b.seg.Lengths = append(b.seg.Lengths, uint32(words))
	}
}

// list is where the places of a word are kept.
func (b *builder) list(language, word string) *list {
	if l := b.known[language+word]; l != nil {
		return l
	}
	form := briefing.Fold(word)
	l := b.lists[form]
	if l == nil {
		l = &list{}
		b.lists[form] = l
	}
	b.known[strings.Clone(language+word)] = l
	for _, s := range stems(language, word) {
		if b.stems[s] == nil {
			b.stems[s] = map[string]bool{}
		}
		b.stems[s][form] = true
	}
	return l
}

// segment is what was collected. The builder is of no use afterwards.
func (b *builder) segment() *segment {
	s := b.seg // a copy, so that nothing else of the builder stays in memory
	s.alive = len(s.Parts)
	place := make(map[string]int, len(b.lists))
	for _, form := range slices.Sorted(maps.Keys(b.lists)) {
		l := b.lists[form]
		l.close()
		place[form] = s.Terms.len()
		s.Terms.add([]byte(form))
		s.DF = append(s.DF, l.df)
		s.Docs.add(l.docs)
		s.Places.add(l.places)
	}
	for _, stem := range slices.Sorted(maps.Keys(b.stems)) {
		var words []byte
		last := 0
		for _, form := range slices.Sorted(maps.Keys(b.stems[stem])) {
			words = binary.AppendUvarint(words, uint64(place[form]-last))
			last = place[form]
		}
		s.Stems.add([]byte(stem))
		s.Forms.add(words)
	}
	for _, t := range []*table{&s.Terms, &s.Docs, &s.Places, &s.Stems, &s.Forms} {
		t.Data, t.Ends = slices.Clip(slices.Clone(t.Data)), slices.Clip(slices.Clone(t.Ends))
	}
	return &s
}
