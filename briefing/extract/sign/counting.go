package sign

import (
	"strings"
	"unicode/utf8"
)

// alphabets count sub-paragraphs in their own order. The Arabic one is the
// abjad order that United Nations documents use.
var alphabets = []string{"abcdefghijklmnopqrstuvwxyz", "абвгдежзиклмнопрстуфхцчшщэюя", "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"}

// letterNumber is the place of a letter in its alphabet; doubled letters go on
// behind the last: "aa" is 27. 0 for what is no such mark.
func letterNumber(label string) int {
	first, width := utf8.DecodeRuneInString(label)
	rounds := strings.Count(label, string(first))
	if rounds*width != len(label) {
		return 0
	}
	for _, alphabet := range alphabets {
		if i := strings.IndexRune(alphabet, first); i >= 0 {
			letters := utf8.RuneCountInString(alphabet)
			return utf8.RuneCountInString(alphabet[:i]) + 1 + (rounds-1)*letters
		}
	}
	return 0
}

// RomanNumber reads a lower-case Roman number; 0 for what is none.
func RomanNumber(s string) int {
	n := 0
	for i := range len(s) {
		v := romanDigit(s[i])
		if v == 0 {
			return 0
		}
		if i+1 < len(s) && v < romanDigit(s[i+1]) {
			v = -v
		}
		n += v
	}
	if roman(n) != s {
		return 0 // "iiii", "vx"
	}
	return n
}

func romanDigit(c byte) int {
	switch c {
	case 'i':
		return 1
	case 'v':
		return 5
	case 'x':
		return 10
	case 'l':
		return 50
	case 'c':
		return 100
	}
	return 0
}

func roman(n int) string {
	var b strings.Builder
	for _, d := range []struct {
		n int
		s string
	}{{100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for n >= d.n {
			b.WriteString(d.s)
			n -= d.n
		}
	}
	return b.String()
}

// PlainDigits writes raised and Arabic-Indic digits as the usual ones.
func PlainDigits(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case '٠' <= r && r <= '٩':
			return r - '٠' + '0'
		case '۰' <= r && r <= '۹':
			return r - '۰' + '0'
		case r == '¹':
			return '1'
		case r == '²' || r == '³':
			return r - '²' + '2'
		case r == '⁰' || '⁴' <= r && r <= '⁹':
			return r - '⁰' + '0'
		}
		return r
	}, s)
}

// LeadingNumber is the number a text starts with; 0 for none.
func LeadingNumber(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' || n > 99999 {
			break
		}
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// Superscripts is how many bytes of raised digits the text starts with.
func Superscripts(text string) int {
	return len(text) - len(strings.TrimLeft(text, "⁰¹²³⁴⁵⁶⁷⁸⁹"))
}
