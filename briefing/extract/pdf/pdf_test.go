package pdf

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
)

// text is a line of a page: at a place, in a size.
type text struct {
	x, y, size float64
	font       string // "F1" upright, "F2" bold
	words      string
}

// page writes a page's content.
func page(texts ...text) string {
	var b strings.Builder
	for _, t := range texts {
		font := t.font
		if font == "" {
			font = "F1"
		}
		fmt.Fprintf(&b, "BT /%s %g Tf %g %g Td (%s) Tj ET\n", font, t.size, t.x, t.y, strings.NewReplacer("(", `\(`, ")", `\)`).Replace(t.words))
	}
	return b.String()
}

// build writes a PDF of pages that carries no structure.
func build(pages ...string) []byte {
	var out strings.Builder
	var at []int
	object := func(body string) {
		at = append(at, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", len(at), body)
	}
	out.WriteString("%PDF-1.4\n")
	object("<</Type/Catalog/Pages 2 0 R>>")
	var kids strings.Builder
	for i := range pages {
		fmt.Fprintf(&kids, "%d 0 R ", 5+2*i)
	}
	object(fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", kids.String(), len(pages)))
	object("<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>")
	object("<</Type/Font/Subtype/Type1/BaseFont/Times-Bold>>")
	for i, content := range pages {
		object(fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>/Contents %d 0 R>>", 6+2*i))
		object(fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(content), content))
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, offset := range at {
		fmt.Fprintf(&out, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&out, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return []byte(out.String())
}

// outline writes passages as "hint label| text", those of a page end apart.
func outline(m *manuscript.Manuscript) []string {
	names := map[manuscript.Hint]string{
		manuscript.HintNone: "", manuscript.HintHeading: "heading ", manuscript.HintBullet: "bullet ", manuscript.HintNote: "note ",
		manuscript.HintFurniture: "furniture ", manuscript.HintTable: "table ", manuscript.HintQuote: "quote ", manuscript.HintTitle: "title ",
	}
	var out []string
	for _, p := range m.Passages {
		label := p.Label
		if label != "" {
			label += " "
		}
		out = append(out, fmt.Sprintf("%s%s%s", names[p.Hint], label, strings.ReplaceAll(p.Text, "\t", "¦")))
	}
	return out
}

func check(t *testing.T, data []byte, want ...string) *manuscript.Manuscript {
	t.Helper()
	m, err := Read(t.Context(), data, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(outline(m), "\n"); got != strings.Join(want, "\n") {
		t.Errorf("got:\n%s\nwant:\n%s", got, strings.Join(want, "\n"))
	}
	return m
}

const (
	line1 = "The harbour of the town is full of boats that nobody has used for many years, and the"
	line2 = "Secretariat has been asked by the members of the Council to say what ought to be done in"
)

func TestParagraphsByPlace(t *testing.T) {
	check(
		t, build(page(
			text{72, 600, 12, "F2", "Background"},
			text{72, 570, 11, "", "1."}, text{108, 570, 11, "", line1},
			text{72, 557, 11, "", line2},
			text{72, 544, 11, "", "this matter."},
			text{108, 520, 11, "", "(a)"}, text{130, 520, 11, "", "to build a wall;"},
			text{72, 500, 11, "", "2."}, text{108, 500, 11, "", "It did."},
		)),
		"Background",
		"1.¦"+line1+" "+line2+" this matter.",
		"(a)¦to build a wall;",
		"2.¦It did.",
	)
}

func TestPagesAreJoined(t *testing.T) {
	foot := func(n string) []text {
		return []text{{72, 750, 9, "", "HB/2031/4"}, {300, 40, 9, "", n}}
	}
	one := append(foot("1"), text{72, 120, 11, "", "1. " + line1}, text{72, 107, 11, "", line2})
	two := append(foot("2"), text{72, 700, 11, "", "Geneva and elsewhere."}, text{72, 660, 11, "", "2. It did."})
	check(
		t, build(page(one...), page(two...)),
		"HB/2031/4",
		"1. "+line1+" "+line2+" Geneva and elsewhere.",
		"furniture 1",
		"furniture HB/2031/4",
		"2. It did.",
		"furniture 2",
	)
}

func TestNotesByMark(t *testing.T) {
	m := check(
		t, build(page(
			text{72, 600, 11, "", "1. The harbour is full."}, text{168, 604, 7, "", "7"},
			text{72, 100, 7, "", "7"}, text{78, 96, 9, "", "Since 1931."},
		)),
		"1. The harbour is full.7",
		"note 7 Since 1931.",
	)
	if runs := m.Passages[0].Runs; len(runs) != 1 || !runs[0].Has(briefing.Superscript) {
		t.Errorf("the mark is not raised: %+v", runs)
	}
}

func TestColumns(t *testing.T) {
	var texts []text
	for i, w := range []string{"The left column comes first and its", "lines go on below one another until", "they end. The left column has to be", "read to its very end before the other", "one begins."} {
		texts = append(texts, text{72, 400 - 13*float64(i), 11, "", w})
	}
	for i, w := range []string{"The right column comes behind it and", "its lines go on as well, one by one,", "until they end. Nobody would read it", "across the gutter, and no program", "should."} {
		texts = append(texts, text{320, 400 - 13*float64(i), 11, "", w})
	}
	m, err := Read(t.Context(), build(page(texts...)), nil)
	if err != nil {
		t.Fatal(err)
	}
	got := outline(m)
	if len(got) != 2 || !strings.HasPrefix(got[0], "The left") || !strings.HasSuffix(got[0], "begins.") || !strings.HasPrefix(got[1], "The right") {
		t.Errorf("got %q", got)
	}
}

func TestHyphens(t *testing.T) {
	check(
		t, build(page(
			text{72, 600, 11, "", "The harbour is a long-standing matter, and we know that it is a mat-"},
			text{72, 587, 11, "", "ter of the Council, which is a standing body of long-"},
			text{72, 574, 11, "", "standing."},
		)),
		"The harbour is a long-standing matter, and we know that it is a matter of the Council, which is a standing body of long-standing.",
	)
}

// TestYearInBrackets: a line that begins with the end of what stands in brackets
// begins no paragraph.
func TestYearInBrackets(t *testing.T) {
	check(
		t, build(page(
			text{72, 600, 11, "", "1. The port of the town has joined the covenant of all of the outer harbours (15 September"},
			text{72, 587, 11, "", "1978); the protocol of the inner ones and of the many islands (14 February 1995); and the pledge"},
			text{72, 574, 11, "", "of the lights."},
		)),
		"1. The port of the town has joined the covenant of all of the outer harbours (15 September 1978); the protocol of the inner ones and of the many islands (14 February 1995); and the pledge of the lights.",
	)
}

func TestWhatCannotBeRead(t *testing.T) {
	for what, data := range map[string][]byte{
		"a torn":    build(page(text{72, 600, 11, "", "x"}))[:60],
		"no PDF":    []byte("%PDF-1.7\nnothing"),
		"bare head": []byte("%PDF-"),
	} {
		if _, err := Read(t.Context(), data, nil); !errors.Is(err, briefing.ErrUnreadable) {
			t.Errorf("%s: got %v, want %v", what, err, briefing.ErrUnreadable)
		}
	}
}

// TestDamagedCache: code that cannot be used is compiled anew.
func TestDamagedCache(t *testing.T) {
	folder := t.TempDir()
	t.Setenv(CacheVariable, folder)
	if got := CacheFolder(); got != folder {
		t.Fatalf("the folder is %q, want %q", got, folder)
	}
	if err := os.WriteFile(filepath.Join(folder, "pdfium"), []byte("no folder"), 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := startEngine()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Close(); err != nil {
		t.Error(err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(build(page(text{72, 600, 11, "", "1. One"}), page(text{72, 600, 11, "F2", "Two"})))
	f.Add([]byte("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<14 {
			return
		}
		m, err := Read(t.Context(), data, nil)
		if _, known := errors.AsType[*briefing.Problem](err); err != nil && !known {
			t.Fatal(err)
		}
		if err == nil && len(m.Passages) == 0 {
			t.Error("neither text nor a problem")
		}
	})
}

// FuzzPages puts signs anywhere on pages and under any structure, as hostile
// files do; the engine that reads files is left out.
func FuzzPages(f *testing.F) {
	f.Add([]byte("\x00A\x10\x10\x0b1\x20\x10\x0b.\x21\x10\x0b\x01z\x80\xf0\x05\xff\xff\xff\xff"), "P1 H12 L3 Note4")
	f.Add([]byte("aaaaaaaabbbbbbbbccccccccdddddddd"), "Table1 TR2 TD3 LBody1 Lbl2 Span3")
	f.Fuzz(func(t *testing.T, data []byte, structure string) {
		if len(data) > 1<<12 || len(structure) > 1<<10 {
			return
		}
		fonts := []*font{{size: 10}, {size: 7}, {size: 12, bold: true}, {size: 0}}
		sheets := []*sheet{{number: 1, width: 612, height: 792}, {number: 2, width: 612, height: 792}}
		for i := 0; i+3 < len(data); i += 4 {
			s := sheets[int(data[i]>>7)]
			x, y := float64(data[i+2])*2.4, float64(data[i+3])*3
			signs := []rune("1.a(A)*\u0002م•;")
			s.glyphs = append(s.glyphs, glyph{
				r: signs[int(data[i+1])%len(signs)], x: x, y: y, left: x, right: x + 5,
				font: fonts[int(data[i])%len(fonts)], tag: int(data[i]&7) - 1, at: len(s.glyphs), spaced: data[i]&32 != 0,
			})
		}
		at := &element{kind: "Document"}
		root := at
		for word := range strings.FieldsSeq(structure) {
			e := &element{kind: strings.TrimRight(word, "0123456789"), spans: len(word)%2 == 0, kids: []*element{{tag: int(word[len(word)-1] & 7)}}}
			at.kids = append(at.kids, e)
			if len(word)%3 == 0 {
				at = e
			}
		}
		sheets[0].elements, sheets[1].elements = []*element{root}, []*element{root}
		for _, p := range newReader(sheets).passages() {
			for _, run := range p.Runs {
				if run.Start < 0 || run.End > len(p.Text) || run.Start >= run.End {
					t.Fatalf("run %+v in %q", run, p.Text)
				}
			}
		}
	})
}

// Each block says which band of its page it takes, so that a person can be
// shown where it stands.
func TestPlacesOnThePage(t *testing.T) {
	m, err := Read(t.Context(), build(page(
		text{72, 700, 12, "F2", "Background"},
		text{72, 400, 11, "", line1},
		text{72, 387, 11, "", line2},
		text{72, 374, 11, "", "this matter."},
	)), nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, baselines := range [][2]float64{{700, 700}, {400, 374}} {
		p := m.Passages[i].Place
		if p == nil {
			t.Fatalf("passage %d has no place", i)
		}
		top, foot := 792*(1-p.Top), 792*(1-p.Foot)
		if top < baselines[0]+8 || top > baselines[0]+14 || foot > baselines[1] || foot < baselines[1]-6 {
			t.Errorf("passage %d reaches from %.0f to %.0f pt, its baselines are %v", i, top, foot, baselines)
		}
	}
}
