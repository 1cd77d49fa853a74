package pdf

import (
	"cmp"
	"slices"
	"strings"

	"placard/briefing/extract/manuscript"
)

// tagged reads the blocks of a page by the structure that the document
// carries. rest is the signs that are no part of it.
func tagged(s *sheet) (blocks []block, rest []glyph) {
	t := &tagReader{byTag: byTag(s.glyphs), used: map[int]bool{}}
	for _, e := range s.elements {
		t.walk(e, manuscript.HintNone, 0)
	}
	t.flush()
	t.adopt()
	var stray []glyph
	for _, g := range s.glyphs {
		switch {
		case g.tag < 0:
			rest = append(rest, g)
		case !t.used[g.tag]:
			stray = append(stray, g)
		}
	}
	return append(t.blocks, paragraphs(columns(lines(stray), s))...), rest
}

// byTag sorts signs by their marked content, each in the order of the file.
func byTag(glyphs []glyph) map[int][]glyph {
	all := slices.Clone(glyphs)
	slices.SortStableFunc(all, func(a, b glyph) int { return cmp.Compare(a.tag, b.tag) })
	out := map[int][]glyph{}
	for from := 0; from < len(all); {
		end := from + 1
		for end < len(all) && all[end].tag == all[from].tag {
			end++
		}
		out[all[from].tag] = slices.Clip(all[from:end])
		from = end
	}
	return out
}

// adopt gives blocks the content that is likely theirs and nobody else's.
func (t *tagReader) adopt() {
	for i := range t.blocks {
		b := &t.blocks[i]
		var all []glyph
		for _, tag := range b.likely {
			t.take(tag, &all)
		}
		if len(all) == 0 {
			continue
		}
		for _, l := range b.lines {
			all = append(all, l.glyphs...)
		}
		b.lines = lines(inFile(all))
	}
}

// inFile puts signs into the order of the file.
func inFile(glyphs []glyph) []glyph {
	slices.SortFunc(glyphs, func(a, b glyph) int { return cmp.Compare(a.at, b.at) })
	return glyphs
}

// tagReader turns elements into blocks, in the order of the structure.
type tagReader struct {
	byTag  map[int][]glyph
	used   map[int]bool
	blocks []block
	open   []glyph
	hint   manuscript.Hint
	level  int
	mark   []glyph
	notes  []block // of marks in the open block
	likely []int   // content that may be the open block's
	depth  int     // of lists
	spans  bool    // the open block goes on on another page
}

// inline are the kinds of element that are part of a paragraph.
var inline = map[string]bool{"Span": true, "Link": true, "Reference": true, "Quote": true, "Em": true, "Strong": true, "Sub": true, "Code": true, "BibEntry": true, "Annot": true, "Ruby": true, "Warichu": true, "Formula": true}

// walk reads an element and all below it.
func (t *tagReader) walk(e *element, hint manuscript.Hint, level int) {
	switch kind := e.kind; {
	case kind == "":
		t.take(e.tag, &t.open)
		return
	case inline[kind]:
		for _, kid := range e.kids {
			t.walk(kid, hint, level)
		}
		t.spans = t.spans || e.spans
		return
	case kind == "Table":
		t.flush()
		t.table(e)
		return
	case kind == "Lbl":
		if hint == manuscript.HintNote {
			break
		}
		t.flush()
		t.gather(e, &t.mark)
		return
	case kind == "LBody":
		t.body(e, hint, level)
		return
	case kind == "L":
		t.flush()
		t.depth++
		defer func() { t.flush(); t.depth-- }()
	case kind == "Note" || kind == "FENote" || kind == "Footnote":
		t.aside(e)
		return
	case kind == "TOC" || kind == "TOCI" || kind == "Artifact":
		hint = manuscript.HintFurniture
	case kind == "BlockQuote":
		hint = manuscript.HintQuote
	case headingLevel(kind) > 0 && hint == manuscript.HintNone:
		hint, level = manuscript.HintHeading, headingLevel(kind)
	}
	t.flush()
	for _, kid := range e.kids {
		if part(kid) && len(t.open) == 0 {
			t.hint, t.level = hint, level
		}
		if part(kid) {
			t.spans, t.likely = t.spans || e.spans, e.likely
		}
		t.walk(kid, hint, level)
	}
	t.spans = t.spans || len(t.open) > 0 && e.spans
	t.flush()
}

