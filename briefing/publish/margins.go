package publish

import "placard/briefing/publish/palette"

// headerPart is the top of every page: the handling mark, then whose paper it
// is and what, with the word of a demo vault between them.
func (d *document) headerPart() *markup {
	m := newPart("w:hdr")
	d.mark(m)
	m.start("w:p")
	m.WriteString(`<w:pPr><w:pStyle w:val="` + styleHeader + `"/><w:pBdr>` + edge("bottom", 4, 4, rule) + `</w:pBdr></w:pPr>`)
	words(m, d.paper.Author)
	m.WriteString("<w:r><w:tab/></w:r>")
	if d.paper.Demo != "" {
		m.start("w:r")
		m.WriteString(`<w:rPr>` + bold + colour(palette.White) + size(18) + fill(palette.DemoFill) + `</w:rPr>`)
		lettering(m, "\u00a0"+d.paper.Demo+"\u00a0")
		m.end("w:r")
	}
	m.WriteString("<w:r><w:tab/></w:r>")
	words(m, d.paper.Subject)
	m.end("w:p")
	m.end("w:hdr")
	return m
}

// footerPart is the foot of every page: reference and copy, page X of Y, and
// the mark again.
func (d *document) footerPart() *markup {
	f := d.paper.Furniture
	m := newPart("w:ftr")
	m.start("w:p")
	m.WriteString(`<w:pPr><w:pStyle w:val="` + styleFooter + `"/><w:pBdr>` + edge("top", 4, 4, rule) + `</w:pBdr></w:pPr>`)
	words(m, d.paper.Reference)
	m.WriteString("<w:r><w:tab/></w:r>")
	if d.paper.Copy != "" {
		words(m, f.Copy+" "+d.paper.Copy)
	}
	m.WriteString("<w:r><w:tab/></w:r>")
	words(m, f.Page+" ")
	field(m, "PAGE", "1")
	words(m, " "+f.Of+" ")
	field(m, "NUMPAGES", "1")
	m.end("w:p")
	d.mark(m)
	m.end("w:ftr")
	return m
}

func (d *document) mark(m *markup) {
	if d.paper.Mark == "" {
		return
	}
	m.start("w:p")
	m.WriteString(`<w:pPr><w:pStyle w:val="` + styleMark + `"/></w:pPr>`)
	words(m, d.paper.Mark)
	m.end("w:p")
}

// words writes a run without a look of its own.
func words(m *markup, text string) {
	if text == "" {
		return
	}
	m.start("w:r")
	lettering(m, text)
	m.end("w:r")
}

func field(m *markup, instruction, shown string) {
	fieldStart(m, instruction)
	words(m, shown)
	fieldEnd(m)
}
