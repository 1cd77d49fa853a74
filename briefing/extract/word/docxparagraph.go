package word

import (
	"strconv"
	"strings"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/sentence"
)

// What readers leave out or take as settled, by the code it is counted under.
const (
	leftTracked = "tracked_changes"
	leftHidden  = "hidden_text"
)

// docxField is a field being read: what it does, and whether its result has
// begun.
type docxField struct {
	code   string
	result bool
}

// block reads a paragraph, a table or something that holds them.
func (d *docx) block(n *node) {
	switch n.name {
	case "p":
		d.paragraph(n)
	case "tbl":
		d.table(n)
	case "del", "moveFrom":
		d.m.Left[leftTracked]++
	case "Fallback", "sectPr", "bookmarkStart", "bookmarkEnd", "tblPr", "tblGrid", "pPr", "rPr", "trPr", "tcPr":
	case "ins", "moveTo":
		d.m.Left[leftTracked]++
		fallthrough
	default: // content controls, custom XML, alternate content
		for _, k := range n.kids {
			d.block(k)
		}
	}
}

// paragraph reads one paragraph, and behind it its footnotes and text boxes.
func (d *docx) paragraph(n *node) {
	props := n.child("pPr")
	style := d.styles[props.child("pStyle").val()]
	p := manuscript.Passage{Page: d.page}
	base := docxLook{}
	if style != nil {
		base = style.look
	}
	changes := d.m.Left[leftTracked]
	d.runs(n, &p, base, "")
	p.Rich = withoutControls(p.Rich)
	if props.child("rPr", "del") != nil || props.child("rPr", "ins") != nil || d.m.Left[leftTracked] > changes {
		d.m.Left[leftTracked] = max(changes+1, d.m.Left[leftTracked])
		p.Doubts = []string{briefing.DoubtTracked}
	}
	d.describe(&p, props, style)
	if d.merge != nil {
		whole := *d.merge
		whole.Rich, whole.Doubts = whole.Join("", p.Rich), []string{briefing.DoubtTracked}
		p, d.merge = whole, nil
	}
	if deleted := props.child("rPr", "del"); deleted != nil {
		d.merge = &p
		return
	}
	d.emit(p)
}

// describe adds what the paragraph's style and properties say of it.
func (d *docx) describe(p *manuscript.Passage, props *node, style *docxStyle) {
	list, level := 0, 0
	if style != nil && style.numbered {
		list, level = style.numID, style.level
	}
	if num := props.child("numPr"); num != nil {
		if id := num.child("numId"); id != nil {
			list = id.number("val")
		}
		if il := num.child("ilvl"); il != nil {
			level = il.number("val")
		}
	}
	p.Indent = props.child("ind").number("left") / twipsPerColumn
	switch heading := style.heading(); {
	case style.contents() || d.inContents():
		p.Hint = manuscript.HintFurniture
	case style.title() > 0:
		p.Hint, p.Level = manuscript.HintTitle, style.title()
	case heading > 0:
		p.Hint, p.Level = manuscript.HintHeading, heading
	case props.child("outlineLvl") != nil && props.child("outlineLvl").number("val") < 9:
		p.Hint, p.Level = manuscript.HintHeading, props.child("outlineLvl").number("val")+1
	}
	if list == 0 || strings.TrimSpace(p.Text) == "" {
		return
	}
	label, bullet := d.numbers.next(list, level)
	if bullet {
		p.Hint, p.Level = manuscript.HintBullet, level
		return
	}
	p.Label = label
}

// twipsPerColumn is the width of a letter, roughly, in Word's twentieths of a
// point.
const twipsPerColumn = 120

// flush ends what is still open at the end of a part.
func (d *docx) flush() {
	if d.merge != nil {
		p := *d.merge
		d.merge = nil
		d.emit(p)
	}
	d.fields = nil
}

func (d *docx) emit(p manuscript.Passage) {
	p.Rich = p.Trim()
	if p.Text != "" {
		d.m.Passages = append(d.m.Passages, p)
		d.body = d.body || sentence.Prose(p.Text) || p.Hint == manuscript.HintHeading
	}
	d.m.Passages = append(d.m.Passages, d.pending...)
	d.pending = nil
}

// runs reads the runs below n into p, with the look they inherit and the
// address they link to.
func (d *docx) runs(n *node, p *manuscript.Passage, base docxLook, link string) {
	for _, k := range n.kids {
		switch k.name {
		case "r":
			d.run(k, p, base, link)
		case "hyperlink":
			target := d.links[k.attr("id")]
			if !strings.HasPrefix(target, "http") {
				target = ""
			}
			d.runs(k, p, base, target)
		case "del", "moveFrom":
			d.m.Left[leftTracked]++
		case "ins", "moveTo":
			d.m.Left[leftTracked]++
			d.runs(k, p, base, link)
		case "pPr", "Fallback", "commentRangeStart", "commentRangeEnd":
		case "t": // of a formula
			d.say(p, k.chars(), base.style, link)
		default:
			d.runs(k, p, base, link)
		}
	}
}

