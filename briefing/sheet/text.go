package sheet

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"placard/briefing"
)

// cellLimit is how many UTF-16 units a cell holds. Longer text is refused:
// cutting it would lose words of a position without a trace.
const cellLimit = 32767

// escapeMark begins a character that is escaped while a sheet is streamed: the
// mark, then four hexadecimal digits. unmark turns it into the _x000B_ of
// Office Open XML; written like that from the start it would be taken for the
// user's own underscores and escaped again. The mark is a Unicode
// noncharacter; one in a user's text is escaped by itself.
const escapeMark = '\uFDD0'

// cellText is a text as a cell takes it: line ends are line feeds, what XML
// cannot hold and what reads like an escape is marked. ErrTooLong where it does
// not fit, its marks included.
func cellText(text string) (string, error) {
	text = briefing.PlainLines(text)
	if strings.IndexFunc(text, unfit) >= 0 || strings.Contains(text, "_x") || !utf8.ValidString(text) {
		text = markUnfit(text)
	}
	if len(text) > cellLimit && units(text) > cellLimit {
		return "", briefing.ErrTooLong.Because(nil, "Length", units(text), "Limit", cellLimit)
	}
	return text, nil
}

// unfit tells whether XML 1.0 has no place for the character.
func unfit(r rune) bool {
	return r < ' ' && r != '\t' && r != '\n' || r == escapeMark || r == '\uFFFE' || r == '\uFFFF'
}

func markUnfit(text string) string {
	var b strings.Builder
	for i, r := range text { // bytes that are no UTF-8 become U+FFFD here
		if unfit(r) || r == '_' && readsAsEscape(text[i:]) {
			fmt.Fprintf(&b, "%c%04X", escapeMark, r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// readsAsEscape tells whether a text that begins with an underscore would be
// decoded: _x0041_, also where the last underscore begins the next escape.
// excelize escapes only those that do not overlap.
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

// units counts UTF-16 code units, as spreadsheets do.
func units(text string) int {
	n := 0
	for _, r := range text {
		n++
		if r > 0xFFFF {
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
