package storage

import (
	"context"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"slices"
)

// survey reads what opens of a damaged journal. Where the strict reader stops
// it goes on: a record's sequence is part of its seal, so what opens stands
// where it says, whatever became of the bytes around it.
type survey struct {
	disk disk
	dir  string
	keys *ring
}

// each calls yield for every record that opens, by rising sequence. Files that
// are missing or cannot be read are passed over.
func (s survey) each(ctx context.Context, yield func(sequence uint64, plain []byte) error) error {
	next := uint64(1)
	for _, name := range s.segments() {
		if err := ctx.Err(); err != nil {
			return err
		}
		f, err := s.disk.open(name, os.O_RDONLY)
		if err != nil {
			continue
		}
		next, err = s.segment(f, next, yield)
		if err = errors.Join(err, f.Close()); err != nil {
			return err
		}
	}
	return nil
}

// segments are the journal's files, in order.
func (s survey) segments() []string {
	entries, err := os.ReadDir(s.dir)
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		if filepath.Ext(e.Name()) == segmentExt && e.Type().IsRegular() {
			names = append(names, filepath.Join(s.dir, e.Name()))
		}
	}
	slices.Sort(names)
	return names
}

// segment reads one file; next is the sequence expected, and the one expected
// afterwards is returned. A header that lies is told from one that does not by
// whether the first record opens.
func (s survey) segment(f file, next uint64, yield func(uint64, []byte) error) (uint64, error) {
	data, err := wholeFile(f)
	if err != nil || len(data) < segmentHead {
		return next, nil //nolint:nilerr // what cannot be read is passed over
	}
	w := &salvager{keys: s.keys, data: data, at: segmentHead, next: binary.BigEndian.Uint64(data[len(segmentMagic):])}
	if !w.here() && w.next != next {
		w.next = next
	}
	for w.find() {
		if w.next >= next {
			if err := yield(w.next, w.plain); err != nil {
				return next, err
			}
			next = w.next + 1
		}
		clear(w.plain)
		w.at, w.next = w.end, w.next+1
	}
	return next, nil
}

func wholeFile(f file) ([]byte, error) {
	size, err := sizeOf(f)
	if err != nil {
		return nil, err
	}
	data := make([]byte, size)
	_, err = f.ReadAt(data, 0)
	return data, err
}

// skips is how many damaged records in a row are bridged in one segment.
const skips = 64

// salvager goes through the bytes of a segment.
type salvager struct {
	keys  *ring
	data  []byte
	at    int    // where the next record should begin
	next  uint64 // and its sequence
	end   int    // where the record found ends
	plain []byte
}

// find looks for the next record that opens, here or further on.
func (w *salvager) find() bool {
	if w.here() {
		return true
	}
	from, sequence := w.at, w.next
	for at := from; at+recordHead+sealCost <= len(w.data); at++ {
		for n := range uint64(skips) {
			if !w.framed(at, sequence+n) {
				continue
			}
			if n == 1 && w.between(from, at, sequence) {
				return true
			}
			w.at, w.next = at, sequence+n
			if w.here() {
				return true
			}
		}
	}
	w.at, w.next = from, sequence
	return w.between(from, len(w.data), sequence)
}

// here opens the record at w.at, if it is there and whole.
func (w *salvager) here() bool {
	if !w.framed(w.at, w.next) {
		return false
	}
	w.end = w.at + recordHead + int(binary.BigEndian.Uint32(w.data[w.at:]))
	return w.open(w.data[w.at+recordHead:w.end], w.next)
}

// between opens the record whose frame is broken but whose neighbour's is not.
func (w *salvager) between(from, to int, sequence uint64) bool {
	if to-from < recordHead+sealCost || !w.open(w.data[from+recordHead:to], sequence) {
		return false
	}
	w.at, w.next, w.end = from, sequence, to
	return true
}

func (w *salvager) open(sealed []byte, sequence uint64) bool {
	plain, err := w.keys.journal.open(sealed, w.keys.journalPlace(sequence))
	if err != nil {
		return false
	}
	w.plain = plain
	return true
}

// framed tells whether a frame for a sequence stands at an offset, with room
// for its record.
func (w *salvager) framed(at int, sequence uint64) bool {
	if at+recordHead > len(w.data) {
		return false
	}
	length := binary.BigEndian.Uint32(w.data[at:])
	if length < sealCost || int64(length) > int64(len(w.data)-at-recordHead) {
		return false
	}
	return recordSum(length, sequence) == binary.BigEndian.Uint32(w.data[at+4:])
}
