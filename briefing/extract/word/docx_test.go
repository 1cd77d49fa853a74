package word_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"placard/briefing"
	"placard/briefing/extract"
	"placard/briefing/extract/extracttest"
	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/word"
)

// pack packs parts into a Word document. The body is wrapped into its part.
func pack(tb testing.TB, body string, parts map[string]string) []byte {
	tb.Helper()
	all := map[string]string{
		"_rels/.rels":       `<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml": `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>` + body + `</w:body></w:document>`,
	}
	maps.Copy(all, parts)
	names := make([]string, 0, len(all))
	for name := range all {
		names = append(names, name)
	}
	slices.Sort(names)
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range names {
		w, err := z.Create(name)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := w.Write([]byte(all[name])); err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

// para is a paragraph of a list; list 0 is none.
func para(list, level int, text string) string {
	num := ""
	if list > 0 {
		num = fmt.Sprintf(`<w:pPr><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr></w:pPr>`, level, list)
	}
	return "<w:p>" + num + "<w:r><w:t>" + text + "</w:t></w:r></w:p>"
}

const testNumbering = `<w:numbering>
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%3)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="2"/></w:num>
</w:numbering>`

// labels gives the labels of a document's passages.
func labels(tb testing.TB, body string) []string {
	tb.Helper()
	m, err := word.ReadDOCX(context.Background(), pack(tb, body, map[string]string{"word/numbering.xml": testNumbering}), nil)
	if err != nil {
		tb.Fatal(err)
	}
	var out []string
	for _, p := range m.Passages {
		label := p.Label
		if p.Hint == manuscript.HintBullet {
			label = "•"
		}
		out = append(out, label)
	}
	return out
}

func TestDOCXNumbers(t *testing.T) {
	tests := []struct {
		what, body string
		want       []string
	}{
		{"levels", para(1, 0, "a") + para(1, 1, "b") + para(1, 2, "c") + para(1, 1, "d") + para(1, 0, "e") + para(1, 1, "f"), []string{"1.", "(a)", "(i)", "(b)", "2.", "(a)"}},
		{"a bullet between", para(1, 0, "a") + para(2, 0, "b") + para(1, 0, "c"), []string{"1.", "•", "2."}},
		{"two lists, one counter", para(1, 0, "a") + para(3, 0, "b"), []string{"1.", "2."}},
		{"a start of its own", para(1, 0, "a") + para(4, 0, "b") + para(4, 0, "c"), []string{"1.", "7.", "8."}},
		{"the start lapses below", para(1, 0, "a") + para(4, 1, "b") + para(4, 0, "c"), []string{"1.", "(a)", "2."}},
		{"a missing start is 0", para(5, 0, "a") + para(5, 0, "b"), []string{"0)", "1)"}},
		{"an empty paragraph counts nothing", para(1, 0, "a") + para(1, 0, "") + para(1, 0, "c"), []string{"1.", "2."}},
		{"a list that is not there", para(9, 0, "a"), []string{""}},
	}
	for _, tt := range tests {
		if got := labels(t, tt.body); !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.what, got, tt.want)
		}
	}
}

func TestDOCXText(t *testing.T) {
	run := func(props, text string) string {
		return "<w:r><w:rPr>" + props + "</w:rPr><w:t>" + text + "</w:t></w:r>"
	}
	tests := []struct {
		what, body, want string
		left             string // code of what was counted
	}{
		{"an insertion is accepted", "<w:p><w:ins>" + run("", "new ") + "</w:ins>" + run("", "text") + "</w:p>", "new text", "tracked_changes"},
		{"a deletion is gone", "<w:p><w:del><w:r><w:delText>old </w:delText></w:r></w:del>" + run("", "text") + "</w:p>", "text", "tracked_changes"},
		{"a deleted paragraph end joins", `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>` + run("", "one ") + "</w:p><w:p>" + run("", "two") + "</w:p>", "one two", "tracked_changes"},
		{"a row taken out is gone", "<w:p>" + run("", "The fees are old and nobody pays them.") + "</w:p><w:tbl><w:tr><w:tc><w:p>" + run("", "Year") + "</w:p></w:tc><w:tc><w:p>" + run("", "Fee") + "</w:p></w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>" + run("", "2030") + "</w:p></w:tc><w:tc><w:p>" + run("", "10") + "</w:p></w:tc></w:tr></w:tbl>", "The fees are old and nobody pays them.¶Year¶Fee", "tracked_changes"},
		{"the signs below their sounds", "<w:p><w:r><w:ruby><w:rt><w:r><w:t>gǎng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>港</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>", "港", ""},
		{"text inside an element of direction stays", `<w:p><w:dir w:val="rtl">` + run("", "from the ") + `<w:bdo w:val="ltr">` + run("", "right") + "</w:bdo></w:dir></w:p>", "from the right", ""},
		{"hidden text is left out", "<w:p>" + run("<w:vanish/>", "secret ") + run("", "open") + "</w:p>", "open", "hidden_text"},
		{"looks", "<w:p>" + run("<w:b/>", "bold") + run(`<w:b w:val="0"/>`, " not ") + run("<w:i/>", "slant") + "</w:p>", "[b|bold] not [i|slant]", ""},
		{"one copy of a text box", "<w:p>" + run("", "Host.") + "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p>" + run("", "Box.") + "</w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p>" + run("", "Box.") + "</w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>", "Host.¶Box.", ""},
		{"a field shows its result", `<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK "https://x.example/"</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>` + run("", "here") + `<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`, "[→https://x.example/|here]", ""},
		{"breaks are blanks", "<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:noBreakHyphen/><w:t>three</w:t></w:r></w:p>", "one two-three", ""},
		{"signs of direction go", "<w:p>" + run("", "\u202bab\u202c c") + "</w:p>", "ab c", ""},
		{"content controls are open", "<w:sdt><w:sdtContent><w:p>" + run("", "held") + "</w:p></w:sdtContent></w:sdt>", "held", ""},
	}
	for _, tt := range tests {
		m, err := word.ReadDOCX(t.Context(), pack(t, tt.body, nil), nil)
		if err != nil {
			t.Errorf("%s: %v", tt.what, err)
			continue
		}
		var got []string
		for _, p := range m.Passages {
			got = append(got, extracttest.Marked(briefing.Block{Text: p.Text, Runs: p.Runs}))
		}
		if strings.Join(got, "¶") != tt.want {
			t.Errorf("%s: got %q, want %q", tt.what, got, tt.want)
		}
		if tt.left != "" && m.Left[tt.left] == 0 {
			t.Errorf("%s: not counted in %v", tt.what, m.Left)
		}
	}
}

// TestDOCXNote reads a whole note: masthead in the first page's head, styles
// of the house, automatic numbers, a footnote, a table of data.
func TestDOCXNote(t *testing.T) {
	styled := func(style, text string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
	}
	cell := func(text string) string { return "<w:tc><w:p><w:r><w:t>" + text + "</w:t></w:r></w:p></w:tc>" }
	body := styled("T", "Harbour fees") + styled("H", "Background") +
		`<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>The fees are old.</w:t><w:footnoteReference w:id="2"/></w:r></w:p>` +
		para(1, 1, "They are low;") +
		"<w:tbl><w:tr>" + cell("Year") + cell("Fee") + "</w:tr><w:tr>" + cell("2030") + cell("10") + "</w:tr></w:tbl>" +
		para(1, 0, "The Council is invited to raise them, as paragraph 1 says.") +
		`<w:sectPr><w:headerReference w:type="first" r:id="h1"/><w:headerReference w:type="default" r:id="h2"/></w:sectPr>`
	data := pack(t, body, map[string]string{
		"word/numbering.xml":           testNumbering,
		"word/styles.xml":              `<w:styles><w:style w:styleId="T"><w:name w:val="_ Title_H_CH"/></w:style><w:style w:styleId="H"><w:name w:val="_ H_1"/><w:rPr><w:b/></w:rPr></w:style></w:styles>`,
		"word/footnotes.xml":           `<w:footnotes><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t> Since 1931.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
		"word/_rels/document.xml.rels": `<Relationships><Relationship Id="h1" Target="header1.xml"/><Relationship Id="h2" Target="header2.xml"/></Relationships>`,
		"word/header1.xml":             "<w:hdr><w:tbl><w:tr>" + cell("United Nations") + cell("HB/2031/4") + "</w:tr><w:tr>" + cell("Original: French") + cell("3 March 2031") + "</w:tr></w:tbl></w:hdr>",
		"word/header2.xml":             "<w:hdr><w:p><w:r><w:t>HB/2031/4</w:t></w:r></w:p></w:hdr>",
	})
	r, asks := extracttest.Recognize(t, extract.New(), "note.docx", data)
	extracttest.Sound(t, r, asks)
	want := `symbol "HB/2031/4" title "Harbour fees"
body "" session "" date 2031-03-03 meeting  in en from fr
masthead: United Nations
masthead: HB/2031/4
masthead: Original: French
masthead: 3 March 2031
masthead: Harbour fees
heading+++: [b|Background]
paragraph 1 ← heading+++: The fees are old.[¹b8|1]
footnote 1: Since 1931.
subparagraph a ← paragraph 1: They are low;
table ← paragraph 1: Year Fee 2030 10
paragraph 2 ← heading+++: The Council is invited to raise them, as [→b7|paragraph 1] says.
ask 2 invite strong "Council is invited to"
`
	if got := extracttest.Outline(r, asks); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

