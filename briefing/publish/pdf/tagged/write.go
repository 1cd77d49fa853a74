package tagged

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
)

// mostPacked is how many objects one object stream holds.
const mostPacked = 200

// place is where an object stands in the file: at a byte, or in an object
// stream at an index.
type place struct {
	kind  byte // 1 at a byte, 2 in a stream
	at    int  // the byte, or the stream's number
	index int
}

// finish writes all objects, the cross-reference stream and the trailer.
func (f *File) finish() []byte {
	info := f.add(f.information())
	packed := f.pack()
	places := make([]place, len(f.bodies)+2) // none has number 0; the table itself is the last
	for i, r := range packed.list {
		places[r] = place{kind: 2, at: int(packed.within[i/mostPacked]), index: i % mostPacked}
	}
	var out builder
	out.text("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	for r := ref(1); int(r) <= len(f.bodies); r++ {
		data, ok := f.streams[r]
		if !ok {
			continue
		}
		places[r] = place{kind: 1, at: out.Len()}
		out.int(int(r)).text(" 0 obj\n")
		out.Write(data)
		out.text("\nendobj\n")
	}
	sum := sha256.Sum256(out.Bytes())
	start := out.Len()
	places[len(places)-1] = place{kind: 1, at: start}
	f.xref(&out, places, info, hex.EncodeToString(sum[:16]))
	out.text("startxref\n").int(start).text("\n%%EOF\n")
	return out.Bytes()
}

// packing is which objects stand in object streams, and in which.
type packing struct {
	list   []ref
	within []ref
}

// pack puts the objects without a stream of their own into object streams.
func (f *File) pack() packing {
	var p packing
	for i, body := range f.bodies {
		if body != nil {
			p.list = append(p.list, ref(i+1))
		}
	}
	for part := range slices.Chunk(p.list, mostPacked) {
		var index, data builder
		for _, r := range part {
			index.int(int(r)).text(" ").int(data.Len()).text(" ")
			data.Write(f.bodies[r-1])
			data.WriteByte('\n')
		}
		first := index.Len()
		index.Write(data.Bytes())
		var dict builder
		dict.text("/Type/ObjStm/N ").int(len(part)).text("/First ").int(first)
		r := f.reserve()
		f.stream(r, dict.String(), index.Bytes())
		p.within = append(p.within, r)
	}
	return p
}

// xref writes the cross-reference stream, which is the trailer too.
func (f *File) xref(out *builder, places []place, info ref, id string) {
	rows := make([]byte, 0, 8*len(places))
	rows = append(rows, 0, 0, 0, 0, 0, 0xff, 0xff)
	for _, p := range places[1:] {
		rows = append(rows, p.kind, byte(p.at>>24), byte(p.at>>16), byte(p.at>>8), byte(p.at), byte(p.index>>8), byte(p.index))
	}
	packed := deflate(rows)
	out.int(len(places) - 1).text(" 0 obj\n<</Type/XRef/Size ").int(len(places)).text("/W[1 4 2]/Root ").ref(f.catalog)
	out.text("/Info ").ref(info).text("/ID[<", id, "><", id, ">]/Filter/FlateDecode/Length ").int(len(packed)).text(">>stream\n")
	out.Write(packed)
	out.text("\nendstream\nendobj\n")
}
