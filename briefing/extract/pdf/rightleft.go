package pdf

import (
	"cmp"
	"slices"
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// letterGap is the gap, in the size of the type, that parts Arabic words: the
// letters of one word touch.
const letterGap = 0.18

// leftward tells whether most letters of a line run from right to left.
func leftward(glyphs []glyph) bool {
	right, left := 0, 0
	for _, g := range glyphs {
		switch {
		case runsLeft(g.r):
			right++
		case unicode.IsLetter(g.r):
			left++
		}
	}
	return right > left
}

func runsLeft(r rune) bool {
	p, _ := bidi.LookupRune(r)
	return p.Class() == bidi.R || p.Class() == bidi.AL
}

// spoken puts the signs of a line that runs to the left into the order in which
// they are read, blanks between words among them: by their place on the page,
// since the order of the file is that of whatever program wrote it.
func spoken(glyphs []glyph) []glyph {
	var out []glyph
	for _, cluster := range reading(clusters(glyphs)) {
		out = append(out, cluster...)
	}
	return out
}

// clusters are the signs of a line from left to right, those of one glyph
// together.
func clusters(glyphs []glyph) [][]glyph {
	var all [][]glyph
	for _, g := range glyphs {
		if n := len(all); n > 0 && all[n-1][0].x == g.x && all[n-1][0].y == g.y {
			all[n-1] = append(all[n-1], g)
			continue
		}
		all = append(all, []glyph{g})
	}
	slices.SortStableFunc(all, func(a, b []glyph) int { return cmp.Compare(a[0].x, b[0].x) })
	var out [][]glyph
	for i, c := range all {
		if i > 0 {
			if gap := c[0].left - all[i-1][0].right; gap > letterGap*c[0].font.size {
				blank := c[0]
				blank.r, blank.left, blank.right = ' ', all[i-1][0].right, c[0].left
				out = append(out, []glyph{blank})
			}
		}
		out = append(out, ligature(c))
	}
	return out
}

// ligature mends the one that comes the wrong way round: lam and alef.
func ligature(c []glyph) []glyph {
	if len(c) == 2 && c[1].r == 'ل' && (c[0].r == 'ا' || c[0].r == 'أ' || c[0].r == 'إ' || c[0].r == 'آ') {
		return []glyph{c[1], c[0]}
	}
	return c
}

// reading turns clusters round, and numbers and foreign words back.
func reading(all [][]glyph) [][]glyph {
	slices.Reverse(all)
	for from := 0; from < len(all); {
		if !runsRight(all[from]) {
			from++
			continue
		}
		end := from + 1
		for k := end; k < len(all) && (runsRight(all[k]) || neutral(all[k])); k++ {
			if runsRight(all[k]) {
				end = k + 1
			}
		}
		slices.Reverse(all[from:end])
		from = end
	}
	return all
}

func runsRight(c []glyph) bool { return isClass(c, bidi.L, bidi.EN, bidi.AN) }

func neutral(c []glyph) bool { return isClass(c, bidi.ES, bidi.CS, bidi.ET, bidi.WS, bidi.ON) }

// isClass tells whether a cluster is of one of the classes of Unicode's
// algorithm for both directions.
func isClass(c []glyph, classes ...bidi.Class) bool {
	p, _ := bidi.LookupRune(c[0].r)
	return slices.Contains(classes, p.Class())
}
