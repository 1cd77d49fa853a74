package extract

import (
	"os"
	"testing"

	"placard/briefing/extract/extracttest"
)

func TestRealNoteKeepsEveryLetter(t *testing.T) {
	r, _ := readReal(t)
	data, err := os.ReadFile(realNote)
	if err != nil {
		t.Fatal(err)
	}
	extracttest.LettersKept(t, string(data), r)
}
