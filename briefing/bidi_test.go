package briefing

import (
	"strings"
	"testing"
)

// shownOrder is a text's letters from left to right, as the algorithm places them;
// capitals stand for Hebrew letters, as in the standard's own examples.
func shownOrder(text string, rtl bool) string {
	runes := []rune(text)
	for i, r := range runes {
		if r >= 'A' && r <= 'Z' {
			runes[i] = 'א' + r - 'A'
		}
	}
	lv := BidiLevels(runes, rtl)
	level := func(i int) uint8 {
		if lv == nil {
			return 0
		}
		return lv[i]
	}
	places := make([]int, len(runes))
	for i := range places {
		places[i] = i
	}
	Reorder(places, level)
	var b strings.Builder
	for _, i := range places {
		r := []rune(text)[i]
		if m, ok := Mirrored(r); ok && level(i)%2 == 1 {
			r = m
		}
		b.WriteRune(r)
	}
	return b.String()
}

func TestBidiOrder(t *testing.T) {
	cases := []struct {
		name, text, want string
		rtl              bool
	}{
		{"plain", "car means", "car means", false},
		{"word in English", "car means CAR.", "car means RAC.", false},
		{"English in Hebrew", "CAR car MEANS.", ".SNAEM car RAC", true},
		{"number in Hebrew in English", "the ABC 12 DEF end", "the FED 12 CBA end", false},
		{"number after Hebrew", "ABC 12", "12 CBA", true},
		{"number with separators", "ABC 1,234.5 DEF", "FED 1,234.5 CBA", true},
		{"percent", "ABC 5% DEF", "FED 5% CBA", true},
		{"brackets", "ABC (DEF) ghi", "ghi (FED) CBA", true},
		{"brackets round English", "ABC (def) GHI", "IHG (def) CBA", true},
		{"brackets in English", "abc (DEF) ghi", "abc (FED) ghi", false},
		{"symbol of a document", "ABC lhu/2031/7 DEF", "FED lhu/2031/7 CBA", true},
		{"full stop at the end", "ABC def.", ".def CBA", true},
	}
	for _, c := range cases {
		if got := shownOrder(c.text, c.rtl); got != c.want {
			t.Errorf("%s: %q is shown %q, want %q", c.name, c.text, got, c.want)
		}
	}
}

func TestArabicDigitsStandAsArabicNumbers(t *testing.T) {
	lv := BidiLevels([]rune("ع 12"), false)
	if lv[2] != 2 || lv[3] != 2 {
		t.Errorf("digits after an Arabic letter have levels %v, want 2", lv)
	}
}
