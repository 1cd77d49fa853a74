package storage

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"testing"
	"time"
)

// FuzzJournal reads arbitrary bytes as a segment: no panic, and never a record
// that was not sealed there.
func FuzzJournal(f *testing.F) {
	keys, err := newRing(make([]byte, dataKeySize), vaultID{1})
	if err != nil {
		f.Fatal(err)
	}
	sealed := segmentHeader(1)
	for sequence := uint64(1); sequence <= 3; sequence++ {
		sealed = append(sealed, frame(keys.journal.seal(truth(sequence), keys.journalPlace(sequence)), sequence)...)
	}
	f.Add(sealed)
	f.Add(sealed[:len(sealed)-5])
	f.Add(append(bytes.Clone(sealed), make([]byte, 600)...))
	f.Add(segmentHeader(1 << 63))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := openSegment(&memoryFile{Reader: bytes.NewReader(data)}, keys)
		if err != nil {
			return
		}
		seen := uint64(0)
		end, next, err := s.walk(func(sequence uint64, plain []byte) error {
			if seen++; sequence > 3 || !bytes.Equal(plain, truth(sequence)) {
				t.Errorf("record %d reads %q", sequence, plain)
			}
			return nil
		})
		if next != s.first+seen || end > int64(len(data)) {
			t.Errorf("%d records seen, next %d at %d of %d", seen, next, end, len(data))
		}
		if err == nil && end != int64(len(data)) {
			t.Errorf("%d bytes at the end passed over", int64(len(data))-end)
		}
		if bytes.HasPrefix(data, sealed) && seen != 3 {
			t.Errorf("only %d of the sealed records came back: %v", seen, err)
		}
	})
}

func truth(sequence uint64) []byte { return fmt.Appendf(nil, "commit %d", sequence) }

// memoryFile is a file to read from memory.
type memoryFile struct{ *bytes.Reader }

var errReadOnlyFile = errors.New("read only")

func (f *memoryFile) Stat() (fs.FileInfo, error)         { return memoryInfo{f.Size()}, nil }
func (f *memoryFile) WriteAt([]byte, int64) (int, error) { return 0, errReadOnlyFile }
func (f *memoryFile) Truncate(int64) error               { return errReadOnlyFile }
func (f *memoryFile) Sync() error                        { return nil }
func (f *memoryFile) Close() error                       { return nil }

type memoryInfo struct{ size int64 }

func (i memoryInfo) Size() int64      { return i.size }
func (memoryInfo) Name() string       { return "memory" }
func (memoryInfo) Mode() fs.FileMode  { return 0o600 }
func (memoryInfo) ModTime() time.Time { return time.Time{} }
func (memoryInfo) IsDir() bool        { return false }
func (memoryInfo) Sys() any           { return nil }
