package canary

import (
	"bytes"
	"compress/gzip"
	"compress/zlib"
	"encoding/base64"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/klauspost/compress/zstd"
)

// A canary is found however it is written: a test that finds none would
// otherwise say nothing.
func TestEveryFormIsFound(t *testing.T) {
	word := Words(200)[123]
	text := "Our line: " + word + ", and no more."
	var wide []byte
	for _, u := range utf16.Encode([]rune(text)) {
		wide = append(wide, byte(u), byte(u>>8))
	}
	packed := func(open func(io.Writer) io.WriteCloser) []byte {
		var b bytes.Buffer
		b.WriteString("before it")
		w := open(&b)
		if _, err := io.WriteString(w, strings.Repeat(text, 10)); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	forms := map[string][]byte{
		"plain": []byte(text), "capitals": []byte(strings.ToUpper(text)), "wide": wide, "figures": []byte(hex.EncodeToString([]byte(text))),
		"gzip": packed(func(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) }),
		"zlib": packed(func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) }),
		"zstd": packed(func(w io.Writer) io.WriteCloser {
			z, err := zstd.NewWriter(w)
			if err != nil {
				t.Fatal(err)
			}
			return z
		}),
	}
	for shift := range 3 {
		before := strings.Repeat("x", shift)
		forms["base64 "+before] = []byte(base64.StdEncoding.EncodeToString([]byte(before + text)))
		forms["wide base64 "+before] = []byte(base64.URLEncoding.EncodeToString(append([]byte(before), wide...)))
	}
	cut := forms["gzip"]
	forms["cut off"] = cut[:len(cut)-12]
	for how, data := range forms {
		if len(In(how, data)) == 0 {
			t.Errorf("%s: not found in %q", how, data)
		}
	}
	if hits := In("nothing", []byte(strings.Repeat("The words of the vault. ", 1000))); len(hits) != 0 {
		t.Errorf("found %v", hits)
	}
}

func TestFilesAndNamesAreLookedThrough(t *testing.T) {
	dir := t.TempDir()
	deep := filepath.Join(dir, "a", "b")
	if err := os.MkdirAll(deep, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(deep, "note"), []byte(Words(1)[0]), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, Words(1)[0]+".txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	hits, files, err := Find(dir)
	if err != nil || files != 2 || len(hits) != 2 {
		t.Errorf("%d files, hits %v, %v", files, hits, err)
	}
}
