package pdf

import "testing"

// TestSpoken: Arabic as it stands on the page, from left to right, comes out as
// it is read; numbers and foreign words keep their own order.
func TestSpoken(t *testing.T) {
	f := &font{size: 10}
	for _, tt := range []struct{ shown, want string }{
		{"ملس", "سلم"},
		{"ةنس 2025 يف", "في 2025 سنة"},
		{"A/79/876 ةقيثو", "وثيقة A/79/876"},
		{"ءاضعأ 15 و 3,5", "3,5 و 15 أعضاء"},
	} {
		var glyphs []glyph
		x := 0.0
		for _, r := range tt.shown {
			if r != ' ' {
				glyphs = append(glyphs, glyph{r: r, x: x, left: x, right: x + 5, font: f})
			}
			x += 5
		}
		if !leftward(glyphs) {
			t.Errorf("%q is not known to run to the left", tt.shown)
		}
		got := ""
		for _, g := range spoken(glyphs) {
			got += string(g.r)
		}
		if got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.shown, got, tt.want)
		}
	}
}
