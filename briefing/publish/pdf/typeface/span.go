package typeface

// Span is a stretch of a paragraph in one look.
type Span struct {
	Text     string
	Chain    Chain
	Size     float64 // points
	Language string  // BCP 47
}

// Line is one line of a paragraph.
type Line struct {
	Runs  []Run // in reading order; X says where each stands
	Width float64
}

// Run is glyphs of one span and one face.
type Run struct {
	Span   int // index of the span
	Face   *Face
	Size   float64
	X      float64 // from the line's left end
	Width  float64
	RTL    bool
	Text   string
	Glyphs []Glyph // from left to right
}

// Glyph is a placed glyph.
type Glyph struct {
	Code    uint16  // in the face's subset
	Advance float64 // to the next glyph, points
	Natural float64 // the glyph's own width, points
	X, Y    float64 // moved from the pen, points
}
