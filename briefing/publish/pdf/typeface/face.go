package typeface

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// Font is a font file that was read. It may be shared.
type Font struct {
	name  string
	font  *font.Font
	scale float64
}

// Read reads a TrueType or OpenType file. name is what files call the font.
func Read(name string, data []byte) (*Font, error) {
	face, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", name, err)
	}
	return &Font{name: name, font: face.Font, scale: 1}, nil
}

// Scaled is the font set larger or smaller than asked, for scripts whose
// letters are low beside Latin ones.
func (f *Font) Scaled(by float64) *Font {
	out := *f
	out.scale = by
	return &out
}

// Face is a font in use by one document, with the glyphs taken from it. It is
// not safe for concurrent use.
type Face struct {
	*Subset
	name  string
	face  *font.Face
	upem  float64
	scale float64
}

// Face opens the font for one document.
func (f *Font) Face() *Face {
	out := &Face{name: f.name, face: font.NewFace(f.font), upem: float64(f.font.Upem()), scale: f.scale}
	out.Subset = newSubset(out)
	return out
}

// Name is what files call the font.
func (f *Face) Name() string { return f.name }

// Has tells whether the face has a glyph for a letter.
func (f *Face) Has(r rune) bool {
	_, ok := f.face.NominalGlyph(r)
	return ok
}

// Height is how far the face reaches above and below the baseline, in
// thousandths of its size; down is negative.
func (f *Face) Height() (up, down float64) {
	e, _ := f.face.FontHExtents()
	return float64(e.Ascender) * 1000 / f.upem, float64(e.Descender) * 1000 / f.upem
}

// advance is a glyph's own width in thousandths.
func (f *Face) advance(g font.GID) float64 {
	if g == font.EmptyGlyph {
		return 0
	}
	return float64(f.face.HorizontalAdvance(g)) * 1000 / f.upem
}

// outline is a glyph's shape in thousandths; nothing for a blank.
func (f *Face) outline(g font.GID) []opentype.Segment {
	if g == font.EmptyGlyph {
		return nil
	}
	o, ok := f.face.GlyphData(g).(font.GlyphOutline)
	if !ok {
		return nil
	}
	k := float32(1000 / f.upem)
	for i := range o.Segments {
		for j := range o.Segments[i].Args {
			o.Segments[i].Args[j].X *= k
			o.Segments[i].Args[j].Y *= k
		}
	}
	return o.Segments
}

// Chain is faces in the order in which they are asked for a letter.
type Chain []*Face

// face for a letter: the first that has it, else the first.
func (c Chain) face(r rune) *Face {
	for _, f := range c {
		if f.Has(r) {
			return f
		}
	}
	return c[0]
}

// Lacks tells whether no face has a letter that would be seen.
func (c Chain) Lacks(r rune) bool {
	if invisible(r) || unicode.IsSpace(r) {
		return false
	}
	for _, f := range c {
		if f.Has(r) {
			return false
		}
	}
	return true
}

// invisible characters take any face: they steer the others.
func invisible(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r)
}

// ReadCollection reads a font of a file that may hold several: the one whose
// family ends in the word given, else the first.
func ReadCollection(name string, data []byte, ending string) (*Font, error) {
	loaders, err := opentype.NewLoaders(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", name, err)
	}
	if len(loaders) == 0 {
		return nil, fmt.Errorf("font %s: empty collection", name)
	}
	chosen := loaders[0]
	for _, l := range loaders {
		d, _ := font.Describe(l, nil)
		if strings.HasSuffix(d.Family, ending) {
			chosen = l
			break
		}
	}
	f, err := font.NewFont(chosen)
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", name, err)
	}
	return &Font{name: name, font: f, scale: 1}, nil
}

// Has tells whether the font has a glyph for a letter.
func (f *Font) Has(r rune) bool {
	_, ok := f.font.NominalGlyph(r)
	return ok
}
