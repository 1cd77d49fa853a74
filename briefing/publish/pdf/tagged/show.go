package tagged

import "math"

// Code is a glyph of a font with the room it takes.
type Code struct {
	Number  uint16
	Advance float64 // to the next glyph, points
	Natural float64 // what the font itself says, points
	X, Y    float64 // moved from the pen, points
}

// Line is glyphs of one font on one baseline.
type Line struct {
	Font  *Font
	Size  float64
	X, Y  float64
	Ink   Colour
	Codes []Code
	// Reversed text runs from right to left: its glyphs, left to right, are
	// in the reverse of reading order.
	Reversed bool
}

// Show draws glyphs.
func (p *Page) Show(l Line) {
	p.colour(l.Ink)
	if l.Reversed {
		p.content.text("/ReversedChars BMC\n")
	}
	p.content.text("BT ").name(l.Font.resource).text(" ").num(l.Size).text(" Tf ").nums(l.X, l.Y).text("Td [<")
	rise := 0.0
	for _, c := range l.Codes {
		if c.Y != rise {
			rise = c.Y
			p.content.text(">]TJ ").num(rise).text(" Ts [<")
		}
		p.kern(-c.X, l.Size)
		p.content.hex(c.Number)
		p.kern(c.Natural+c.X-c.Advance, l.Size)
	}
	p.content.text(">]TJ ")
	if rise != 0 {
		p.content.text("0 Ts ")
	}
	p.content.text("ET\n")
	if l.Reversed {
		p.content.text("EMC\n")
	}
}

// kern moves the next glyph left by an amount that shows.
func (p *Page) kern(by, size float64) {
	if n := int(math.Round(by * 1000 / size)); n > 1 || n < -1 {
		p.content.text(">").int(n).text("<")
	}
}
