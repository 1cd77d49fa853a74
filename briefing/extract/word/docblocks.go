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

	formats *docFormats
	look    docLook
	run     *docRange // whose look that is
	style   *docxStyle
	par     *docRange // whose style that is
	changed bool      // somebody's changes are in the open paragraph
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
func (d *doc) read(text docSigns, length, noteLength int) {
	length = max(0, min(length, len(text.units)))
	noteLength = max(0, min(noteLength, len(text.units)-length))
	notes := string(utf16.Decode(text.units[length : length+noteLength]))
	for i, note := range strings.Split(notes, string(rune(docNote))) {
		if i > 0 {
			d.notes = append(d.notes, strings.TrimSpace(strings.Map(plainSign, note)))
		}
	}
	for i := 0; i < length; i++ {
		r := rune(text.units[i])
		d.see(text.at[i])
		if utf16.IsSurrogate(r) && i+1 < length {
			i++
			r = utf16.DecodeRune(r, rune(text.units[i]))
		}
		if d.kept() {
			d.sign(r)
		}
	}
	d.paragraph()
	d.endTable()
}

// see takes up the formats at a byte of the file.
func (d *doc) see(at uint32) {
	moved := !d.par.holds(at)
	if moved {
		d.par = find(d.formats.paragraphs, at)
		d.style = d.formats.style(d.par)
	}
	if moved || !d.run.holds(at) {
		d.run = find(d.formats.characters, at)
		d.look = d.formats.look(d.run, d.style)
		switch {
		case d.look.deleted, d.look.inserted:
			d.m.Left[leftTracked]++
		case d.look.hidden:
			d.m.Left[leftHidden]++
		}
	}
}

// kept tells whether the sign is part of the text: not what was deleted and
// not what is hidden.
func (d *doc) kept() bool {
	d.changed = d.changed || d.look.deleted || d.look.inserted
	return !d.look.deleted && !d.look.hidden
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
			d.write(r)
		}
	}
}

// write adds a sign in its look.
func (d *doc) write(r rune) {
	from := d.text.Len()
	d.text.WriteRune(r)
	if d.look.style == 0 {
		return
	}
	if last := len(d.runs) - 1; last >= 0 && d.runs[last].End == from && d.runs[last].Style == d.look.style && d.runs[last].NoteRef == "" {
		d.runs[last].End = d.text.Len()
		return
	}
	d.runs = append(d.runs, briefing.Run{Start: from, End: d.text.Len(), Style: d.look.style})
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
	if d.changed {
		p.Doubts = []string{briefing.DoubtTracked}
	}
	d.style.describe(&p)
	d.runs, d.changed = nil, false
	d.text.Reset()
	return p
}

// describe says what the style tells of a paragraph.
func (s *docxStyle) describe(p *manuscript.Passage) {
	switch heading := s.heading(); {
	case s.contents():
		p.Hint = manuscript.HintFurniture
	case s.title() > 0:
		p.Hint, p.Level = manuscript.HintTitle, s.title()
	case heading > 0:
		p.Hint, p.Level = manuscript.HintHeading, heading
	}
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
