package storage

import (
	"encoding/binary"

	"placard/briefing"
)

// The keys in Badger. Ids have one width and numbers are big-endian, so that
// an entity's pieces, a note's entities and a table each are one prefix.
//
//	table ‖ parent(16) ‖ id(16) ‖ revision(8) ‖ piece(4)   a revision of an entity, written once
//	0xF0 ‖ table ‖ parent(16) ‖ id(16)                     its head: which revision is today's
//	0xF1 ‖ sequence(8)                                     a commit in the log
//	0xF2                                                   the state: applied sequence, tally
const (
	prefixHead  byte = 0xF0
	prefixLog   byte = 0xF1
	prefixState byte = 0xF2
)

const (
	entitySize = 1 + 16 + 16
	headSize   = 1 + entitySize
	pieceSize  = entitySize + 8 + 4
)

func appendEntity(b []byte, k briefing.Key) []byte {
	b = append(b, byte(k.Table))
	b = append(b, k.Parent[:]...)
	return append(b, k.ID[:]...)
}

func parseEntity(b []byte) briefing.Key {
	k := briefing.Key{Table: briefing.Table(b[0])}
	copy(k.Parent[:], b[1:17])
	copy(k.ID[:], b[17:33])
	return k
}

// headKey is where an entity's head is.
func headKey(k briefing.Key) []byte {
	return appendEntity(append(make([]byte, 0, headSize+8), prefixHead), k)
}

// pieceKey is where a piece of an entity's revision is.
func pieceKey(k briefing.Key, revision uint64, piece uint32) []byte {
	b := appendEntity(make([]byte, 0, pieceSize), k)
	b = binary.BigEndian.AppendUint64(b, revision)
	return binary.BigEndian.AppendUint32(b, piece)
}

// logKey is where the log's entry of a commit is.
func logKey(sequence uint64) []byte {
	return binary.BigEndian.AppendUint64([]byte{prefixLog}, sequence)
}

// stateKey is where the state is.
func stateKey() []byte { return []byte{prefixState} }

// place is the associated data of a value: key ‖ revision ‖ sequence. Heads
// and the state tell their revision and sequence themselves, and stand with 0.
func place(key []byte, revision, sequence uint64) []byte {
	b := append(make([]byte, 0, len(key)+16), key...)
	b = binary.BigEndian.AppendUint64(b, revision)
	return binary.BigEndian.AppendUint64(b, sequence)
}
