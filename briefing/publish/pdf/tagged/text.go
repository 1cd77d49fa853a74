package tagged

import (
	"strings"
	"unicode/utf16"
)

const hexDigits = "0123456789ABCDEF"

// words writes a text string: UTF-16 with its mark, in hexadecimal, so that
// nothing in it can end it.
func (b *builder) words(s string) *builder {
	b.WriteString("<FEFF")
	b.utf16(s)
	b.WriteByte('>')
	return b
}

func (b *builder) utf16(s string) {
	for _, u := range utf16.Encode([]rune(strings.ToValidUTF8(s, "\uFFFD"))) {
		b.hex(u)
	}
}

func (b *builder) hex(u uint16) {
	b.Write([]byte{hexDigits[u>>12], hexDigits[u>>8&15], hexDigits[u>>4&15], hexDigits[u&15]})
}

// ascii writes a byte string; what is not plain is escaped.
func (b *builder) ascii(s string) *builder {
	b.WriteByte('(')
	for i := range len(s) {
		switch c := s[i]; {
		case c == '(' || c == ')' || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c < ' ' || c > '~':
			b.Write([]byte{'\\', '0' + c>>6, '0' + c>>3&7, '0' + c&7})
		default:
			b.WriteByte(c)
		}
	}
	b.WriteByte(')')
	return b
}

// name writes a name; letters, digits and hyphens stay, the rest goes.
func (b *builder) name(s string) *builder {
	b.WriteByte('/')
	for i := range len(s) {
		c := s[i]
		if c == '-' || c == '+' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' {
			b.WriteByte(c)
		}
	}
	return b
}
