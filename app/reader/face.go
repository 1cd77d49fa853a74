package reader

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
)

// face is one way letters look: all that drawing and measuring need.
type face struct {
	size   float32
	style  fyne.TextStyle
	source fyne.Resource // nil takes the theme's font
}

// ruler measures text, remembering every word: a note repeats its words, and
// shaping one costs a thousand times a look-up.
type ruler struct {
	words map[face]map[string]float32
	rises map[face]rise
}

// rise is a face's reach above and below its baseline.
type rise struct{ up, down float32 }

// rulerWords bounds the words remembered of one face; beyond it they are
// forgotten together, so that memory stays flat over many notes.
const rulerWords = 1 << 15

func newRuler() *ruler {
	return &ruler{words: map[face]map[string]float32{}, rises: map[face]rise{}}
}

// width is how far a text advances: the sum of its words and spaces, so that
// a part and its whole always agree. Spaces after letters the theme's font may
// lack are measured with them: they are drawn in the font that has the letters.
func (r *ruler) width(f face, text string) float32 {
	f.style.Underline, f.style.Strikethrough = false, false
	known := r.words[f]
	if known == nil {
		known = map[string]float32{}
		r.words[f] = known
	}
	sum := float32(0)
	for len(text) > 0 {
		n := wordEnd(text)
		sum += r.word(f, known, text[:n])
		text = text[n:]
	}
	return sum
}

// wordEnd is the length of the first unit of a text: a space, a word, or a
// foreign word with its spaces.
func wordEnd(text string) int {
	n := strings.IndexByte(text, ' ')
	switch {
	case n < 0:
		return len(text)
	case n == 0:
		return 1
	}
	last, _ := utf8.DecodeLastRuneInString(text[:n])
	if last < firstForeign {
		return n
	}
	for n < len(text) && text[n] == ' ' {
		n++
	}
	return n
}

// firstForeign is where the scripts begin that the toolkit's own fonts lack:
// after Latin, Greek and Cyrillic.
const firstForeign = 0x530

func (r *ruler) word(f face, known map[string]float32, word string) float32 {
	if w, ok := known[word]; ok {
		return w
	}
	if len(known) >= rulerWords {
		clear(known)
	}
	size, _ := fyne.CurrentApp().Driver().RenderedTextSize(word, f.size, f.style, f.source)
	known[strings.Clone(word)] = size.Width
	return size.Width
}

func (r *ruler) rise(f face) rise {
	f.style.Underline, f.style.Strikethrough = false, false
	if v, ok := r.rises[f]; ok {
		return v
	}
	size, base := fyne.CurrentApp().Driver().RenderedTextSize(" ", f.size, f.style, f.source)
	v := rise{up: base, down: size.Height - base}
	r.rises[f] = v
	return v
}
