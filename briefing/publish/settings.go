package publish

import "strconv"

// Lists have four levels; each goes a little further in.
const (
	listLevels = 4
	listIndent = 312
)

// documentPart is word/document.xml: the body and the page it stands on.
func (d *document) documentPart() *markup {
	m := newPart("w:document")
	m.start("w:body")
	m.Write(d.body.Bytes())
	l := d.look
	m.start("w:sectPr")
	m.empty("w:headerReference", "w:type", "default", "r:id", "header")
	m.empty("w:footerReference", "w:type", "default", "r:id", "footer")
	m.empty("w:pgSz", "w:w", strconv.Itoa(l.width), "w:h", strconv.Itoa(l.height))
	m.empty("w:pgMar", "w:top", strconv.Itoa(l.top), "w:right", strconv.Itoa(l.margin), "w:bottom", strconv.Itoa(l.bottom),
		"w:left", strconv.Itoa(l.margin), "w:header", "567", "w:footer", "510", "w:gutter", "0")
	m.end("w:sectPr")
	m.end("w:body")
	m.end("w:document")
	return m
}

// footnotesPart is word/footnotes.xml: the two rules Word wants, then the notes.
func (d *document) footnotesPart() *markup {
	m := newPart("w:footnotes")
	m.WriteString(`<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>`)
	m.WriteString(`<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`)
	m.Write(d.notes.Bytes())
	m.end("w:footnotes")
	return m
}

// numberingPart is word/numbering.xml: bullets in four levels.
func numberingPart() *markup {
	m := newPart("w:numbering")
	m.WriteString(`<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>`)
	for i, glyph := range [listLevels]string{"•", "•", "–", "·"} {
		m.start("w:lvl", "w:ilvl", strconv.Itoa(i))
		m.WriteString(`<w:start w:val="1"/><w:numFmt w:val="bullet"/>`)
		if i == 0 {
			m.val("w:pStyle", styleBullet)
		}
		m.val("w:lvlText", glyph)
		m.WriteString(`<w:lvlJc w:val="left"/><w:pPr>`)
		m.empty("w:ind", "w:left", strconv.Itoa((i+1)*listIndent), "w:hanging", strconv.Itoa(listIndent))
		m.WriteString(`</w:pPr><w:rPr>` + colour(accent) + `</w:rPr>`)
		m.end("w:lvl")
	}
	m.WriteString(`</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`)
	m.end("w:numbering")
	return m
}

// settingsPart is word/settings.xml. It doesn't ask for fields to be renewed
// on opening: Word would greet every reader with a question.
func settingsPart() *markup {
	m := newPart("w:settings")
	m.WriteString(`<w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/>`)
	m.WriteString(`<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>`)
	m.WriteString(`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>`)
	m.end("w:settings")
	return m
}

// fontsPart is word/fontTable.xml: what to take where a font is missing.
func fontsPart() *markup {
	m := newPart("w:fonts")
	for _, f := range []struct{ name, instead, family string }{
		{textFont, "Carlito", "swiss"}, {rtlFont, "Noto Naskh Arabic", "swiss"}, {signFont, "Noto Sans Symbols2", "auto"},
	} {
		m.start("w:font", "w:name", f.name)
		m.val("w:altName", f.instead)
		m.val("w:charset", "00")
		m.val("w:family", f.family)
		m.val("w:pitch", "variable")
		m.end("w:font")
	}
	m.end("w:fonts")
	return m
}

// corePart is docProps/core.xml: the delegation as author, no person and no
// time of the clock.
func (d *document) corePart() *markup {
	m := &markup{}
	m.WriteString(xmlHead)
	m.start("cp:coreProperties", "xmlns:cp", packageNS+"metadata/core-properties", "xmlns:dc", "http://purl.org/dc/elements/1.1/")
	for _, f := range []struct{ name, text string }{
		{"dc:title", d.paper.Title},
		{"dc:subject", d.paper.Subject},
		{"dc:creator", d.paper.Author},
		{"dc:language", d.paper.Language},
		{"cp:contentStatus", d.paper.Mark},
	} {
		if f.text != "" {
			m.start(f.name)
			m.text(f.text)
			m.end(f.name)
		}
	}
	m.end("cp:coreProperties")
	return m
}

// appPart is docProps/app.xml.
func appPart() *markup {
	m := &markup{}
	m.WriteString(xmlHead)
	m.start("Properties", "xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")
	m.start("Application")
	m.text("Placard")
	m.end("Application")
	m.end("Properties")
	return m
}
