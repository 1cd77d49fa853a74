package storage

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/dgraph-io/badger/v4"

	"placard/briefing"
)

// filled makes a closed vault whose remark n reads "text n, revision r".
func filled(tb testing.TB, remarks, revisions int) string {
	tb.Helper()
	v, dir := create(tb)
	for r := range revisions {
		for n := range remarks {
			commit(tb, v, briefing.Put(remark(n+1, written(n+1, r+1)), uint64(r)))
		}
	}
	shut(tb, v)
	return dir
}

func written(n, revision int) string {
	return fmt.Sprintf("text %d, revision %d %s", n, revision, strings.Repeat("·", 40))
}

func lastSegment(tb testing.TB, dir string) string {
	tb.Helper()
	names, err := filepath.Glob(filepath.Join(dir, journalDir, "*.pj"))
	if err != nil || len(names) == 0 {
		tb.Fatalf("no segments: %v", err)
	}
	return slices.Max(names)
}

func TestTornTailIsPutAside(t *testing.T) {
	dir := filled(t, 3, 1)
	name := lastSegment(t, dir)
	torn := map[string][]byte{
		"half a frame":         {0, 0, 1},
		"frame without record": frame(make([]byte, 100), 4)[:50],
		"zeros":                make([]byte, 5000),
		"record ending in zeros": func() []byte {
			sealed := bytes.Repeat([]byte{7}, 100)
			clear(sealed[60:])
			return frame(sealed, 4)
		}(),
	}
	for what, tail := range torn {
		c := copyVault(t, dir)
		segment := filepath.Join(c, journalDir, filepath.Base(name))
		appendTo(t, segment, tail)
		v, err := testVaults(t).Open(t.Context(), c, passphrase)
		if err != nil {
			t.Errorf("%s: %v", what, err)
			continue
		}
		if got := commit(t, v, briefing.Put(remark(9, "after"), 0)); got.Sequence != 4 {
			t.Errorf("%s: next sequence %d, want 4", what, got.Sequence)
		}
		shut(t, v)
		kept, err := filepath.Glob(segment + ".torn-*")
		if err != nil || len(kept) != 1 {
			t.Fatalf("%s: kept %v, %v", what, kept, err)
		}
		if got, err := os.ReadFile(kept[0]); err != nil || !bytes.Equal(got, tail) {
			t.Errorf("%s: kept %d bytes of %d: %v", what, len(got), len(tail), err)
		}
		v = open(t, c)
		if got := textOf(t, v, 9); got != "after" {
			t.Errorf("%s: got %q", what, got)
		}
		shut(t, v)
	}
}

// repaired opens a damaged vault in which the database holds everything: all
// is there, the damage is said, and what was there before is kept.
func repaired(t *testing.T, what, dir string, remarks, revisions int, kept func(aside string)) {
	t.Helper()
	v, err := testVaults(t).Open(t.Context(), dir, passphrase)
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	for n := 1; n <= remarks; n++ {
		records, err := v.Revisions(t.Context(), remark(n, "").Key())
		if err != nil || len(records) != revisions || records[revisions-1].Value.(*briefing.Annotation).Text != written(n, revisions) {
			t.Errorf("%s: remark %d: %d revisions, %v", what, n, len(records), err)
		}
	}
	report := v.(briefing.Recovered).Recovery()
	if report == nil {
		t.Fatalf("%s: repaired without a word", what)
	}
	if report.Lost() != 0 || report.Commits != uint64(remarks*revisions) || report.Entities != remarks {
		t.Errorf("%s: report %+v", what, report)
	}
	kept(report.Aside)
	shut(t, v)
	v = open(t, dir)
	if report := v.(briefing.Recovered).Recovery(); report != nil {
		t.Errorf("%s: repaired again: %+v", what, report)
	}
	shut(t, v)
}

// A journal that lost what was acknowledged is rebuilt from the database.
func TestShortenedJournalIsRebuilt(t *testing.T) {
	t.Parallel()
	dir := filled(t, 5, 1)
	name := lastSegment(t, dir)
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	for size := int64(0); size < info.Size(); size += 197 {
		c := copyVault(t, dir)
		if err := os.Truncate(filepath.Join(c, journalDir, filepath.Base(name)), size); err != nil {
			t.Fatal(err)
		}
		repaired(t, fmt.Sprintf("cut at %d of %d", size, info.Size()), c, 5, 1, func(aside string) {
			if kept, err := os.Stat(filepath.Join(aside, journalDir, filepath.Base(name))); err != nil || kept.Size() > size {
				t.Errorf("cut at %d: the old journal was not kept: %v", size, err)
			}
		})
	}
}

