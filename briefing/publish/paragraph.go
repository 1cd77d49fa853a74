package publish

import "placard/briefing"

// paragraph is a block on its way to the page. tabs, numbering and extra
// (spacing, indents) override the style's.
type paragraph struct {
	style     string
	block     *briefing.PaperBlock
	lead      string // written before the runs
	numbering string
	tabs      string
	extra     string
}

// paragraph writes a paragraph with its bookmark.
func (d *document) paragraph(p paragraph) {
	m, b := d.body, p.block
	m.start("w:p")
	m.start("w:pPr")
	m.val("w:pStyle", p.style)
	if b.Together {
		m.WriteString("<w:keepNext/>")
	}
	if d.breakPage {
		m.WriteString("<w:pageBreakBefore/>")
		d.breakPage = false
		if p.extra == "" {
			p.extra = `<w:spacing w:before="0"/>`
		}
	}
	m.WriteString(p.numbering)
	m.WriteString(p.tabs)
	if b.RTL {
		m.WriteString("<w:bidi/>")
	}
	m.WriteString(p.extra)
	m.end("w:pPr")
	name, id := d.names.of(b)
	if name != "" {
		m.empty("w:bookmarkStart", "w:id", id, "w:name", name)
	}
	m.WriteString(p.lead)
	for _, r := range b.Runs {
		d.run(m, r, b)
	}
	if name != "" {
		m.empty("w:bookmarkEnd", "w:id", id)
	}
	m.end("w:p")
}
