package storage

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// FuzzJournal opens arbitrary bytes as a segment: no panic, and never a record
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
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, segmentName(1)), data, 0o600); err != nil {
			t.Fatal(err)
		}
		j, err := openJournal(osDisk{}, dir, keys)
		if err != nil {
			return
		}
		defer j.close()
		err = j.each(t.Context(), 1, func(sequence uint64, plain []byte) error {
			if sequence > 3 || !bytes.Equal(plain, truth(sequence)) {
				t.Errorf("record %d reads %q", sequence, plain)
			}
			return nil
		})
		if err != nil && bytes.HasPrefix(data, sealed) {
			t.Errorf("whole records do not come back: %v", err)
		}
	})
}

func truth(sequence uint64) []byte { return fmt.Appendf(nil, "commit %d", sequence) }
