package reader

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"github.com/go-text/typesetting/font"
)

// scriptFont is a font brought along for one script. A text drawn with it has
// no other font to fall back on, so it must be asked what it covers.
type scriptFont struct {
	source fyne.Resource
	face   *font.Face
}

// newScriptFont reads a font; nil where there is none or it cannot be read, and
// the system's fonts are then what is left.
func newScriptFont(source fyne.Resource) *scriptFont {
	if source == nil {
		return nil
	}
	face, err := font.ParseTTF(bytes.NewReader(source.Content()))
	if err != nil {
		fyne.LogError("reader: font "+source.Name(), err)
		return nil
	}
	return &scriptFont{source: source, face: face}
}

// covers tells whether the font has a glyph for each letter of a text.
func (s *scriptFont) covers(text string) bool {
	if s == nil {
		return false
	}
	for _, r := range text {
		if _, ok := s.face.NominalGlyph(r); !ok && !unicode.Is(unicode.Cf, r) {
			return false
		}
	}
	return true
}

// arabicScale makes up for the low letters of Arabic text faces beside Latin.
const arabicScale = 1.12

// apply gives the stretches of right-to-left letters the font covers a span of
// their own, spaces between them included.
func (s *scriptFont) apply(text string, looks []span) []span {
	if s == nil || strings.IndexFunc(text, rtlScript) < 0 {
		return looks
	}
	var out []span
	for _, look := range looks {
		for at := look.start; at < look.end; {
			part := look
			part.start = at
			part.end = at + stretch(text[at:look.end])
			if t := text[part.start:part.end]; strings.IndexFunc(t, rtlScript) >= 0 && s.covers(t) {
				part.face.source = s.source
				part.face.size *= arabicScale
			}
			out = append(out, part)
			at = part.end
		}
	}
	return out
}

// stretch is the length of the run of right-to-left letters and spaces, or of
// anything else, that a text begins with.
func stretch(text string) int {
	first, n := utf8.DecodeRuneInString(text)
	script := rtlScript(first)
	for at, r := range text[n:] {
		if rtlScript(r) != script && (!script || r != ' ') {
			return n + at
		}
	}
	return len(text)
}
