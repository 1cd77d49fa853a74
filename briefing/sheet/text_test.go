package sheet_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"placard/briefing"
)

// Whatever people typed goes out and comes back, with plain line ends and
// without blanks at its ends, and makes no formula.
func FuzzTextRoundTrip(f *testing.F) {
	for _, s := range []string{
		"=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "_x0041_", "_x005F_x0041_", "a\x0bb\x00c", "a\r\nb\rc", "\tindented",
		"مرحبا بالعالم", "👩‍👩‍👧 🇺🇳", "\ufdd0000B", "\ufffe\uffff", "a  b", "<b>&amp;</b>", "]]>", "' quoted", "a\xffb", "_x000D_", "1e5", "2026-11-24", "  x  ",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 4000 {
			t.Skip("length has a test of its own")
		}
		d := waterways(t)
		d.Positions[0].SetText(briefing.FieldLine, s)
		r := buildReview(t, d, "en", ticked())
		book := open(t, writeReview(t, r))
		want := strings.TrimSpace(briefing.PlainLines(s))
		if !utf8.ValidString(want) {
			want = strings.ToValidUTF8(replaceEach(want), "\ufffd")
		}
		cell := column(t, book, "Review", 1, "Proposed position") + "2"
		if got := value(t, book, "Review", cell); got != want {
			t.Errorf("sent %q, came back %q", want, got)
		}
		if formula, err := book.GetCellFormula("Review", cell); err != nil || formula != "" {
			t.Errorf("%q became the formula %q, %v", s, formula, err)
		}
	})
}

// replaceEach turns every wrong byte into a replacement character of its own,
// as ranging over the string does.
func replaceEach(s string) string {
	var b strings.Builder
	for _, r := range s {
		b.WriteRune(r)
	}
	return b.String()
}