func TestFlippedBitInJournalIsRepaired(t *testing.T) {
	t.Parallel()
	dir := filled(t, 4, 1)
	name := lastSegment(t, dir)
	good, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for at := 0; at < len(good); at += 61 {
		c := copyVault(t, dir)
		bad := bytes.Clone(good)
		bad[at] ^= 1 << (at % 8)
		if err := os.WriteFile(filepath.Join(c, journalDir, filepath.Base(name)), bad, 0o600); err != nil {
			t.Fatal(err)
		}
		repaired(t, fmt.Sprintf("bit %d of byte %d", at%8, at), c, 4, 1, func(aside string) {
			if kept, err := os.ReadFile(filepath.Join(aside, journalDir, filepath.Base(name))); err != nil || !bytes.Equal(kept, bad) {
				t.Errorf("byte %d: the damaged journal was not kept as it was: %v", at, err)
			}
		})
	}
}

// Whatever bit flips in Badger's files, and whether or not the vault was
// closed in order, a reader gets the right text or an error, never another.
func TestFlippedBitsInDatabaseNeverShowWrongText(t *testing.T) {
	t.Parallel()
	const remarks, revisions = 12, 4
	dir := filled(t, remarks, revisions)
	var targets []string
	for _, name := range files(t, filepath.Join(dir, databaseDir)) {
		if info, err := os.Stat(name); err == nil && info.Size() > 0 {
			targets = append(targets, name)
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 30 {
		name := targets[random.IntN(len(targets))]
		c := copyVault(t, dir)
		at, bit := flip(t, filepath.Join(c, databaseDir, filepath.Base(name)), random)
		if random.IntN(2) == 0 {
			os.Remove(filepath.Join(c, markerName))
		}
		what := fmt.Sprintf("%s byte %d bit %d", filepath.Base(name), at, bit)
		v, err := testVaults(t).Open(t.Context(), c, passphrase)
		if err != nil {
			t.Errorf("%s: the journal is whole, but: %v", what, err)
			continue
		}
		for n := 1; n <= remarks; n++ {
			r, err := v.Get(t.Context(), remark(n, "").Key())
			if errors.Is(err, briefing.ErrVaultDamaged) {
				continue
			}
			if err != nil {
				t.Errorf("%s: remark %d: %v", what, n, err)
			} else if got := r.Value.(*briefing.Annotation).Text; got != written(n, revisions) {
				t.Errorf("%s: remark %d reads %q", what, n, got)
			}
		}
		v.Close()
	}
}

func TestUnsoundDatabaseIsRebuilt(t *testing.T) {
	dir := filled(t, 6, 3)
	tests := map[string]func(db string) error{
		"no manifest":     func(db string) error { return os.Remove(filepath.Join(db, "MANIFEST")) },
		"no key registry": func(db string) error { return os.Remove(filepath.Join(db, "KEYREGISTRY")) },
		"empty manifest":  func(db string) error { return os.Truncate(filepath.Join(db, "MANIFEST"), 0) },
		"not a database": func(db string) error {
			return os.WriteFile(filepath.Join(db, "MANIFEST"), []byte("nothing at all"), 0o600)
		},
		"no tables": func(db string) error {
			names, err := filepath.Glob(filepath.Join(db, "*.sst"))
			for _, name := range names {
				err = errors.Join(err, os.Remove(name))
			}
			return err
		},
		"gone": os.RemoveAll,
	}
	for what, damage := range tests {
		c := copyVault(t, dir)
		db := filepath.Join(c, databaseDir)
		if err := damage(db); err != nil {
			t.Fatal(err)
		}
		left, _ := os.ReadDir(db)
		repaired(t, what, c, 6, 3, func(aside string) {
			kept, err := os.ReadDir(filepath.Join(aside, databaseDir))
			if len(left) > 0 && (err != nil || len(kept) < len(left)) {
				t.Errorf("%s: kept %d files of %d: %v", what, len(kept), len(left), err)
			}
		})
	}
}

// An older database under a newer journal catches up.
func TestOlderDatabaseCatchesUp(t *testing.T) {
	dir := filled(t, 5, 1)
	old := copyVault(t, dir)
	v := open(t, dir)
	commit(t, v, briefing.Put(remark(1, "newer"), 1))
	shut(t, v)
	if err := os.RemoveAll(filepath.Join(dir, databaseDir)); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(dir, databaseDir), os.DirFS(filepath.Join(old, databaseDir))); err != nil {
		t.Fatal(err)
	}
	v = open(t, dir)
	if got := textOf(t, v, 1); got != "newer" {
		t.Errorf("got %q", got)
	}
	shut(t, v)
	// The other way round the journal has lost a commit.
	if err := os.RemoveAll(filepath.Join(dir, journalDir)); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(dir, journalDir), os.DirFS(filepath.Join(old, journalDir))); err != nil {
		t.Fatal(err)
	}
	v = open(t, dir)
	if got := textOf(t, v, 1); got != "newer" || v.(briefing.Recovered).Recovery() == nil {
		t.Errorf("an older journal: got %q, reported: %v", got, v.(briefing.Recovered).Recovery() != nil)
	}
	shut(t, v)
}

