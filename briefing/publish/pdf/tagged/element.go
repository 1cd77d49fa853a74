package tagged

// Element is a node of the tree that says what the pieces of a file are: a
// heading, a paragraph, a table. Children come in reading order.
type Element struct {
	kind   string // a standard structure type: "P", "H1"
	parent *Element
	kids   []kid
	object ref

	Lang string // where it differs from its parent's
	Alt  string
	ID   string // of notes, unique in the file
	// Scope of a head cell: "Column" or "Row".
	Scope string
	Span  int // columns of a cell, where more than one
	// Numbering of a list: "Disc", "Decimal" …; "None" where empty.
	Numbering string
}

// kid is a child of an element: an element, content, or the place of a link.
type kid any

// Content is drawn content of an element, on one page or more.
type Content struct {
	parent *Element
	pieces []piece
}

// piece is marked content on a page.
type piece struct {
	page *Page
	id   int
}

// Child adds an element.
func (e *Element) Child(kind string) *Element {
	c := &Element{kind: kind, parent: e}
	e.kids = append(e.kids, c)
	return c
}

// Content adds a place for what is drawn.
func (e *Element) Content() *Content {
	c := &Content{parent: e}
	e.kids = append(e.kids, c)
	return c
}

// Kind is the element's structure type.
func (e *Element) Kind() string { return e.kind }

// Parent is the element that it stands in; nil for the root.
func (e *Element) Parent() *Element { return e.parent }
