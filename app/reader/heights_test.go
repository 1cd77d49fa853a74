package reader

import (
	"math/rand/v2"
	"testing"
)

func TestHeightsAgreeWithAPlainSum(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{1, 2, 3, 7, 8, 100} {
		each := make([]float32, n)
		for i := range each {
			each[i] = float32(rnd.IntN(100) + 1)
		}
		h := newHeights(append([]float32(nil), each...))
		for range 200 {
			i := rnd.IntN(n)
			each[i] = float32(rnd.IntN(100) + 1)
			h.set(i, each[i])
			sum := 0.0
			for k := range each {
				if got := h.before(k); got != sum {
					t.Fatalf("%d rows: %v before row %d, want %v", n, got, k, sum)
				}
				row, into := h.at(sum + float64(each[k])/2)
				if row != k || into != each[k]/2 {
					t.Fatalf("%d rows: at the middle of row %d is row %d, %v in", n, k, row, into)
				}
				sum += float64(each[k])
			}
			if row, _ := h.at(sum + 50); row != n-1 {
				t.Fatalf("%d rows: past the end is row %d", n, row)
			}
		}
	}
}
