package publish

import (
	"slices"
	"strconv"

	"placard/briefing"
)

// Style ids. Those of headings, lists, contents, notes and links are Word's
// own, so that its navigation, contents and a user's template know them.
const (
	styleNormal    = "Normal"
	styleTitle     = "Title"
	styleSubtitle  = "Subtitle"
	styleEyebrow   = "PackEyebrow"
	styleHeading   = "Heading" // with its level
	styleQuote     = "Quote"
	styleBullet    = "ListBullet"
	styleNumbered  = "PackNumbered"
	styleCall      = "PackCallout"
	styleBox       = "PackRestricted"
	styleSpeech    = "PackSpeech"
	styleSmall     = "PackSmall"
	styleTable     = "PackTable"
	styleCell      = "PackTableText"
	styleHeadCell  = "PackTableHead"
	styleFacts     = "PackFacts"
	styleGap       = "PackGap"
	styleMark      = "PackMark"
	styleHeader    = "Header"
	styleFooter    = "Footer"
	styleNote      = "FootnoteText"
	styleNoteMark  = "FootnoteReference"
	styleContents  = "TOCHeading"
	styleTOC       = "TOC" // with its level
	styleHyperlink = "Hyperlink"
	styleCrossRef  = "PackCrossReference"
)

// style is one entry of the style sheet: paragraph and run properties as they
// stand in the file, in the schema's order.
type style struct {
	kind, id, name, based, next string
	para, run, table            string
	priority                    int
	listed                      bool // in the gallery of styles
}

func size(half int) string {
	n := strconv.Itoa(half)
	return `<w:sz w:val="` + n + `"/><w:szCs w:val="` + n + `"/>`
}

func spacing(before, after, line int) string {
	return `<w:spacing w:before="` + strconv.Itoa(before) + `" w:after="` + strconv.Itoa(after) +
		`" w:line="` + strconv.Itoa(line) + `" w:lineRule="auto"/>`
}

func colour(c string) string { return `<w:color w:val="` + c + `"/>` }

const (
	bold     = `<w:b/><w:bCs/>`
	keepNext = `<w:keepNext/><w:keepLines/>`
)

// edge is one side of a paragraph's border.
func edge(side string, eighths, space int, c string) string {
	return `<w:` + side + ` w:val="single" w:sz="` + strconv.Itoa(eighths) + `" w:space="` + strconv.Itoa(space) +
		`" w:color="` + c + `"/>`
}

func fill(c string) string { return `<w:shd w:val="clear" w:color="auto" w:fill="` + c + `"/>` }

// paragraphStyles are the styles of a paper's own blocks.
func (l look) paragraphStyles() []style {
	box := edge("top", 8, 5, boxInk) + edge("left", 8, 7, boxInk) + edge("bottom", 8, 5, boxInk) + edge("right", 8, 7, boxInk)
	// The rims in the ground's colour pad the call-out.
	bar := edge("top", 4, 4, callFill) + edge("left", 36, 9, accent) + edge("bottom", 4, 4, callFill)
	grey := edge("left", 12, 9, rule)
	return []style{
		{
			kind: "paragraph", id: styleTitle, name: "Title", based: styleNormal, next: styleNormal, listed: true,
			para: spacing(0, 240, 228), run: bold + colour(accent) + size(l.title),
		},
		{
			kind: "paragraph", id: styleSubtitle, name: "Subtitle", based: styleNormal, next: styleNormal, listed: true,
			para: spacing(0, 40, 264), run: colour(quiet) + size(26),
		},
		{
			kind: "paragraph", id: styleEyebrow, name: "Pack Eyebrow", based: styleNormal, listed: true,
			para: `<w:pBdr>` + edge("bottom", 12, 10, accent) + `</w:pBdr>` + spacing(2200, 480, 264),
			run:  bold + colour(quiet) + `<w:spacing w:val="10"/>` + size(24),
		},
		{
			kind: "paragraph", id: styleQuote, name: "Quote", based: styleNormal, listed: true,
			para: `<w:pBdr>` + grey + `</w:pBdr>` + spacing(60, 120, l.leading) + `<w:ind w:left="284" w:right="170"/>`,
			run:  size(l.quote),
		},
		{
			kind: "paragraph", id: styleBullet, name: "List Bullet", based: styleNormal, listed: true,
			para: `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>` + spacing(0, 60, l.leading),
		},
		{
			kind: "paragraph", id: styleNumbered, name: "Pack Numbered", based: styleNormal, listed: true,
			para: `<w:tabs><w:tab w:val="left" w:pos="567"/></w:tabs>` + spacing(0, 120, l.leading) + `<w:ind w:left="567" w:hanging="567"/>`,
		},
		{
			kind: "paragraph", id: styleCall, name: "Pack Callout", based: styleNormal, listed: true,
			para: `<w:keepLines/><w:pBdr>` + bar + `</w:pBdr>` + fill(callFill) + spacing(160, 60, l.leading) + `<w:ind w:left="284" w:right="113"/>`,
			run:  size(l.call),
		},
		{
			kind: "paragraph", id: styleBox, name: "Pack Restricted", based: styleNormal, listed: true,
			para: `<w:keepLines/><w:pBdr>` + box + `</w:pBdr>` + fill(boxFill) + spacing(0, 60, l.leading) + `<w:ind w:left="198" w:right="198"/>`,
		},
		{
			kind: "paragraph", id: styleSpeech, name: "Pack Speech", based: styleNormal, listed: true,
			para: spacing(0, 160, l.speechLeading), run: size(l.speech),
		},
		{
			kind: "paragraph", id: styleSmall, name: "Pack Small", based: styleNormal, listed: true,
			para: spacing(0, 100, 252), run: colour(quiet) + size(l.small),
		},
	}
}

