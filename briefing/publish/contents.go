package publish

import (
	"strconv"
	"strings"

	"placard/briefing"
)

// contents writes a real contents field, filled in: Word and LibreOffice show
// it at once and renew it on demand. The page numbers are estimates of ours
// until then.
func (d *document) contents(b *briefing.PaperBlock) {
	levels := min(max(b.Level, 1), 3)
	m := d.body
	words := d.paper.Furniture
	m.start("w:sdt")
	m.start("w:sdtPr")
	if words.Refresh != "" {
		m.val("w:alias", words.Refresh)
	}
	m.WriteString(`<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>`)
	m.end("w:sdtPr")
	m.start("w:sdtContent")
	d.paragraph(paragraph{style: styleContents, block: &briefing.PaperBlock{Runs: []briefing.PaperRun{{Text: words.Contents}}}})
	d.entries(levels)
	m.end("w:sdtContent")
	m.end("w:sdt")
}

// entries writes a line a heading, inside the field.
func (d *document) entries(levels int) {
	m := d.body
	m.start("w:p")
	m.WriteString(`<w:pPr><w:pStyle w:val="` + styleTOC + `1"/></w:pPr>`)
	fieldStart(m, `TOC \o "1-`+strconv.Itoa(levels)+`" \h \z \u`)
	first := true
	for i := range d.paper.Blocks {
		b := &d.paper.Blocks[i]
		if b.Kind != briefing.PaperHeading || b.Level > levels {
			continue
		}
		if !first {
			m.end("w:p")
			m.start("w:p")
			m.WriteString(`<w:pPr><w:pStyle w:val="` + styleTOC + strconv.Itoa(max(b.Level, 1)) + `"/></w:pPr>`)
		}
		first = false
		d.entry(b)
	}
	fieldEnd(m)
	m.end("w:p")
}

func (d *document) entry(b *briefing.PaperBlock) {
	m := d.body
	name, _ := d.names.of(b)
	m.start("w:hyperlink", "w:anchor", name, "w:history", "1")
	for _, p := range pieces(plainText(b.Runs), b.RTL) {
		m.start("w:r")
		properties(m, briefing.PaperRun{}, p, "", "")
		lettering(m, p.text)
		m.end("w:r")
	}
	m.WriteString("<w:r><w:tab/></w:r>")
	fieldStart(m, "PAGEREF "+name+` \h`)
	m.start("w:r")
	lettering(m, strconv.Itoa(d.pages[name]))
	m.end("w:r")
	fieldEnd(m)
	m.end("w:hyperlink")
}

func plainText(runs []briefing.PaperRun) string {
	var out strings.Builder
	for _, r := range runs {
		out.WriteString(r.Text)
	}
	return strings.Join(strings.Fields(out.String()), " ")
}

// fieldStart begins a field; what follows until fieldEnd is what it shows.
func fieldStart(m *markup, instruction string) {
	m.WriteString(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> `)
	m.text(instruction)
	m.WriteString(` </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`)
}

func fieldEnd(m *markup) { m.WriteString(`<w:r><w:fldChar w:fldCharType="end"/></w:r>`) }
