package storage

import (
	"unicode"
	"unicode/utf8"

	"github.com/trustelem/zxcvbn"
	"github.com/trustelem/zxcvbn/match"
	"golang.org/x/text/unicode/norm"

	"placard/briefing"
)

var _ briefing.Strength = Meter{}

// Meter rates passphrases by how many guesses they withstand, as zxcvbn counts
// them: common words, names, dates, keyboard walks and repetitions first.
type Meter struct{}

// The hints, as codes of the catalogue.
const (
	hintLonger   = "strength.hint.longer"
	hintCommon   = "strength.hint.common"
	hintDate     = "strength.hint.date"
	hintPattern  = "strength.hint.pattern"
	hintMoreWord = "strength.hint.more_words"
	hintOwnName  = "strength.hint.own_name"
)

const (
	// rated is how many characters count: the work grows with their square,
	// and what is good at this length stays good.
	rated = 100
	// short is the length in characters below which length is what is missing.
	short = 12
)

// ownWords are guessed first here.
var ownWords = []string{"placard", "vault", "briefing", "delegation", "passphrase"}

// Rate rates a passphrase; the hint is empty where it is good enough.
func (Meter) Rate(passphrase string) briefing.Rating {
	result := zxcvbn.PasswordStrength(plainLetters(passphrase), ownWords)
	rating := briefing.Rating{Score: result.Score}
	if rating.Score < briefing.Enough {
		rating.Hint = hint(passphrase, result.Sequence)
	}
	return rating
}

// plainLetters writes the passphrase's first characters in ASCII, one letter
// each: zxcvbn counts bytes and loses its way in others. Accents go, as they do
// for who guesses; letters of other scripts become some letter, which keeps
// their repetitions and sequences.
func plainLetters(passphrase string) string {
	plain := make([]byte, 0, rated)
	for _, r := range norm.NFKD.String(passphrase) {
		switch {
		case len(plain) == rated:
			return string(plain)
		case r < utf8.RuneSelf:
			plain = append(plain, byte(r))
		case !unicode.Is(unicode.Mn, r):
			plain = append(plain, 'a'+byte(r%26))
		}
	}
	return string(plain)
}

// hint says what is weakest: the pattern that covers most of the passphrase.
func hint(passphrase string, found []*match.Match) string {
	var widest *match.Match
	for _, m := range found {
		if widest == nil || len(m.Token) > len(widest.Token) {
			widest = m
		}
	}
	if widest == nil {
		return hintLonger
	}
	switch widest.Pattern {
	case "dictionary":
		switch {
		case widest.DictionaryName == "user_inputs":
			return hintOwnName
		case len(found) == 1:
			return hintCommon
		}
	case "date":
		return hintDate
	case "spatial", "sequence", "repeat", "regex":
		return hintPattern
	}
	if utf8.RuneCountInString(passphrase) < short {
		return hintLonger
	}
	return hintMoreWord
}