// headingStyles are levels 1 to 4; the first has a rule under it.
func (l look) headingStyles() []style {
	para := [4]string{
		keepNext + `<w:pBdr>` + edge("bottom", 6, 4, rule) + `</w:pBdr>` + spacing(240, 140, 240),
		keepNext + spacing(240, 60, 240),
		keepNext + spacing(180, 50, 240),
		keepNext + spacing(140, 40, 240),
	}
	run := [4]string{bold + colour(accent), bold + colour(accent), bold + colour(ink), bold + `<w:i/><w:iCs/>` + colour(quiet)}
	var out []style
	for i := range para {
		n := strconv.Itoa(i + 1)
		out = append(out, style{
			kind: "paragraph", id: styleHeading + n, name: "heading " + n, based: styleNormal, next: styleNormal,
			priority: 9, listed: true,
			para: para[i] + `<w:outlineLvl w:val="` + strconv.Itoa(i) + `"/>`, run: run[i] + size(l.headings[i]),
		})
	}
	return out
}

// furnitureStyles are those of tables, contents, notes, header and footer.
func (l look) furnitureStyles() []style {
	right := strconv.Itoa(l.text())
	toc := func(level int, indent string) style {
		n := strconv.Itoa(level)
		return style{
			kind: "paragraph", id: styleTOC + n, name: "toc " + n, based: styleNormal, next: styleNormal, priority: 39,
			para: `<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="` + right + `"/></w:tabs>` + spacing(0, 70, 252) + indent,
		}
	}
	tabs := `<w:tabs><w:tab w:val="center" w:pos="` + strconv.Itoa(l.text()/2) +
		`"/><w:tab w:val="right" w:pos="` + right + `"/></w:tabs>`
	return []style{
		{
			kind: "paragraph", id: styleContents, name: "TOC Heading", based: styleNormal, next: styleNormal, priority: 39,
			para: keepNext + spacing(0, 200, 240), run: bold + colour(accent) + size(l.headings[0]),
		},
		toc(1, ""), toc(2, `<w:ind w:left="284" w:right="567"/>`), toc(3, `<w:ind w:left="567" w:right="567"/>`),
		{
			kind: "paragraph", id: styleCell, name: "Pack Table Text", based: styleNormal, listed: true,
			para: spacing(0, 0, 245), run: size(l.table),
		},
		{
			kind: "paragraph", id: styleHeadCell, name: "Pack Table Head", based: styleCell, listed: true,
			para: `<w:keepNext/>`, run: bold + colour(accent),
		},
		{kind: "paragraph", id: styleFacts, name: "Pack Facts", based: styleCell, listed: true, run: size(l.body)},
		{
			kind: "paragraph", id: styleGap, name: "Pack Gap", based: styleNormal,
			para: `<w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/>`, run: size(8),
		},
		{
			kind: "paragraph", id: styleMark, name: "Pack Handling Mark", based: styleNormal, listed: true,
			para: spacing(0, 40, 240) + `<w:jc w:val="center"/>`, run: bold + colour(boxInk) + size(20),
		},
		{
			kind: "paragraph", id: styleHeader, name: "header", based: styleNormal, priority: 99,
			para: tabs + spacing(0, 0, 240), run: colour(quiet) + size(16),
		},
		{
			kind: "paragraph", id: styleFooter, name: "footer", based: styleNormal, priority: 99,
			para: tabs + spacing(0, 0, 240), run: colour(quiet) + size(16),
		},
		{
			kind: "paragraph", id: styleNote, name: "footnote text", based: styleNormal, priority: 99,
			para: spacing(0, 40, 240), run: size(l.small),
		},
		{kind: "character", id: styleNoteMark, name: "footnote reference", priority: 99, run: `<w:vertAlign w:val="superscript"/>`},
		{kind: "character", id: styleHyperlink, name: "Hyperlink", priority: 99, run: colour(linkInk) + `<w:u w:val="single"/>`},
		{kind: "character", id: styleCrossRef, name: "Pack Cross Reference", run: colour(linkInk)},
	}
}

