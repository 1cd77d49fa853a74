package storage

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"placard/briefing"
)

// update has TestStoredVaults store a vault of this version, once it is to be
// released under a new number.
var update = flag.Bool("update-vault", false, "store a vault of this version in testdata")

const stored1 = "testdata/vault-1"

// A vault of each released version opens, with every word and every revision
// it had.
func TestStoredVaults(t *testing.T) {
	if *update {
		storeVault(t)
	}
	dir := filepath.Join(t.TempDir(), "vault")
	unpack(t, stored1+".tar.gz", dir)
	v := open(t, dir)
	want, err := os.ReadFile(stored1 + ".json")
	if err != nil {
		t.Fatal(err)
	}
	if got := exported(t, v); got != string(want) {
		t.Errorf("export of a stored vault:\n got %s\nwant %s", got, want)
	}
	if got := len(past(t, v)); got != 10 {
		t.Errorf("%d revisions of remarks, want 10", got)
	}
	shut(t, v)
}

// storeVault makes the golden file of this version.
func storeVault(t *testing.T) {
	t.Helper()
	v, dir, _ := worked(t)
	if err := os.WriteFile(stored1+".json", []byte(exported(t, v)), 0o644); err != nil {
		t.Fatal(err)
	}
	shut(t, v)
	var out bytes.Buffer
	z, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	w := tar.NewWriter(z)
	if err := errors.Join(w.AddFS(os.DirFS(dir)), w.Close(), z.Close()); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(stored1+".tar.gz", out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func unpack(t *testing.T, name, dir string) {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		to := filepath.Join(dir, filepath.FromSlash(h.Name))
		if h.Typeflag == tar.TypeDir {
			err = os.MkdirAll(to, 0o700)
		} else {
			data, readErr := io.ReadAll(r)
			err = errors.Join(readErr, os.MkdirAll(filepath.Dir(to), 0o700), os.WriteFile(to, data, 0o600))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

// older makes a vault count as one of the version before the first.
func older(t *testing.T, dir string) {
	t.Helper()
	name := filepath.Join(dir, keyFileName)
	k, err := readKeyFile(osDisk{}, name)
	if err != nil {
		t.Fatal(err)
	}
	u, err := k.unlock(passphrase, deriveKey)
	if err != nil {
		t.Fatal(err)
	}
	k.Version = 0
	if err := k.write(osDisk{}, name, u.keys); err != nil {
		t.Fatal(err)
	}
}

// A vault of an older version goes through its steps once, wherever the power
// goes in between, and the old one is kept.
func TestOlderVaultIsMigrated(t *testing.T) {
	migrations[0] = func(c *commitRecord) error { c.By += " (migrated)"; return nil }
	t.Cleanup(func() { delete(migrations, 0) })
	dir := filled(t, 3, 2)
	older(t, dir)
	for n := 0; ; n += sparsely(t, 9) {
		c := copyVault(t, dir)
		if n > 0 {
			vaults := testVaults(t)
			d := &faultyDisk{disk: osDisk{}, failAt: n, forever: true, err: errInjected}
			vaults.disk = d
			if v, err := vaults.Open(t.Context(), c, passphrase); err == nil {
				v.Close()
			}
			if d.count < n {
				return
			}
		}
		v := open(t, c)
		for r := 1; r <= 3; r++ {
			records, err := v.Revisions(t.Context(), remark(r, "").Key())
			if err != nil || len(records) != 2 || records[0].By != "desk (migrated)" || textOf(t, v, r) != written(r, 2) {
				t.Errorf("operation %d: remark %d: %+v, %v", n, r, records, err)
			}
		}
		shut(t, v)
		k, err := readKeyFile(osDisk{}, filepath.Join(c, keyFileName))
		if err != nil || k.Version != version {
			t.Errorf("operation %d: version %d, %v", n, k.Version, err)
		}
		aside, err := filepath.Glob(filepath.Join(c, "damaged-*", journalDir, "*"+segmentExt))
		if err != nil || len(aside) != 1 {
			t.Errorf("operation %d: the old journal was not kept: %v, %v", n, aside, err)
		}
	}
}

// What is newer is refused, untouched to the byte.
func TestNewerVaultIsRefusedUntouched(t *testing.T) {
	dir := filled(t, 1, 1)
	name := filepath.Join(dir, keyFileName)
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	newer := bytes.Replace(data, []byte(`"version": 1`), []byte(`"version": 2`), 1)
	if err := os.WriteFile(name, newer, 0o600); err != nil {
		t.Fatal(err)
	}
	before := files(t, dir)
	for what, act := range map[string]func() error{
		"open":    func() error { _, err := testVaults(t).Open(t.Context(), dir, passphrase); return err },
		"check":   func() error { _, err := testVaults(t).Check(t.Context(), dir, passphrase, nil); return err },
		"rebuild": func() error { _, err := testVaults(t).Rebuild(t.Context(), dir, passphrase, nil); return err },
	} {
		if err := act(); !errors.Is(err, briefing.ErrVaultNewer) {
			t.Errorf("%s: got %v", what, err)
		}
	}
	if after := files(t, dir); !slices.Equal(before, after) {
		t.Errorf("files were %v, are %v", before, after)
	}
}
