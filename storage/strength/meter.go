package strength

import (
	"math"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"placard/briefing"
)

var (
	_ briefing.Strength        = Meter{}
	_ briefing.PassphraseMaker = Meter{}
)

// Meter rates passphrases as somebody guesses who has the disk: common words
// and names, dates, rows of keys and repetitions first.
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

// scores are the bits from which the scores 1 to 4 are given. A guess costs
// about a second of one machine: 33 bits are 270 years of it.
var scores = [...]float64{13, 23, 33, 46}

// kind is what a piece of a passphrase is.
type kind int

const (
	kindOther kind = iota
	kindWord
	kindOwn
	kindDate
	kindPattern
)

// piece is a part of a passphrase with the bits it costs to guess.
type piece struct {
	kind   kind
	bits   float64
	length int
}

// Rate rates a passphrase; the hint is empty where it is good enough.
func (Meter) Rate(passphrase string) briefing.Rating {
	pieces, bits := cheapest(plainLetters(passphrase))
	rating := briefing.Rating{}
	for _, least := range scores {
		if bits >= least {
			rating.Score++
		}
	}
	if rating.Score < briefing.Enough {
		rating.Hint = hint(passphrase, pieces)
	}
	return rating
}

// cheapest cuts a passphrase into the pieces that are guessed soonest.
func cheapest(text string) ([]piece, float64) {
	best := make([]float64, len(text)+1)
	last := make([]piece, len(text)+1)
	for end := 1; end <= len(text); end++ {
		best[end] = math.Inf(1)
		for start := range end {
			p := pieceOf(text[:start], text[start:end])
			bits := best[start] + p.bits
			if start > 0 && p.kind != kindOther {
				bits++ // that another piece begins here
			}
			if bits < best[end] {
				best[end], last[end] = bits, p
			}
		}
	}
	var pieces []piece
	for end := len(text); end > 0; end -= last[end].length {
		pieces = append(pieces, last[end])
	}
	return pieces, best[len(text)]
}

// pieceOf rates a piece by the cheapest of all ways to guess it.
func pieceOf(before, text string) piece {
	best := piece{kind: kindOther, bits: unguided(text)}
	for _, guess := range []func(string) (piece, bool){
		listed, walk, sequence, date, word,
		func(text string) (piece, bool) { return repeated(before, text) },
	} {
		if p, ok := guess(text); ok && p.bits < best.bits {
			best = p
		}
	}
	best.length = len(text)
	return best
}

// unguided is what trying every sign costs. People choose among few: ten a
// place, and blanks stand where they are expected.
func unguided(text string) float64 {
	bits := 0.0
	for _, c := range text {
		if c == ' ' {
			bits++
		} else {
			bits += math.Log2(10)
		}
	}
	return bits
}

// plainLetters writes the passphrase's first characters in ASCII, one letter
// each. Accents go, as they do for who guesses; letters of other scripts
// become some letter, which keeps their repetitions and sequences.
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

// hint says what is weakest: the piece that covers most of the passphrase.
func hint(passphrase string, pieces []piece) string {
	var widest piece
	for _, p := range pieces {
		if p.kind != kindOther && p.length > widest.length {
			widest = p
		}
	}
	switch {
	case widest.kind == kindOwn:
		return hintOwnName
	case widest.kind == kindWord && len(pieces) == 1:
		return hintCommon
	case widest.kind == kindDate:
		return hintDate
	case widest.kind == kindPattern:
		return hintPattern
	case utf8.RuneCountInString(passphrase) < short:
		return hintLonger
	}
	return hintMoreWord
}
