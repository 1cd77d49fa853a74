package storage

import (
	"context"
	"encoding/binary"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"testing"
	"time"

	"placard/briefing"
)

// cheap is a key derivation for tests: the real one takes a second.
var cheap = KDF{Time: 1, Memory: 64, Threads: 1}

var passphrase = []byte("six words that nobody says together")

func testVaults(testing.TB) *Vaults {
	vaults := New(Options{KDF: cheap, Log: slog.New(slog.DiscardHandler)})
	vaults.refuges = nil
	return vaults
}

func create(tb testing.TB) (briefing.Vault, string) {
	tb.Helper()
	dir := filepath.Join(tb.TempDir(), "vault")
	created, err := testVaults(tb).Create(tb.Context(), dir, passphrase)
	if err != nil {
		tb.Fatalf("create: %v", err)
	}
	tb.Cleanup(func() { created.Vault.Close() })
	return created.Vault, dir
}

func open(tb testing.TB, dir string) briefing.Vault {
	tb.Helper()
	v, err := testVaults(tb).Open(tb.Context(), dir, passphrase)
	if err != nil {
		tb.Fatalf("open: %v", err)
	}
	tb.Cleanup(func() { v.Close() })
	return v
}

func shut(tb testing.TB, v io.Closer) {
	tb.Helper()
	if err := v.Close(); err != nil {
		tb.Fatalf("close: %v", err)
	}
}

// id makes an id of a number.
func id(n int) briefing.ID {
	var id briefing.ID
	binary.BigEndian.PutUint64(id[8:], uint64(n))
	return id
}

var noon = time.Date(2005, 10, 25, 12, 0, 0, 123456789, time.UTC)

// commit writes changes or ends the test.
func commit(tb testing.TB, s briefing.Store, changes ...briefing.Change) briefing.Receipt {
	tb.Helper()
	got, err := s.Commit(tb.Context(), commitOf(changes...))
	if err != nil {
		tb.Fatalf("commit: %v", err)
	}
	return got
}

func commitOf(changes ...briefing.Change) briefing.Commit {
	return briefing.Commit{Act: briefing.Act{Code: "act.test"}, By: "desk", At: noon, Changes: changes}
}

// remark is an annotation with a text.
func remark(n int, text string) *briefing.Annotation {
	return &briefing.Annotation{ID: id(n), Note: id(1000), Kind: briefing.KindRemark, Text: text, Created: noon, Changed: noon}
}

// textOf reads a remark's text back.
func textOf(tb testing.TB, s briefing.Store, n int) string {
	tb.Helper()
	r, err := s.Get(context.Background(), remark(n, "").Key())
	if err != nil {
		tb.Fatalf("get %d: %v", n, err)
	}
	return r.Value.(*briefing.Annotation).Text
}

// files lists the regular files below dir.
func files(tb testing.TB, dir string) []string {
	tb.Helper()
	var out []string
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			out = append(out, path)
		}
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return out
}

// copyVault copies a closed vault to a folder of its own.
func copyVault(tb testing.TB, dir string) string {
	tb.Helper()
	to := filepath.Join(tb.TempDir(), "vault")
	if err := os.CopyFS(to, os.DirFS(dir)); err != nil {
		tb.Fatal(err)
	}
	return to
}

// oneRecord is a limit that gives each record of a journal its own segment.
const oneRecord = int64(segmentHead) + 1
