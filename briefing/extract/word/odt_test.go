package word_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"testing"

	"placard/briefing"
	"placard/briefing/extract"
	"placard/briefing/extract/extracttest"
)

// openDocument packs a body and automatic styles into an OpenDocument text.
func openDocument(tb testing.TB, styles, body string) []byte {
	tb.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, part := range [][2]string{
		{"mimetype", "application/vnd.oasis.opendocument.text"},
		{"content.xml", `<office:document-content><office:automatic-styles>` + styles + `</office:automatic-styles><office:body><office:text>` + body + `</office:text></office:body></office:document-content>`},
	} {
		w, err := z.CreateHeader(&zip.FileHeader{Name: part[0], Method: zip.Store})
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := w.Write([]byte(part[1])); err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

const odtTestStyles = `<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="V"><style:text-properties text:display="none"/></style:style>
<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style>
<text:list-style style:name="D"><text:list-level-style-bullet text:level="2"/></text:list-style>`

func TestODTNote(t *testing.T) {
	item := func(inner string) string { return "<text:list-item>" + inner + "</text:list-item>" }
	p := func(text string) string { return "<text:p>" + text + "</text:p>" }
	cell := func(text string) string { return "<table:table-cell>" + p(text) + "</table:table-cell>" }
	body := p("HB/2031/4") + p("3 March 2031") + `<text:h text:outline-level="1">Background</text:h>` +
		`<text:list text:style-name="L">` +
		item(p(`The <text:span text:style-name="B">fees</text:span> are<text:s text:c="2"/>old.<text:note text:id="n1"><text:note-citation>1</text:note-citation><text:note-body><text:p>Since 1931.</text:p></text:note-body></text:note>`)+
			`<text:list>`+item(p("They are low;"))+`</text:list>`) +
		item(p("Boats are:")+`<text:list text:style-name="D">`+item(p("wooden"))+`</text:list>`) + `</text:list>` +
		p(`<text:span text:style-name="V">hidden</text:span>Open.`) +
		`<table:table><table:table-row>` + cell("Year") + cell("Fee") + `</table:table-row><table:table-row>` + cell("2030") + cell("10") + `</table:table-row></table:table>` +
		`<text:list text:style-name="L" text:continue-numbering="true">` + item(p("The Council is invited to raise them.")) + `</text:list>`
	r, asks := extracttest.Recognize(t, extract.New(), "note.odt", openDocument(t, odtTestStyles, body))
	extracttest.Sound(t, r, asks)
	want := `symbol "HB/2031/4" title ""
body "" session "" date 2031-03-03 meeting  in en from 
masthead: HB/2031/4
masthead: 3 March 2031
heading+: Background
paragraph 1 ← heading+: The [b|fees] are  old.[¹b5|1]
footnote 1: Since 1931.
subparagraph a ← paragraph 1: They are low;
paragraph 2 ← heading+: Boats are:
bullet ← paragraph 2: wooden
continuation ← paragraph 2: Open.
table ← paragraph 2: Year Fee 2030 10
paragraph 3 ← heading+: The Council is invited to raise them.
ask 3 invite strong "Council is invited to"
`
	if got := extracttest.Outline(r, asks); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
	if r.Left["hidden_text"] != 1 {
		t.Errorf("left out: %v", r.Left)
	}
}

func TestODTHostile(t *testing.T) {
	torn := openDocument(t, "", "<text:p>x")
	if _, err := extract.New().Extract(t.Context(), briefing.Original{Name: "x.odt", Data: torn}, nil); !errors.Is(err, briefing.ErrUnreadable) {
		t.Errorf("torn XML: got %v, want %v", err, briefing.ErrUnreadable)
	}
}

func FuzzODT(f *testing.F) {
	f.Add(odtTestStyles, `<text:list text:style-name="L"><text:list-item><text:p>a</text:p><text:list><text:list-item text:start-value="9"><text:h>b</text:h></text:list-item></text:list></text:list-item></text:list><draw:frame><draw:text-box><text:p>c</text:p></draw:text-box></draw:frame>`)
	f.Fuzz(func(t *testing.T, styles, body string) {
		if len(styles)+len(body) > 1<<13 {
			return
		}
		r, err := extract.New().Extract(context.Background(), briefing.Original{Name: "x.odt", Data: openDocument(t, styles, body)}, nil)
		if _, known := errors.AsType[*briefing.Problem](err); known {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		extracttest.Sound(t, r, briefing.FindAsks(&r.Note, r.Blocks, briefing.DefaultTriggers()))
	})
}
