package extract

import (
	"strconv"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// heading reads a heading; its level is the element's.
func (p *page) heading(n *html.Node, depth int) {
	p.flush()
	p.below(n)
	p.open.hint, p.open.level = hintHeading, depth
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
		p.open.hint, p.open.level = hintBullet, max(depth, 0)
	} else {
		l := &p.lists[depth]
		switch l.kind {
		case "a":
			p.open.label = formatNumber(l.next, "lowerLetter") + ")"
		case "i":
			p.open.label = formatNumber(l.next, "lowerRoman") + ")"
		default:
			p.open.label = strconv.Itoa(l.next) + "."
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
	cover, kept := !p.body, p.m.passages
	p.m.passages = nil
	var rows [][]string
	for _, tr := range elements(n, atom.Tr) {
		var row []string
		for _, cell := range elements(tr, atom.Td) {
			from := len(p.m.passages)
			p.below(cell)
			p.flush()
			p.open = passage{}
			row = append(row, cellText(p.m.passages[from:]))
		}
		rows = append(rows, row)
	}
	cells := labelled(p.m.passages)
	p.m.passages = kept
	if cover || layout(rows, cells) {
		p.m.passages = append(p.m.passages, cells...)
		return
	}
	p.m.passages = append(p.m.passages, tableOf(rows, 0))
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
	q.rich = q.trim()
	p.open = passage{}
	if q.text == "" {
		p.open.hint, p.open.level, p.open.label = q.hint, q.level, q.label // an item whose text is a paragraph
		return
	}
	if p.quote > 0 && q.hint == hintNone {
		q.hint = hintQuote
	}
	p.body = p.body || prose(q.text) || q.hint == hintHeading && q.level > 1
	p.m.passages = append(p.m.passages, q)
}
