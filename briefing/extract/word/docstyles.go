package word

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"
)

// Built-in styles have numbers that stay whatever language their names are in.
const (
	docHeadings = 9  // styles 1 to 9 are the headings of nine levels
	docContents = 19 // and 19 to 27 the lines of a table of contents
	docTitle    = 62
	docBuiltIn  = 0x0fff // the bits of the number
)

// docSheetStyle is a style as the sheet has it.
type docSheetStyle struct {
	*docxStyle

	below int    // the number of the style it is based on
	sprms []byte // what it sets of its signs
}

// readDocStyles reads the style sheet: a style for each number that paragraphs
// have, nil where there is none.
func readDocStyles(sheet []byte) []*docxStyle {
	if len(sheet) < 6 {
		return nil
	}
	head := 2 + int(binary.LittleEndian.Uint16(sheet))
	count, base := int(binary.LittleEndian.Uint16(sheet[2:])), int(binary.LittleEndian.Uint16(sheet[4:]))
	var all []docSheetStyle
	for rest := sheet[min(head, len(sheet)):]; len(rest) >= 2 && len(all) < count; {
		size := int(binary.LittleEndian.Uint16(rest))
		if 2+size > len(rest) {
			break
		}
		all = append(all, docStyle(rest[2:2+size], base))
		rest = rest[min(2+size+size%2, len(rest)):]
	}
	out := make([]*docxStyle, len(all))
	for i := range all {
		if out[i] = all[i].docxStyle; out[i] != nil {
			out[i].look = docStyleLook(all, i, 0)
		}
	}
	return out
}

// docStyleLook is a style's look on top of that of the styles below it.
func docStyleLook(all []docSheetStyle, i, depth int) docxLook {
	const deepest = 20
	if i >= len(all) || all[i].docxStyle == nil || depth > deepest {
		return docxLook{}
	}
	l := lookOver(docStyleLook(all, all[i].below, depth+1))
	eachSprm(all[i].sprms, l.take)
	return l.docxLook
}

// docStyle reads one style, whose name stands behind base bytes: of its
// paragraphs its level, then what it sets of its signs.
func docStyle(data []byte, base int) docSheetStyle {
	if len(data) < base+2 || base < 4 {
		return docSheetStyle{}
	}
	s := docSheetStyle{docxStyle: &docxStyle{}, below: int(binary.LittleEndian.Uint16(data[2:]) >> 4)}
	number := int(binary.LittleEndian.Uint16(data)) & docBuiltIn
	length := int(binary.LittleEndian.Uint16(data[base:]))
	s.call(data[base+2:min(base+2+2*length, len(data))], number)
	rest := data[min(base+2*(length+2), len(data)):]
	paragraph, rest := docPart(rest)
	if len(paragraph) > 2 {
		eachSprm(paragraph[2:], func(sprm uint16, value byte) {
			if sprm == sprmOutline && value < docHeadings {
				s.outline = int(value) + 1
			}
		})
	}
	s.sprms, _ = docPart(rest)
	return s
}

// call names a style: its number, where it is built in, counts more than its
// name.
func (s *docxStyle) call(name []byte, number int) {
	units := make([]uint16, 0, len(name)/2)
	for i := 0; i+1 < len(name); i += 2 {
		units = append(units, binary.LittleEndian.Uint16(name[i:]))
	}
	s.name, _, _ = strings.Cut(strings.ToLower(string(utf16.Decode(units))), ",") // others follow the first
	switch {
	case number >= 1 && number <= docHeadings:
		s.outline = number
	case number >= docContents && number < docContents+docHeadings:
		s.name = "toc 1"
	case number == docTitle:
		s.name = "title"
	}
}

// docPart is what stands behind its own length, and the rest behind it.
func docPart(data []byte) (part, rest []byte) {
	if len(data) < 2 {
		return nil, nil
	}
	size := int(binary.LittleEndian.Uint16(data))
	return data[2:min(2+size, len(data))], data[min(2+size+size%2, len(data)):]
}
