package spelling

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Dictionary knows the words of a language. It does not change once read and
// is safe for concurrent use.
type Dictionary struct {
	spelled  string // how classes are spelled: "", "long", "num", "UTF-8"
	aliases  [][]flag
	index    map[string]int32 // the last root of a spelling
	roots    []root
	suffixes map[string][]*affix // by what they add
	prefixes map[string][]*affix

	needs, forbidden, inCompound flag

	converts []string    // what is written for what, in pairs
	letters  string      // by how often mistakes are made with them
	mistakes [][2]string // what people write for what
}

// root is an entry of the dictionary; twin is another of the same spelling, -1
// for none.
type root struct {
	classes string
	twin    int32
}

// Knows tells whether a word is spelled right: as it is, or as it would stand
// inside a sentence where it has capital letters.
func (d *Dictionary) Knows(word string) bool {
	word = d.written(word)
	if d.knowsCase(word) {
		return true
	}
	parts := strings.Split(word, "-")
	if len(parts) == 1 {
		return false
	}
	for _, p := range parts {
		if p == "" || !d.knowsCase(p) {
			return false
		}
	}
	return true
}

func (d *Dictionary) knowsCase(word string) bool {
	if d.isForm(word) {
		return true
	}
	lower := strings.ToLower(word)
	if lower == word || !begins(word, unicode.IsUpper) {
		return false
	}
	if d.isForm(lower) {
		return true
	}
	if word != strings.ToUpper(word) {
		return false
	}
	return d.isForm(capitalized(lower))
}

func begins(word string, is func(rune) bool) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return is(r)
}

func capitalized(word string) string {
	r, n := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(r)) + word[n:]
}

// isForm tells whether a word is a root with at most a prefix and two suffixes.
func (d *Dictionary) isForm(word string) bool {
	if d.stem(word, nil, 2) {
		return true
	}
	for end := 0; end <= len(word); end++ {
		for _, p := range d.prefixes[word[:end]] {
			if root, ok := p.root(word); ok && d.stem(root, []*affix{p}, 2) {
				return true
			}
		}
	}
	return false
}

// stem tells whether a word is a root, or a root with suffixes, that takes all
// the affixes in outer.
func (d *Dictionary) stem(word string, outer []*affix, depth int) bool {
	if d.isRoot(word, outer) {
		return true
	}
	if depth == 0 {
		return false
	}
	for start := range len(word) + 1 {
		for _, s := range d.suffixes[word[start:]] {
			rest, ok := s.takes(outer)
			if !ok {
				continue
			}
			if root, ok := s.root(word); ok && d.stem(root, append(rest, s), depth-1) {
				return true
			}
		}
	}
	return false
}

// takes is what of outer the root must still take when a suffix stands between:
// what the suffix takes itself is settled; ok is false where the root cannot.
func (a *affix) takes(outer []*affix) (rest []*affix, ok bool) {
	for _, o := range outer {
		switch {
		case slices.Contains(a.more, o.flag):
		case !o.prefix || !a.cross || !o.cross:
			return nil, false
		default:
			rest = append(rest, o)
		}
	}
	return rest, true
}

// isRoot tells whether the dictionary has a root of this spelling that takes
// all the affixes.
func (d *Dictionary) isRoot(word string, affixes []*affix) bool {
	i, ok := d.index[word]
	for ; ok && i >= 0; i = d.roots[i].twin {
		classes := d.flags(d.roots[i].classes)
		if d.has(classes, d.forbidden) || len(affixes) == 0 && (d.has(classes, d.needs) || d.has(classes, d.inCompound)) {
			continue
		}
		if !slices.ContainsFunc(affixes, func(a *affix) bool { return !slices.Contains(classes, a.flag) }) {
			return true
		}
	}
	return false
}

func (d *Dictionary) has(classes []flag, f flag) bool { return f != 0 && slices.Contains(classes, f) }

// written is a word as the dictionary writes it.
func (d *Dictionary) written(word string) string {
	for i := 0; i+1 < len(d.converts); i += 2 {
		word = strings.ReplaceAll(word, d.converts[i], d.converts[i+1])
	}
	return strings.ReplaceAll(word, "’", "'")
}
