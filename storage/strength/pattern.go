package strength

import (
	"math"
	"strings"
)

// rows are runs of keys on keyboards people have here.
var rows = []string{
	"qwertyuiop", "asdfghjkl", "zxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn", "qwertz", "1234567890",
	"1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "1q2w3e4r5t6y7u8i9o0p", "!@#$%^&*()",
}

// walk rates a run of neighbouring keys.
func walk(text string) (piece, bool) {
	if len(text) < 3 {
		return piece{}, false
	}
	lower := strings.ToLower(text)
	for _, row := range rows {
		if strings.Contains(row, lower) || strings.Contains(row, backwards(lower)) {
			return piece{kind: kindPattern, bits: 4 + math.Log2(float64(len(text)))}, true
		}
	}
	return piece{}, false
}

// sequence rates signs that follow one another by the same step: abc, 9876, aaaa.
func sequence(text string) (piece, bool) {
	if len(text) < 3 {
		return piece{}, false
	}
	step := int(text[1]) - int(text[0])
	if step < -1 || step > 1 {
		return piece{}, false
	}
	for i := 1; i < len(text); i++ {
		if int(text[i])-int(text[i-1]) != step {
			return piece{}, false
		}
	}
	return piece{kind: kindPattern, bits: 4 + math.Log2(float64(len(text)))}, true
}

// repeated rates what stood in the passphrase before.
func repeated(before, text string) (piece, bool) {
	if len(text) < 3 || !strings.Contains(before, text) {
		return piece{}, false
	}
	return piece{kind: kindPattern, bits: 1 + math.Log2(float64(len(before)))/2}, true
}

// date rates years and days in the ways they are written with figures.
func date(text string) (piece, bool) {
	if len(text) < 4 || len(text) > 10 {
		return piece{}, false
	}
	figures := strings.Map(func(r rune) rune {
		if strings.ContainsRune("-/. ", r) {
			return -1
		}
		return r
	}, text)
	if strings.Trim(figures, "0123456789") != "" || !figure(text[0]) || !figure(text[len(text)-1]) {
		return piece{}, false
	}
	switch len(figures) {
	case 4:
		return piece{kind: kindDate, bits: 7}, year(figures) && len(text) == 4
	case 6:
		ok := day(figures[:2], figures[2:4]) || day(figures[2:4], figures[4:]) || day(figures[2:4], figures[:2])
		return piece{kind: kindDate, bits: 15}, ok
	case 8:
		ok := year(figures[:4]) && day(figures[6:], figures[4:6]) ||
			year(figures[4:]) && (day(figures[:2], figures[2:4]) || day(figures[2:4], figures[:2]))
		return piece{kind: kindDate, bits: 15}, ok
	}
	return piece{}, false
}

func figure(c byte) bool { return c >= '0' && c <= '9' }

func year(text string) bool { return text >= "1900" && text <= "2059" }

func day(day, month string) bool {
	return day >= "01" && day <= "31" && month >= "01" && month <= "12"
}

// word rates letters that could be a word of any language, figures standing
// for some of them too: it is in some list.
func word(text string) (piece, bool) {
	if len(text) < 4 || len(text) > 14 || figure(text[0]) {
		return piece{}, false
	}
	vowels, run := 0, 0
	plain := leet.Replace(text)
	for _, c := range strings.ToLower(plain) {
		switch {
		case c < 'a' || c > 'z':
			return piece{}, false
		case strings.ContainsRune("aeiouy", c):
			vowels, run = vowels+1, 0
		default:
			if run++; run > 4 {
				return piece{}, false
			}
		}
	}
	bits := 16.0
	if plain != text {
		bits++
	}
	return piece{kind: kindWord, bits: bits}, vowels > 0
}
