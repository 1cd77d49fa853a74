package assets

import (
	"strings"

	"golang.org/x/text/language"
)

// matcher knows the languages in the order of Languages: the first is what a
// reader of any other language gets.
var matcher = language.NewMatcher([]language.Tag{language.English, language.French, language.Spanish})

// Match finds the catalogue's language for a language tag ("fr-CH") or a
// system's locale ("fr_CH.UTF-8", "es_MX@euro"); English where none fits.
func Match(locale string) string {
	locale, _, _ = strings.Cut(locale, ".")
	locale, _, _ = strings.Cut(locale, "@")
	if strings.EqualFold(locale, Pseudo) {
		return Pseudo
	}
	tag, err := language.Parse(locale) // it takes "_" for "-"
	if err != nil {
		return Languages[0]
	}
	_, i, confidence := matcher.Match(tag)
	if confidence == language.No {
		return Languages[0]
	}
	return Languages[i]
}
