package word

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"

	"placard/briefing"
)

// node is an element of an XML part by its local name: prefixes are the
// writer's choice.
type node struct {
	name  string
	attrs []xml.Attr
	kids  []*node
	text  string // of a character node, whose name is empty
}

const (
	maxDepth = 200       // elements within one another
	maxNodes = 3_000_000 // elements of one document
)

// errDoctype refuses parts that declare entities or a type: no writer of
// documents needs them.
var errDoctype = errors.New("part declares a document type")

// errTorn is an element that ends with another's name.
var errTorn = errors.New("elements cross")

// xmlReader reads elements one after the other, without ever holding more
// than one of them.
type xmlReader struct {
	dec   *xml.Decoder
	nodes int
}

func newXML(part []byte) *xmlReader {
	return &xmlReader{dec: xml.NewDecoder(bytes.NewReader(part))}
}

// next reads up to the start of the next element; io.EOF at the end of the
// part.
func (x *xmlReader) next() (*node, error) {
	for {
		token, err := x.dec.RawToken()
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			return &node{name: t.Name.Local, attrs: t.Copy().Attr}, nil
		case xml.Directive:
			return nil, errDoctype
		}
	}
}

// fill reads the element's content.
func (x *xmlReader) fill(n *node) error {
	open := []*node{n}
	for len(open) > 0 {
		token, err := x.dec.RawToken()
		if errors.Is(err, io.EOF) {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return err
		}
		top := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			kid := &node{name: t.Name.Local, attrs: t.Copy().Attr}
			top.kids = append(top.kids, kid)
			open = append(open, kid)
			if x.nodes++; x.nodes > maxNodes || len(open) > maxDepth {
				return briefing.ErrTooLarge
			}
		case xml.EndElement:
			if t.Name.Local != top.name {
				return errTorn
			}
			open = open[:len(open)-1]
		case xml.CharData:
			top.kids = append(top.kids, &node{text: string(t)})
		case xml.Directive:
			return errDoctype
		}
	}
	return nil
}

// parse reads a whole part as one tree.
func parse(part []byte) (*node, error) {
	x := newXML(part)
	root, err := x.next()
	if err != nil {
		return nil, err
	}
	return root, x.fill(root)
}

// child is the first element of a name right below n; nil where there is none.
// A nil node has no children.
func (n *node) child(names ...string) *node {
	for _, name := range names {
		if n == nil {
			return nil
		}
		var found *node
		for _, k := range n.kids {
			if k.name == name {
				found = k
				break
			}
		}
		n = found
	}
	return n
}

// attr is an attribute's value by its local name; empty where there is none.
func (n *node) attr(name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func (n *node) val() string { return n.attr("val") }

// number is an attribute as a number; 0 where it is none.
func (n *node) number(name string) int {
	i, _ := strconv.Atoi(n.attr(name))
	return i
}

// on reads a switch of Word's: there and not turned off. set tells whether it
// is there.
func (n *node) on() (on, set bool) {
	if n == nil {
		return false, false
	}
	v := n.val()
	return v != "0" && v != "false" && v != "off" && v != "none", true
}

// chars is all text below the node.
func (n *node) chars() string {
	var b strings.Builder
	n.write(&b)
	return b.String()
}

func (n *node) write(b *strings.Builder) {
	b.WriteString(n.text)
	for _, k := range n.kids {
		k.write(b)
	}
}
