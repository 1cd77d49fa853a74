package tagged

import (
	"bytes"
	"compress/zlib"
	"strconv"
)

// ref is the number of an object.
type ref int

// objects are the file's objects by number, from 1. Those without a stream are
// packed together when the file is written.
type objects struct {
	bodies  [][]byte // of plain objects; nil for streams
	streams map[ref][]byte
}

// reserve numbers an object that is written later.
func (o *objects) reserve() ref {
	o.bodies = append(o.bodies, nil)
	return ref(len(o.bodies))
}

func (o *objects) set(r ref, body []byte) { o.bodies[r-1] = body }

func (o *objects) add(body []byte) ref {
	r := o.reserve()
	o.set(r, body)
	return r
}

// stream writes data under a dictionary, compressed.
func (o *objects) stream(r ref, dict string, data []byte) {
	packed := deflate(data)
	var b builder
	b.text("<<", dict, "/Filter/FlateDecode/Length ").int(len(packed)).text(">>stream\n")
	b.Write(packed)
	b.text("\nendstream")
	if o.streams == nil {
		o.streams = map[ref][]byte{}
	}
	o.streams[r] = b.Bytes()
}

func deflate(data []byte) []byte {
	var out bytes.Buffer
	z := zlib.NewWriter(&out)
	_, _ = z.Write(data) // a buffer takes everything
	_ = z.Close()
	return out.Bytes()
}

// builder writes the tokens of PDF.
type builder struct{ bytes.Buffer }

func (b *builder) text(parts ...string) *builder {
	for _, p := range parts {
		b.WriteString(p)
	}
	return b
}

func (b *builder) int(n int) *builder {
	b.Write(strconv.AppendInt(b.AvailableBuffer(), int64(n), 10))
	return b
}

func (b *builder) ref(r ref) *builder { return b.int(int(r)).text(" 0 R") }

// num writes a length to a hundredth of a point.
func (b *builder) num(v float64) *builder {
	s := strconv.AppendFloat(b.AvailableBuffer(), v, 'f', 2, 64)
	s = bytes.TrimRight(s, "0")
	s = bytes.TrimSuffix(s, []byte("."))
	if string(s) == "-0" {
		s = s[1:]
	}
	b.Write(s)
	return b
}

// nums writes lengths with spaces between and after.
func (b *builder) nums(list ...float64) *builder {
	for _, v := range list {
		b.num(v).WriteByte(' ')
	}
	return b
}
