package tagged

import (
	"cmp"
	"strings"
)

// writeStructure writes the tree of elements and the way from marked content
// and links back to it.
func (f *File) writeStructure() {
	f.number(f.root)
	var ids builder
	f.elements(f.root, &ids)
	next := len(f.pages)
	var nums builder
	for i, p := range f.pages {
		nums.int(i).text("[")
		for _, c := range p.marked {
			nums.ref(c.parent.object).text(" ")
		}
		nums.text("]")
	}
	for _, p := range f.pages {
		for _, l := range p.links {
			l.parent = next
			nums.text(" ").int(next).text(" ").ref(l.in.object)
			f.set(l.object, l.body())
			next++
		}
	}
	var tree builder
	tree.text("<</Nums[", nums.String(), "]>>")
	var b builder
	b.text("<</Type/StructTreeRoot/K[").ref(f.root.object).text("]/ParentTree ").ref(f.add(tree.Bytes()))
	b.text("/ParentTreeNextKey ").int(next)
	if ids.Len() > 0 {
		b.text("/IDTree<</Names[", ids.String(), "]>>")
	}
	b.text(">>")
	f.set(f.parts, b.Bytes())
}

// number gives every element its object before any of them is written.
func (f *File) number(e *Element) {
	e.object = f.reserve()
	for _, k := range e.kids {
		if c, ok := k.(*Element); ok {
			f.number(c)
		}
	}
}

// elements writes an element and those below it.
func (f *File) elements(e *Element, ids *builder) {
	var b builder
	b.text("<</Type/StructElem/S/", e.kind, "/P ")
	if e.parent == nil {
		b.ref(f.parts)
	} else {
		b.ref(e.parent.object)
	}
	e.attributes(&b)
	if e.ID != "" {
		ids.ascii(e.ID).text(" ").ref(e.object).text(" ")
	}
	page := e.page()
	if page != nil {
		b.text("/Pg ").ref(page.object)
	}
	b.text("/K[")
	for _, k := range e.kids {
		writeKid(&b, k, page)
	}
	b.text("]>>")
	f.set(e.object, b.Bytes())
	for _, k := range e.kids {
		if c, ok := k.(*Element); ok {
			f.elements(c, ids)
		}
	}
}

func (e *Element) attributes(b *builder) {
	if e.Lang != "" {
		b.text("/Lang").ascii(e.Lang)
	}
	if e.Alt != "" {
		b.text("/Alt").words(e.Alt)
	}
	if e.ID != "" {
		b.text("/ID").ascii(e.ID)
	}
	var a builder
	if e.Scope != "" {
		a.text("/Scope/", e.Scope)
	}
	if e.Span > 1 {
		a.text("/ColSpan ").int(e.Span)
	}
	if a.Len() > 0 {
		b.text("/A<</O/Table", a.String(), ">>")
	}
	if e.kind == "L" {
		b.text("/A<</O/List/ListNumbering/", cmp.Or(e.Numbering, "None"), ">>")
	}
}

// page is the page of the element's first content.
func (e *Element) page() *Page {
	for _, k := range e.kids {
		if c, ok := k.(*Content); ok && len(c.pieces) > 0 {
			return c.pieces[0].page
		}
	}
	return nil
}

func writeKid(b *builder, k kid, page *Page) {
	switch k := k.(type) {
	case *Element:
		b.ref(k.object).text(" ")
	case *Content:
		for _, p := range k.pieces {
			if p.page == page {
				b.int(p.id).text(" ")
				continue
			}
			b.text("<</Type/MCR/Pg ").ref(p.page.object).text("/MCID ").int(p.id).text(">>")
		}
	case *link:
		b.text("<</Type/OBJR/Pg ").ref(k.on.object).text("/Obj ").ref(k.object).text(">>")
	}
}

// joined is words with one space between.
func joined(s string) string { return strings.Join(strings.Fields(s), " ") }
