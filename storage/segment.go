package storage

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
)

// A segment is a file of the journal:
//
//	"placardj" ‖ sequence of its first record(8)
//	then records: length(4) ‖ crc(4) ‖ sealed commit
//
// A record's sequence is its place in the journal and part of its seal. The
// crc covers length and sequence: without it a flipped bit in a length would
// look like a torn write, and the rest of the file would be dropped for it.
const (
	segmentMagic = "placardj"
	segmentHead  = len(segmentMagic) + 8
	recordHead   = 8
	maxRecord    = 512 << 20 // bytes
)

var (
	errFrame = errors.New("record's frame broken")
	errTorn  = errors.New("torn write")

	castagnoli = crc32.MakeTable(crc32.Castagnoli)
)

// segment reads one file of the journal.
type segment struct {
	file  file
	keys  *ring
	first uint64 // sequence of its first record
	size  int64
}

func segmentHeader(first uint64) []byte {
	return binary.BigEndian.AppendUint64([]byte(segmentMagic), first)
}

// openSegment reads the header of a segment: errTorn where it was never
// wholly written.
func openSegment(f file, keys *ring) (*segment, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	s := &segment{file: f, keys: keys, size: info.Size()}
	if s.size < int64(segmentHead) {
		return nil, errTorn
	}
	head := make([]byte, segmentHead)
	if _, err := f.ReadAt(head, 0); err != nil {
		return nil, err
	}
	if allZero(head) {
		return nil, errTorn
	}
	if string(head[:len(segmentMagic)]) != segmentMagic {
		return nil, errFrame
	}
	s.first = binary.BigEndian.Uint64(head[len(segmentMagic):])
	return s, nil
}

// walk calls yield for each record in order, opened, and returns where the
// good ones end and the sequence after them. The error is errTorn where the
// last record is not wholly there, errFrame or errSeal where one is damaged.
// The plain text is wiped after yield.
func (s *segment) walk(yield func(sequence uint64, plain []byte) error) (end int64, next uint64, err error) {
	end, next = int64(segmentHead), s.first
	for end < s.size {
		plain, length, err := s.record(end, next)
		if err != nil {
			return end, next, err
		}
		err = yield(next, plain)
		clear(plain)
		if err != nil {
			return end, next, err
		}
		end += recordHead + length
		next++
	}
	return end, next, nil
}

// record reads and opens the record at an offset; length is that of its seal.
func (s *segment) record(at int64, sequence uint64) (plain []byte, length int64, err error) {
	length, err = s.frame(at, sequence)
	if err != nil {
		return nil, 0, err
	}
	sealed := make([]byte, length)
	if _, err := s.file.ReadAt(sealed, at+recordHead); err != nil {
		return nil, 0, err
	}
	plain, err = s.keys.journal.open(sealed, s.keys.journalPlace(sequence))
	last := at+recordHead+length == s.size
	if err != nil && last && length > sealCost && allZero(sealed[length-16:]) {
		return nil, 0, errTorn // the file grew, the end of the record never came
	}
	return plain, length, err
}

// frame reads the length of the record at an offset.
func (s *segment) frame(at int64, sequence uint64) (length int64, err error) {
	rest := s.size - at
	if rest < recordHead {
		return 0, errTorn
	}
	head := make([]byte, recordHead)
	if _, err := s.file.ReadAt(head, at); err != nil {
		return 0, err
	}
	length = int64(binary.BigEndian.Uint32(head))
	switch {
	case recordSum(uint32(length), sequence) != binary.BigEndian.Uint32(head[4:]):
		return 0, s.brokenFrame(at)
	case length > maxRecord:
		return 0, errFrame
	case length > rest-recordHead:
		return 0, errTorn
	}
	return length, nil
}

// brokenFrame tells a file that grew before its bytes came, as a power cut can
// leave it, from damage.
func (s *segment) brokenFrame(at int64) error {
	rest := make([]byte, s.size-at)
	if _, err := s.file.ReadAt(rest, at); err != nil {
		return err
	}
	if allZero(rest[4:]) {
		return errTorn
	}
	return errFrame
}

// frame is a sealed record as it stands in a segment.
func frame(sealed []byte, sequence uint64) []byte {
	out := make([]byte, 0, recordHead+len(sealed))
	out = binary.BigEndian.AppendUint32(out, uint32(len(sealed)))
	out = binary.BigEndian.AppendUint32(out, recordSum(uint32(len(sealed)), sequence))
	return append(out, sealed...)
}

func recordSum(length uint32, sequence uint64) uint32 {
	b := binary.BigEndian.AppendUint32(nil, length)
	return crc32.Checksum(binary.BigEndian.AppendUint64(b, sequence), castagnoli)
}

func allZero(b []byte) bool {
	for _, c := range b {
		if c != 0 {
			return false
		}
	}
	return true
}