// stylesPart is word/styles.xml.
func stylesPart(l look, p *briefing.Paper) *markup {
	m := newPart("w:styles")
	m.WriteString(`<w:docDefaults><w:rPrDefault><w:rPr>`)
	m.WriteString(`<w:rFonts w:ascii="` + textFont + `" w:hAnsi="` + textFont + `" w:eastAsia="` + textFont + `" w:cs="` + rtlFont + `"/>`)
	m.WriteString(colour(ink) + size(l.body))
	m.empty("w:lang", "w:val", p.Language, "w:eastAsia", "zh-CN", "w:bidi", "ar-SA")
	m.WriteString(`</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>` + spacing(0, 120, l.leading) + `</w:pPr></w:pPrDefault></w:docDefaults>`)
	m.WriteString(`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>`)
	m.WriteString(`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>`)
	m.WriteString(`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`)
	m.WriteString(`<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>`)
	for _, s := range l.ownStyles() {
		s.write(m)
	}
	m.end("w:styles")
	return m
}

// ownStyles are those that papers use, but for the defaults.
func (l look) ownStyles() []style {
	return append(slices.Concat(l.headingStyles(), l.paragraphStyles(), l.furnitureStyles()), tableStyle)
}

// allStyles are those with the defaults that they build on.
func (l look) allStyles() []style {
	return append([]style{
		{kind: "paragraph", id: styleNormal, name: "Normal"},
		{kind: "character", id: "DefaultParagraphFont", name: "Default Paragraph Font"},
		{kind: "table", id: "TableNormal", name: "Normal Table"},
	}, l.ownStyles()...)
}

// tableStyle is a quiet table: rules between rows, none between columns.
var tableStyle = style{
	kind: "table", id: styleTable, name: "Pack Table", based: "TableNormal", listed: true,
	table: `<w:tblBorders>` + edge("top", 8, 0, accent) + edge("bottom", 6, 0, rule) + edge("insideH", 4, 0, rule) + `</w:tblBorders>` +
		`<w:tblCellMar><w:top w:w="55" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="55" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>`,
}

func (s style) write(m *markup) {
	attrs := []string{"w:type", s.kind, "w:styleId", s.id}
	if len(s.id) > 4 && s.id[:4] == "Pack" {
		attrs = append(attrs, "w:customStyle", "1")
	}
	m.start("w:style", attrs...)
	m.val("w:name", s.name)
	if s.based != "" {
		m.val("w:basedOn", s.based)
	}
	if s.next != "" {
		m.val("w:next", s.next)
	}
	if s.priority > 0 {
		m.val("w:uiPriority", strconv.Itoa(s.priority))
	}
	if s.listed {
		m.empty("w:qFormat")
	}
	if s.para != "" {
		m.WriteString("<w:pPr>" + s.para + "</w:pPr>")
	}
	if s.run != "" {
		m.WriteString("<w:rPr>" + s.run + "</w:rPr>")
	}
	if s.table != "" {
		m.WriteString("<w:tblPr>" + s.table + "</w:tblPr>")
	}
	m.end("w:style")
}
