package search

import "encoding/binary"

// Where a word stands is written as two streams of varints. Documents: the step
// from the last document, doubled, plus one where the word stands there more
// than once, and then how often. Places: the steps from place to place, anew in each
// document.

// posting is a word in one document.
type posting struct {
	doc   uint32
	count uint32
}

// postings walks the documents of a word.
type postings struct {
	rest []byte
	next uint32
}

// take reads the next posting; ok is false behind the last.
func (p *postings) take() (posting, bool) {
	if len(p.rest) == 0 {
		return posting{}, false
	}
	step := p.varint()
	p.next += step >> 1
	out := posting{doc: p.next, count: 1}
	if step&1 == 1 {
		out.count = p.varint()
	}
	return out, true
}

// varint reads a number; most have one byte.
func (p *postings) varint() uint32 {
	if b := p.rest[0]; b < 0x80 {
		p.rest = p.rest[1:]
		return uint32(b)
	}
	n, size := binary.Uvarint(p.rest)
	p.rest = p.rest[size:]
	return uint32(n)
}

// list is the postings of one word while a segment is made.
type list struct {
	docs   []byte
	places []byte
	df     uint32 // in how many documents
	last   uint32 // the last document that was written
	open   uint32 // the document that is being read
	count  uint32
	place  uint32
}

// add notes that the word stands at a place of a document; both only grow.
func (l *list) add(doc uint32, place int) {
	if l.count == 0 || doc != l.open {
		l.close()
		l.open, l.place = doc, 0
	}
	l.count++
	l.places = binary.AppendUvarint(l.places, uint64(uint32(place)-l.place))
	l.place = uint32(place)
}

// close writes the document that was being read.
func (l *list) close() {
	if l.count == 0 {
		return
	}
	step := uint64(l.open-l.last) << 1
	if l.count == 1 {
		l.docs = binary.AppendUvarint(l.docs, step)
	} else {
		l.docs = binary.AppendUvarint(l.docs, step|1)
		l.docs = binary.AppendUvarint(l.docs, uint64(l.count))
	}
	l.last, l.count = l.open, 0
	l.df++
}
