// Package word reads the files of word processors into manuscripts: DOCX, DOC of
// 1997 to 2003, ODT
// and RTF.
package word

import (
	"context"
	"errors"
	"io"
	"path"
	"strings"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
)

// docx is a Word document being read.
type docx struct {
	zip     *archive
	dir     string // folder of the main part
	links   map[string]string
	styles  map[string]*docxStyle
	numbers *docxNumbers
	notes   map[string]*node // by "f1" and "e1"
	m       *manuscript.Manuscript

	page    int
	noteNo  int                  // footnote marks given so far
	pending []manuscript.Passage // footnotes and text boxes of the paragraph being read
	merge   *manuscript.Passage  // a paragraph whose end was deleted
	fields  []docxField
	body    bool // prose was seen: the cover is over
}

// maxPassages bounds what a small file can unfold to.
const maxPassages = 200_000

// ReadDOCX reads a Word document of 2007 or later: ErrUnreadable, ErrTooLarge.
// Tracked changes are taken as accepted; hidden text is left out and counted.
func ReadDOCX(ctx context.Context, data []byte, progress briefing.Progress) (*manuscript.Manuscript, error) {
	zip, err := openArchive(data)
	if err != nil {
		return nil, err
	}
	d := &docx{zip: zip, m: &manuscript.Manuscript{Format: "docx", Left: map[string]int{}}, page: 1}
	main, err := d.open()
	if err != nil {
		return nil, err
	}
	if err := d.readBody(ctx, main, progress); err != nil {
		return nil, unreadable(err)
	}
	return d.m, nil
}

// open finds the main part and reads what its paragraphs refer to.
func (d *docx) open() ([]byte, error) {
	name := "word/document.xml"
	rels, err := d.zip.tree("_rels/.rels")
	if err != nil {
		return nil, err
	}
	for _, r := range relations(rels) {
		if strings.HasSuffix(r.kind, "/officeDocument") {
			name = strings.TrimPrefix(r.target, "/")
		}
	}
	d.dir = path.Dir(name)
	main, err := d.zip.read(name)
	if err != nil {
		return nil, err
	}
	if main == nil {
		return nil, briefing.ErrUnreadable.Because(errors.New("no main part"))
	}
	return main, d.readParts(path.Join(d.dir, "_rels", path.Base(name)+".rels"))
}

// readParts reads the parts beside the main one.
func (d *docx) readParts(rels string) error {
	root, err := d.zip.tree(rels)
	if err != nil {
		return err
	}
	d.links = map[string]string{}
	for _, r := range relations(root) {
		d.links[r.id] = r.target
	}
	styles, err := d.zip.tree(path.Join(d.dir, "styles.xml"))
	if err != nil {
		return err
	}
	d.styles = readStyles(styles)
	numbering, err := d.zip.tree(path.Join(d.dir, "numbering.xml"))
	if err != nil {
		return err
	}
	d.numbers = readNumbering(numbering, d.styles)
	return d.readNotes()
}

type relation struct{ id, kind, target string }

func relations(root *node) []relation {
	var out []relation
	if root == nil {
		return nil
	}
	for _, n := range root.kids {
		if n.name == "Relationship" {
			out = append(out, relation{id: n.attr("Id"), kind: n.attr("Type"), target: n.attr("Target")})
		}
	}
	return out
}

// readBody reads the blocks of the main part one by one.
func (d *docx) readBody(ctx context.Context, main []byte, progress briefing.Progress) error {
	x := newXML(main)
	total := len(main)
	var section *node
	for {
		n, err := x.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		if n.name == "document" || n.name == "body" {
			continue
		}
		if err := x.fill(n); err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if s := sectionOf(n); s != nil && section == nil {
			section = s
		}
		d.block(n)
		if len(d.m.Passages) > maxPassages {
			return briefing.ErrTooLarge
		}
		progress.Tell(int(x.dec.InputOffset()), total)
	}
	d.flush()
	return d.readHeads(section)
}

// sectionOf is the section a block ends: its own element, or one inside the
// properties of its last paragraph.
func sectionOf(n *node) *node {
	if n.name == "sectPr" {
		return n
	}
	return n.child("pPr", "sectPr")
}

// readHeads puts the running head of the first page in front: many mastheads
// stand nowhere else. The heads of other pages are furniture.
func (d *docx) readHeads(section *node) error {
	if section == nil {
		return nil
	}
	first, other := "", ""
	for _, n := range section.kids {
		if n.name != "headerReference" {
			continue
		}
		if n.attr("type") == "first" {
			first = d.links[n.attr("id")]
		} else {
			other = d.links[n.attr("id")]
		}
	}
	hint := manuscript.HintNone
	if first == "" {
		first, hint = other, manuscript.HintFurniture
	}
	if first == "" {
		return nil
	}
	root, err := d.zip.tree(path.Join(d.dir, first))
	if err != nil || root == nil {
		return err
	}
	body := d.m.Passages
	d.m.Passages, d.body, d.page = nil, false, 1
	for _, n := range root.kids {
		d.block(n)
	}
	d.flush()
	for i := range d.m.Passages {
		if hint != manuscript.HintNone {
			d.m.Passages[i].Hint = hint
		}
	}
	d.m.Passages = append(d.m.Passages, body...)
	return nil
}
