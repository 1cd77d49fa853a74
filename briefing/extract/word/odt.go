package word

import (
	"context"
	"strings"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/sentence"
)

// odt is an OpenDocument text being read.
type odt struct {
	m       *manuscript.Manuscript
	styles  map[string]*odtStyle
	lists   map[string]*odtList
	counts  map[string]*[odtLevels]int // by list style
	inside  []string                   // the styles of the lists around
	item    odtItem
	pending []manuscript.Passage
	page    int
	body    bool // prose was seen: the cover is over
}

// odtItem is the label that the next paragraph takes.
type odtItem struct {
	label  string
	bullet bool
	level  int
	fresh  bool
}

// ReadODT reads an OpenDocument text: ErrEncrypted, ErrUnreadable, ErrTooLarge.
func ReadODT(ctx context.Context, data []byte, progress briefing.Progress) (*manuscript.Manuscript, error) {
	return UnlockODT(ctx, data, "", progress)
}

// UnlockODT reads an OpenDocument text that a password closes, as ReadODT does:
// ErrLocked where it is closed in a way that is not known here.
func UnlockODT(ctx context.Context, data []byte, password string, progress briefing.Progress) (*manuscript.Manuscript, error) {
	zip, err := openArchive(data)
	if err != nil {
		return nil, err
	}
	zip.password = password
	if zip.seals, err = readSeals(zip); err != nil {
		return nil, err
	}
	content, err := zip.tree("content.xml")
	if err != nil {
		return nil, err
	}
	styles, err := zip.tree("styles.xml")
	if err != nil {
		return nil, err
	}
	d := &odt{m: &manuscript.Manuscript{Format: "odt", Left: map[string]int{}}, counts: map[string]*[odtLevels]int{}, page: 1}
	d.readODTStyles(styles, content)
	text := content.child("body", "text")
	if text == nil {
		return nil, briefing.ErrUnreadable
	}
	for i, n := range text.kids {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		d.block(n)
		if len(d.m.Passages) > maxPassages {
			return nil, briefing.ErrTooLarge
		}
		progress.Tell(i+1, len(text.kids))
	}
	return d.m, nil
}

// block reads a paragraph, a list, a table or something that holds them.
func (d *odt) block(n *node) {
	switch n.name {
	case "p", "h":
		d.paragraph(n)
	case "list":
		d.list(n)
	case "table":
		d.table(n)
	case "soft-page-break":
		d.page++
	case "tracked-changes":
		d.m.Left[leftTracked] += len(n.kids)
	case "table-of-content", "illustration-index", "table-index", "alphabetical-index":
		from := len(d.m.Passages)
		d.below(n)
		for i := range d.m.Passages[from:] {
			d.m.Passages[from+i].Hint = manuscript.HintFurniture
		}
	case "annotation", "sequence-decls", "variable-decls", "forms", "index-title-template", "table-of-content-source":
	default: // sections, frames, text boxes
		d.below(n)
	}
}

func (d *odt) below(n *node) {
	for _, k := range n.kids {
		d.block(k)
	}
}

func (d *odt) paragraph(n *node) {
	style := d.styles[n.attr("style-name")]
	p := manuscript.Passage{Page: d.page}
	var look docxLook
	if style != nil {
		look = style.named.look
	}
	d.inline(n, &p, look, "")
	p.Rich = withoutControls(p.Rich).Trim()
	d.describe(&p, n, style)
	if p.Text != "" {
		d.m.Passages = append(d.m.Passages, p)
		d.body = d.body || sentence.Prose(p.Text) || p.Hint == manuscript.HintHeading
	}
	d.m.Passages = append(d.m.Passages, d.pending...)
	d.pending = nil
}

// describe adds what the style, the element and the list say of a paragraph.
func (d *odt) describe(p *manuscript.Passage, n *node, style *odtStyle) {
	if style != nil {
		switch heading := style.named.heading(); {
		case style.named.contents():
			p.Hint = manuscript.HintFurniture
		case style.named.title() > 0:
			p.Hint, p.Level = manuscript.HintTitle, style.named.title()
		case heading > 0:
			p.Hint, p.Level = manuscript.HintHeading, heading
		}
	}
	if n.name == "h" && p.Hint == manuscript.HintNone {
		p.Hint, p.Level = manuscript.HintHeading, max(n.number("outline-level"), 1)
	}
	if !d.item.fresh || p.Text == "" {
		return
	}
	d.item.fresh = false
	if d.item.bullet {
		p.Hint, p.Level = manuscript.HintBullet, d.item.level
		return
	}
	p.Label = d.item.label
}

// inline reads the text of a paragraph.
func (d *odt) inline(n *node, p *manuscript.Passage, look docxLook, link string) {
	for _, k := range n.kids {
		switch k.name {
		case "":
			d.say(p, k.text, look, link)
		case "span":
			inner := look
			if s := d.styles[k.attr("style-name")]; s != nil {
				inner = look.under(s.named.look)
			}
			d.inline(k, p, inner, link)
		case "a":
			d.inline(k, p, look, k.attr("href"))
		case "s":
			d.say(p, strings.Repeat(" ", min(max(k.number("c"), 1), 100)), look, link)
		case "tab":
			d.say(p, "\t", docxLook{}, "")
		case "line-break":
			d.say(p, " ", docxLook{}, "")
		case "soft-page-break":
			d.page++
		case "note":
			d.note(k, p)
		case "frame", "text-box", "custom-shape", "g", "rect":
			d.box(k)
		case "change", "change-start", "change-end":
			p.Doubts = []string{briefing.DoubtTracked}
		case "annotation", "annotation-end", "bookmark", "number", "title", "desc":
		default:
			d.inline(k, p, look, link)
		}
	}
}

