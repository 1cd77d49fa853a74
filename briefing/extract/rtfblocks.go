package extract

import (
	"strconv"
	"strings"

	"placard/briefing"
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
	d.open = passage{}
	p.rich = withoutControls(p.rich).trim()
	p.page = d.page
	switch {
	case d.note != nil:
		if p.text != "" {
			d.note.rich = d.note.join(joint(d.note.text), p.rich)
		}
		return
	case p.text == "":
		return
	case strings.Trim(p.label, "•·-–o\uf0b7 ") == "" && p.label != "":
		p.hint, p.label = hintBullet, ""
	}
	d.describe(&p)
	if d.state.table {
		d.cells = append(d.cells, p)
	} else {
		d.endTable()
		d.m.passages = append(d.m.passages, p)
		d.body = d.body || prose(p.text) || p.hint == hintHeading
	}
	d.m.passages = append(d.m.passages, d.notes...)
	d.notes = nil
}

func joint(before string) string {
	if before == "" {
		return ""
	}
	return " "
}

func (d *rtf) describe(p *passage) {
	if p.hint != hintNone {
		return
	}
	style := d.styles[d.state.style]
	switch heading := style.heading(); {
	case style.contents():
		p.hint = hintFurniture
	case style.title() > 0:
		p.hint, p.level = hintTitle, style.title()
	case heading > 0:
		p.hint, p.level = hintHeading, heading
	case d.state.outline > 0 && d.state.outline < 10:
		p.hint, p.level = hintHeading, d.state.outline
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
	mark := rich{text: label, runs: []briefing.Run{{End: len(label), Style: briefing.Superscript, NoteRef: "n" + label}}}
	d.open.rich = d.open.join("", mark)
}

// beginNote sets the paragraph aside while its footnote is read.
func (d *rtf) beginNote() {
	d.state.destination = "footnote"
	if d.note != nil {
		return
	}
	label := strconv.Itoa(d.noteNo)
	d.note, d.host, d.open = &passage{hint: hintNote, label: label, mark: "n" + label, page: d.page}, d.open, passage{}
}

func (d *rtf) endNote() {
	if d.note == nil {
		return
	}
	d.paragraph()
	note := *d.note
	note.rich = strippedMark(note.trim(), &note.label)
	d.note, d.open, d.host = nil, d.host, passage{}
	if note.text != "" {
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
		d.row = append(d.row, cellText(d.cells[d.cellAt:]))
		d.cellAt = len(d.cells)
	case "row", "nestrow":
		d.rows = append(d.rows, d.row)
		d.row = nil
	}
}

// endTable hands the table on that was being read: as a table, or cell by
// cell where it only lays out text.
func (d *rtf) endTable() {
	rows, cells := d.rows, labelled(d.cells)
	d.rows, d.row, d.cells, d.cellAt = nil, nil, nil, 0
	if len(cells) == 0 {
		return
	}
	if !d.body || layout(rows, cells) {
		d.m.passages = append(d.m.passages, cells...)
		return
	}
	d.m.passages = append(d.m.passages, tableOf(rows, d.page))
}
