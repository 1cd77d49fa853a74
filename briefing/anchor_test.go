package briefing

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestQuoteFindsTheRightOneOfTwins(t *testing.T) {
	text := "The theme of 2031 and the theme of 2032 and the theme of 2033."
	b := &Block{ID: "b1", Label: "4", Text: text}
	second := strings.Index(text, "theme of 2032")
	q := AnchorAt(b, second, second+len("theme")).Quote
	if start, _, ok := q.Find(text); !ok || start != second {
		t.Errorf("got %d, want %d", start, second)
	}
	moved := "In short: " + text
	if start, _, ok := q.Find(moved); !ok || start != second+len("In short: ") {
		t.Errorf("in a longer text: got %d", start)
	}
	if _, _, ok := q.Find("Nothing of the kind."); ok {
		t.Error("found words that are not there")
	}
}

func TestAnchorKeepsWholeCharacters(t *testing.T) {
	text := strings.Repeat("é", 40) + "PHRASE" + strings.Repeat("я", 40)
	start := strings.Index(text, "PHRASE")
	q := AnchorAt(&Block{Text: text}, start, start+6).Quote
	if !utf8.ValidString(q.Prefix) || !utf8.ValidString(q.Suffix) || q.Exact != "PHRASE" {
		t.Errorf("got %+v", q)
	}
}

func TestTextHashIsOfTheWords(t *testing.T) {
	if TextHash("The  Board\u00a0decides") != TextHash("the board\ndecides") {
		t.Error("spaces and case count")
	}
	if TextHash("The Board decides") == TextHash("The Board decided") {
		t.Error("a changed word does not count")
	}
}

func FuzzQuote(f *testing.F) {
	f.Add("one two three two", 4, 7)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		q := AnchorAt(&Block{Text: text}, start, end).Quote
		if q.Exact == "" {
			return
		}
		if from, to, ok := q.Find(text); !ok || text[from:to] != q.Exact {
			t.Errorf("%q: %+v not found again", text, q)
		}
	})
}
