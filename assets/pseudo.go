package assets

import (
	"strings"
	"unicode"

	"github.com/nicksnyder/go-i18n/v2/i18n"
)

// Pseudo is the language that nobody speaks: English with accents, longer by
// two fifths, for finding text that a window clips and words that bypass the
// catalogue. Its code is CLDR's for such a locale.
const Pseudo = "qps"

// accents keeps every word readable.
var accents = strings.NewReplacer(
	"a", "á", "e", "é", "i", "ï", "o", "ö", "u", "ü", "y", "ÿ", "c", "ç", "n", "ñ", "s", "š", "z", "ž",
	"A", "Å", "E", "É", "I", "Î", "O", "Ø", "U", "Û", "Y", "Ý", "C", "Ç", "N", "Ñ", "S", "Š", "Z", "Ž",
)

// pseudoMessages makes the pseudo-language of English messages.
func pseudoMessages(english []*i18n.Message) []*i18n.Message {
	out := make([]*i18n.Message, len(english))
	for i, m := range english {
		out[i] = &i18n.Message{ID: m.ID, One: pseudo(m.One), Other: pseudo(m.Other)}
	}
	return out
}

// pseudo lengthens and accents a template's words; its actions stay.
func pseudo(template string) string {
	var out strings.Builder
	for rest := template; rest != ""; {
		words, action, found := strings.Cut(rest, "{{")
		out.WriteString(accents.Replace(stretch(words)))
		if !found {
			break
		}
		inside, after, _ := strings.Cut(action, "}}")
		out.WriteString("{{" + inside + "}}")
		rest = after
	}
	return out.String()
}

// stretch repeats letters, vowels where it can, until the words are two fifths
// longer: lines still break between them as they do in a real language.
func stretch(words string) string {
	var out strings.Builder
	debt := 0 // in fifths of a letter
	runes := []rune(words)
	for i, r := range runes {
		out.WriteRune(r)
		debt += 2
		if !unicode.IsLetter(r) {
			continue
		}
		last := i+1 == len(runes) || !unicode.IsLetter(runes[i+1])
		for debt >= 5 && (last || strings.ContainsRune("aeiouAEIOU", r)) {
			out.WriteRune(unicode.ToLower(r))
			debt -= 5
		}
	}
	out.WriteString(strings.Repeat("~", debt/5)) // digits and signs at the end
	return out.String()
}
