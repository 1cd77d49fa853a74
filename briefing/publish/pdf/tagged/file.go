package tagged

import (
	"io"
	"time"
)

// Info is what a file says of itself.
type Info struct {
	Title    string
	Author   string
	Subject  string
	Keywords string
	Language string    // BCP 47
	Made     time.Time // the document's own date; none where zero
}

// File is a PDF in the making. It is not safe for concurrent use.
type File struct {
	objects
	info    Info
	pages   []*Page
	fonts   []*Font
	outline []entry
	root    *Element
	catalog ref
	tree    ref // of pages
	parts   ref
	fontRes ref // the resources that all pages share
}

// New begins a file.
func New(info Info) *File {
	f := &File{info: info}
	f.catalog, f.tree, f.parts, f.fontRes = f.reserve(), f.reserve(), f.reserve(), f.reserve()
	f.root = &Element{kind: "Document"}
	return f
}

// Root is the element that everything else stands in.
func (f *File) Root() *Element { return f.root }

// Page adds a page of a size.
func (f *File) Page(width, height float64) *Page {
	p := &Page{width: width, height: height, object: f.reserve(), number: len(f.pages)}
	f.pages = append(f.pages, p)
	return p
}

// WriteTo finishes the file and writes it whole; it is of no use after that.
func (f *File) WriteTo(w io.Writer) (int64, error) {
	f.writeFonts()
	f.writeStructure()
	f.writePages()
	outline := f.writeOutline()
	f.writeCatalog(outline)
	n, err := w.Write(f.finish())
	return int64(n), err
}

func (f *File) writePages() {
	var kids builder
	for _, p := range f.pages {
		content := f.reserve()
		f.stream(content, "", p.content.Bytes())
		var b builder
		b.text("<</Type/Page/Parent ").ref(f.tree).text("/MediaBox[0 0 ").num(p.width).text(" ").num(p.height)
		b.text("]/Resources ").ref(f.fontRes).text("/Contents ").ref(content).text("/StructParents ").int(p.number)
		b.text("/Tabs/S")
		if len(p.links) > 0 {
			b.text("/Annots[")
			for _, l := range p.links {
				b.ref(l.object).text(" ")
			}
			b.text("]")
		}
		b.text(">>")
		f.set(p.object, b.Bytes())
		kids.ref(p.object).text(" ")
	}
	var b builder
	b.text("<</Type/Pages/Kids[", kids.String(), "]/Count ").int(len(f.pages)).text(">>")
	f.set(f.tree, b.Bytes())
}

func (f *File) writeCatalog(outline ref) {
	var b builder
	b.text("<</Type/Catalog/Pages ").ref(f.tree).text("/Lang").ascii(f.info.Language)
	b.text("/MarkInfo<</Marked true>>/StructTreeRoot ").ref(f.parts).text("/ViewerPreferences<</DisplayDocTitle true>>")
	if outline != 0 {
		b.text("/Outlines ").ref(outline).text("/PageMode/UseOutlines")
	}
	b.text("/Metadata ").ref(f.metadata()).text(">>")
	f.set(f.catalog, b.Bytes())
}
