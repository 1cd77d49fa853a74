package extract

import (
	"os"
	"testing"

	"placard/briefing"
)

func BenchmarkRecognize(b *testing.B) {
	data, err := os.ReadFile(realNote)
	if err != nil {
		b.Skip("the real note is not beside the project: ", err)
	}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		r, err := New().Extract(b.Context(), briefing.Original{Name: "note.md", Data: data}, nil)
		if err != nil {
			b.Fatal(err)
		}
		briefing.FindAsks(&r.Note, r.Blocks, briefing.DefaultTriggers())
	}
}
