package pdf

import (
	"math"
	"strings"
	"unicode"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
)

const (
	// edge is the part of a page's height at its top and its foot where running
	// heads stand.
	edge = 0.13
	// samePlace is how far apart, in points, a running head may stand on two
	// pages.
	samePlace = 6
)

// head is a line at an edge of a page, its digits aside.
type head struct {
	words string
	page  int
	y     float64
}

// markEdges makes furniture of what stands at the same place of several pages.
// The first page's head is its masthead.
func markEdges(sheets []*sheet, pages [][]block) {
	seen := heads{}
	for i, blocks := range pages {
		for _, b := range blocks {
			if h, ok := headOf(b, sheets[i]); ok {
				seen.add(h)
			}
		}
	}
	for i, blocks := range pages {
		for k := range blocks {
			h, ok := headOf(blocks[k], sheets[i])
			if !ok || sheets[i].number == 1 && h.y > sheets[i].height/2 {
				continue
			}
			if seen.repeat(h) {
				blocks[k].hint = manuscript.HintFurniture
			}
		}
	}
}

func headOf(b block, s *sheet) (head, bool) {
	if len(b.lines) == 0 || len(b.lines) > 3 || b.tagged && b.lines[0].marked() || b.lines[0].raisedMark() != "" || b.hint != manuscript.HintNone && b.hint != manuscript.HintFurniture || !atEdge(b, s) {
		return head{}, false
	}
	var words strings.Builder
	for _, l := range b.lines {
		words.WriteString(l.text())
	}
	if dates := briefing.PrintedDates(words.String()); len(dates) == 1 && dates[0].End-dates[0].Start == len(strings.TrimSpace(words.String())) {
		return head{}, false // of what was decided, not of the print
	}
	return head{words: skeleton(words.String()), page: s.number, y: b.top()}, true
}

func atEdge(b block, s *sheet) bool {
	return b.bottom() > s.height*(1-edge) || b.top() < s.height*edge
}

// heads are the pages on which a line was seen at a place: the first one, and
// -1 where there are more.
type heads map[place]int

// place is a line and its height on the page in steps of samePlace.
type place struct {
	words string
	step  int
}

func (h head) place() place { return place{h.words, int(math.Floor(h.y / samePlace))} }

func (hs heads) add(h head) {
	switch page, seen := hs[h.place()]; {
	case !seen:
		hs[h.place()] = h.page
	case page != h.page:
		hs[h.place()] = -1
	}
}

// repeat tells whether a line stands at its place on another page as well.
func (hs heads) repeat(h head) bool {
	at := h.place()
	for step := at.step - 1; step <= at.step+1; step++ {
		if page, seen := hs[place{h.words, step}]; seen && page != h.page {
			return true
		}
	}
	return false
}

// skeleton is a line without its digits and blanks.
func skeleton(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || unicode.IsSpace(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, text)
}
