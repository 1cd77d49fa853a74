package assets

import "testing"

// BenchmarkSay measures what a list pays for each word it shows.
func BenchmarkSay(b *testing.B) {
	w := Words("fr")
	b.Run("plain", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			w.Say("stance.SP")
		}
	})
	b.Run("arguments", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			w.Say("ask.choose", "Choose", 2, "Of", 3)
		}
	})
}
