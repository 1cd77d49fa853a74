package briefing

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold makes words comparable for finding: lower case, no accents or vowel
// signs, one form of apostrophe, and the Arabic alefs alike.
func Fold(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFKD.String(s) {
		switch {
		case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
		case r == '’' || r == 'ʼ':
			b.WriteByte('\'')
		case r == 'ٱ':
			b.WriteRune('ا')
		case r == 'ى':
			b.WriteRune('ي')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}
