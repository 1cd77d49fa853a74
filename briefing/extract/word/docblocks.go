package word

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/sentence"
)

// doc is a Word 97 document being read.
type doc struct {
	m     *manuscript.Manuscript
	page  int
	notes []string // texts of the footnotes, in order

	text  strings.Builder // of the open paragraph, with the marks of its notes
	runs  []briefing.Run
	field int // fields whose code, not whose result, is being read
	given int // footnotes whose mark was read
	due   []manuscript.Passage
	cells []manuscript.Passage
	rows  [][]string
	row   []string
	body  bool
}

// The signs by which Word marks up its text.
const (
	docNote      = 0x02
	docCell      = 0x07
	docLine      = 0x0B
	docPage      = 0x0C
	docParagraph = 0x0D
	docFieldCode = 0x13
	docFieldText = 0x14
	docFieldEnd  = 0x15
	docHyphen    = 0x1E
)

// read reads the text and the footnotes behind it.
func (d *doc) read(text []uint16, length, noteLength int) {
	length = max(0, min(length, len(text)))
	noteLength = max(0, min(noteLength, len(text)-length))
	notes := string(utf16.Decode(text[length : length+noteLength]))
	for i, note := range strings.Split(notes, string(rune(docNote))) {
		if i > 0 {
			d.notes = append(d.notes, strings.TrimSpace(strings.Map(plainSign, note)))
		}
	}
	for _, r := range utf16.Decode(text[:length]) {
		d.sign(r)
	}
	d.paragraph()
	d.endTable()
}

func (d *doc) sign(r rune) {
	switch r {
	case docFieldCode:
		d.field++
	case docFieldText, docFieldEnd:
		d.field = max(0, d.field-1)
		if r == docFieldEnd {
			d.field = 0
		}
	case docParagraph:
		d.paragraph()
	case docPage:
		d.paragraph()
		d.page++
	case docCell:
		d.cell()
	case docNote:
		d.mark()
	default:
		if r = plainSign(r); r >= 0 && d.field == 0 && d.text.Len() < manuscript.LongestPassage {
			d.text.WriteRune(r)
		}
	}
}

// plainSign is a sign as text has it; below 0 for what only steers.
func plainSign(r rune) rune {
	switch {
	case r == docLine, r == docParagraph:
		return ' '
	case r == docHyphen:
		return '-'
	case r == '\t':
		return r
	case r < ' ', sentence.Steers(r):
		return -1
	}
	return r
}

// mark writes the number of the next footnote.
func (d *doc) mark() {
	if d.given >= len(d.notes) {
		return
	}
	note := d.notes[d.given]
	d.given++
	label := strconv.Itoa(d.given)
	from := d.text.Len()
	d.text.WriteString(label)
	d.runs = append(d.runs, briefing.Run{Start: from, End: d.text.Len(), Style: briefing.Superscript, NoteRef: "n" + label})
	if note != "" {
		p := manuscript.Passage{Hint: manuscript.HintNote, Label: label, Mark: "n" + label, Page: d.page}
		p.Text = note
		d.due = append(d.due, p)
	}
}

// passage is the open paragraph, which ends.
func (d *doc) passage() manuscript.Passage {
	p := manuscript.Passage{Rich: manuscript.Rich{Text: d.text.String(), Runs: d.runs}.Trim(), Page: d.page}
	d.runs = nil
	d.text.Reset()
	return p
}

// paragraph ends the open paragraph.
func (d *doc) paragraph() {
	p := d.passage()
	if p.Text == "" || len(d.m.Passages) > maxPassages {
		return
	}
	d.endTable()
	d.body = d.body || sentence.Prose(p.Text)
	d.m.Passages = append(d.m.Passages, p)
	d.m.Passages = append(d.m.Passages, d.due...)
	d.due = nil
}

// cell ends a cell, and a row where a second mark follows.
func (d *doc) cell() {
	p := d.passage()
	if p.Text == "" && len(d.row) > 0 {
		d.rows = append(d.rows, d.row)
		d.row = nil
		return
	}
	d.row = append(d.row, p.Text)
	if p.Text != "" {
		d.cells = append(d.cells, p)
	}
}

// endTable hands on the table that was being read.
func (d *doc) endTable() {
	if len(d.row) > 0 {
		d.rows = append(d.rows, d.row)
	}
	rows, cells := d.rows, manuscript.Labelled(d.cells)
	d.rows, d.row, d.cells = nil, nil, nil
	if len(cells) == 0 {
		return
	}
	if !d.body || manuscript.LaysOut(rows, cells) {
		d.m.Passages = append(d.m.Passages, cells...)
		return
	}
	d.m.Passages = append(d.m.Passages, manuscript.TableOf(rows, d.page))
}
