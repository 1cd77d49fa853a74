package word

import (
	"strconv"
	"strings"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/sentence"
)

// defineStyle takes the names of the style sheet in; each ends with a
// semicolon.
func (d *rtf) defineStyle(text string) {
	d.name.WriteString(text)
	if !strings.HasSuffix(text, ";") {
		return
	}
	name := strings.ToLower(strings.TrimSuffix(d.name.String(), ";"))
	d.styles[d.styleNo] = &docxStyle{name: strings.TrimSpace(name), outline: d.state.outline}
	d.name.Reset()
}

// paragraph ends the open paragraph.
func (d *rtf) paragraph() {
	p := d.open
	d.open = manuscript.Passage{}
	p.Rich = withoutControls(p.Rich).Trim()
	p.Page = d.page
	switch {
	case d.note != nil:
		if p.Text != "" {
			d.note.Rich = d.note.Join(joint(d.note.Text), p.Rich)
		}
		return
	case p.Text == "":
		return
	case strings.Trim(p.Label, "•·-–o\uf0b7 ") == "" && p.Label != "":
		p.Hint, p.Label = manuscript.HintBullet, ""
	}
	d.describe(&p)
	if d.state.table {
		d.cells = append(d.cells, p)
	} else {
		d.endTable()
		d.m.Passages = append(d.m.Passages, p)
		d.body = d.body || sentence.Prose(p.Text) || p.Hint == manuscript.HintHeading
	}
	d.m.Passages = append(d.m.Passages, d.notes...)
	d.notes = nil
}

func joint(before string) string {
	if before == "" {
		return ""
	}
	return " "
}

func (d *rtf) describe(p *manuscript.Passage) {
	if p.Hint != manuscript.HintNone {
		return
	}
	style := d.styles[d.state.style]
	switch heading := style.heading(); {
	case style.contents():
		p.Hint = manuscript.HintFurniture
	case style.title() > 0:
		p.Hint, p.Level = manuscript.HintTitle, style.title()
	case heading > 0:
		p.Hint, p.Level = manuscript.HintHeading, heading
	case d.state.outline > 0 && d.state.outline < 10:
		p.Hint, p.Level = manuscript.HintHeading, d.state.outline
	}
}

// noteMark adds the number of the next note to the text; within the note
// itself the mark is known.
func (d *rtf) noteMark() {
	if d.note != nil || d.state.destination != "" {
		return
	}
	d.noteNo++
	label := strconv.Itoa(d.noteNo)
	mark := manuscript.Rich{Text: label, Runs: []briefing.Run{{End: len(label), Style: briefing.Superscript, NoteRef: "n" + label}}}
	d.open.Rich = d.open.Join("", mark)
}

// beginNote sets the paragraph aside while its footnote is read.
func (d *rtf) beginNote() {
	d.state.destination = "footnote"
	if d.note != nil {
		return
	}
	label := strconv.Itoa(d.noteNo)
	d.note, d.host, d.open = &manuscript.Passage{Hint: manuscript.HintNote, Label: label, Mark: "n" + label, Page: d.page}, d.open, manuscript.Passage{}
}

func (d *rtf) endNote() {
	if d.note == nil {
		return
	}
	d.paragraph()
	note := *d.note
	note.Rich = strippedMark(note.Trim(), &note.Label)
	d.note, d.open, d.host = nil, d.host, manuscript.Passage{}
	if note.Text != "" {
		d.notes = append(d.notes, note)
	}
}

// table follows the cells and rows of tables.
func (d *rtf) table(t rtfToken) {
	if d.state.destination != "" && d.state.destination != "headerf" || d.note != nil {
		return
	}
	switch t.word {
	case "intbl":
		d.state.table = true
	case "cell", "nestcell":
		d.state.table = true
		d.paragraph()
		d.row = append(d.row, manuscript.CellText(d.cells[d.cellAt:]))
		d.cellAt = len(d.cells)
	case "row", "nestrow":
		d.rows = append(d.rows, d.row)
		d.row = nil
	}
}

// endTable hands the table on that was being read: as a table, or cell by
// cell where it only lays out text.
func (d *rtf) endTable() {
	rows, cells := d.rows, manuscript.Labelled(d.cells)
	d.rows, d.row, d.cells, d.cellAt = nil, nil, nil, 0
	if len(cells) == 0 {
		return
	}
	if !d.body || manuscript.LaysOut(rows, cells) {
		d.m.Passages = append(d.m.Passages, cells...)
		return
	}
	d.m.Passages = append(d.m.Passages, manuscript.TableOf(rows, d.page))
}
