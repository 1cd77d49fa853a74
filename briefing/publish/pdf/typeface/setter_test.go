package typeface

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/go-text/typesetting/font/opentype"

	"placard/assets"
)

// chain opens bundled fonts.
func chain(tb testing.TB, names ...string) Chain {
	tb.Helper()
	var out Chain
	for _, name := range names {
		data, err := fs.ReadFile(assets.Fonts(), name+".ttf")
		if err != nil {
			tb.Fatal(err)
		}
		f, err := Read(name, data)
		if err != nil {
			tb.Fatal(err)
		}
		out = append(out, f.Face())
	}
	return out
}

func bundled(tb testing.TB) Chain {
	tb.Helper()
	return chain(tb, "NotoSerif-Regular", "NotoNaskhArabic-Regular", "NotoSerifHebrew-Regular")
}

// leftToRight is a line's runs as they stand on the page.
func leftToRight(l Line) string {
	runs := slices.Clone(l.Runs)
	slices.SortFunc(runs, func(a, b Run) int { return int(a.X - b.X) })
	var out []string
	for _, r := range runs {
		if text := strings.TrimSpace(r.Text); text != "" {
			out = append(out, text)
		}
	}
	return strings.Join(out, "|")
}

func TestRunsStandWhereTheyAreRead(t *testing.T) {
	faces := bundled(t)
	for _, c := range []struct {
		name, text, want string
		rtl              bool
	}{
		{"English", "plain words", "plain words", false},
		{"number in Hebrew in English", "the שלום 12 עולם end", "the|עולם|12|שלום|end", false},
		{"symbol in Arabic", "وفقا CWO/W/4 هذا", "هذا|CWO/W/4|وفقا", true},
	} {
		var s Setter
		lines := s.Set([]Span{{Text: c.text, Chain: faces, Size: 10, Language: "en"}}, 400, c.rtl)
		if len(lines) != 1 {
			t.Fatalf("%s: %d lines", c.name, len(lines))
		}
		if got := leftToRight(lines[0]); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// Lines keep to their width, lose no word, and end where the text says.
func TestLinesKeepToTheirWidth(t *testing.T) {
	faces := bundled(t)
	text := strings.Repeat("some words of very different lengths, unverhältnismäßigkeiten among them; ", 20) + "\nlast"
	for _, width := range []float64{60, 117.3, 300} {
		var s Setter
		var all []string
		lines := s.Set([]Span{{Text: text, Chain: faces, Size: 10.2, Language: "en"}}, width, false)
		for _, l := range lines {
			if l.Width > width+0.01 {
				t.Errorf("at %v: a line of %.2f", width, l.Width)
			}
			for _, r := range l.Runs {
				all = append(all, strings.Fields(r.Text)...)
			}
		}
		if got := strings.Join(all, ""); got != strings.Join(strings.Fields(text), "") {
			t.Errorf("at %v the text came out as %.80q", width, got)
		}
		if last := lines[len(lines)-1]; len(last.Runs) != 1 || last.Runs[0].Text != "last" {
			t.Errorf("at %v the line end is lost", width)
		}
	}
}

// A letter is as wide at 10.2 points as the font says: sizes are not rounded.
func TestAdvancesAreExact(t *testing.T) {
	faces := bundled(t)
	var s Setter
	for _, size := range []float64{7.6, 10.2, 11.4, 27} {
		l := s.Set([]Span{{Text: "nnnnnnnnnn", Chain: faces, Size: size, Language: "en"}}, 1000, false)[0]
		g := l.Runs[0].Glyphs[0]
		if d := l.Width - 10*g.Natural; d > 0.02 || d < -0.02 {
			t.Errorf("at %v: ten letters are %.3f wide, want %.3f", size, l.Width, 10*g.Natural)
		}
	}
}

// One glyph that stands for two texts has two numbers, each with its own.
func TestEveryNumberSaysItsText(t *testing.T) {
	faces := bundled(t)
	var s Setter
	s.Set([]Span{{Text: "a b\u00a0c", Chain: faces, Size: 10, Language: "en"}}, 400, false)
	texts := faces[0].Texts()
	for _, want := range []string{"a", " ", "\u00a0", "b"} {
		if !slices.Contains(texts, want) {
			t.Errorf("no number says %q: %q", want, texts)
		}
	}
	if faces[1].Used() {
		t.Error("the Arabic face was taken from without an Arabic letter")
	}
}

// A charstring's pen never drifts: curves are rounded from where it stands.
func TestCharstringsEndWhereTheyShould(t *testing.T) {
	c := &charstring{}
	c.segment(opentype.Segment{Op: opentype.SegmentOpMoveTo})
	for i := range 40 {
		x := float32(i) + 0.4
		c.segment(opentype.Segment{Op: opentype.SegmentOpQuadTo, Args: [3]opentype.SegmentPoint{{X: x, Y: 3}, {X: x + 0.6, Y: 0}}})
	}
	c.flush()
	if c.x != 40 || c.y != 0 {
		t.Errorf("the pen is at %d, %d; want 40, 0", c.x, c.y)
	}
	for _, n := range []int{0, 107, -107, 108, 1131, -108, -1131, 1132, -32768, 32767} {
		if got := decoded(appendNumber(nil, n)); got != n {
			t.Errorf("%d is written as %d", n, got)
		}
	}
}

// decoded reads a number as interpreters of charstrings do.
func decoded(b []byte) int {
	switch v := int(b[0]); {
	case v == 28:
		return int(int16(uint16(b[1])<<8 | uint16(b[2])))
	case v >= 251:
		return -(v-251)*256 - int(b[1]) - 108
	case v >= 247:
		return (v-247)*256 + int(b[1]) + 108
	default:
		return v - 139
	}
}

// Files that are no fonts are errors.
func TestWhatIsNoFont(t *testing.T) {
	for _, data := range [][]byte{nil, []byte("no font"), make([]byte, 4096)} {
		if _, err := Read("x", data); err == nil {
			t.Errorf("%d bytes were read as a font", len(data))
		}
		if _, err := ReadCollection("x", data, "SC"); err == nil {
			t.Errorf("%d bytes were read as a collection", len(data))
		}
	}
}
