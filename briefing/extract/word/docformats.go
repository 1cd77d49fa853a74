package word

import (
	"cmp"
	"encoding/binary"
	"slices"

	"placard/briefing"
)

// docRange is a stretch of a Word 97 file whose signs have one format.
type docRange struct {
	from, to uint32 // bytes of the main stream
	style    int    // of a paragraph
	sprms    []byte // what is set, Word's own way
}

// docFormats are the formats of a document: none where the file's tables of
// them do not hold together, since the words are read without.
type docFormats struct {
	paragraphs, characters []docRange
	styles                 []*docxStyle
}

const (
	docFormatPage = 512 // bytes of a page of formats
	docFormatSlot = 13  // bytes of an entry for a paragraph
)

// readDocFormats reads where formats change and what the styles are called.
func readDocFormats(main, table []byte) *docFormats {
	f := &docFormats{styles: readDocStyles(docTable(main, table, fibStyles))}
	f.paragraphs = readDocRanges(main, docTable(main, table, fibParagraphs), paragraphRange)
	f.characters = readDocRanges(main, docTable(main, table, fibCharacters), characterRange)
	return f
}

// docTable is the table that the file's head names at an offset; nil where it
// lies outside.
func docTable(main, table []byte, at int) []byte {
	from, length := int64(binary.LittleEndian.Uint32(main[at:])), int64(binary.LittleEndian.Uint32(main[at+4:]))
	if from+length > int64(len(table)) {
		return nil
	}
	return table[from : from+length]
}

// readDocRanges reads the pages of formats that an index lists, in the order of
// the file.
func readDocRanges(main, index []byte, entry func(page []byte, count, i int) docRange) []docRange {
	const place, number = 4, 4
	n := (len(index) - place) / (place + number)
	var out []docRange
	for i := range max(n, 0) {
		at := int64(binary.LittleEndian.Uint32(index[place*(n+1)+number*i:])&0x3fffff) * docFormatPage
		if at+docFormatPage > int64(len(main)) || len(out) > len(main) {
			break
		}
		page := main[at : at+docFormatPage]
		count := int(page[docFormatPage-1])
		if place*(count+1) >= docFormatPage {
			continue
		}
		for k := range count {
			r := entry(page, count, k)
			r.from, r.to = binary.LittleEndian.Uint32(page[place*k:]), binary.LittleEndian.Uint32(page[place*(k+1):])
			out = append(out, r)
		}
	}
	slices.SortStableFunc(out, func(a, b docRange) int { return cmp.Compare(a.from, b.from) })
	return out
}

// paragraphRange reads entry i of a page of paragraph formats.
func paragraphRange(page []byte, count, i int) docRange {
	slot := 4*(count+1) + docFormatSlot*i
	if slot >= docFormatPage || page[slot] == 0 {
		return docRange{}
	}
	at := 2 * int(page[slot])
	size := 2*int(page[at]) - 1
	if size < 0 { // the size follows in a byte of its own
		at++
		size = 2 * int(page[min(at, docFormatPage-1)])
	}
	data := page[min(at+1, docFormatPage):min(max(at+1+size, 0), docFormatPage)]
	if len(data) < 2 {
		return docRange{}
	}
	return docRange{style: int(binary.LittleEndian.Uint16(data)), sprms: data[2:]}
}

// characterRange reads entry i of a page of character formats.
func characterRange(page []byte, count, i int) docRange {
	slot := 4*(count+1) + i
	if slot >= docFormatPage || page[slot] == 0 {
		return docRange{}
	}
	at := 2 * int(page[slot])
	return docRange{sprms: page[at+1 : min(at+1+int(page[at]), docFormatPage)]}
}

// find is the range that holds a byte of the file; nil for none.
func find(ranges []docRange, at uint32) *docRange {
	i, found := slices.BinarySearchFunc(ranges, at, func(r docRange, at uint32) int { return cmp.Compare(r.from, at) })
	if !found {
		i--
	}
	if i < 0 || !ranges[i].holds(at) {
		return nil
	}
	return &ranges[i]
}

func (r *docRange) holds(at uint32) bool { return r != nil && r.from <= at && at < r.to }

// style is that of a paragraph; nil where it is not known.
func (f *docFormats) style(r *docRange) *docxStyle {
	if r == nil || r.style >= len(f.styles) {
		return nil
	}
	return f.styles[r.style]
}

// docLook is how signs look, and what became of them.
type docLook struct {
	docxLook

	below             docxLook // that of the style
	deleted, inserted bool     // by somebody whose changes are tracked
}

// Word's names for what can be set of a sign.
const (
	sprmDeleted     = 0x0800
	sprmInserted    = 0x0801
	sprmBold        = 0x0835
	sprmItalic      = 0x0836
	sprmHidden      = 0x083C
	sprmRaised      = 0x2A48
	sprmOutline     = 0x2640 // of a paragraph
	sprmUnspeakable = 0xD608 // its size stands in two bytes: it is of tables
)

// look is how signs look: as their paragraph's style says, and what is set of
// themselves.
func (f *docFormats) look(r *docRange, style *docxStyle) docLook {
	var l docLook
	if style != nil {
		l = lookOver(style.look)
	}
	if r != nil {
		eachSprm(r.sprms, l.take)
	}
	return l
}

// lookOver starts a look on that of the style below.
func lookOver(below docxLook) docLook { return docLook{docxLook: below, below: below} }

// eachSprm calls take with what is set and the first byte of its value.
func eachSprm(sprms []byte, take func(sprm uint16, value byte)) {
	for len(sprms) > 2 {
		sprm := binary.LittleEndian.Uint16(sprms)
		size := sprmSize(sprm, sprms[2])
		if 2+size > len(sprms) {
			return
		}
		take(sprm, sprms[2])
		sprms = sprms[2+size:]
	}
}

// take sets one thing of a look.
func (l *docLook) take(sprm uint16, value byte) {
	switch sprm {
	case sprmDeleted:
		l.deleted = value == 1
	case sprmInserted:
		l.inserted = value == 1
	case sprmHidden:
		l.hidden = toggled(value, l.below.hidden)
	case sprmBold:
		l.turn(briefing.Bold, value)
	case sprmItalic:
		l.turn(briefing.Italic, value)
	case sprmRaised:
		l.turn(briefing.Superscript, value)
	}
}

func (l *docLook) turn(style briefing.Style, value byte) {
	l.style &^= style
	if toggled(value, l.below.style&style != 0) {
		l.style |= style
	}
}

// toggled reads a value that may speak of the style below: as there, or the
// other way round.
func toggled(value byte, below bool) bool {
	const asBelow, otherwise = 0x80, 0x81
	switch value {
	case asBelow:
		return below
	case otherwise:
		return !below
	}
	return value == 1
}

// sprmSize is how many bytes follow what is set: its three highest bits say.
func sprmSize(sprm uint16, first byte) int {
	switch sprm >> 13 {
	case 0, 1:
		return 1
	case 2, 4, 5:
		return 2
	case 3:
		return 4
	case 7:
		return 3
	}
	if sprm == sprmUnspeakable {
		return 1 << 16
	}
	return 1 + int(first)
}
