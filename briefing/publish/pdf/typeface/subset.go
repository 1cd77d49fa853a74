package typeface

import "github.com/go-text/typesetting/font"

// Subset numbers the glyphs that a document takes from a face. One glyph used
// for two texts has two numbers, so that every number says its text.
type Subset struct {
	face   *Face
	number map[taken]uint16
	list   []taken
}

type taken struct {
	glyph font.GID
	text  string
}

// mostCodes is how many numbers there are; what comes later is shown as the
// sign for a missing glyph.
const mostCodes = 1<<16 - 1

func newSubset(f *Face) *Subset {
	s := &Subset{face: f, number: map[taken]uint16{}}
	s.code(0, "")
	return s
}

// code numbers a glyph that stands for a text.
func (s *Subset) code(g font.GID, text string) uint16 {
	t := taken{g, text}
	n, ok := s.number[t]
	if !ok {
		if len(s.list) == mostCodes {
			return 0
		}
		n = uint16(len(s.list))
		s.number[t] = n
		s.list = append(s.list, t)
	}
	return n
}

// Used tells whether anything was taken.
func (s *Subset) Used() bool { return len(s.list) > 1 }

// Program is the font to embed.
func (s *Subset) Program() []byte {
	glyphs := make([][]byte, len(s.list))
	for i, t := range s.list {
		glyphs[i] = charstringOf(s.face.advance(t.glyph), s.face.outline(t.glyph))
	}
	return program(s.face.name, glyphs)
}

// Widths are the glyphs' own widths by number.
func (s *Subset) Widths() []float64 {
	out := make([]float64, len(s.list))
	for i, t := range s.list {
		out[i] = s.face.advance(t.glyph)
	}
	return out
}

// Texts are what the glyphs stand for by number; empty for parts of a cluster
// whose text another part has.
func (s *Subset) Texts() []string {
	out := make([]string, len(s.list))
	for i, t := range s.list {
		out[i] = t.text
	}
	return out
}
