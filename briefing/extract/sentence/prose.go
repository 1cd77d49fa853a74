package sentence

import (
	"unicode/utf8"
)

// shortestProse is how many letters a passage has that is no title any more.
const shortestProse = 120

// Prose tells a sentence from the lines of a masthead.
func Prose(text string) bool {
	n := utf8.RuneCountInString(text)
	if wideText(text) {
		n *= 3
	}
	return n >= shortestProse && Ends(text) || n >= 3*shortestProse
}

func wideText(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return Wide(r)
}
