package html

import (
	"strconv"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/sentence"
	"placard/briefing/extract/sign"
)

// heading reads a heading; its level is the element's.
func (p *page) heading(n *html.Node, depth int) {
	p.flush()
	p.below(n)
	p.open.Hint, p.open.Level = manuscript.HintHeading, depth
	p.flush()
}

func (p *page) list(n *html.Node) {
	p.flush()
	l := htmlList{ordered: n.DataAtom == atom.Ol, kind: attribute(n, "type"), next: 1}
	if start, err := strconv.Atoi(attribute(n, "start")); err == nil {
		l.next = start
	}
	p.lists = append(p.lists, l)
	p.below(n)
	p.flush()
	p.lists = p.lists[:len(p.lists)-1]
}

// item reads a member of a list: the number the browser would print, or a
// bullet.
func (p *page) item(n *html.Node) {
	p.flush()
	depth := len(p.lists) - 1
	if depth < 0 || !p.lists[depth].ordered {
		p.open.Hint, p.open.Level = manuscript.HintBullet, max(depth, 0)
	} else {
		l := &p.lists[depth]
		switch l.kind {
		case "a":
			p.open.Label = sign.FormatNumber(l.next, "lowerLetter") + ")"
		case "i":
			p.open.Label = sign.FormatNumber(l.next, "lowerRoman") + ")"
		default:
			p.open.Label = strconv.Itoa(l.next) + "."
		}
		l.next++
	}
	p.below(n)
	p.flush()
}

// table reads a table as the other readers do: cell by cell where it only
// lays out text.
func (p *page) table(n *html.Node) {
	p.flush()
	cover, kept := !p.body, p.m.Passages
	p.m.Passages = nil
	var rows [][]string
	for _, tr := range elements(n, atom.Tr) {
		var row []string
		for _, cell := range elements(tr, atom.Td) {
			from := len(p.m.Passages)
			p.below(cell)
			p.flush()
			p.open = manuscript.Passage{}
			row = append(row, manuscript.CellText(p.m.Passages[from:]))
		}
		rows = append(rows, row)
	}
	cells := manuscript.Labelled(p.m.Passages)
	p.m.Passages = kept
	if cover || manuscript.LaysOut(rows, cells) {
		p.m.Passages = append(p.m.Passages, cells...)
		return
	}
	p.m.Passages = append(p.m.Passages, manuscript.TableOf(rows, 0))
}

// elements are the rows of a table or the cells of a row, not those of tables
// inside.
func elements(n *html.Node, want atom.Atom) []*html.Node {
	var out []*html.Node
	for k := range n.ChildNodes() {
		switch {
		case k.DataAtom == want, want == atom.Td && k.DataAtom == atom.Th:
			out = append(out, k)
		case k.DataAtom == atom.Tbody, k.DataAtom == atom.Thead, k.DataAtom == atom.Tfoot:
			out = append(out, elements(k, want)...)
		}
	}
	return out
}

// flush ends the open passage.
func (p *page) flush() {
	q := p.open
	q.Rich = q.Trim()
	p.open = manuscript.Passage{}
	if q.Text == "" {
		p.open.Hint, p.open.Level, p.open.Label = q.Hint, q.Level, q.Label // an item whose text is a paragraph
		return
	}
	if p.quote > 0 && q.Hint == manuscript.HintNone {
		q.Hint = manuscript.HintQuote
	}
	p.body = p.body || sentence.Prose(q.Text) || q.Hint == manuscript.HintHeading && q.Level > 1
	p.m.Passages = append(p.m.Passages, q)
}
