package extract

import (
	"path"
	"strconv"
	"strings"

	"placard/briefing"
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
func (d *docx) noteMark(p *passage, id string, ref *node) {
	content := d.notes[id]
	if content == nil {
		return
	}
	delete(d.notes, id) // a note has one mark
	label := ""
	if own := ref.attr("customMarkFollows"); own == "" || own == "0" || own == "false" {
		d.noteNo++
		label = strconv.Itoa(d.noteNo)
		mark := rich{text: label, runs: []briefing.Run{{End: len(label), Style: briefing.Superscript, NoteRef: id}}}
		p.rich = p.join("", mark)
	}
	d.pending = append(d.pending, d.note(content, id, label))
}

// note reads a note; its paragraphs become one.
func (d *docx) note(content *node, id, label string) passage {
	note := passage{hint: hintNote, label: label, mark: id, page: d.page}
	kept := d.pending
	fields := d.fields
	d.fields = nil
	for _, n := range content.kids {
		if n.name != "p" {
			continue
		}
		var p passage
		d.runs(n, &p, docxLook{}, "")
		p.rich = withoutControls(p.rich).trim()
		if note.text == "" {
			note.rich = p.rich
		} else if p.text != "" {
			note.rich = note.join(" ", p.rich)
		}
	}
	d.pending, d.fields = kept, fields
	note.rich = strippedMark(note.rich, &note.label)
	return note
}

// strippedMark takes the mark off the start of a note's text: the stars of an
// author's own mark become its label, empty brackets around a number that Word
// shows go.
func strippedMark(r rich, label *string) rich {
	bare := strings.TrimLeft(r.text, "*")
	if stars := r.text[:len(r.text)-len(bare)]; stars != "" {
		*label = stars
		return r.after(len(stars))
	}
	for _, empty := range []string{"()", "( )", "[]"} {
		if strings.HasPrefix(r.text, empty) {
			return r.after(len(empty))
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
	box := docx{zip: d.zip, dir: d.dir, links: d.links, styles: d.styles, numbers: d.numbers, notes: d.notes, page: d.page, noteNo: d.noteNo, body: d.body, m: &manuscript{left: d.m.left}}
	for _, k := range n.kids {
		box.block(k)
	}
	box.flush()
	d.noteNo, d.page = box.noteNo, box.page
	d.pending = append(d.pending, box.m.passages...)
}
