package reader

import "github.com/go-text/typesetting/segmenter"

// wordAt is the word of a text around a byte, by the Unicode rules for words.
// Between words it is empty.
func wordAt(text string, at int) (start, end int) {
	for _, w := range words(text) {
		if at >= w[0] && at <= w[1] {
			start, end = w[0], w[1]
			if at < end {
				break
			}
		}
	}
	return start, end
}

// words are the spans of the words of a text, in bytes.
func words(text string) [][2]int {
	var seg segmenter.Segmenter
	runes := []rune(text)
	seg.Init(runes)
	at := make([]int, 0, len(runes)+1)
	for i := range text {
		at = append(at, i)
	}
	at = append(at, len(text))
	var out [][2]int
	for it := seg.WordIterator(); it.Next(); {
		w := it.Word()
		out = append(out, [2]int{at[w.Offset], at[w.Offset+len(w.Text)]})
	}
	return out
}

// nextWord is the end of the word after a byte, or the start of the one before
// it when by is negative.
func nextWord(text string, at, by int) int {
	next := 0
	for _, w := range words(text) {
		if by > 0 && w[1] > at {
			return w[1]
		}
		if by < 0 && w[0] < at {
			next = w[0]
		}
	}
	if by > 0 {
		return len(text)
	}
	return next
}
