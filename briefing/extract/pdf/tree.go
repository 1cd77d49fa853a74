package pdf

// element is a node of the structure that a tagged PDF carries.
type element struct {
	kind string // "P", "H1", "LI", as the standard names them
	kids []*element
	tag  int // of what is no element but content, whose kind is empty
	// spans says that part of its content stands on other pages.
	spans bool
	// unsure says that the engine named one content for several; likely is all
	// that may be meant, of this page and of others.
	unsure bool
	likely []int
}

const (
	maxDepth    = 64
	maxElements = 100_000
)

// tree reads the structure of a page; nil where it has none.
func (d *document) tree(page uint64) []*element {
	tree := d.call("FPDF_StructTree_GetForPage", page)
	if tree == 0 {
		return nil
	}
	defer d.call("FPDF_StructTree_Close", tree)
	left := maxElements
	var out []*element
	for i := range uint64(d.count("FPDF_StructTree_CountChildren", tree)) {
		if e := d.element(d.call("FPDF_StructTree_GetChildAtIndex", tree, i), 0, &left); e != nil {
			out = append(out, e)
		}
	}
	return out
}

// element reads a node and all below it; left counts down what may be read.
func (d *document) element(handle uint64, depth int, left *int) *element {
	if handle == 0 || depth > maxDepth || *left <= 0 || d.err != nil {
		return nil
	}
	*left--
	e := &element{kind: d.utf16(int(int32(uint32(d.call("FPDF_StructElement_GetType", handle, d.buffer, bufferSize)))))}
	contents, seen := 0, map[int]bool{}
	for i := range uint64(d.count("FPDF_StructElement_CountChildren", handle)) {
		if kid := d.element(d.call("FPDF_StructElement_GetChildAtIndex", handle, i), depth+1, left); kid != nil {
			e.kids = append(e.kids, kid)
			continue
		}
		if tag := int(int32(uint32(d.call("FPDF_StructElement_GetChildMarkedContentID", handle, i)))); tag >= 0 {
			e.kids = append(e.kids, &element{tag: tag})
			e.unsure = e.unsure || seen[tag]
			seen[tag] = true
			contents++
		}
	}
	for i := range uint64(d.count("FPDF_StructElement_GetMarkedContentIdCount", handle)) {
		if !e.unsure {
			break
		}
		e.likely = append(e.likely, int(int32(uint32(d.call("FPDF_StructElement_GetMarkedContentIdAtIndex", handle, i)))))
	}
	e.spans = d.count("FPDF_StructElement_GetMarkedContentIdCount", handle) > contents
	return e
}
