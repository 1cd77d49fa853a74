package strength

import (
	_ "embed" // the list of words
	"math"
	"strings"
	"sync"
)

// Passwords, words and names that are tried first, the commonest first, one a
// line.
//
//go:embed common.txt
var commonList string

// longest is how many letters a listed word has at most.
const longest = 24

// common tells the place of a listed word, from 1.
var common = sync.OnceValue(func() map[string]int32 {
	ranks := make(map[string]int32, strings.Count(commonList, "\n"))
	rank := int32(0)
	for word := range strings.Lines(commonList) {
		rank++
		ranks[word[:len(word)-1]] = rank
	}
	return ranks
})

// ownWords are guessed first here.
var ownWords = map[string]bool{
	"placard": true, "vault": true, "briefing": true, "delegation": true, "passphrase": true, "coffre": true,
	"boveda": true, "delegacion": true, "contrasena": true,
}

// leet undoes the usual disguises of letters.
var leet = strings.NewReplacer("4", "a", "@", "a", "8", "b", "3", "e", "1", "i", "!", "i", "0", "o", "5", "s", "$", "s", "7", "t", "+", "t")

// listed rates a piece that is a word of a list, forwards, backwards or with
// figures for letters.
func listed(text string) (piece, bool) {
	if len(text) < 3 || len(text) > longest {
		return piece{}, false
	}
	lower := strings.ToLower(text)
	disguise := 0.0
	if lower != text {
		disguise = 1 + math.Log2(float64(max(1, capitals(text)-1)))
	}
	for i, word := range []string{lower, leet.Replace(lower), backwards(lower)} {
		if i > 0 && word == lower {
			continue
		}
		bits := disguise + float64(min(i, 1))
		if ownWords[word] {
			return piece{kind: kindOwn, bits: 2 + bits}, true
		}
		if rank, ok := common()[word]; ok {
			return piece{kind: kindWord, bits: math.Log2(float64(rank)) + bits}, true
		}
	}
	return piece{}, false
}

func capitals(text string) int {
	return len(text) - len(strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return -1
		}
		return r
	}, text))
}

func backwards(text string) string {
	b := []byte(text)
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
	return string(b)
}
