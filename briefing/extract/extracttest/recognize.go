// Package extracttest is what tests of recognition share: notes written out as
// lines that can be compared, and checks that must hold of every note.
package extracttest

import (
	"testing"

	"placard/briefing"
)

// Recognize reads a document and finds its asks; a document that cannot be read
// ends the test.
func Recognize(tb testing.TB, x briefing.Extractor, name string, data []byte) (*briefing.Recognized, []briefing.Ask) {
	tb.Helper()
	r, err := x.Extract(tb.Context(), briefing.Original{Name: name, Data: data}, nil)
	if err != nil {
		tb.Fatal(err)
	}
	return r, briefing.FindAsks(&r.Note, r.Blocks, briefing.DefaultTriggers())
}
