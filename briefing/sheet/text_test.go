package sheet_test

import (
	"fmt"
	"math/rand/v2"
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

// scraps are what texts that break workbooks are made of.
var scraps = []string{
	"=", "+", "-", "@", "'", "\"", "<", "&", "]]>", "_", "_x", "x0041_", "_x005F_", "_x000D_", "_xFDD0_", "\x00", "\x0b", "\x1f", "\x7f", "\u0085",
	"\t", "\n", "\r", "\r\n", " ", "  ", "\u00a0", "\u200f", "\ufdd0", "\ufffe", "\uffff", "\ufdd0000B", "0", "1e5", "TRUE", "2026-11-24",
	"é", "e\u0301", "🇺🇳", "\U0010fffd", "مرحبا", "条约", "word",
}

// Five hundred texts of such scraps all come back from one workbook.
func TestRandomTextsRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	d := fleet(t, 500)
	for _, p := range d.Positions {
		var b strings.Builder
		for range 1 + r.IntN(12) {
			b.WriteString(scraps[r.IntN(len(scraps))])
		}
		p.SetText(briefing.FieldLine, b.String())
	}
	book := open(t, writeReview(t, buildReview(t, d, "en", ticked())))
	rows, err := book.GetRows("Review")
	if err != nil || len(rows) != len(d.Positions)+1 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	at := map[string]int{}
	for i, head := range rows[0] {
		at[head] = i
	}
	for i, p := range d.Positions {
		want := strings.TrimSpace(briefing.PlainLines(p.Text(briefing.FieldLine)))
		if got := rows[i+1][at["Proposed position"]]; got != want {
			t.Errorf("row %d: sent %q, came back %q", i, want, got)
		}
		if got := rows[i+1][at["Para"]]; got != fmt.Sprint(i+1) {
			t.Errorf("row %d holds paragraph %s", i, got)
		}
	}
}
