package plain

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/text/encoding/htmlindex"
)

// marks that open a text and name its encoding.
var (
	ByteOrderMark = []byte{0xEF, 0xBB, 0xBF}
	markUTF16LE   = []byte{0xFF, 0xFE}
	markUTF16BE   = []byte{0xFE, 0xFF}
)

// DecodeText gives the text of bytes in whatever encoding they are: the mark
// that opens them, then valid UTF-8, then the pattern UTF-16 leaves, then a
// guess from the frequency of byte pairs. ok is false for what is no text.
func DecodeText(data []byte) (text string, ok bool) {
	switch {
	case bytes.HasPrefix(data, ByteOrderMark):
		data = data[len(ByteOrderMark):]
	case bytes.HasPrefix(data, markUTF16LE):
		return printable(decodeUTF16(data[2:], binary.LittleEndian))
	case bytes.HasPrefix(data, markUTF16BE):
		return printable(decodeUTF16(data[2:], binary.BigEndian))
	}
	if utf8.Valid(data) {
		return printable(string(data))
	}
	if order := bareUTF16(data); order != nil {
		return printable(decodeUTF16(data, order))
	}
	if damaged(data) {
		return printable(strings.ToValidUTF8(string(data), "\ufffd"))
	}
	return printable(decodeLegacy(data))
}

func decodeUTF16(data []byte, order binary.ByteOrder) string {
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return string(utf16.Decode(units))
}

// bareUTF16 recognises UTF-16 without a mark by the zero bytes that blanks
// and digits leave on one side; nil where there are none.
func bareUTF16(data []byte) binary.ByteOrder {
	if len(data)%2 != 0 {
		return nil
	}
	var little, big int
	for i := 0; i+1 < len(data); i += 2 {
		switch {
		case data[i+1] == 0 && data[i] != 0:
			little++
		case data[i] == 0 && data[i+1] != 0:
			big++
		}
	}
	const share = 20 // one pair in so many is enough: Chinese has few ASCII signs
	switch pairs := len(data) / 2; {
	case little > pairs/share && big == 0:
		return binary.LittleEndian
	case big > pairs/share && little == 0:
		return binary.BigEndian
	}
	return nil
}

// damaged tells whether the bytes are UTF-8 with a few broken places: no other
// encoding has so many sequences that happen to fit.
func damaged(data []byte) bool {
	good, bad := 0, 0
	for len(data) > 0 {
		r, width := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && width == 1:
			bad++
		case width > 1:
			good++
		}
		data = data[width:]
	}
	return good > 10*bad
}

// decodeLegacy guesses among the one- and two-byte encodings. What cannot be
// guessed is read as Windows-1252, which has a letter for nearly every byte.
func decodeLegacy(data []byte) string {
	for _, name := range []string{legacyCharset(data), "windows-1252"} {
		enc, err := htmlindex.Get(name)
		if err != nil {
			continue
		}
		if text, err := enc.NewDecoder().Bytes(data); err == nil {
			return string(text)
		}
	}
	return strings.ToValidUTF8(string(data), "\ufffd")
}

// legacyCharset is the likeliest encoding; of two that are equally likely the
// first by name, since the detector returns them in any order.
func legacyCharset(data []byte) string {
	guesses, err := chardet.NewTextDetector().DetectAll(data)
	if err != nil || len(guesses) == 0 {
		return "windows-1252"
	}
	best := slices.MinFunc(guesses, func(a, b chardet.Result) int {
		return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(a.Charset, b.Charset))
	})
	if best.Charset == "ISO-8859-1" {
		return "windows-1252" // what is called Latin-1 has curly quotes in it
	}
	return strings.ToLower(best.Charset)
}

// printable tells text from bytes that merely decode: control characters
// other than the ones that lay text out are rare in text.
func printable(text string) (string, bool) {
	control, all := 0, 0
	for _, r := range text {
		all++
		if r < ' ' && !strings.ContainsRune("\t\n\r\f\v\x1a", r) || r == utf8.RuneError || 0x7f <= r && r < 0xa0 && r != 0x85 {
			control++
		}
	}
	return text, control*50 <= all
}
