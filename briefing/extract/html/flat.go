package html

import (
	"bytes"
	"context"
	"errors"
	"io"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// unread are the elements whose content is no text of the page.
var unread = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Head: true, atom.Template: true, atom.Noscript: true, atom.Iframe: true, atom.Svg: true, atom.Math: true, atom.Object: true,
}

// flat reads a page whose elements nest deeper than any tree is built: the
// words in their order, parted where blocks begin and end.
func (p *page) flat(ctx context.Context, data []byte) error {
	tokens, skipped := html.NewTokenizer(bytes.NewReader(data)), 0
	for ctx.Err() == nil {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			p.flush()
			if err := tokens.Err(); !errors.Is(err, io.EOF) {
				return err
			}
			return nil
		}
		token := tokens.Token()
		switch {
		case unread[token.DataAtom] && kind == html.StartTagToken:
			skipped++
		case unread[token.DataAtom] && kind == html.EndTagToken:
			skipped = max(0, skipped-1)
		case skipped > 0:
		case kind == html.TextToken:
			p.write(token.Data)
		case kind == html.StartTagToken, kind == html.EndTagToken, kind == html.SelfClosingTagToken:
			p.tag(token)
		}
	}
	return ctx.Err()
}

// parting are the elements that part the text besides those that are blocks
// everywhere.
var parting = map[atom.Atom]bool{
	atom.Li: true, atom.Tr: true, atom.Table: true, atom.Ul: true, atom.Ol: true, atom.Blockquote: true,
	atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true, atom.H5: true, atom.H6: true,
}

// tag parts the text where a tag begins or ends a block.
func (p *page) tag(token html.Token) {
	if token.DataAtom == atom.Br || token.DataAtom == atom.Td || token.DataAtom == atom.Th {
		p.write(" ")
		return
	}
	if parting[token.DataAtom] || blockElement(&html.Node{Type: html.ElementNode, Data: token.Data, Attr: token.Attr}) {
		p.flush()
	}
}
