package extract

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"placard/briefing"
	"placard/briefing/extract/extracttest"
	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/plain"
)

// FuzzText reads anything as a text file. Whatever comes, it ends in a known
// problem or in a sound note that keeps every letter.
func FuzzText(f *testing.F) {
	paths, err := filepath.Glob("testdata/cases/*.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add([]byte(strings.Split(string(data), caseParts)[1]))
	}
	f.Add([]byte("\xff\xfe1\x00.\x00 \x00a\x00"))
	f.Add([]byte("caf\xe9 \xe0 la carte"))
	f.Add([]byte("***a**b*** *c** [^x]: [^x] \\* <http://a> \f\f1.\f2. (a)\n(i)\n- - -\nAnnex\nAnnex II: B\n10.00 - 11.00\nItem 1: x"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<14 {
			return
		}
		m, err := plain.Read(context.Background(), data, nil)
		if errors.Is(err, briefing.ErrBinaryFile) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		r, err := recognize(context.Background(), m)
		if errors.Is(err, briefing.ErrEmptyFile) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		extracttest.Sound(t, r, briefing.FindAsks(&r.Note, r.Blocks, briefing.DefaultTriggers()))
		text, _ := plain.DecodeText(data)
		if !holdsKind(r, briefing.KindAgendaItem) { // the word "Item" is part of the label
			extracttest.LettersKept(t, text, r)
		}
	})
}

func holdsKind(r *briefing.Recognized, kind briefing.Kind) bool {
	for _, b := range r.Blocks {
		if b.Kind == kind {
			return true
		}
	}
	return false
}

// FuzzStructure builds manuscripts that claim all kinds of things about
// themselves, as readers of other formats do.
func FuzzStructure(f *testing.F) {
	f.Add("1. a|2. b|(a) c|- d", []byte{0, 1, 2, 3, 4, 5, 6})
	f.Add("Annex|I. A|1. x|1. y|¹ n|Title*|* note", []byte{9, 9, 9, 0, 1, 1, 255})
	f.Fuzz(func(t *testing.T, text string, claims []byte) {
		if len(text) > 1<<13 || !utf8.ValidString(text) || strings.ContainsAny(text, "\r\n\f") {
			return
		}
		m := &manuscript.Manuscript{Format: "fuzz"}
		for i, part := range strings.Split(text, "|") {
			p := manuscript.Passage{Rich: manuscript.Rich{Text: part}.Trim()}
			if i < len(claims) {
				c := claims[i]
				p.Hint, p.Level = manuscript.Hint(c%7), int(c>>5)
				p.Page, p.Glued, p.Indent = int(c>>3), c&8 != 0, int(c&3)*2
				if c&16 != 0 {
					p.Label = []string{"1.", "(a)", "•", "IV.", "i)", "4.4.2"}[int(c)%6]
					p.Rich = p.Look(briefing.Bold)
				}
				if p.Hint == manuscript.HintNote {
					p.Mark = strconv.Itoa(i)
				}
			}
			m.Passages = append(m.Passages, p)
		}
		r, err := recognize(context.Background(), m)
		if errors.Is(err, briefing.ErrEmptyFile) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		extracttest.Sound(t, r, briefing.FindAsks(&r.Note, r.Blocks, briefing.DefaultTriggers()))
	})
}
