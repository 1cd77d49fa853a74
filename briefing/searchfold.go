package briefing

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold makes words comparable for finding: lower case, no accents or vowel
// signs, ligatures apart, one form of apostrophe, and the Arabic letters alike
// that are written one for the other.
func Fold(s string) string {
	if isFolded(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFKD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
		case r == '’' || r == 'ʼ':
			b.WriteByte('\'')
		default:
			r = unicode.ToLower(r)
			if other, ok := typedAs[r]; ok {
				b.WriteString(other)
			} else {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// typedAs are letters that no decomposition takes to what people type for them.
var typedAs = map[rune]string{
	'œ': "oe", 'æ': "ae", 'ß': "ss", 'ø': "o", 'ł': "l", 'đ': "d", 'ı': "i",
	'ٱ': "ا", 'ى': "ي", 'ة': "ه", 'ـ': "", // wasla, maqsura, marbuta, the stretching stroke
}

// isFolded spares most words the work.
func isFolded(s string) bool {
	for i := range len(s) {
		if c := s[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return false
		}
	}
	return true
}
