package sheet_test

import (
	"testing"

	"placard/briefing"
	"placard/briefing/sheet"
)

// The budget for 2,000 rows, read and compared, is 0.3 s of one processor.
func BenchmarkReadReview2000Rows(b *testing.B) {
	r := buildReview(b, fleet(b, 2000), "en", ticked())
	data := writeReview(b, r)
	s := &sent{tb: b, batch: r.Batch, data: data}
	now := s.standing()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		back, err := sheet.New().ReadReview(b.Context(), data, english)
		if err != nil {
			b.Fatal(err)
		}
		if m := briefing.Merge(&r.Batch, back, now); len(m.Rows) != 2000 || len(m.Findings) != 0 {
			b.Fatalf("%d rows, %d findings", len(m.Rows), len(m.Findings))
		}
	}
}
