// Package sentence tells by the words alone where sentences and headings begin
// and end, in the six languages of the United Nations.
package sentence

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Steers tells signs that only tell a program how to set the text: soft
// hyphens, embeddings, controls.
func Steers(c rune) bool {
	switch {
	case c == '\u00ad', 0x202A <= c && c <= 0x202E, 0x2066 <= c && c <= 0x2069:
		return true
	}
	return c != '\t' && unicode.IsControl(c)
}

// EndsWithComma tells whether the text goes on behind it, as a preambular
// paragraph does.
func EndsWithComma(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(unmarked(text), Closers))
	return r == ',' || r == '،' || r == '，'
}

// Closers may follow the sign that ends a sentence.
const Closers = "”\"»’')]*¹²³⁴⁵⁶⁷⁸⁹⁰\u200f\u200e\u202c "

// enders end a sentence, a clause of a resolution or a lead into a list.
const enders = ".!?:;。！？：；؟؛…"

// EndsWithSemicolon tells whether another clause follows.
func EndsWithSemicolon(text string) bool {
	return strings.HasSuffix(strings.TrimRight(unmarked(text), Closers), ";")
}

// Ends tells whether the text is complete as it stands.
func Ends(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(unmarked(text), Closers))
	return strings.ContainsRune(enders, r)
}

// gluedMark is the mark of a note right behind the sign that ends a clause:
// not the number of a revision, as in "Rev.1".
var gluedMark = regexp.MustCompile(`(?:[;:][\s\x{a0}]?|\pL{4,},[\s\x{a0}]?|\pL{4,}\.|[”)"»][.,])([0-9]{1,3})$`)

// unmarked is the text without such a mark.
func unmarked(text string) string {
	if last := len(text) - 1; last < 0 || text[last] < '0' || text[last] > '9' {
		return text
	}
	if m := gluedMark.FindStringSubmatchIndex(text[max(0, len(text)-40):]); m != nil {
		return text[:max(0, len(text)-40)+m[2]]
	}
	return text
}

// Continues tells whether b goes on in the sentence that a leaves open.
func Continues(a, b string) bool {
	if a == "" || Ends(a) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(a, Closers))
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(b, "“\"«'(*_ "))
	switch {
	case unicode.IsLower(first):
		return last != '/' // "S/RES/…/" is no word
	case last == '-' || last == '–':
		return unicode.IsLetter(first) || unicode.IsDigit(first)
	}
	return OpenWords[strings.ToLower(LastWord(strings.TrimRight(a, Closers)))]
}

// AddressGoesOn tells whether b goes on in a line that a ends with a comma, as
// places and dates are printed: not behind the opening words of a resolution.
func AddressGoesOn(a, b string) bool {
	first, _ := utf8.DecodeRuneInString(b)
	return EndsWithComma(a) && (!Capitalized(a) || !Organ.MatchString(a)) && (unicode.IsLetter(first) || unicode.IsDigit(first))
}

// Capitalized tells whether the text begins as a sentence or a heading does:
// not in the middle of one.
func Capitalized(text string) bool {
	for _, r := range text {
		if unicode.IsLetter(r) {
			return !unicode.IsLower(r)
		}
	}
	return true
}

// Shouted tells whether all letters that have a case are capitals.
func Shouted(text string) bool {
	seen := false
	for _, r := range text {
		if unicode.IsLower(r) {
			return false
		}
		seen = seen || unicode.IsUpper(r)
	}
	return seen
}

// Wide tells Chinese signs, which fill two columns and are not parted by blanks.
func Wide(r rune) bool {
	return 0x2E80 <= r && r <= 0x9FFF || 0xF900 <= r && r <= 0xFAFF || 0xFF00 <= r && r <= 0xFF60
}
