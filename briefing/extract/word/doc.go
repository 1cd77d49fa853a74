package word

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/richardlehane/mscfb"
	"golang.org/x/text/encoding/charmap"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
)

// Where the file information block of Word 97 keeps what is read, in bytes.
const (
	fibVersion    = 0x02
	fibFlags      = 0x0A
	fibText       = 0x4C  // signs of the text, then those of the footnotes
	fibStyles     = 0xA2  // where the style sheet lies, and its length
	fibCharacters = 0xFA  // the same of the index of character formats
	fibParagraphs = 0x102 // of that of paragraph formats
	fibPieces     = 0x1A2 // and of the piece table
	fibLists      = 0x2E6 // length of the list definitions
	fibLength     = 0x2EA
	word97        = 0xC1
	isEncrypted   = 0x0100
	secondTable   = 0x0200
	maxDocStream  = 64 << 20
)

var errNoWord = errors.New("no Word 97 document")

// ReadDOC reads a Word document of 1997 to 2003: ErrLocked, ErrUnsupported
// for other files in the same container, ErrUnreadable. Numbers that Word
// counted itself do not stand in the text and are lost, which is said in Left.
// Headings are known by their styles; deleted and hidden text is left out.
func ReadDOC(ctx context.Context, data []byte, _ briefing.Progress) (*manuscript.Manuscript, error) {
	streams, err := docStreams(ctx, data)
	if err != nil {
		return nil, err
	}
	return readDOC(streams)
}

func readDOC(streams map[string][]byte) (*manuscript.Manuscript, error) {
	main := streams["WordDocument"]
	if main == nil {
		return nil, briefing.ErrUnsupported.Because(errNoWord)
	}
	if len(main) < fibLength {
		return nil, briefing.ErrUnreadable.Because(errNoWord)
	}
	flags := binary.LittleEndian.Uint16(main[fibFlags:])
	switch {
	case binary.LittleEndian.Uint16(main[fibVersion:]) < word97:
		return nil, briefing.ErrUnsupported.Because(errNoWord)
	case flags&isEncrypted != 0:
		return nil, briefing.ErrLocked
	}
	table := streams["0Table"]
	if flags&secondTable != 0 {
		table = streams["1Table"]
	}
	text, err := docText(main, table)
	if err != nil {
		return nil, briefing.ErrUnreadable.Because(err)
	}
	d := &doc{m: &manuscript.Manuscript{Format: "doc", Left: map[string]int{}}, page: 1, formats: readDocFormats(main, table)}
	d.read(text, int(binary.LittleEndian.Uint32(main[fibText:])), int(binary.LittleEndian.Uint32(main[fibText+4:])))
	if binary.LittleEndian.Uint32(main[fibLists:]) > 2 {
		d.m.Left["list_numbers"] = 1
	}
	return d.m, nil
}

// docStreams unpacks the parts of the container that hold the text.
func docStreams(ctx context.Context, data []byte) (map[string][]byte, error) {
	container, err := mscfb.New(bytes.NewReader(data))
	if err != nil {
		return nil, briefing.ErrUnreadable.Because(err)
	}
	out := map[string][]byte{}
	for {
		f, err := container.Next()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, briefing.ErrUnreadable.Because(err)
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if len(f.Path) > 0 || f.Name != "WordDocument" && f.Name != "0Table" && f.Name != "1Table" {
			continue
		}
		part, err := io.ReadAll(io.LimitReader(f, maxDocStream))
		if err != nil {
			return nil, briefing.ErrUnreadable.Because(err)
		}
		out[f.Name] = part
	}
}

// docText puts the pieces of the text together: signs of one byte and of two,
// in the order of the piece table.
func docText(main, table []byte) (docSigns, error) {
	pieces, err := pieceTable(main, table)
	if err != nil {
		return docSigns{}, err
	}
	const entry = 12 // a place and a description
	n := (len(pieces) - 4) / entry
	var out docSigns
	for i := range n {
		length := int(binary.LittleEndian.Uint32(pieces[4*i+4:])) - int(binary.LittleEndian.Uint32(pieces[4*i:]))
		at := binary.LittleEndian.Uint32(pieces[4*(n+1)+8*i+2:])
		if err := out.addPiece(main, at, length); err != nil {
			return docSigns{}, err
		}
		if len(out.units) > len(main) {
			return docSigns{}, errors.New("too much text")
		}
	}
	return out, nil
}

// docSigns are the signs of a document, and where in the file each stands.
type docSigns struct {
	units []uint16
	at    []uint32
}

// pieceTable finds the piece table behind the formats that stand before it.
func pieceTable(main, table []byte) ([]byte, error) {
	at, length := int64(binary.LittleEndian.Uint32(main[fibPieces:])), int64(binary.LittleEndian.Uint32(main[fibPieces+4:]))
	if at+length > int64(len(table)) {
		return nil, errors.New("no piece table")
	}
	rest := table[at : at+length]
	for len(rest) > 5 {
		if rest[0] == 2 {
			size := int64(binary.LittleEndian.Uint32(rest[1:]))
			if size < 4 || size > int64(len(rest)-5) {
				break
			}
			return rest[5 : 5+size], nil
		}
		skip := 3 + int(binary.LittleEndian.Uint16(rest[1:]))
		rest = rest[min(skip, len(rest)):]
	}
	return nil, errors.New("no piece table")
}

// compressed is the bit that says that a piece has signs of one byte.
const compressed = 1 << 30

func (s *docSigns) addPiece(main []byte, at uint32, length int) error {
	narrow := at&compressed != 0
	from, size := int64(at&^compressed), int64(length)*2
	if narrow {
		from, size = from/2, int64(length)
	}
	if length < 0 || from+size > int64(len(main)) {
		return fmt.Errorf("a piece of %d signs lies outside the file", length)
	}
	raw := main[from : from+size]
	for i := range length {
		if narrow {
			s.units = append(s.units, uint16(charmap.Windows1252.DecodeByte(raw[i])))
			s.at = append(s.at, uint32(from)+uint32(i))
			continue
		}
		s.units = append(s.units, binary.LittleEndian.Uint16(raw[2*i:]))
		s.at = append(s.at, uint32(from)+uint32(2*i))
	}
	return nil
}
