package strength

import (
	"math"
	"strings"
	"testing"

	"placard/briefing"
)

// Six words by chance of the whole list: at least 77 bits, and the meter
// agrees that nobody guesses them.
func TestMadePassphrases(t *testing.T) {
	list := map[string]bool{}
	for word := range strings.FieldsSeq(effLarge) {
		list[word] = true
	}
	if bits := made * math.Log2(float64(len(list))); bits < 77 {
		t.Errorf("%.1f bits, want 77", bits)
	}
	seen := map[string]bool{}
	for range 200 {
		got, err := Meter{}.Make()
		if err != nil {
			t.Fatal(err)
		}
		words := strings.Split(got, " ")
		for _, word := range words {
			if !list[word] {
				t.Errorf("%q: %q is not of the list", got, word)
			}
			seen[word] = true
		}
		if rating := (Meter{}).Rate(got); len(words) != made || rating.Score != 4 {
			t.Errorf("%q is rated %d", got, rating.Score)
		}
	}
	if len(seen) < 1000 {
		t.Errorf("1,200 draws gave %d different words", len(seen))
	}
}

func BenchmarkRate(b *testing.B) {
	for b.Loop() {
		if (Meter{}).Rate("harbour violin seventeen cucumbers").Score < briefing.Enough {
			b.Fatal("weak")
		}
	}
}