func TestDOCXHostile(t *testing.T) {
	deep := strings.Repeat("<w:sdt>", 300) + strings.Repeat("</w:sdt>", 300)
	many := pack(t, strings.Repeat("<w:p><w:r><w:t>x</w:t></w:r></w:p>", 200_001), nil)
	for what, c := range map[string]struct {
		data []byte
		want error
	}{
		"too deep":            {pack(t, deep, nil), briefing.ErrTooLarge},
		"too many paragraphs": {many, briefing.ErrTooLarge},
		"a document type":     {pack(t, "", map[string]string{"word/document.xml": `<!DOCTYPE x [<!ENTITY a "b">]><w:document><w:body/></w:document>`}), briefing.ErrUnreadable},
		"torn XML":            {pack(t, "<w:p><w:r>", nil), briefing.ErrUnreadable},
		"a torn archive":      {pack(t, para(0, 0, "x"), nil)[:90], briefing.ErrUnreadable},
		"no text":             {pack(t, "<w:p/>", nil), briefing.ErrEmptyFile},
		"a password":          {[]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 40) + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"), briefing.ErrEncrypted},
	} {
		data := c.data
		if what == "a torn archive" {
			data = append(data, "word/"...)
		}
		if _, err := extract.New().Extract(t.Context(), briefing.Original{Name: "x.docx", Data: data}, nil); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", what, err, c.want)
		}
	}
}

