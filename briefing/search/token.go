package search

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word of a text: its bytes from start to end, and the how-manieth
// it is.
type token struct {
	text       string
	start, end int
	at         int
}

// tokens gives the words of a text. A run of Chinese gives each pair of
// characters and the last alone, so that one character finds every place it
// stands at; a document's symbol gives itself, and then its pieces.
func tokens(text string) iter.Seq[token] {
	return func(yield func(token) bool) {
		at := 0
		for i := 0; i < len(text); {
			r, size := utf8.DecodeRuneInString(text[i:])
			switch {
			case !isLetter(r):
				i += size
				continue
			case unicode.Is(unicode.Han, r):
				end := runEnd(text, i, isHan)
				if !pairs(text, i, end, &at, yield) {
					return
				}
				i = end
				continue
			}
			if end := symbolEnd(text, i); end > 0 && !yield(token{text[i:end], i, end, at}) {
				return
			}
			end := runEnd(text, i, func(r rune) bool { return isLetter(r) && !isHan(r) })
			if !yield(token{text[i:end], i, end, at}) {
				return
			}
			at++
			i = end
		}
	}
}

// pairs yields a run of Chinese by two characters.
func pairs(text string, start, end int, at *int, yield func(token) bool) bool {
	for i := start; i < end; *at++ {
		_, one := utf8.DecodeRuneInString(text[i:])
		_, two := utf8.DecodeRuneInString(text[i+one : end])
		if !yield(token{text[i : i+one+two], i, i + one + two, *at}) {
			return false
		}
		i += one
	}
	return true
}

// symbolEnd is where a document's symbol that begins at i ends: at least two
// strokes between capitals and digits, "A/C.3/79/L.12"; 0 where there is none.
func symbolEnd(text string, i int) int {
	if text[i] < 'A' || text[i] > 'Z' {
		return 0
	}
	end := i
	for end < len(text) && isSymbol(text[end]) {
		end++
	}
	symbol := strings.TrimRight(text[i:end], "./-")
	if strings.Count(symbol, "/") < 2 {
		return 0
	}
	return i + len(symbol)
}

func isSymbol(c byte) bool {
	return c == '/' || c == '.' || c == '-' || '0' <= c && c <= '9' || 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z'
}

func isHan(r rune) bool { return r >= 0x2E80 && unicode.Is(unicode.Han, r) }

// isLetter holds for what words are made of; marks belong to their letter.
func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

func runEnd(text string, i int, in func(rune) bool) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !in(r) {
			break
		}
		i += size
	}
	return i
}
