package publish

import (
	"bytes"
	"context"
	"errors"
	"regexp"
	"strings"
	"testing"

	"placard/briefing"
	"placard/briefing/publish/papertest"
)

// small is a paper with one block.
func small(blocks ...briefing.PaperBlock) *briefing.Paper {
	return &briefing.Paper{Title: "A paper", Language: "en", Mark: "RESTRICTED", Blocks: blocks}
}

func text(s string) briefing.PaperBlock {
	return briefing.PaperBlock{Kind: briefing.PaperText, Runs: []briefing.PaperRun{{Text: s}}}
}

func TestMarkAndPagesOnEveryPage(t *testing.T) {
	p := papertest.Paper(t, briefing.VariantFull, briefing.ForHead, "en")
	p.Copy = "4"
	parts := unzipped(t, published(t, p))
	for name, wanted := range map[string][]string{
		"word/header1.xml": {"CONFIDENTIAL", "DEMO", "Delegation of Meridia"},
		"word/footer1.xml": {"CONFIDENTIAL", "Pack 3 · 14 March 2026", "Copy 4", " PAGE ", " NUMPAGES "},
	} {
		for _, want := range wanted {
			if !strings.Contains(parts[name], want) {
				t.Errorf("%s lacks %q", name, want)
			}
		}
	}
	if n := strings.Count(parts["word/document.xml"], "<w:sectPr>"); n != 1 {
		t.Errorf("%d sections: each would need its own header", n)
	}
}

func TestTablesRepeatHeadsAndKeepRows(t *testing.T) {
	doc := unzipped(t, published(t, papertest.Paper(t, briefing.VariantFull, briefing.ForHead, "en")))["word/document.xml"]
	rows, whole, heads := strings.Count(doc, "<w:tr>"), strings.Count(doc, "<w:cantSplit/>"), strings.Count(doc, "<w:tblHeader/>")
	if rows == 0 || rows != whole {
		t.Errorf("%d rows, %d of them kept whole", rows, whole)
	}
	if tables := strings.Count(doc, "<w:tbl>"); heads != tables-3 {
		t.Errorf("%d repeated heads in %d tables; three have none: cover, abbreviations, signs", heads, tables)
	}
}

func TestFootnotesStandWhereTheyAreMarked(t *testing.T) {
	parts := unzipped(t, published(t, papertest.Paper(t, briefing.VariantFull, briefing.ForHead, "en")))
	if n := strings.Count(parts["word/document.xml"], "<w:footnoteReference "); n != 1 {
		t.Errorf("%d footnote marks, want 1", n)
	}
	if notes := parts["word/footnotes.xml"]; !strings.Contains(notes, "CWO/W/4, at https://example.org/cwo/w4") {
		t.Errorf("the note's words are not among the footnotes: %s", notes)
	}
	if strings.Contains(parts["word/document.xml"], "CWO/W/4, at https://") {
		t.Error("the footnote stands in the text too")
	}
}

func TestHeadingsAreWordsOwn(t *testing.T) {
	parts := unzipped(t, published(t, papertest.Paper(t, briefing.VariantFull, briefing.ForHead, "en")))
	for _, id := range []string{"Heading1", "Heading2", "Heading3", "Title", "Quote", "ListBullet"} {
		if !strings.Contains(parts["word/document.xml"], `<w:pStyle w:val="`+id+`"/>`) {
			t.Errorf("no paragraph in style %s", id)
		}
	}
	defined := map[string]bool{}
	for _, m := range regexp.MustCompile(`w:styleId="([^"]+)"`).FindAllStringSubmatch(parts["word/styles.xml"], -1) {
		defined[m[1]] = true
	}
	for name, part := range parts {
		for _, m := range regexp.MustCompile(`<w:[prt]\w*Style w:val="([^"]+)"/>`).FindAllStringSubmatch(part, -1) {
			if !defined[m[1]] {
				t.Errorf("%s uses style %s, which is not defined", name, m[1])
			}
		}
	}
}

