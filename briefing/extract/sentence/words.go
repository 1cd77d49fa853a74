package sentence

import (
	"strings"
	"unicode"
)

// OpenWords never end a sentence or a heading, in the languages that say so
// by word order.
var OpenWords = Words(`the a an of to in on at by for from with and or that which as into their its this these those is are was were be been has have
le la les l un une des de du d au aux et ou que qui dans sur par pour avec sans son sa ses leur leurs ce cette ces
el los las lo una unos unas del al y o e u en con por para sin su sus que como este esta estos estas
и в во на с со по к о об от для из за при что как или а не`)

// Words is the set of the words that the text lists.
func Words(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// NotInWord tells what parts words: anything but letters and hyphens.
func NotInWord(r rune) bool { return !unicode.IsLetter(r) && r != '-' }

// LastWord is the word that the text ends with.
func LastWord(s string) string {
	return s[strings.LastIndexFunc(s, NotInWord)+1:]
}

// FirstWord is the word that the text starts with.
func FirstWord(s string) string {
	if i := strings.IndexFunc(s, NotInWord); i >= 0 {
		return s[:i]
	}
	return s
}
