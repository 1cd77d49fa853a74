package publish

import (
	"strconv"
	"strings"

	"placard/briefing"
	"placard/briefing/publish/palette"
)

// run writes a run: its text, inside a link where it leads somewhere, and the
// mark of its footnote.
func (d *document) run(m *markup, r briefing.PaperRun, b *briefing.PaperBlock) {
	if r.Text != "" {
		d.linked(m, r, b)
	}
	if r.Note != "" {
		d.footnote(m, r.Note, b)
	}
}

// linked writes the text inside its link. A link that leads nowhere, or to
// what no reader could open, is plain text.
func (d *document) linked(m *markup, r briefing.PaperRun, b *briefing.PaperBlock) {
	style := ""
	inside, ok := strings.CutPrefix(r.Link, "#")
	switch {
	case ok && d.names.byAnchor[inside] != "":
		m.start("w:hyperlink", "w:anchor", d.names.byAnchor[inside], "w:history", "1")
		style = styleCrossRef
	case !ok && r.Link != "":
		if id := d.links.external(r.Link); id != "" {
			m.start("w:hyperlink", "r:id", id, "w:history", "1")
			style = styleHyperlink
		}
	}
	for _, p := range pieces(r.Text, b.RTL) {
		m.start("w:r")
		properties(m, r, p, style, b.Lang)
		lettering(m, p.text)
		m.end("w:r")
	}
	if style != "" {
		m.end("w:hyperlink")
	}
}

// properties writes the look of a piece, in the schema's order.
func properties(m *markup, r briefing.PaperRun, p piece, style, lang string) {
	m.start("w:rPr")
	if style != "" {
		m.val("w:rStyle", style)
	}
	if p.script == sign {
		m.empty("w:rFonts", "w:ascii", signFont, "w:hAnsi", signFont, "w:eastAsia", signFont, "w:cs", signFont)
	}
	if r.Style&briefing.Bold != 0 || r.Family != "" {
		m.WriteString(bold)
	}
	if r.Style&briefing.Italic != 0 {
		m.WriteString("<w:i/><w:iCs/>")
	}
	if r.Style&briefing.Strike != 0 {
		m.WriteString("<w:strike/>")
	}
	if t, ok := palette.Of(r.Family); ok {
		m.val("w:color", t.Ink)
	}
	if r.Style&briefing.Underline != 0 {
		m.val("w:u", "single")
	}
	if r.Style&briefing.Superscript != 0 {
		m.val("w:vertAlign", "superscript")
	}
	if p.script == rightToLeft {
		m.WriteString("<w:rtl/>")
	}
	if lang != "" {
		m.empty("w:lang", langAttribute(lang, p.script), lang)
	}
	m.end("w:rPr")
}

// langAttribute is where a language is said: scripts that run from right to
// left and those of East Asia have attributes of their own.
func langAttribute(lang string, s script) string {
	switch {
	case s == rightToLeft:
		return "w:bidi"
	case strings.HasPrefix(lang, "zh"), strings.HasPrefix(lang, "ja"), strings.HasPrefix(lang, "ko"):
		return "w:eastAsia"
	}
	return "w:val"
}

// lettering writes text; line ends and tabs are elements.
func lettering(m *markup, text string) {
	for {
		i := strings.IndexAny(text, "\n\t")
		if i < 0 {
			letters(m, text)
			return
		}
		letters(m, text[:i])
		if text[i] == '\n' {
			m.empty("w:br")
		} else {
			m.empty("w:tab")
		}
		text = text[i+1:]
	}
}

func letters(m *markup, text string) {
	if text == "" {
		return
	}
	m.start("w:t", "xml:space", "preserve")
	m.text(text)
	m.end("w:t")
}

// footnote writes a mark here and the note at the foot of its page.
func (d *document) footnote(m *markup, text string, b *briefing.PaperBlock) {
	d.count++
	id := strconv.Itoa(d.count)
	m.start("w:r")
	m.WriteString(`<w:rPr><w:rStyle w:val="` + styleNoteMark + `"/></w:rPr>`)
	m.empty("w:footnoteReference", "w:id", id)
	m.end("w:r")

	n := d.notes
	n.start("w:footnote", "w:id", id)
	n.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + styleNote + `"/></w:pPr><w:r><w:rPr><w:rStyle w:val="` + styleNoteMark + `"/></w:rPr><w:footnoteRef/></w:r>`)
	for _, p := range pieces(" "+text, b.RTL) {
		n.start("w:r")
		properties(n, briefing.PaperRun{}, p, "", b.Lang)
		lettering(n, p.text)
		n.end("w:r")
	}
	n.WriteString("</w:p>")
	n.end("w:footnote")
}