// TestCorpusDOCX reads the real Word documents beside the project, without
// looking at more than that their structure is sound.
func TestCorpusDOCX(t *testing.T) {
	paths, err := filepath.Glob("../../../../shared/corpus/dev/*.docx")
	if err != nil || len(paths) == 0 {
		t.Skip("the corpus is not beside the project")
	}
	for _, path := range paths[:min(len(paths), 3)] {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		r, asks := extracttest.Recognize(t, extract.New(), filepath.Base(path), data)
		extracttest.Sound(t, r, asks)
	}
}

func FuzzDOCX(f *testing.F) {
	f.Add(para(1, 0, "one")+para(2, 0, "two")+`<w:sectPr><w:headerReference w:type="first" r:id="h1"/></w:sectPr>`, testNumbering)
	f.Add(`<w:tbl><w:tr><w:tc>`+para(0, 0, "cell")+`</w:tc></w:tr></w:tbl><w:p><w:ins><w:r><w:footnoteReference w:id="1"/></w:r></w:ins></w:p>`, "<w:numbering/>")
	f.Fuzz(func(t *testing.T, body, numbering string) {
		if len(body) > 1<<13 || len(numbering) > 1<<12 {
			return
		}
		data := pack(t, body, map[string]string{
			"word/numbering.xml": numbering,
			"word/footnotes.xml": `<w:footnotes><w:footnote w:id="1"><w:p><w:r><w:t>* Note.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
		})
		r, err := extract.New().Extract(context.Background(), briefing.Original{Name: "x.docx", Data: data}, nil)
		if _, known := errors.AsType[*briefing.Problem](err); known {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		extracttest.Sound(t, r, briefing.FindAsks(&r.Note, r.Blocks, briefing.DefaultTriggers()))
	})
}
