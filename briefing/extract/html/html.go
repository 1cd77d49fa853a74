// Package html reads web pages into manuscripts. Nothing a page refers to is
// ever fetched.
package html

import (
	"bytes"
	"context"
	"io"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
	"placard/briefing/extract/sentence"
)

// page is a web page being read.
type page struct {
	m     *manuscript.Manuscript
	open  manuscript.Passage // the passage being filled
	style briefing.Style
	link  string
	quote int
	lists []htmlList
	body  bool // prose was seen: the cover is over
}

type htmlList struct {
	ordered bool
	kind    string // "a", "i", "1"
	next    int
}

// Read reads a web page. Nothing it refers to is ever fetched.
func Read(ctx context.Context, data []byte, progress briefing.Progress) (*manuscript.Manuscript, error) {
	reader, err := charset.NewReader(bytes.NewReader(data), "")
	if err != nil {
		return nil, briefing.ErrUnreadable.Because(err)
	}
	utf8, err := io.ReadAll(reader)
	if err != nil {
		return nil, briefing.ErrUnreadable.Because(err)
	}
	p := &page{m: &manuscript.Manuscript{Format: "html", Left: map[string]int{}}}
	root, err := html.Parse(bytes.NewReader(utf8))
	if err != nil { // nested too deep for a tree
		if err := p.flat(ctx, utf8); err != nil {
			return nil, briefing.ErrUnreadable.Because(err)
		}
		return p.m, nil
	}
	p.walk(root)
	p.flush()
	progress.Tell(len(data), len(data))
	return p.m, ctx.Err()
}

// walk reads a node and what is below it.
func (p *page) walk(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		p.write(n.Data)
		return
	case n.Type == html.DocumentNode:
		p.below(n)
		return
	case n.Type != html.ElementNode:
		return
	}
	switch n.Data {
	case "script", "style", "head", "template", "noscript", "iframe", "svg", "math", "object":
	case "br":
		p.write(" ")
	case "table":
		p.table(n)
	case "ul", "ol":
		p.list(n)
	case "li":
		p.item(n)
	case "h1", "h2", "h3", "h4", "h5", "h6":
		p.heading(n, int(n.Data[1]-'0'))
	case "blockquote":
		p.flush()
		p.quote++
		p.below(n)
		p.flush()
		p.quote--
	default:
		p.element(n)
	}
}

func (p *page) below(n *html.Node) {
	for k := range n.ChildNodes() {
		p.walk(k)
	}
}

// looks are the elements that change how text looks.
var looks = map[atom.Atom]briefing.Style{
	atom.B: briefing.Bold, atom.Strong: briefing.Bold, atom.I: briefing.Italic, atom.Em: briefing.Italic, atom.Cite: briefing.Italic,
	atom.U: briefing.Underline, atom.S: briefing.Strike, atom.Strike: briefing.Strike, atom.Sup: briefing.Superscript,
}

// element reads a block, or text within one.
func (p *page) element(n *html.Node) {
	style, link := p.style, p.link
	p.style |= looks[n.DataAtom]
	if href := attribute(n, "href"); n.DataAtom == atom.A && strings.HasPrefix(href, "http") {
		p.link = href
	}
	block := blockElement(n)
	if block {
		p.flush()
	}
	p.below(n)
	if block {
		p.flush()
	}
	if hasClass(n, "akn-num") {
		p.open.Rich = p.open.Join("", manuscript.Rich{Text: "\t"})
	}
	p.style, p.link = style, link
}

// blockElement tells what stands on lines of its own. Akoma Ntoso pages are
// made of spans that a style sheet turns into blocks.
func blockElement(n *html.Node) bool {
	switch n.Data {
	case "p", "div", "section", "article", "header", "footer", "main", "aside", "nav", "address", "pre",
		"dl", "dt", "dd", "figure", "figcaption", "center", "hr", "body", "html", "fieldset", "form":
		return true
	}
	return hasClass(n, "akn-paragraph") || hasClass(n, "akn-subparagraph") || hasClass(n, "akn-item") ||
		hasClass(n, "akn-heading") || hasClass(n, "akn-p") && !behindNumber(n)
}

// behindNumber tells whether the first words of a numbered paragraph begin
// here: they stand in one block with their number.
func behindNumber(n *html.Node) bool {
	for at := n; at != nil; at = at.Parent {
		prev := at.PrevSibling
		for prev != nil && prev.Type == html.TextNode && strings.TrimSpace(prev.Data) == "" {
			prev = prev.PrevSibling
		}
		if prev != nil {
			return hasClass(prev, "akn-num")
		}
	}
	return false
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func hasClass(n *html.Node, class string) bool {
	for c := range strings.FieldsSeq(attribute(n, "class")) {
		if c == class {
			return true
		}
	}
	return false
}

// write adds text; blanks and line ends are one blank.
func (p *page) write(text string) {
	var b strings.Builder
	blank := p.open.Text == "" || strings.HasSuffix(p.open.Text, " ") || strings.HasSuffix(p.open.Text, "\t")
	for _, r := range text {
		switch {
		case r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\f':
			if !blank {
				b.WriteByte(' ')
			}
			blank = true
		case sentence.Steers(r) && !unicode.IsSpace(r), r == unicode.ReplacementChar:
		default:
			b.WriteRune(r)
			blank = false
		}
	}
	piece := manuscript.Rich{Text: b.String()}
	if piece.Text == "" {
		return
	}
	if p.style != 0 || p.link != "" {
		piece.Runs = []briefing.Run{{End: len(piece.Text), Style: p.style, Link: p.link}}
	}
	p.open.Rich = p.open.Join("", piece)
}
