package word

import (
	"path"
	"strconv"
	"strings"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
)

// readNotes reads the footnotes and endnotes by their ids.
func (d *docx) readNotes() error {
	d.notes = map[string]*node{}
	for _, part := range []struct{ file, element, prefix string }{
		{"footnotes.xml", "footnote", "f"}, {"endnotes.xml", "endnote", "e"},
	} {
		root, err := d.zip.tree(path.Join(d.dir, part.file))
		if err != nil {
			return err
		}
		if root == nil {
			continue
		}
		for _, n := range root.kids {
			if kind := n.attr("type"); n.name == part.element && (kind == "" || kind == "normal") {
				d.notes[part.prefix+n.attr("id")] = n
			}
		}
	}
	return nil
}

// noteMark adds the mark of a note and keeps the note for the end of the
// paragraph. A mark of the author's own ("*") stands in the text already.
func (d *docx) noteMark(p *manuscript.Passage, id string, ref *node) {
	content := d.notes[id]
	if content == nil {
		return
	}
	delete(d.notes, id) // a note has one mark
	label := ""
	if own := ref.attr("customMarkFollows"); own == "" || own == "0" || own == "false" {
		d.noteNo++
		label = strconv.Itoa(d.noteNo)
		mark := manuscript.Rich{Text: label, Runs: []briefing.Run{{End: len(label), Style: briefing.Superscript, NoteRef: id}}}
		p.Rich = p.Join("", mark)
	}
	d.pending = append(d.pending, d.note(content, id, label))
}

// note reads a note; its paragraphs become one.
func (d *docx) note(content *node, id, label string) manuscript.Passage {
	note := manuscript.Passage{Hint: manuscript.HintNote, Label: label, Mark: id, Page: d.page}
	kept := d.pending
	fields := d.fields
	d.fields = nil
	for _, n := range content.kids {
		if n.name != "p" {
			continue
		}
		var p manuscript.Passage
		d.runs(n, &p, docxLook{}, "")
		p.Rich = withoutControls(p.Rich).Trim()
		if note.Text == "" {
			note.Rich = p.Rich
		} else if p.Text != "" {
			note.Rich = note.Join(" ", p.Rich)
		}
	}
	d.pending, d.fields = kept, fields
	note.Rich = strippedMark(note.Rich, &note.Label)
	return note
}

// strippedMark takes the mark off the start of a note's text: the stars of an
// author's own mark become its label, empty brackets around a number that Word
// shows go.
func strippedMark(r manuscript.Rich, label *string) manuscript.Rich {
	bare := strings.TrimLeft(r.Text, "*")
	if stars := r.Text[:len(r.Text)-len(bare)]; stars != "" {
		*label = stars
		return r.After(len(stars))
	}
	for _, empty := range []string{"()", "( )", "[]"} {
		if strings.HasPrefix(r.Text, empty) {
			return r.After(len(empty))
		}
	}
	return r
}

// boxes reads the text boxes below a drawing; they follow the paragraph they
// are anchored in.
func (d *docx) boxes(n *node) {
	if n.name == "Fallback" {
		return
	}
	if n.name != "txbxContent" {
		for _, k := range n.kids {
			d.boxes(k)
		}
		return
	}
	box := docx{zip: d.zip, dir: d.dir, links: d.links, styles: d.styles, numbers: d.numbers, notes: d.notes, page: d.page, noteNo: d.noteNo, body: d.body, m: &manuscript.Manuscript{Left: d.m.Left}}
	for _, k := range n.kids {
		box.block(k)
	}
	box.flush()
	d.noteNo, d.page = box.noteNo, box.page
	d.pending = append(d.pending, box.m.Passages...)
}
