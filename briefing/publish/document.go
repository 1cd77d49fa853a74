package publish

import (
	"strconv"

	"placard/briefing"
)

// document is a DOCX in the making: its body, its footnotes, and what they
// refer to.
type document struct {
	paper *briefing.Paper
	look  look
	body  *markup
	notes *markup
	count int // footnotes so far
	names *bookmarks
	links *relations
	pages map[string]int // estimated page by bookmark
	// cellStyle is that of the table being written.
	cellStyle string
	// template is the user's own look; nil for ours.
	template *template
	// breakPage puts the next paragraph on a new page.
	breakPage bool
}

func newDocument(p *briefing.Paper) *document {
	d := &document{paper: p, look: lookFor(p), body: &markup{}, notes: &markup{}, links: newRelations(), cellStyle: styleCell}
	d.names = nameBookmarks(p)
	d.pages = estimatePages(p, d.look, d.names)
	return d
}

// coverBlock sets a block of the cover: its heading is the title, its text
// the lines under it.
func (d *document) coverBlock(_ int, b *briefing.PaperBlock) {
	switch b.Kind {
	case briefing.PaperHeading:
		d.paragraph(paragraph{style: styleTitle, block: b})
	case briefing.PaperSmall:
		d.paragraph(paragraph{style: styleEyebrow, block: b})
	case briefing.PaperTable:
		d.paragraph(paragraph{style: styleNormal, block: &briefing.PaperBlock{}, extra: spacing(480, 0, 240)})
		d.cellStyle = styleFacts
		d.table(b)
		d.cellStyle = styleCell
	case briefing.PaperText, briefing.PaperQuote, briefing.PaperBullet, briefing.PaperCall, briefing.PaperBox,
		briefing.PaperContents, briefing.PaperPageBreak, briefing.PaperSpeech:
		d.paragraph(paragraph{style: styleSubtitle, block: b})
	}
}

// block sets one block; next is the one after it.
func (d *document) block(b, next *briefing.PaperBlock) {
	switch b.Kind {
	case briefing.PaperHeading:
		level := strconv.Itoa(min(max(b.Level, 1), 4))
		d.paragraph(paragraph{style: styleHeading + level, block: b})
	case briefing.PaperText:
		d.text(b)
	case briefing.PaperQuote:
		d.paragraph(paragraph{style: styleQuote, block: b})
	case briefing.PaperBullet:
		d.bullet(b)
	case briefing.PaperCall:
		d.paragraph(paragraph{style: styleCall, block: b, lead: d.lead(b, accent)})
	case briefing.PaperBox:
		d.box(b, next)
	case briefing.PaperTable:
		d.table(b)
	case briefing.PaperContents:
		d.contents(b)
	case briefing.PaperPageBreak:
		d.breakPage = true
	case briefing.PaperSpeech:
		d.paragraph(paragraph{style: styleSpeech, block: b})
	case briefing.PaperSmall:
		d.paragraph(paragraph{style: styleSmall, block: b, lead: number(b)})
	}
}

// text sets a paragraph, its printed number hung in the margin where it has one.
func (d *document) text(b *briefing.PaperBlock) {
	if b.Title == "" {
		d.paragraph(paragraph{style: styleNormal, block: b})
		return
	}
	d.paragraph(paragraph{style: styleNumbered, block: b, lead: number(b)})
}

// number is a block's printed number with the tab that hangs its text.
func number(b *briefing.PaperBlock) string {
	if b.Title == "" {
		return ""
	}
	m := &markup{}
	words(m, b.Title+"\t")
	return m.String()
}

// bullet sets a list item: with a bullet of ours, or with the mark it was
// printed with.
func (d *document) bullet(b *briefing.PaperBlock) {
	level := min(max(b.Level, 1), listLevels)
	if b.Title == "" {
		extra := `<w:numPr><w:ilvl w:val="` + strconv.Itoa(level-1) + `"/><w:numId w:val="1"/></w:numPr>`
		d.paragraph(paragraph{style: styleBullet, block: b, numbering: extra})
		return
	}
	indent := strconv.Itoa(567 + level*listIndent)
	d.paragraph(paragraph{
		style: styleNumbered, block: b, lead: number(b),
		tabs:  `<w:tabs><w:tab w:val="clear" w:pos="567"/><w:tab w:val="left" w:pos="` + indent + `"/></w:tabs>`,
		extra: `<w:ind w:left="` + indent + `" w:hanging="` + strconv.Itoa(listIndent) + `"/>`,
	})
}

// lead is the title of a call-out or box on a line of its own.
func (d *document) lead(b *briefing.PaperBlock, ink string) string {
	if b.Title == "" {
		return ""
	}
	m := &markup{}
	m.start("w:r")
	m.WriteString("<w:rPr>" + bold + colour(ink) + size(d.look.lead) + "</w:rPr>")
	lettering(m, b.Title)
	if len(b.Runs) > 0 {
		m.empty("w:br")
	}
	m.end("w:r")
	return m.String()
}

// box sets a paragraph of the restricted box; neighbours share one border, and
// the last of them gives the room under it.
func (d *document) box(b, next *briefing.PaperBlock) {
	extra := ""
	if next == nil || next.Kind != briefing.PaperBox {
		extra = spacing(0, 200, d.look.leading)
	}
	d.paragraph(paragraph{style: styleBox, block: b, lead: d.lead(b, boxInk), extra: extra})
}
