package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// closers may follow the sign that ends a sentence.
const closers = "”\"»’')]*¹²³⁴⁵⁶⁷⁸⁹⁰\u200f\u200e\u202c "

// enders end a sentence, a clause of a resolution or a lead into a list.
const enders = ".!?:;。！？：；؟؛…"

// endsSentence tells whether the text is complete as it stands.
func endsSentence(text string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text, closers))
	return strings.ContainsRune(enders, r)
}

// openWords never end a sentence or a heading, in the languages that say so
// by word order.
var openWords = wordSet(`the a an of to in on at by for from with and or that which as into their its this these those is are was were be been has have
le la les l un une des de du d au aux et ou que qui dans sur par pour avec sans son sa ses leur leurs ce cette ces
el los las lo una unos unas del al y o e u en con por para sin su sus que como este esta estos estas
и в во на с со по к о об от для из за при что как или а не`)

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// midSentence tells whether b goes on in the sentence that a leaves open.
func midSentence(a, b string) bool {
	if a == "" || endsSentence(a) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(a, closers))
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(b, "“\"«'(*_ "))
	switch {
	case unicode.IsLower(first):
		return last != '/' // "S/RES/…/" is no word
	case last == '-' || last == '–':
		return unicode.IsLetter(first) || unicode.IsDigit(first)
	}
	return openWords[strings.ToLower(lastWord(strings.TrimRight(a, closers)))]
}

// addressGoesOn tells whether b goes on in a line that a ends with a comma, as
// places and dates are printed: not behind the opening words of a resolution.
func addressGoesOn(a, b string) bool {
	first, _ := utf8.DecodeRuneInString(b)
	return endsWithComma(a) && (!sentenceCase(a) || !organ.MatchString(a)) && (unicode.IsLetter(first) || unicode.IsDigit(first))
}

// sentenceCase tells whether the text begins as a sentence or a heading does:
// not in the middle of one.
func sentenceCase(text string) bool {
	for _, r := range text {
		if unicode.IsLetter(r) {
			return !unicode.IsLower(r)
		}
	}
	return true
}

// shouted tells whether all letters that have a case are capitals.
func shouted(text string) bool {
	seen := false
	for _, r := range text {
		if unicode.IsLower(r) {
			return false
		}
		seen = seen || unicode.IsUpper(r)
	}
	return seen
}
