package pdf

import (
	"math/rand/v2"
	"testing"
	"time"
)

// crowded is a page of n short lines in no order, tagged one by one, as drawings
// and hostile files have them.
func crowded(n int) *sheet {
	random := rand.New(rand.NewPCG(1, 2))
	f := &font{name: "Times", size: 6}
	s := &sheet{number: 2, width: 600, height: 800}
	for i := range n {
		x, y := 600*random.Float64(), 800*random.Float64()
		for k, r := range "No. 7" {
			left := x + 3*float64(k)
			s.glyphs = append(s.glyphs, glyph{r: r, left: left, right: left + 3, x: left, y: y, font: f, tag: i, at: len(s.glyphs)})
		}
		s.elements = append(s.elements, &element{kind: "P", kids: []*element{{tag: i}}})
	}
	return s
}

// TestCrowdedPages guards against time that grows with the square of what
// stands on a page: four times as much may take eight times as long, not
// sixteen.
func TestCrowdedPages(t *testing.T) {
	fastest := func(n int) time.Duration {
		best := time.Hour
		for range 3 {
			s := crowded(n)
			start := time.Now()
			newReader([]*sheet{s}).passages()
			best = min(best, time.Since(start))
		}
		return best
	}
	few, many := fastest(1000), fastest(4000)
	if ratio := float64(many) / float64(few); ratio > 10 {
		t.Errorf("%v for 1000 lines, %v for 4000: %.1f times as long", few, many, ratio)
	}
	t.Log(few, many)
}
