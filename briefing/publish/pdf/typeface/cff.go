package typeface

// Keys of CFF dictionaries (Adobe Technical Note 5176); those above 0x0c00
// take two bytes.
const (
	keyCharset     = 15
	keyCharStrings = 17
	keyPrivate     = 18
	keyROS         = 0x0c1e
	keyCIDCount    = 0x0c22
	keyFDArray     = 0x0c24
	keyFDSelect    = 0x0c25
)

// firstOwnString numbers the first string of ours: those before are the
// standard's.
const firstOwnString = 391

// program is a font of the glyphs given: CFF keyed by number, where glyph n is
// character n. It has no subroutines and no hints, which readers of screens and
// printers do well without.
func program(name string, glyphs [][]byte) []byte {
	head := []byte{1, 0, 4, 4}
	head = appendIndex(head, []byte(name))
	strings := appendIndex(nil, []byte("Adobe"), []byte("Identity"))
	strings = appendIndex(strings) // global subroutines: none

	private := appendKey(appendInteger(nil, 0), 20) // defaultWidthX
	charset, selected := charset(len(glyphs)), selected(len(glyphs))
	charStrings := appendIndex(nil, glyphs...)

	// Offsets have a fixed length, so that the length of the dictionary that
	// holds them is known before they are.
	at := len(head) + len(topIndex(len(glyphs), 0, 0, 0, 0)) + len(strings)
	charsetAt := at
	selectedAt := charsetAt + len(charset)
	charStringsAt := selectedAt + len(selected)
	privateAt := charStringsAt + len(charStrings)
	fontsAt := privateAt + len(private)

	fontDict := appendKey(appendInteger(appendInteger(nil, len(private)), privateAt), keyPrivate)
	out := append(head, topIndex(len(glyphs), charsetAt, selectedAt, charStringsAt, fontsAt)...)
	for _, part := range [][]byte{strings, charset, selected, charStrings, private} {
		out = append(out, part...)
	}
	return appendIndex(out, fontDict)
}

// topIndex is the top dictionary in its index.
func topIndex(count, charset, selected, charStrings, fonts int) []byte {
	d := appendInteger(appendInteger(appendInteger(nil, firstOwnString), firstOwnString+1), 0)
	d = appendKey(d, keyROS)
	for _, e := range []struct{ value, key int }{
		{count, keyCIDCount}, {charset, keyCharset}, {selected, keyFDSelect}, {charStrings, keyCharStrings}, {fonts, keyFDArray},
	} {
		d = appendKey(appendInteger(d, e.value), e.key)
	}
	return appendIndex(nil, d)
}

// charset says that glyph n is character n.
func charset(n int) []byte {
	if n < 2 {
		return []byte{0}
	}
	return []byte{2, 0, 1, byte((n - 2) >> 8), byte(n - 2)}
}

// selected says that all glyphs belong to the first font dictionary.
func selected(n int) []byte { return []byte{3, 0, 1, 0, 0, 0, byte(n >> 8), byte(n)} }

// appendIndex writes a list of byte strings.
func appendIndex(b []byte, items ...[]byte) []byte {
	b = append(b, byte(len(items)>>8), byte(len(items)))
	if len(items) == 0 {
		return b
	}
	b = append(b, 4)
	at := 1
	b = append(b, 0, 0, 0, 1)
	for _, x := range items {
		at += len(x)
		b = append(b, byte(at>>24), byte(at>>16), byte(at>>8), byte(at))
	}
	for _, x := range items {
		b = append(b, x...)
	}
	return b
}

// appendInteger writes an operand of a dictionary, always five bytes long.
func appendInteger(b []byte, n int) []byte {
	return append(b, 29, byte(n>>24), byte(n>>16), byte(n>>8), byte(n))
}

func appendKey(b []byte, key int) []byte {
	if key > 0xff {
		b = append(b, byte(key>>8))
	}
	return append(b, byte(key))
}
