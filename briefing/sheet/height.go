package sheet

import (
	"math"
	"strings"
	"unicode/utf8"
)

// highest is the height in points that no row may pass.
const highest = 409

// height estimates what a row of wrapped text needs, in points. Programs that
// measure text themselves grow it; the estimate serves those that do not.
func (g *grid) height(cells []cell) float64 {
	most := g.plan.lowest
	for i, c := range cells {
		if c.text == "" || i >= len(g.plan.columns) {
			continue
		}
		most = max(most, c.look.tall(c.text, g.plan.columns[i].width))
	}
	return min(math.Ceil(max(most, 15)), highest)
}

// tall is the height of a text in a column of a width in characters.
func (l look) tall(text string, width float64) float64 {
	switch l {
	case lookTitle:
		return 24
	case lookMark, lookRef, lookLead, lookFree:
		return 16
	case lookTurned:
		return 6 + 6.2*float64(utf8.RuneCountInString(text))
	case lookSmall:
		return 12.2*wrapped(text, width*1.45) + 4
	case lookPlain, lookHead, lookFill, lookLocked, lookInput, lookDate, lookStance, lookImplied, lookCount, lookGap, lookStrong, lookGroup, lookLink, lookBox:
	}
	return 13.2*wrapped(text, width*1.28) + 4
}

// firstWide is where the scripts begin whose letters fill a square.
const firstWide = 0x2E80

// wrapped counts the lines of a text broken at words. Column widths count
// digits of the body font, and its letters are on average a little narrower;
// wide scripts take two places.
func wrapped(text string, width float64) float64 {
	lines := 0.0
	for line := range strings.SplitSeq(text, "\n") {
		places := 0.0
		for _, r := range line {
			if places++; r >= firstWide {
				places += 0.9
			}
		}
		lines += math.Ceil(max(places, 1) / max(width-2, 1)) // a word goes over
	}
	return lines
}
