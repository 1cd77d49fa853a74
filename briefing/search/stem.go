package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/arabic"
	"github.com/blevesearch/snowballstem/english"
	"github.com/blevesearch/snowballstem/french"
	"github.com/blevesearch/snowballstem/russian"
	"github.com/blevesearch/snowballstem/spanish"

	"placard/briefing"
)

var stemmers = map[string]func(*snowballstem.Env) bool{
	"ar": arabic.Stem, "en": english.Stem, "es": spanish.Stem, "fr": french.Stem, "ru": russian.Stem,
}

// tongues are the languages that a word may be of: the one its text is in, or,
// where that is not known, those of its script.
func tongues(language, word string) []string {
	r, _ := utf8.DecodeRuneInString(word)
	var script []string
	switch {
	case unicode.Is(unicode.Cyrillic, r):
		script = []string{"ru"}
	case unicode.Is(unicode.Arabic, r):
		script = []string{"ar"}
	case unicode.Is(unicode.Latin, r):
		script = []string{"en", "es", "fr"}
	}
	for _, l := range script {
		if l == language {
			return []string{l}
		}
	}
	return script
}

// stems are the forms that all forms of a word share, each with its language
// before it. Accents count for the rules of a language and may be missing in
// what is typed, so a word is stemmed with those it has and with those its
// ending must have.
func stems(language, word string) []string {
	word = strings.ToLower(word)
	var out []string
	for _, l := range tongues(language, word) {
		first := stem(l, word)
		out = append(out, l+":"+first)
		if bare := stem(l, accented(l, briefing.Fold(word))); bare != first {
			out = append(out, l+":"+bare)
		}
	}
	return out
}

func stem(language, word string) string {
	env := snowballstem.NewEnv(word)
	stemmers[language](env)
	return briefing.Fold(env.Current())
}

// accented gives a word what the rules of its language look for: Spanish nouns
// the accent of their ending, Arabic ones the article.
func accented(language, word string) string {
	switch language {
	case "ar":
		return "ال" + strings.TrimPrefix(word, "ال")
	case "es":
		return accentedSpanish(word)
	}
	return word
}

func accentedSpanish(word string) string {
	for bare, full := range map[string]string{"cion": "ción", "sion": "sión"} {
		if head, ok := strings.CutSuffix(word, bare); ok {
			return head + full
		}
	}
	return word
}