// An older value put back under its own key is not taken for today's.
func TestOlderValueIsNotTodays(t *testing.T) {
	v, _ := create(t)
	commit(t, v, briefing.Put(remark(1, "old"), 0))
	db := v.(*vault).db
	old := raw(t, db, pieceKey(remark(1, "").Key(), 1, 0))
	commit(t, v, briefing.Put(remark(1, "new"), 1))
	setRaw(t, db, pieceKey(remark(1, "").Key(), 2, 0), old)
	if _, err := v.Get(t.Context(), remark(1, "").Key()); !errors.Is(err, briefing.ErrVaultDamaged) {
		t.Errorf("got %v, want damage", err)
	}
}

// An older head put back is noticed on opening, and the journal repairs it.
func TestOlderHeadIsNoticed(t *testing.T) {
	for _, tidy := range []bool{true, false} {
		v, dir := create(t)
		commit(t, v, briefing.Put(remark(1, "old"), 0))
		k := headKey(remark(1, "").Key())
		old := raw(t, v.(*vault).db, k)
		commit(t, v, briefing.Put(remark(1, "new"), 1))
		setRaw(t, v.(*vault).db, k, old)
		shut(t, v)
		if !tidy {
			os.Remove(filepath.Join(dir, markerName))
		}
		v = open(t, dir)
		if got := textOf(t, v, 1); got != "new" {
			t.Errorf("got %q, want today's", got)
		}
		shut(t, v)
	}
}

// TestNoWordsOnDisk looks for what was written in every file of the vault.
func TestNoWordsOnDisk(t *testing.T) {
	t.Parallel()
	v, dir := create(t)
	var canaries []string
	for n := range 20 {
		canary := fmt.Sprintf("canary %d sings évidemment", n)
		canaries = append(canaries, canary)
		text := canary
		if n%2 == 0 { // some long enough to be compressed, some in pieces
			text = strings.Repeat(canary+" ", 1<<(n/2+4))
		}
		commit(t, v,
			briefing.Put(remark(n+1, text), 0),
			briefing.Put(&briefing.Position{ID: id(n + 1), Note: id(1000), Texts: map[briefing.Field]string{briefing.FieldRedLine: canary}}, 0),
			briefing.Put(&briefing.File{Note: id(n + 1), Bytes: []byte(text)}, 0))
	}
	grep(t, dir, canaries)
	shut(t, v)
	grep(t, dir, canaries)
}

func grep(t *testing.T, dir string, words []string) {
	t.Helper()
	for name, data := range snapshot(t, dir) {
		for _, word := range words {
			for _, form := range [][]byte{[]byte(word), utf16Bytes(word, 0), utf16Bytes(word, 1)} {
				if strings.Contains(data, string(form)) {
					t.Errorf("%s holds %q", filepath.Base(name), word)
				}
			}
		}
	}
}

func utf16Bytes(s string, low int) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b := [2]byte{}
		b[low], b[1-low] = byte(u), byte(u>>8)
		out = append(out, b[:]...)
	}
	return out
}

func appendTo(tb testing.TB, name string, data []byte) {
	tb.Helper()
	f, err := os.OpenFile(name, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		tb.Fatal(err)
	}
	if _, err := f.Write(data); err != nil {
		tb.Fatal(err)
	}
	shut(tb, f)
}

func flip(tb testing.TB, name string, random *rand.Rand) (at, bit int) {
	tb.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		tb.Fatal(err)
	}
	at, bit = random.IntN(len(data)), random.IntN(8)
	data[at] ^= 1 << bit
	if err := os.WriteFile(name, data, 0o600); err != nil {
		tb.Fatal(err)
	}
	return at, bit
}

func raw(tb testing.TB, db *database, key []byte) (value []byte) {
	tb.Helper()
	err := db.badger.View(func(txn *badger.Txn) error {
		item, err := txn.Get(key)
		if err != nil {
			return err
		}
		value, err = item.ValueCopy(nil)
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return value
}

func setRaw(tb testing.TB, db *database, key, value []byte) {
	tb.Helper()
	if err := db.badger.Update(func(txn *badger.Txn) error { return txn.Set(key, value) }); err != nil {
		tb.Fatal(err)
	}
}