func (d *odt) say(p *manuscript.Passage, text string, look docxLook, link string) {
	if look.hidden {
		d.m.Left[leftHidden]++
		return
	}
	if !strings.HasPrefix(link, "http") {
		link = ""
	}
	piece := manuscript.Rich{Text: strings.Map(oneLine, text)}
	if piece.Text != "" && (look.style != 0 || link != "") {
		piece.Runs = []briefing.Run{{End: len(piece.Text), Style: look.style, Link: link}}
	}
	p.Rich = p.Join("", piece)
}

// note adds the mark of a note and keeps the note for the paragraph's end.
func (d *odt) note(n *node, p *manuscript.Passage) {
	id, label := n.attr("id"), n.child("note-citation")
	content := n.child("note-body")
	if id == "" || label == nil || content == nil {
		return
	}
	note := manuscript.Passage{Hint: manuscript.HintNote, Label: strings.TrimSpace(label.chars()), Mark: id, Page: d.page}
	mark := manuscript.Rich{Text: note.Label}
	if mark.Text != "" {
		mark.Runs = []briefing.Run{{End: len(mark.Text), Style: briefing.Superscript, NoteRef: id}}
	}
	p.Rich = p.Join("", mark)
	kept := d.pending
	for _, k := range content.kids {
		var q manuscript.Passage
		d.inline(k, &q, docxLook{}, "")
		q.Rich = withoutControls(q.Rich).Trim()
		if note.Text == "" {
			note.Rich = q.Rich
		} else if q.Text != "" {
			note.Rich = note.Join(" ", q.Rich)
		}
	}
	note.Rich = strippedMark(note.Rich, &note.Label)
	d.pending = append(kept, note)
}

// box reads what stands in a frame; it follows the paragraph it is tied to.
func (d *odt) box(n *node) {
	inner := *d
	inner.m, inner.pending, inner.item = &manuscript.Manuscript{Left: d.m.Left}, nil, odtItem{}
	inner.below(n)
	d.page = inner.page
	d.pending = append(d.pending, inner.m.Passages...)
}

// list reads a list. Its counters start anew unless it says that it goes on.
func (d *odt) list(n *node) {
	style := n.attr("style-name")
	if style == "" && len(d.inside) > 0 {
		style = d.inside[len(d.inside)-1]
	}
	level := min(len(d.inside), odtLevels-1)
	counts := d.counts[style]
	if counts == nil {
		counts = &[odtLevels]int{}
		d.counts[style] = counts
	}
	if goesOn := n.attr("continue-numbering") == "true" || n.attr("continue-list") != ""; !goesOn {
		counts[level] = 0
	}
	d.inside = append(d.inside, style)
	for _, k := range n.kids {
		if k.name == "list-item" {
			d.count(k, style, counts, level)
		}
		d.below(k)
	}
	d.inside = d.inside[:len(d.inside)-1]
	d.item = odtItem{}
}

// count numbers the next member of a list. An item that only holds a list of
// its own has no number.
func (d *odt) count(item *node, style string, counts *[odtLevels]int, level int) {
	if len(item.kids) > 0 && item.kids[0].name == "list" {
		return
	}
	l := d.lists[style]
	if l == nil {
		d.item = odtItem{bullet: true, level: level, fresh: true}
		return
	}
	switch start := item.attr("start-value"); {
	case start != "":
		counts[level] = item.number("start-value")
	case counts[level] == 0:
		counts[level] = l.levels[level].start
	default:
		counts[level]++
	}
	for i := level + 1; i < odtLevels; i++ {
		counts[i] = 0
	}
	d.item = odtItem{label: l.label(counts, level), bullet: l.levels[level].bullet, level: level, fresh: true}
	if printed := item.child("number"); printed != nil {
		d.item.label = printed.chars()
	}
}

// table reads a table as the other readers do: cell by cell where it only
// lays out text.
func (d *odt) table(n *node) {
	cover, kept := !d.body, d.m.Passages
	d.m.Passages = nil
	var rows [][]string
	for _, tr := range d.rows(n) {
		var row []string
		for _, cell := range tr.kids {
			if cell.name != "table-cell" {
				continue
			}
			from := len(d.m.Passages)
			d.below(cell)
			row = append(row, manuscript.CellText(d.m.Passages[from:]))
		}
		rows = append(rows, row)
	}
	cells := manuscript.Labelled(d.m.Passages)
	d.m.Passages = kept
	if cover || manuscript.LaysOut(rows, cells) {
		d.m.Passages = append(d.m.Passages, cells...)
		return
	}
	d.m.Passages = append(d.m.Passages, manuscript.TableOf(rows, d.page))
	for _, p := range cells {
		if p.Hint == manuscript.HintNote {
			d.m.Passages = append(d.m.Passages, p)
		}
	}
}

func (d *odt) rows(n *node) []*node {
	var out []*node
	for _, k := range n.kids {
		switch k.name {
		case "table-row":
			out = append(out, k)
		case "table-header-rows", "table-rows", "table-row-group":
			out = append(out, d.rows(k)...)
		}
	}
	return out
}
