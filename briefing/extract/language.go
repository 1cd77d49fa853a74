package extract

import (
	"strings"
	"unicode"

	"placard/briefing/extract/sentence"
)

// functionWords are the words that give a Latin-script language away.
var functionWords = map[string]map[string]bool{
	"en": sentence.Words("the of and to in a is that for be with by on as or shall which its from at this such any may not are it an all have been has their those other into these no if who was were under will"),
	"fr": sentence.Words("le la les de des du et à en un une que qui dans pour par sur au aux est ou se ses son sa ce cette ces il elle avec sont pas ne l d leur leurs tout toute tous plus être ont été sans"),
	"es": sentence.Words("el la los las de del y a en un una que por para con se su sus es al o lo como no más esta este estas estos sobre entre ser ha han sido todo toda todos cualquier fin"),
}

// languageOf is the BCP 47 tag of a text's language: by script, then by
// function words. Empty where too little speaks for any.
func languageOf(text string) string {
	scripts := map[string]int{}
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Arabic, r):
			scripts["ar"]++
		case unicode.Is(unicode.Han, r):
			scripts["zh"] += 2
		case unicode.Is(unicode.Cyrillic, r):
			scripts["ru"]++
		case unicode.Is(unicode.Latin, r):
			scripts["latin"]++
		}
	}
	best := most(scripts)
	if best != "latin" {
		return best
	}
	return latinLanguage(text)
}

func latinLanguage(text string) string {
	score := map[string]int{}
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
	for _, w := range words {
		for language, known := range functionWords {
			if known[w] {
				score[language]++
			}
		}
	}
	best := most(score)
	if score[best]*12 < len(words) {
		return "" // a language that is none of these
	}
	return best
}

// most is the key with the highest count, the first in order where two are
// alike; empty for no counts.
func most(counts map[string]int) string {
	best := ""
	for _, k := range []string{"en", "fr", "es", "ru", "ar", "zh", "latin"} {
		if counts[k] > counts[best] {
			best = k
		}
	}
	return best
}

// originalLanguages are the languages as mastheads name them.
var originalLanguages = map[string]string{
	"english": "en", "anglais": "en", "inglés": "en", "английский": "en", "الانكليزية": "en", "الإنكليزية": "en", "英文": "en",
	"french": "fr", "français": "fr", "francés": "fr", "французский": "fr", "الفرنسية": "fr", "法文": "fr",
	"spanish": "es", "espagnol": "es", "español": "es", "испанский": "es", "الاسبانية": "es", "الإسبانية": "es", "西班牙文": "es",
	"russian": "ru", "russe": "ru", "ruso": "ru", "русский": "ru", "الروسية": "ru", "俄文": "ru",
	"arabic": "ar", "arabe": "ar", "árabe": "ar", "арабский": "ar", "العربية": "ar", "阿拉伯文": "ar",
	"chinese": "zh", "chinois": "zh", "chino": "zh", "китайский": "zh", "الصينية": "zh", "中文": "zh",
}
