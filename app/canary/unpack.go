package canary

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"encoding/binary"
	"io"

	"github.com/klauspost/compress/zstd"
)

// most is how many bytes of a packed stream are looked at.
const most = 64 << 20

// unpack calls found for every stream in data that is packed in a usual way,
// wherever it begins and however it ends.
func unpack(data []byte, found func(by string, plain []byte)) {
	for _, p := range []struct {
		by    string
		magic []byte
		open  func([]byte) (io.Reader, error)
	}{
		{"gzip", []byte{0x1f, 0x8b, 8}, func(b []byte) (io.Reader, error) { return gzip.NewReader(bytes.NewReader(b)) }},
		{"zip", []byte("PK\x03\x04"), openEntry},
		{"zstd", []byte{0x28, 0xb5, 0x2f, 0xfd}, func(b []byte) (io.Reader, error) {
			return zstd.NewReader(bytes.NewReader(b), zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(most))
		}},
		{"zlib", []byte{0x78, 0x01}, openZlib},
		{"zlib", []byte{0x78, 0x9c}, openZlib},
		{"zlib", []byte{0x78, 0xda}, openZlib},
	} {
		for at := 0; ; {
			i := bytes.Index(data[at:], p.magic)
			if i < 0 {
				break
			}
			at += i
			if plain := read(p.open, data[at:]); len(plain) > 0 {
				found(p.by, plain)
			}
			at++
		}
	}
}

// read reads as much of a stream as there is: a file may have been cut off.
func read(open func([]byte) (io.Reader, error), data []byte) []byte {
	r, err := open(data)
	if err != nil {
		return nil
	}
	plain, _ := io.ReadAll(io.LimitReader(r, most)) // as far as it goes
	if d, ok := r.(*zstd.Decoder); ok {
		d.Close()
	}
	return plain
}

func openZlib(b []byte) (io.Reader, error) { return zlib.NewReader(bytes.NewReader(b)) }

// openEntry reads an entry of a zip file behind its local header.
func openEntry(b []byte) (io.Reader, error) {
	const head = 30
	if len(b) < head {
		return nil, io.ErrUnexpectedEOF
	}
	from := head + int(binary.LittleEndian.Uint16(b[26:])) + int(binary.LittleEndian.Uint16(b[28:]))
	if from > len(b) {
		return nil, io.ErrUnexpectedEOF
	}
	return flate.NewReader(bytes.NewReader(b[from:])), nil
}
