package sheet

import (
	"strings"
	"unicode/utf8"
)

// cellLimit is how many UTF-16 units a cell holds. Longer text is refused:
// cutting it would lose words of a position without a trace.
const cellLimit = 32767

// unfit tells whether XML 1.0 has no place for the character.
func unfit(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' || r == '\uFFFE' || r == '\uFFFF'
}

// readsAsEscape tells whether a text that begins with an underscore would be
// decoded: _x0041_, also where the last underscore begins the next escape.
func readsAsEscape(text string) bool {
	if len(text) < 7 || text[1] != 'x' {
		return false
	}
	for _, c := range []byte(text[2:6]) {
		if (c < '0' || c > '9') && (c < 'A' || c > 'F') && (c < 'a' || c > 'f') {
			return false
		}
	}
	next, _ := utf8.DecodeRuneInString(text[6:])
	return next == '_' || unfit(next)
}

// units counts UTF-16 code units, as spreadsheets do, escapes as written.
func units(text string) int {
	n := 0
	for i, r := range text {
		switch {
		case unfit(r) || r == '_' && readsAsEscape(text[i:]):
			n += escapeLength
		case r > 0xFFFF:
			n += 2
		default:
			n++
		}
	}
	return n
}

// firstUnits cuts a text to n units at most, for heads and properties that
// have a limit and hold no words of a position.
func firstUnits(text string, n int) string {
	for i, r := range text {
		if n--; r > 0xFFFF {
			n--
		}
		if n < 0 {
			return text[:i]
		}
	}
	return text
}

// clip shortens a text to about n characters at a space, for cells that only
// remind of it; the whole text stands in a sheet of its own.
func clip(text string, n int) string {
	text = strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(text) <= n {
		return text
	}
	cut := string([]rune(text)[:n])
	if i := strings.LastIndexByte(cut, ' '); i > n/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:.") + " …"
}
