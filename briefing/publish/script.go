package publish

import "unicode"

// script is what decides a piece's font and direction.
type script uint8

const (
	leftToRight script = iota
	rightToLeft
	sign // the glyph of a stance, which text fonts lack
	neutral
)

// piece is a stretch of a run in one script.
type piece struct {
	text   string
	script script
}

// pieces splits a text by script. What belongs to none (spaces, stops, digits)
// goes with its surroundings where both sides agree, else with the paragraph.
func pieces(text string, rtl bool) []piece {
	base := leftToRight
	if rtl {
		base = rightToLeft
	}
	if plain(text) {
		return []piece{{text, base}}
	}
	var out []piece
	from, last := 0, neutral
	for at, r := range text {
		s := scriptOf(r)
		if s != last && at > from {
			out = append(out, piece{text[from:at], last})
			from = at
		}
		last = s
	}
	out = append(out, piece{text[from:], last})
	settle(out, base)
	return merge(out)
}

// plain tells whether a text has only what needs no care.
func plain(text string) bool {
	for _, r := range text {
		if r > 0x2FF && (r < 0x2000 || r > 0x206F) {
			return false
		}
	}
	return true
}

// settle gives every neutral piece a script.
func settle(list []piece, base script) {
	for i := range list {
		if list[i].script != neutral {
			continue
		}
		before, behind := base, base
		if i > 0 && list[i-1].script != sign {
			before = list[i-1].script
		}
		if i+1 < len(list) && list[i+1].script != sign {
			behind = list[i+1].script
		}
		list[i].script = base
		if before == behind {
			list[i].script = before
		}
	}
}

func merge(list []piece) []piece {
	out := list[:0]
	for _, p := range list {
		if n := len(out); n > 0 && out[n-1].script == p.script {
			out[n-1].text += p.text
			continue
		}
		out = append(out, p)
	}
	return out
}

func scriptOf(r rune) script {
	switch {
	case r == '✓' || r == '◐' || r == '▲' || r == '✕' || r == '■':
		return sign
	case unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko) && !unicode.IsDigit(r):
		return rightToLeft
	case unicode.IsLetter(r):
		return leftToRight
	}
	return neutral
}
