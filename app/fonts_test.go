package app

import (
	"bytes"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/go-text/typesetting/font"

	"placard/briefing"
)

// The signs of stance are in the window's own fonts: a machine without a font
// of symbols shows no boxes.
func TestStanceSignsAreInTheWindowsFonts(t *testing.T) {
	for _, style := range []fyne.TextStyle{{}, {Bold: true}, {Italic: true}} {
		face, err := font.ParseTTF(bytes.NewReader(look{percent: 100}.Font(style).Content()))
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range briefing.Stances {
			for _, r := range s.Glyph() {
				if _, ok := face.NominalGlyph(r); !ok {
					t.Errorf("%+v has no %c of %s", style, r, s)
				}
			}
		}
	}
}
