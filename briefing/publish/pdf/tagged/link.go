package tagged

// Target is where a link or an outline entry leads: a place on a page, or an
// address outside.
type Target struct {
	Page *Page
	Y    float64 // top of what is shown
	URI  string
}

// link is the part of a page that leads somewhere.
type link struct {
	object ref
	on     *Page
	in     *Element
	parent int
	rect   [4]float64
	to     Target
	says   string
}

// Link makes a rectangle of the page lead somewhere; in is the element of kind
// Link whose text stands there, says what people hear of it.
func (f *File) Link(on *Page, in *Element, x, y, width, height float64, to Target, says string) {
	l := &link{object: f.reserve(), on: on, in: in, rect: [4]float64{x, y, x + width, y + height}, to: to, says: joined(says)}
	on.links = append(on.links, l)
	in.kids = append(in.kids, l)
}

func (l *link) body() []byte {
	var b builder
	b.text("<</Type/Annot/Subtype/Link/Rect[").nums(l.rect[:]...).text("]/Border[0 0 0]/F 4/StructParent ").int(l.parent)
	b.text("/P ").ref(l.on.object).text("/Contents").words(l.says)
	if l.to.URI != "" {
		b.text("/A<</S/URI/URI").ascii(l.to.URI).text(">>>>")
	} else {
		b.text("/Dest").destination(l.to).text(">>")
	}
	return b.Bytes()
}

func (b *builder) destination(t Target) *builder {
	return b.text("[").ref(t.Page.object).text("/XYZ null ").num(t.Y).text(" null]")
}
