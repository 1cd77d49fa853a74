package briefing

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// unified is a text made ready for patterns: curly apostrophes straight, every
// blank a plain space, invisible characters gone. It knows where each of its
// bytes stood before.
type unified struct {
	text string
	from []int // byte of the original for each byte of text, and one for its end
}

// unify leaves case alone: patterns match without regard to it.
func unify(text string) unified {
	var b strings.Builder
	from := make([]int, 0, len(text)+1)
	for i, r := range text {
		switch {
		case r == '’' || r == '‘' || r == 'ʼ':
			r = '\''
		case unicode.IsSpace(r):
			r = ' '
		case unicode.Is(unicode.Cf, r), r == edge:
			continue
		}
		n, _ := b.WriteRune(r)
		for range n {
			from = append(from, i)
		}
	}
	return unified{text: b.String(), from: append(from, len(text))}
}

// span translates a span of the unified text into bytes of the original.
func (u unified) span(start, end int) (int, int) { return u.from[start], u.from[end] }

// edge marks the edge of a word in an edged text. It is a private code point
// that unify drops from documents.
const edge = '\ue000'

// edged is a unified text with a mark at each edge of a word, so that a
// pattern can ask for one in any script: RE2's own \b knows ASCII alone.
type edged struct {
	text  string
	lower string // the unified text in lower case, without marks
	from  []int  // byte of the unified text for each byte of text, and one for its end
}

func (u unified) edges() edged {
	var b strings.Builder
	from := make([]int, 0, len(u.text)*2)
	put := func(r rune, at int) {
		n, _ := b.WriteRune(r)
		for range n {
			from = append(from, at)
		}
	}
	inWord := false
	for i, r := range u.text {
		if wordRune(r) != inWord {
			inWord = !inWord
			put(edge, i)
		}
		put(r, i)
	}
	if inWord {
		put(edge, len(u.text))
	}
	return edged{text: b.String(), lower: lowered(u.text), from: append(from, len(u.text))}
}

// wordEdge tells whether a letter or digit stands on one side of byte i and
// none on the other: what RE2's \b is, for all scripts and not for ASCII alone.
func wordEdge(text string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	after, _ := utf8.DecodeRuneInString(text[i:])
	return wordRune(before) != wordRune(after)
}

func wordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r))
}

// sentenceAt is the sentence of text that holds byte i. A full stop inside an
// abbreviation ends one too: what is lost is context, never words.
func sentenceAt(text string, i int) (start, end int) {
	start = 0
	for at := 0; at < len(text); {
		n := strings.IndexAny(text[at:], ".!?;。！？；؟")
		if n < 0 {
			break
		}
		_, width := utf8.DecodeRuneInString(text[at+n:])
		at += n + width
		if next, _ := utf8.DecodeRuneInString(text[at:]); at < len(text) && wordRune(next) && width == 1 {
			continue // "10.00", "U.N."
		}
		if at > i {
			return start, at
		}
		start = at
	}
	return start, len(text)
}
