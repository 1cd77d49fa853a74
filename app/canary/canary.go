// Package canary makes words that stand nowhere else and finds them in files,
// however those are written: for the tests that nothing of a vault is left
// behind.
package canary

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf16"
)

// mark begins every canary: letters that follow one another in no language.
const mark = "zqxvkwjpfg"

// Words makes n different canaries.
func Words(n int) []string {
	words := make([]string, n)
	for i := range words {
		words[i] = mark + string(rune('a'+i/26%26)) + string(rune('a'+i%26))
	}
	return words
}

// Hit is a canary found.
type Hit struct {
	File string
	How  string // "UTF-8", "base64", "UTF-16 in gzip" …
	Near string // what stands there
}

// String names the place.
func (h Hit) String() string { return fmt.Sprintf("%s: %s: %q", h.File, h.How, h.Near) }

// Find looks through every file below the folders, and at the files' names.
func Find(dirs ...string) (hits []Hit, files int, err error) {
	for _, dir := range dirs {
		err := filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if how, near := look([]byte(name[len(dir):])); how != "" {
				hits = append(hits, Hit{name, "the name in " + how, near})
			}
			if !e.Type().IsRegular() {
				return nil
			}
			files++
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			hits = append(hits, In(name, data)...)
			return nil
		})
		if err != nil {
			return hits, files, err
		}
	}
	return hits, files, nil
}

// In looks through data and everything that is packed in it.
func In(name string, data []byte) (hits []Hit) {
	if how, near := look(data); how != "" {
		hits = append(hits, Hit{name, how, near})
	}
	unpack(data, func(by string, plain []byte) {
		if how, near := look(plain); how != "" {
			hits = append(hits, Hit{name, how + " in " + by, near})
		}
	})
	return hits
}

// look tells how the mark is written in data; empty where it is not.
func look(data []byte) (how, near string) {
	lower := small(data)
	for _, f := range forms() {
		in := lower
		if f.exact {
			in = data
		}
		if at := bytes.Index(in, f.text); at >= 0 {
			return f.how, string(data[max(0, at-20):min(len(data), at+len(f.text)+20)])
		}
	}
	return "", ""
}

// small writes capitals small and leaves every other byte, and the length.
func small(data []byte) []byte {
	lower := bytes.Clone(data)
	for i, c := range lower {
		if c >= 'A' && c <= 'Z' {
			lower[i] = c + 'a' - 'A'
		}
	}
	return lower
}

// form is a way to write the mark.
type form struct {
	how   string
	text  []byte
	exact bool // capitals matter
}

func forms() []form {
	var little, big []byte
	for _, u := range utf16.Encode([]rune(mark)) {
		little = append(little, byte(u), byte(u>>8))
		big = append(big, byte(u>>8), byte(u))
	}
	all := []form{
		{"UTF-8", []byte(mark), false},
		{"UTF-16", little, false},
		{"UTF-16, big end first", big, false},
		{"figures", []byte(hex.EncodeToString([]byte(mark))), false},
	}
	for _, text := range [][]byte{[]byte(mark), []byte(strings.ToUpper(mark)), little} {
		for shift := range 3 {
			all = append(all, form{"base64", inner64(text, shift), true})
		}
	}
	return all
}

// inner64 is what base64 makes of a text, without the letters that depend on
// what stands around it, when shift bytes stand before it.
func inner64(text []byte, shift int) []byte {
	whole := append(make([]byte, shift), text...)
	whole = whole[:len(whole)/3*3]
	coded := base64.StdEncoding.EncodeToString(whole)
	return []byte(coded[(shift*8+5)/6:])
}
