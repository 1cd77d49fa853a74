package extracttest

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"placard/briefing"
)

// Sound checks what must hold of every note.
func Sound(tb testing.TB, r *briefing.Recognized, asks []briefing.Ask) {
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
	soundMarks(tb, r, seen)
	soundAsks(tb, asks, seen)
}

// soundMarks checks that the marks of notes point to footnotes.
func soundMarks(tb testing.TB, r *briefing.Recognized, seen map[string]*briefing.Block) {
	tb.Helper()
	for i := range r.Blocks {
		for _, run := range r.Blocks[i].Runs {
			if run.NoteRef != "" && (seen[run.NoteRef] == nil || seen[run.NoteRef].Kind != briefing.KindFootnote) {
				tb.Errorf("%s: its mark points to %q", r.Blocks[i].ID, run.NoteRef)
			}
		}
	}
}

// soundAsks checks that asks stand where they say, under codes of their own.
func soundAsks(tb testing.TB, asks []briefing.Ask, seen map[string]*briefing.Block) {
	tb.Helper()
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