// headingLevel is the depth that a kind of element says; 0 for no heading.
func headingLevel(kind string) int {
	switch {
	case kind == "H" || kind == "Title":
		return 1
	case len(kind) == 2 && kind[0] == 'H' && '1' <= kind[1] && kind[1] <= '6':
		return int(kind[1] - '0')
	}
	return 0
}

// body reads the text of a list's member; its first lines go with the mark.
func (t *tagReader) body(e *element, hint manuscript.Hint, level int) {
	t.hint, t.level, t.spans, t.likely = hint, level, t.spans || e.spans, e.likely
	for i, kid := range e.kids {
		if i == 0 && kid.kind == "P" {
			for _, k := range kid.kids {
				t.walk(k, hint, level)
			}
			t.spans, t.likely = t.spans || kid.spans, append(t.likely, kid.likely...)
			continue
		}
		t.walk(kid, hint, level)
	}
	t.flush()
}

// aside reads a note without ending the paragraph that it stands in.
func (t *tagReader) aside(e *element) {
	inner := &tagReader{byTag: t.byTag, used: t.used, hint: manuscript.HintNote}
	for _, kid := range e.kids {
		inner.hint = manuscript.HintNote
		inner.walk(kid, manuscript.HintNote, 0)
	}
	inner.flush()
	t.notes = append(t.notes, inner.blocks...)
}

// part tells what belongs to a paragraph from what begins one.
func part(e *element) bool { return e.kind == "" || inline[e.kind] }

// take adds the signs of marked content.
func (t *tagReader) take(tag int, to *[]glyph) {
	if !t.used[tag] {
		t.used[tag] = true
		*to = append(*to, t.byTag[tag]...)
	}
}

// gather adds the signs of an element and all below it.
func (t *tagReader) gather(e *element, to *[]glyph) {
	if e.kind == "" {
		t.take(e.tag, to)
	}
	for _, kid := range e.kids {
		t.gather(kid, to)
	}
}

// flush ends the open block; the notes of its marks stand behind it.
func (t *tagReader) flush() {
	if len(t.open) > 0 || len(t.mark) > 0 {
		t.blocks = append(t.blocks, t.block())
	}
	t.blocks = append(t.blocks, t.notes...)
	t.open, t.mark, t.notes, t.likely, t.spans = nil, nil, nil, nil, false
}

func (t *tagReader) block() block {
	b := block{hint: t.hint, level: t.level, tagged: true, spans: t.spans, likely: t.likely, lines: lines(inFile(t.open))}
	if len(t.mark) == 0 {
		return b
	}
	b.mark = lines(inFile(t.mark))
	switch {
	case len(b.lines) == 0:
		b.lines, b.mark = b.mark, nil
	case t.hint == manuscript.HintNone && bulletMark(b.mark[0].text()):
		b.hint, b.level, b.mark = manuscript.HintBullet, max(0, t.depth-1), nil
	}
	return b
}

// bulletMark tells the sign of a list from a number.
func bulletMark(text string) bool {
	return strings.Trim(text, "•·▪▫●○◦■□❖➢►‣⁃–—-o\uf0b7\uf0a7\u2212 ") == ""
}

// table reads a table row by row.
func (t *tagReader) table(e *element) {
	var rows [][]block
	var row func(e *element)
	row = func(e *element) {
		if e.kind != "TR" {
			for _, kid := range e.kids {
				row(kid)
			}
			return
		}
		var cells []block
		for _, kid := range e.kids {
			inner := &tagReader{byTag: t.byTag, used: t.used}
			inner.walk(&element{kind: "P", kids: kid.kids}, manuscript.HintNone, 0)
			cells = append(cells, block{rows: [][]block{inner.blocks}})
		}
		rows = append(rows, cells)
	}
	row(e)
	if len(rows) > 0 {
		t.blocks = append(t.blocks, block{hint: manuscript.HintTable, rows: rows, tagged: true})
	}
}
