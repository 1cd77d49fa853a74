package word

import (
	"strconv"
	"unicode/utf16"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
)

// rtfToken is a piece of an RTF file.
type rtfToken struct {
	kind  rtfKind
	word  string // of a control
	value int    // of a control; set tells whether there is one
	set   bool
	text  []byte // of text, still in the file's own encoding
}

type rtfKind uint8

const (
	rtfEnd rtfKind = iota
	rtfOpen
	rtfClose
	rtfControl
	rtfText
)

// rtfScanner splits an RTF file into tokens.
type rtfScanner struct {
	data []byte
	at   int
}

func (s *rtfScanner) next() rtfToken {
	for s.at < len(s.data) {
		switch c := s.data[s.at]; c {
		case '{':
			s.at++
			return rtfToken{kind: rtfOpen}
		case '}':
			s.at++
			return rtfToken{kind: rtfClose}
		case '\\':
			return s.control()
		case '\r', '\n', 0:
			s.at++
		default:
			return s.plain()
		}
	}
	return rtfToken{}
}

func (s *rtfScanner) plain() rtfToken {
	from := s.at
	for s.at < len(s.data) {
		switch s.data[s.at] {
		case '{', '}', '\\', '\r', '\n', 0:
			return rtfToken{kind: rtfText, text: s.data[from:s.at]}
		}
		s.at++
	}
	return rtfToken{kind: rtfText, text: s.data[from:]}
}

// control reads a control word with its number, a control sign, or a byte in
// hexadecimal.
func (s *rtfScanner) control() rtfToken {
	s.at++
	if s.at == len(s.data) {
		return rtfToken{}
	}
	from := s.at
	for s.at < len(s.data) && letterByte(s.data[s.at]) {
		s.at++
	}
	if s.at == from {
		return s.sign()
	}
	t := rtfToken{kind: rtfControl, word: string(s.data[from:s.at])}
	from = s.at
	if s.at < len(s.data) && s.data[s.at] == '-' {
		s.at++
	}
	for s.at < len(s.data) && '0' <= s.data[s.at] && s.data[s.at] <= '9' {
		s.at++
	}
	if n, err := strconv.Atoi(string(s.data[from:s.at])); err == nil {
		t.value, t.set = n, true
	}
	if s.at < len(s.data) && s.data[s.at] == ' ' {
		s.at++
	}
	if t.word == "bin" && t.value > 0 { // raw bytes follow
		s.at = min(len(s.data), s.at+t.value)
	}
	return t
}

func letterByte(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

func (s *rtfScanner) sign() rtfToken {
	c := s.data[s.at]
	s.at++
	switch c {
	case '\'':
		if s.at+2 <= len(s.data) {
			if n, err := strconv.ParseUint(string(s.data[s.at:s.at+2]), 16, 8); err == nil {
				s.at += 2
				return rtfToken{kind: rtfText, text: []byte{byte(n)}}
			}
		}
		return rtfToken{kind: rtfText}
	case '\\', '{', '}':
		return rtfToken{kind: rtfText, text: []byte{c}}
	case '\r', '\n':
		return rtfToken{kind: rtfControl, word: "par"}
	}
	return rtfToken{kind: rtfControl, word: string(c)}
}

// rtfSigns are the controls that stand for a sign.
var rtfSigns = map[string]string{
	"~": "\u00a0", "_": "-", "tab": "\t", "line": " ", "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ", "qmspace": " ",
	"lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
}

// charsets are the code pages of font character sets.
var rtfCharsets = map[int]string{
	0: "windows-1252", 128: "shift_jis", 129: "euc-kr", 134: "gbk", 136: "big5", 161: "windows-1253", 162: "windows-1254",
	163: "windows-1258", 177: "windows-1255", 178: "windows-1256", 186: "windows-1257", 204: "windows-1251", 222: "windows-874", 238: "windows-1250",
}

// codePage is the encoding of a Windows code page; nil where it is not known.
func codePage(number int) encoding.Encoding {
	name := "windows-" + strconv.Itoa(number)
	switch number {
	case 932:
		name = "shift_jis"
	case 936:
		name = "gbk"
	case 949:
		name = "euc-kr"
	case 950:
		name = "big5"
	case 65001:
		name = "utf-8"
	}
	enc, err := htmlindex.Get(name)
	if err != nil {
		return nil
	}
	return enc
}

// surrogates joins the halves in which RTF writes signs beyond 16 bits.
func surrogates(high, low rune) rune {
	if utf16.IsSurrogate(high) && utf16.IsSurrogate(low) {
		return utf16.DecodeRune(high, low)
	}
	return low
}
