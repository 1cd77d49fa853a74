package spelling

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// longest is the most letters of a word that words like it are looked for.
const longest = 30

// Suggest lists at most n words like one that is not known, the likeliest
// first: a mistake people make, two letters in each other's place, one too many,
// another, or one missing.
func (d *Dictionary) Suggest(word string, n int) []string {
	if utf8.RuneCountInString(word) > longest {
		return nil
	}
	word = d.written(word)
	var out []string
	hyphens := strings.Count(word, "-") // else two short words make any long one
	offer := func(s string) bool {
		if strings.Count(s, "-") <= hyphens && !slices.Contains(out, s) && d.Knows(s) {
			out = append(out, s)
		}
		return len(out) < n
	}
	for _, kind := range []func(string, func(string) bool) bool{d.mistaken, swapped, shortened, d.replaced, d.lengthened} {
		if !kind(word, offer) {
			break
		}
	}
	return out
}

func (d *Dictionary) mistaken(word string, offer func(string) bool) bool {
	for _, m := range d.mistakes {
		for i := 0; ; i++ {
			at := strings.Index(word[i:], m[0])
			if at < 0 || m[0] == "" {
				break
			}
			i += at
			if !offer(word[:i] + m[1] + word[i+len(m[0]):]) {
				return false
			}
		}
	}
	return true
}

func swapped(word string, offer func(string) bool) bool {
	r := []rune(word)
	for i := range len(r) - 1 {
		c := slices.Clone(r)
		c[i], c[i+1] = c[i+1], c[i]
		if !offer(string(c)) {
			return false
		}
	}
	return true
}

func shortened(word string, offer func(string) bool) bool {
	r := []rune(word)
	for i := range r {
		if len(r) > 1 && !offer(string(slices.Delete(slices.Clone(r), i, i+1))) {
			return false
		}
	}
	return true
}

func (d *Dictionary) replaced(word string, offer func(string) bool) bool {
	r := []rune(word)
	for i := range r {
		for _, letter := range d.letters {
			c := slices.Clone(r)
			c[i] = letter
			if letter != r[i] && !offer(string(c)) {
				return false
			}
		}
	}
	return true
}

func (d *Dictionary) lengthened(word string, offer func(string) bool) bool {
	r := []rune(word)
	for i := range len(r) + 1 {
		for _, letter := range d.letters {
			if !offer(string(slices.Insert(slices.Clone(r), i, letter))) {
				return false
			}
		}
	}
	return true
}
