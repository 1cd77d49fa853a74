package reader

import (
	"strings"
	"testing"
)

// order is a text's letters from left to right, as the algorithm places them;
// capitals stand for Hebrew letters, as in the standard's own examples.
func order(text string, rtl bool) string {
	runes := []rune(text)
	for i, r := range runes {
		if r >= 'A' && r <= 'Z' {
			runes[i] = 'א' + r - 'A'
		}
	}
	lv := levels(runes, rtl)
	pieces := make([]piece, len(runes))
	for i := range runes {
		pieces[i].start = i
		if lv != nil {
			pieces[i].level = lv[i]
		}
	}
	visual(pieces)
	var b strings.Builder
	for _, p := range pieces {
		r := []rune(text)[p.start]
		if m, ok := mirrored[r]; ok && p.level%2 == 1 {
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
		if got := order(c.text, c.rtl); got != c.want {
			t.Errorf("%s: %q is shown %q, want %q", c.name, c.text, got, c.want)
		}
	}
}

func TestArabicDigitsStandAsArabicNumbers(t *testing.T) {
	lv := levels([]rune("ع 12"), false)
	if lv[2] != 2 || lv[3] != 2 {
		t.Errorf("digits after an Arabic letter have levels %v, want 2", lv)
	}
}

func TestRightToLeftPiecesAreInVisualOrder(t *testing.T) {
	text := "المجلس (القرار 5)، LHU/7"
	r, _ := opened(t, 600, 200, Row{ID: "b1", Text: text, RTL: true})
	var got []string
	for _, p := range r.blockAt(0).text.lines[0].pieces {
		got = append(got, strings.Trim(p.shown, rtlFence+" "))
	}
	want := "LHU/7|،|(|5|القرار|)|المجلس"
	if s := strings.Join(got, "|"); strings.ReplaceAll(strings.ReplaceAll(s, "||", "|"), "||", "|") != want {
		t.Errorf("from left to right %q, want %q", s, want)
	}
}

func FuzzLayout(f *testing.F) {
	f.Add("The Council takes note.", true, 200)
	f.Add("يحيط (القرار 5) المجلس A/7 %", true, 90)
	f.Add("大会\xff\n\n注意到\t", false, 40)
	f.Add("", true, 0)
	newApp(f)
	looks := span{face: face{size: 14}}
	set := setter{ruler: newRuler()}
	f.Fuzz(func(t *testing.T, text string, rtl bool, width int) {
		p := set.set(text, spans(text, nil, looks), float32(20+max(width, 0)%900), rtl)
		end := 0
		for i := range p.lines {
			l := &p.lines[i]
			if l.start < end || l.end < l.start || l.end > len(text) {
				t.Fatalf("line %d is %d to %d of %d after %d", i, l.start, l.end, len(text), end)
			}
			if strings.TrimSpace(text[end:l.start]) != "" {
				t.Fatalf("lost %q before line %d", text[end:l.start], i)
			}
			covered := 0
			for k := range l.pieces {
				covered += l.pieces[k].end - l.pieces[k].start
			}
			if covered != l.end-l.start {
				t.Fatalf("line %d shows %d bytes of %d", i, covered, l.end-l.start)
			}
			end = l.end
		}
		for x := float32(0); x < 200; x += 37 {
			if n := p.hit(x, x/2); n < 0 || n > len(text) {
				t.Fatalf("hit gives byte %d of %d", n, len(text))
			}
		}
	})
}
