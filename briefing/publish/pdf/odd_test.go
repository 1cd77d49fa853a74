package pdf

import (
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"

	"placard/briefing"
	"placard/briefing/publish/pdf/tagged"
)

func newRoot() *tagged.Element { return tagged.New(tagged.Info{}).Root() }

func oddPapers() map[string]*briefing.Paper {
	cells := [][]briefing.PaperCell{{{}, {}}, {{}, {}, {}}}
	return map[string]*briefing.Paper{
		"empty":                {},
		"table without rows":   small(briefing.PaperBlock{Kind: briefing.PaperTable}),
		"table without widths": small(briefing.PaperBlock{Kind: briefing.PaperTable, Table: &briefing.PaperTableBody{Rows: cells}}),
		"only a head":          small(briefing.PaperBlock{Kind: briefing.PaperTable, Table: &briefing.PaperTableBody{Head: 5, Rows: cells}}),
		"empty row":            small(briefing.PaperBlock{Kind: briefing.PaperTable, Table: &briefing.PaperTableBody{Rows: [][]briefing.PaperCell{{}}}}),
		"level out of range":   small(briefing.PaperBlock{Kind: briefing.PaperHeading, Level: 9}, briefing.PaperBlock{Kind: briefing.PaperBullet, Level: 99}),
		"anchors twice":        small(briefing.PaperBlock{Kind: briefing.PaperText, Anchor: "x"}, briefing.PaperBlock{Kind: briefing.PaperText, Anchor: "x"}),
		"contents of nothing":  small(briefing.PaperBlock{Kind: briefing.PaperContents}),
		"one long word":        small(words(strings.Repeat("x", 4000))),
		"a box of many pages":  small(briefing.PaperBlock{Kind: briefing.PaperBox, Title: "Box", Runs: []briefing.PaperRun{{Text: strings.Repeat("line\n", 300)}}}),
		"all together":         small(keepAll(300)...),
	}
}

func keepAll(n int) []briefing.PaperBlock {
	var out []briefing.PaperBlock
	for range n {
		b := words("line")
		b.Together = true
		out = append(out, b)
	}
	return out
}

// An odd paper is laid out as far as it makes sense, without a panic.
func TestOddPapers(t *testing.T) {
	for name, p := range oddPapers() {
		t.Run(name, func(t *testing.T) { valid(t, published(t, p)) })
	}
}

// Text that would end a string, a stream or a name ends nothing.
func TestHostileTextStaysText(t *testing.T) {
	p := small(words("a) Tj endstream endobj (\\ \x00\x07 \xff <</S/JavaScript>> z"))
	p.Mark, p.Title, p.Author = ")>>\x01", "T(\\", "A\x00)"
	b := briefing.PaperBlock{Kind: briefing.PaperText, Anchor: ")\\", Lang: "x)/Foo(", Runs: []briefing.PaperRun{
		{Text: "script", Link: "javascript:alert(1)"}, {Text: "web", Link: "https://example.org/a)b\\c"}, {Text: "in", Link: "#)\\"},
	}}
	p.Blocks = append(p.Blocks, b)
	file := published(t, p)
	valid(t, file)
	if text := pagesOf(t, file)[0]; !strings.Contains(text, "a) Tj endstream endobj (\\") || !strings.Contains(text, "<</S/JavaScript>> z") {
		t.Errorf("text: %s", text)
	}
	if strings.Contains(plain(t, file), "alert(1)") {
		t.Error("a link runs a script")
	}
}

// valid checks a file with two programs of others.
func valid(tb testing.TB, file []byte) {
	tb.Helper()
	path := saved(tb, file)
	if out := tool(tb, "qpdf", "--check", path); strings.Contains(out, "WARNING") {
		tb.Errorf("qpdf: %s", out)
	}
	api.DisableConfigDir()
	if err := api.ValidateFile(path, nil); err != nil {
		tb.Errorf("pdfcpu: %v", err)
	}
}

// Whatever people type comes out as a file that others read.
func FuzzPublish(f *testing.F) {
	f.Add("plain", "#a", "note", true)
	f.Add("\x00\ud7ff<&>\n\t\u202e", "https://example.org/\x7f", "\xff", false)
	f.Add("عربي 12 (a)", "#", "✓ ■", true)
	f.Add("שלום ABC 5% \u0301\u200d", "mailto:x", "中文", false)
	u := publisher()
	f.Fuzz(func(t *testing.T, said, link, note string, rtl bool) {
		b := briefing.PaperBlock{
			Kind: briefing.PaperBullet, Level: len(said) % 7, Anchor: link, Title: note, RTL: rtl, Lang: "ar",
			Runs: []briefing.PaperRun{{Text: said, Link: link, Note: note, Style: briefing.Style(len(note))}},
		}
		p := small(b, briefing.PaperBlock{Kind: briefing.PaperBox, Title: said}, briefing.PaperBlock{Kind: briefing.PaperContents}, title(1, said))
		p.Mark, p.Demo, p.Copy = said, note, link
		var out strings.Builder
		if err := u.Publish(t.Context(), &out, p, nil); err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(out.String(), "%PDF-1.7\n") || !strings.HasSuffix(out.String(), "%%EOF\n") {
			t.Error("no whole file")
		}
	})
}