// A link that leads nowhere makes a reader doubt the rest.
func TestEveryLinkLeadsSomewhere(t *testing.T) {
	p := papertest.Paper(t, briefing.VariantFull, briefing.ForHead, "en")
	p.Blocks = append(p.Blocks, briefing.PaperBlock{Kind: briefing.PaperText, Runs: []briefing.PaperRun{
		{Text: "nowhere", Link: "#nowhere"},
		{Text: "script", Link: "javascript:alert(1)"},
		{Text: "file", Link: "file:///etc/passwd"},
		{Text: "web", Link: "https://example.org/a b?c=<d>&e"},
	}})
	parts := unzipped(t, published(t, p))
	doc := parts["word/document.xml"]
	names := map[string]bool{}
	for _, m := range regexp.MustCompile(`<w:bookmarkStart w:id="\d+" w:name="([^"]+)"`).FindAllStringSubmatch(doc, -1) {
		if names[m[1]] || len(m[1]) > 40 {
			t.Errorf("bookmark %s is taken or too long", m[1])
		}
		names[m[1]] = true
	}
	links := regexp.MustCompile(`w:anchor="([^"]+)"`).FindAllStringSubmatch(doc, -1)
	if len(links) < 10 {
		t.Errorf("only %d links inside", len(links))
	}
	for _, m := range links {
		if !names[m[1]] {
			t.Errorf("a link to %s, which is nowhere", m[1])
		}
	}
	rels := parts["word/_rels/document.xml.rels"]
	if strings.Contains(rels, "javascript") || strings.Contains(rels, "file:") || !strings.Contains(rels, "https://example.org/a%20b?c=") {
		t.Errorf("addresses outside: %s", rels)
	}
}

func TestContentsListHeadingsWithTheirPages(t *testing.T) {
	doc := unzipped(t, published(t, papertest.Paper(t, briefing.VariantFull, briefing.ForHead, "en")))["word/document.xml"]
	entry := regexp.MustCompile(`Paragraph by paragraph</w:t></w:r><w:r><w:tab/></w:r>.*?PAGEREF p_paragraphs .*?<w:t xml:space="preserve">(\d+)</w:t>`)
	if m := entry.FindStringSubmatch(doc); m == nil || m[1] == "0" {
		t.Errorf("the contents don't say where the paragraph table is: %v", m)
	}
	if begin, end := strings.Count(doc, `"begin"`), strings.Count(doc, `"end"`); begin != end {
		t.Errorf("%d fields begin, %d end", begin, end)
	}
}

// Anybody's text may hold anything: what XML can't hold goes, the rest stays.
func TestHostileTextStaysText(t *testing.T) {
	p := small(text("a\x00b\x07c & <w:p> \"q\" \xff\ufffe z"), text("one\ntwo\tthree"))
	p.Mark = `<&"'>` + "\x01"
	p.Title, p.Author = "T<&>\x02", "A\x03&"
	parts := unzipped(t, published(t, p))
	doc := parts["word/document.xml"]
	if !strings.Contains(doc, "abc &amp; &lt;w:p&gt; &#34;q&#34;  z") {
		t.Errorf("text: %s", doc)
	}
	if !strings.Contains(doc, "one</w:t><w:br/>") || !strings.Contains(doc, "two</w:t><w:tab/>") {
		t.Error("line ends and tabs are lost")
	}
}

func TestRightToLeftText(t *testing.T) {
	b := text("الفقرة 5 من CWO/W/4")
	b.RTL, b.Lang = true, "ar"
	doc := unzipped(t, published(t, small(b)))["word/document.xml"]
	for _, want := range []string{"<w:bidi/>", `<w:rtl/><w:lang w:bidi="ar"/>`, `<w:lang w:val="ar"/></w:rPr><w:t xml:space="preserve">CWO`} {
		if !strings.Contains(doc, want) {
			t.Errorf("no %s in %s", want, doc)
		}
	}
}

// A stance is never colour alone: its tint stands with its glyph and word.
func TestStancesAreTintedAndNamed(t *testing.T) {
	doc := unzipped(t, published(t, papertest.Paper(t, briefing.VariantFull, briefing.ForHead, "en")))["word/document.xml"]
	cell := regexp.MustCompile(`w:fill="E4EDF7"/></w:tcPr>.*?</w:tc>`).FindString(doc)
	if !strings.Contains(cell, "✓") || !strings.Contains(cell, " sponsors") && !strings.Contains(cell, " supports") {
		t.Errorf("a tinted cell without glyph and word: %s", cell)
	}
}

func TestSamePaperSameBytes(t *testing.T) {
	a := published(t, papertest.Paper(t, briefing.VariantFull, briefing.ForHead, "en"))
	b := published(t, papertest.Paper(t, briefing.VariantFull, briefing.ForHead, "en"))
	if !bytes.Equal(a, b) {
		t.Error("the same pack gave other bytes")
	}
}

func TestLetterAndLargeType(t *testing.T) {
	p := small(text("a"))
	p.Letter, p.Large = true, true
	parts := unzipped(t, published(t, p))
	if !strings.Contains(parts["word/document.xml"], `<w:pgSz w:w="12240" w:h="15840"/>`) {
		t.Error("not on Letter")
	}
	if !strings.Contains(parts["word/styles.xml"], `<w:sz w:val="42"/>`) {
		t.Error("speech is not in large type")
	}
}

