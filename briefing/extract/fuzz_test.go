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
		m, err := readText(context.Background(), data, nil)
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
		sound(t, r, briefing.FindAsks(&r.Note, r.Blocks, briefing.DefaultTriggers()))
		text, _ := decodeText(data)
		if !holdsKind(r, briefing.KindAgendaItem) { // the word "Item" is part of the label
			lettersKept(t, text, r)
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

// sound checks what must hold of every note.
func sound(tb testing.TB, r *briefing.Recognized, asks []briefing.Ask) {
	tb.Helper()
	seen := map[string]*briefing.Block{}
	for i := range r.Blocks {
		b := &r.Blocks[i]
		if want := "b" + strconv.Itoa(i+1); b.ID != want {
			tb.Fatalf("block %d is called %q", i+1, b.ID)
		}
		if b.Parent != "" && seen[b.Parent] == nil {
			tb.Errorf("%s: its parent %q does not stand before it", b.ID, b.Parent)
		}
		if b.Kind == briefing.KindParagraph && b.Label == "" {
			tb.Errorf("%s: a paragraph without a number", b.ID)
		}
		if !utf8.ValidString(b.Text) || strings.ContainsAny(b.Text, "\f\r\n") {
			tb.Errorf("%s: text %q", b.ID, b.Text)
		}
		seen[b.ID] = b
		soundRuns(tb, b)
	}
	for i := range r.Blocks {
		for _, run := range r.Blocks[i].Runs {
			if run.NoteRef != "" && (seen[run.NoteRef] == nil || seen[run.NoteRef].Kind != briefing.KindFootnote) {
				tb.Errorf("%s: its mark points to %q", r.Blocks[i].ID, run.NoteRef)
			}
		}
	}
	codes := map[string]bool{}
	for _, a := range asks {
		b := seen[a.Block]
		if b == nil || codes[a.Code] {
			tb.Fatalf("ask %q in %q", a.Code, a.Block)
		}
		codes[a.Code] = true
		for _, reason := range append(a.Also, a.Reason) {
			if reason.End > 0 && b.Text[reason.Start:reason.End] != reason.Words {
				tb.Errorf("ask %s: %q is not at %d", a.Code, reason.Words, reason.Start)
			}
		}
	}
}

// soundRuns checks that runs stand in order, in bounds, on whole letters.
func soundRuns(tb testing.TB, b *briefing.Block) {
	tb.Helper()
	at := 0
	for _, run := range b.Runs {
		if run.Start < at || run.End <= run.Start || run.End > len(b.Text) {
			tb.Fatalf("%s: runs %+v in %d bytes", b.ID, b.Runs, len(b.Text))
		}
		if !utf8.ValidString(b.Text[run.Start:run.End]) {
			tb.Errorf("%s: run %+v cuts a letter", b.ID, run)
		}
		at = run.End
	}
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
		m := &manuscript{format: "fuzz"}
		for i, part := range strings.Split(text, "|") {
			p := passage{rich: rich{text: part}.trim()}
			if i < len(claims) {
				c := claims[i]
				p.hint, p.level = hint(c%7), int(c>>5)
				p.page, p.glued, p.indent = int(c>>3), c&8 != 0, int(c&3)*2
				if c&16 != 0 {
					p.label = []string{"1.", "(a)", "•", "IV.", "i)", "4.4.2"}[int(c)%6]
					p.rich = p.look(briefing.Bold)
				}
				if p.hint == hintNote {
					p.mark = strconv.Itoa(i)
				}
			}
			m.passages = append(m.passages, p)
		}
		r, err := recognize(context.Background(), m)
		if errors.Is(err, briefing.ErrEmptyFile) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		sound(t, r, briefing.FindAsks(&r.Note, r.Blocks, briefing.DefaultTriggers()))
	})
}
