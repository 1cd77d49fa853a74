package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// doubtLetters marks text whose letters are likely wrong: the file shows the
// right shapes and maps them to other letters, as broken fonts do.
const doubtLetters = "odd_letters"

// oddWords is how many words of a block must be odd, and oddShare one in how
// many, for its letters to be in doubt.
const (
	oddWords = 2
	oddShare = 12
)

// oddLetters tells whether more words of a text look wrong than names and
// codes explain.
func oddLetters(text string) bool {
	words, odd := 0, 0
	for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != unicode.ReplacementChar }) {
		words++
		if oddWord(word) {
			odd++
		}
	}
	return odd >= oddWords && odd*oddShare >= words
}

// oddWord tells a word with a letter three times in a row, of two scripts, or
// of one Arabic letter that is no word.
func oddWord(word string) bool {
	var last rune
	run := 0
	scripts := map[*unicode.RangeTable]bool{}
	for _, r := range word {
		if r == unicode.ReplacementChar {
			return true
		}
		if r == last && tripled(r) {
			run++
		} else {
			run = 1
		}
		if run >= 3 {
			return true
		}
		last = r
		for _, script := range []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Arabic} {
			if unicode.Is(script, r) {
				scripts[script] = true
			}
		}
	}
	return len(scripts) > 1 || scripts[unicode.Arabic] && utf8.RuneCountInString(word) == 1 && !arabicAlone[last]
}

// tripled tells a letter that no word has three times: not those of Roman
// numbers and addresses, nor the stroke that stretches Arabic words.
func tripled(r rune) bool { return !strings.ContainsRune("ivxcwIVXCWـ", r) }

// arabicAlone are the letters that stand alone: "and", the year signs, and
// those that count paragraphs.
var arabicAlone = map[rune]bool{'و': true, 'م': true, 'ه': true, 'ب': true, 'أ': true, 'ا': true}