// run reads one run: text, breaks, marks of notes, text boxes.
func (d *docx) run(n *node, p *manuscript.Passage, base docxLook, link string) {
	props := n.child("rPr")
	look := base
	if s := d.styles[props.child("rStyle").val()]; s != nil {
		look = look.under(s.look)
	}
	look = look.under(lookOf(props))
	if look.hidden {
		d.m.Left[leftHidden]++
		return
	}
	if link == "" {
		link = d.fieldLink()
	}
	for _, k := range n.kids {
		d.piece(k, p, look, link)
	}
}

// piece reads one element of a run.
func (d *docx) piece(k *node, p *manuscript.Passage, look docxLook, link string) {
	switch k.name {
	case "t":
		d.say(p, k.chars(), look.style, link)
	case "tab", "ptab":
		d.say(p, "\t", 0, "")
	case "br", "cr":
		d.say(p, " ", 0, "")
	case "lastRenderedPageBreak":
		d.page++
		if p.Text == "" {
			p.Page = d.page
		}
	case "noBreakHyphen":
		d.say(p, "-", look.style, link)
	case "sym":
		if code, err := strconv.ParseUint(k.attr("char"), 16, 16); err == nil {
			d.say(p, string(rune(code)), look.style, link)
		}
	case "footnoteReference":
		d.noteMark(p, "f"+k.attr("id"), k)
	case "endnoteReference":
		d.noteMark(p, "e"+k.attr("id"), k)
	case "fldChar":
		d.field(k.attr("fldCharType"))
	case "instrText":
		if i := len(d.fields) - 1; i >= 0 && !d.fields[i].result {
			d.fields[i].code += k.chars()
		}
	case "ruby": // the sounds above the signs are left out
		if base := k.child("rubyBase"); base != nil {
			d.runs(base, p, look, link)
		}
	case "drawing", "pict", "object", "AlternateContent":
		d.boxes(k)
	case "rPr", "delText", "softHyphen", "annotationRef", "footnoteRef", "endnoteRef", "separator", "continuationSeparator":
	}
}

// say adds text in a look.
func (d *docx) say(p *manuscript.Passage, text string, style briefing.Style, link string) {
	if i := len(d.fields) - 1; i >= 0 && !d.fields[i].result || text == "" {
		return
	}
	piece := manuscript.Rich{Text: strings.Map(oneLine, text)}
	if style != 0 || link != "" {
		piece.Runs = []briefing.Run{{End: len(piece.Text), Style: style, Link: link}}
	}
	p.Rich = p.Join("", piece)
}

func oneLine(r rune) rune {
	if r == '\n' || r == '\r' || r == '\f' || r == '\v' {
		return ' '
	}
	return r
}

func (d *docx) field(kind string) {
	switch kind {
	case "begin":
		if len(d.fields) < maxDepth {
			d.fields = append(d.fields, docxField{})
		}
	case "separate":
		if i := len(d.fields) - 1; i >= 0 {
			d.fields[i].result = true
		}
	case "end":
		if i := len(d.fields) - 1; i >= 0 {
			d.fields = d.fields[:i]
		}
	}
}

// fieldLink is the address of the hyperlink field around.
func (d *docx) fieldLink() string {
	for _, f := range d.fields {
		if _, rest, ok := strings.Cut(f.code, "HYPERLINK"); ok {
			if parts := strings.Split(rest, `"`); len(parts) > 1 && strings.HasPrefix(parts[1], "http") {
				return parts[1]
			}
		}
	}
	return ""
}

// inContents tells whether a table of contents is being read.
func (d *docx) inContents() bool {
	for _, f := range d.fields {
		if strings.HasPrefix(strings.TrimSpace(f.code), "TOC") {
			return true
		}
	}
	return false
}

// withoutControls drops the invisible signs that steer the direction of
// writing: they are the program's, not the document's.
func withoutControls(r manuscript.Rich) manuscript.Rich {
	out, from := manuscript.Rich{}, 0
	for i, c := range r.Text {
		if !sentence.Steers(c) {
			continue
		}
		out = out.Join("", r.Cut(from, i))
		from = i + len(string(c))
	}
	return out.Join("", r.Cut(from, len(r.Text)))
}
