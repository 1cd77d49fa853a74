package tagged

// entry is a line of the outline.
type entry struct {
	title  string
	level  int
	to     Target
	object ref
	up     int // index of the entry above; -1 for none
	kids   []int
}

// Outline adds a heading to the outline; level 1 is the highest.
func (f *File) Outline(title string, level int, to Target) {
	up := -1
	for i := len(f.outline) - 1; i >= 0 && up < 0; i-- {
		if f.outline[i].level < level {
			up = i
		}
	}
	f.outline = append(f.outline, entry{title: joined(title), level: level, to: to, object: f.reserve(), up: up})
	if up >= 0 {
		f.outline[up].kids = append(f.outline[up].kids, len(f.outline)-1)
	}
}

// writeOutline writes the entries, those below the first level closed; 0 where
// there are none.
func (f *File) writeOutline() ref {
	if len(f.outline) == 0 {
		return 0
	}
	root := f.reserve()
	var top []int
	for i := range f.outline {
		if f.outline[i].up < 0 {
			top = append(top, i)
		}
	}
	f.entries(root, top)
	var b builder
	b.text("<</Type/Outlines/First ").ref(f.outline[top[0]].object).text("/Last ").ref(f.outline[top[len(top)-1]].object)
	b.text("/Count ").int(len(top)).text(">>")
	f.set(root, b.Bytes())
	return root
}

func (f *File) entries(parent ref, list []int) {
	for i, n := range list {
		e := &f.outline[n]
		var b builder
		b.text("<</Title").words(e.title).text("/Parent ").ref(parent).text("/Dest").destination(e.to)
		if i > 0 {
			b.text("/Prev ").ref(f.outline[list[i-1]].object)
		}
		if i+1 < len(list) {
			b.text("/Next ").ref(f.outline[list[i+1]].object)
		}
		if k := e.kids; len(k) > 0 {
			b.text("/First ").ref(f.outline[k[0]].object).text("/Last ").ref(f.outline[k[len(k)-1]].object).text("/Count ").int(-len(k))
		}
		b.text(">>")
		f.set(e.object, b.Bytes())
		f.entries(e.object, e.kids)
	}
}