func TestPublishTellsProgressAndStops(t *testing.T) {
	p := papertest.Paper(t, briefing.VariantFull, briefing.ForHead, "en")
	var last, total int
	if err := New().Publish(t.Context(), &bytes.Buffer{}, p, func(d, n int) { last, total = d, n }); err != nil {
		t.Fatal(err)
	}
	if last == 0 || last != total {
		t.Errorf("told %d of %d at the end", last, total)
	}
	ctx, cancel := context.WithCancel(t.Context())
	var out bytes.Buffer
	err := New().Publish(ctx, &out, p, func(d, _ int) {
		if d == 3 {
			cancel()
		}
		if d > 3 {
			t.Errorf("went on to block %d after Cancel", d)
		}
	})
	if !errors.Is(err, context.Canceled) || out.Len() > 0 {
		t.Errorf("after Cancel: %v and %d bytes", err, out.Len())
	}
}

// An odd paper is laid out as far as it makes sense, without a panic.
func TestOddPapers(t *testing.T) {
	for name, p := range map[string]*briefing.Paper{
		"empty":                {},
		"table without rows":   small(briefing.PaperBlock{Kind: briefing.PaperTable}),
		"table without widths": small(briefing.PaperBlock{Kind: briefing.PaperTable, Table: &briefing.PaperTableBody{Rows: [][]briefing.PaperCell{{{}, {}}, {{}, {}, {}}}}}),
		"level out of range":   small(briefing.PaperBlock{Kind: briefing.PaperHeading, Level: 9}, briefing.PaperBlock{Kind: briefing.PaperBullet, Level: 99}),
		"anchors twice":        small(briefing.PaperBlock{Kind: briefing.PaperText, Anchor: "é x"}, briefing.PaperBlock{Kind: briefing.PaperText, Anchor: "é x"}),
		"contents of nothing":  small(briefing.PaperBlock{Kind: briefing.PaperContents}),
		"break before a table": small(briefing.PaperBlock{Kind: briefing.PaperPageBreak}, briefing.PaperBlock{Kind: briefing.PaperTable, Table: &briefing.PaperTableBody{Rows: [][]briefing.PaperCell{{{}}}}}),
	} {
		t.Run(name, func(t *testing.T) { unzipped(t, published(t, p)) })
	}
}

// Whatever people type comes out as a well-formed file.
func FuzzPublish(f *testing.F) {
	f.Add("plain", "#a", "note", true)
	f.Add("\x00\ud7ff<&>\n\t\u202e", "https://example.org/\x7f", "\xff", false)
	f.Add("عربي 12 (a)", "#", "✓ ■", true)
	f.Fuzz(func(t *testing.T, words, link, note string, rtl bool) {
		b := briefing.PaperBlock{
			Kind: briefing.PaperBullet, Level: len(words) % 7, Anchor: link, Title: note, RTL: rtl, Lang: "ar",
			Runs: []briefing.PaperRun{{Text: words, Link: link, Note: note, Style: briefing.Style(len(note))}},
		}
		p := small(b, briefing.PaperBlock{Kind: briefing.PaperBox, Title: words}, briefing.PaperBlock{Kind: briefing.PaperContents})
		p.Mark, p.Demo, p.Copy = words, note, link
		unzipped(t, published(t, p))
	})
}

// The budget is 0.2 s of one processor for a pack of a hundred pages.
func BenchmarkHundredPages(b *testing.B) {
	p := papertest.HundredPages()
	b.ResetTimer()
	for b.Loop() {
		if err := New().Publish(b.Context(), &bytes.Buffer{}, p, nil); err != nil {
			b.Fatal(err)
		}
	}
}

// What the gate held back is nowhere in the file: not in its properties, not
// in a part that no page shows.
func TestFileHoldsNothingHeldBack(t *testing.T) {
	secrets := []string{
		"if the Group of Islands insists", "No third workshop financed", "Speak after Borealia", "No scale of contributions",
		"has not agreed to the travel", "May we offer to host", "lunch with their deputy", "Wants no workshop", "Lindqvist",
		"who pays for the second workshop", "P. Desk", "red line", "CONFIDENTIAL",
	}
	for _, v := range []briefing.Variant{briefing.VariantFull, briefing.VariantOnePage, briefing.VariantSpeaking} {
		for name, part := range unzipped(t, published(t, papertest.Paper(t, v, briefing.ForPublic, "en"))) {
			for _, secret := range secrets {
				if strings.Contains(part, secret) {
					t.Errorf("%s: %s holds %q", v, name, secret)
				}
			}
		}
	}
	whole := unzipped(t, published(t, papertest.Paper(t, briefing.VariantFull, briefing.ForHead, "en")))["word/document.xml"]
	for _, secret := range secrets[:10] {
		if !strings.Contains(whole, secret) {
			t.Errorf("the head's paper lacks %q", secret)
		}
	}
}
