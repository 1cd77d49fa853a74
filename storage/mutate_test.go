package storage

import (
	"bytes"
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"placard/storage/archive"
)

// mutated is data changed as a careless or a hostile hand would: bits flipped,
// bytes put in, taken out, moved or repeated. It always differs.
func mutated(random *rand.Rand, data []byte) []byte {
	for {
		out := bytes.Clone(data)
		for range 1 + random.IntN(3) {
			at := random.IntN(len(out))
			n := min(1+random.IntN(40), len(out)-at)
			switch random.IntN(5) {
			case 0:
				out[at] ^= 1 << random.IntN(8)
			case 1:
				out = slices.Delete(out, at, at+n)
			case 2:
				out = slices.Insert(out, at, randomBytes(n)...)
			case 3:
				out = slices.Insert(out, at, out[at:at+n]...)
			case 4:
				other := random.IntN(len(out) - n + 1)
				copy(out[other:other+n], bytes.Clone(out[at:at+n]))
			}
			if len(out) == 0 {
				break
			}
		}
		if len(out) > 0 && !bytes.Equal(out, data) {
			return out
		}
	}
}

// TestMutatedFilesAreNotAccepted changes key file, journal and backup in any
// way: no key file opens, no journal record and no backup says anything else
// than what was written.
func TestMutatedFilesAreNotAccepted(t *testing.T) {
	t.Parallel()
	dir := filled(t, 4, 2)
	v := open(t, dir)
	made := backup(t, v, filepath.Join(t.TempDir(), "b.age"))
	shut(t, v)
	k, err := readKeyFile(osDisk{}, filepath.Join(dir, keyFileName))
	if err != nil {
		t.Fatal(err)
	}
	u, err := k.unlock(passphrase, deriveKey)
	if err != nil {
		t.Fatal(err)
	}
	times := loops(t, 5000, 300)
	for what, try := range map[string]struct {
		file   string
		accept func(data []byte) bool
	}{
		"vault.key": {filepath.Join(dir, keyFileName), func(data []byte) bool {
			k, err := parseKeyFile(data)
			if err != nil {
				return false
			}
			_, err = k.unlock(passphrase, deriveKey)
			return err == nil
		}},
		"journal": {lastSegment(t, dir), acceptsJournal(t, dir, u.keys)},
		"backup":  {made.Path, acceptsBackup(t, u)},
	} {
		good, err := os.ReadFile(try.file)
		if err != nil {
			t.Fatal(err)
		}
		random, accepted := rand.New(rand.NewPCG(2, 71)), 0
		for range times {
			if try.accept(mutated(random, good)) {
				accepted++
			}
		}
		if accepted > 0 {
			t.Errorf("%s: %d of %d mutations accepted", what, accepted, times)
		}
		t.Logf("%s: %d mutations, 0 accepted", what, times)
	}
}

// acceptsJournal tells whether a changed segment gives a record that was not
// in it, or one at another place.
func acceptsJournal(t *testing.T, dir string, keys *ring) func([]byte) bool {
	t.Helper()
	records := map[uint64]string{}
	good := survey{disk: osDisk{}, dir: filepath.Join(dir, journalDir), keys: keys}
	err := good.each(t.Context(), func(sequence uint64, plain []byte) error { records[sequence] = string(plain); return nil })
	if err != nil || len(records) != 8 {
		t.Fatalf("%d records, %v", len(records), err)
	}
	bad := t.TempDir()
	return func(data []byte) (accepted bool) {
		if err := os.WriteFile(filepath.Join(bad, segmentName(1)), data, 0o600); err != nil {
			t.Fatal(err)
		}
		s := survey{disk: osDisk{}, dir: bad, keys: keys}
		err := s.each(t.Context(), func(sequence uint64, plain []byte) error {
			accepted = accepted || records[sequence] != string(plain)
			return nil
		})
		return accepted || err != nil
	}
}

// acceptsBackup tells whether a changed backup is read to its end.
func acceptsBackup(t *testing.T, u *unlocked) func([]byte) bool {
	t.Helper()
	name := filepath.Join(t.TempDir(), "mutated.age")
	return func(data []byte) bool {
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
		err := testVaults(t).readSnapshot(context.Background(), name, u.backup, u.keys, func(*archive.Commit) error { return nil })
		return err == nil
	}
}
