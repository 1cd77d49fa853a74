package briefing

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func joined(s []Stretch, skip DiffKind) string {
	var b strings.Builder
	for _, x := range s {
		if x.Kind != skip {
			b.WriteString(x.Text)
		}
	}
	return b.String()
}

func TestWordDiffShowsWholeWords(t *testing.T) {
	got := WordDiff("We can support the theme.", "We could support this theme.")
	want := []Stretch{
		{Same, "We "}, {Gone, "can"}, {New, "could"}, {Same, " support "}, {Gone, "the"}, {New, "this"}, {Same, " theme."},
	}
	if len(got) != len(want) {
		t.Fatalf("got %v", got)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("stretch %d: got %v, want %v", i, got[i], want[i])
		}
	}
}

func TestWordDiffGivesBothTextsBack(t *testing.T) {
	vocabulary := []string{"the", "Board", " ", " ", ", ", "l’été", "مع", "主题", "2005", "\n"}
	r := rand.New(rand.NewPCG(7, 11))
	text := func() string {
		var b strings.Builder
		for range r.IntN(40) {
			b.WriteString(vocabulary[r.IntN(len(vocabulary))])
		}
		return b.String()
	}
	for range 2000 {
		from, to := text(), text()
		d := WordDiff(from, to)
		if got := joined(d, New); got != from {
			t.Fatalf("first text: got %q, want %q", got, from)
		}
		if got := joined(d, Gone); got != to {
			t.Fatalf("second text: got %q, want %q", got, to)
		}
	}
}

func FuzzWordDiff(f *testing.F) {
	f.Add("a b c", "a c d")
	f.Add("", "x")
	f.Fuzz(func(t *testing.T, from, to string) {
		d := WordDiff(from, to)
		if joined(d, New) != from || joined(d, Gone) != to {
			t.Fatalf("%q → %q: %v", from, to, d)
		}
	})
}
