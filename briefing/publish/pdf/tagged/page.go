package tagged

// Page is a page being drawn.
type Page struct {
	width, height float64
	object        ref
	number        int // from 0
	content       builder
	marked        []*Content // by marked-content number
	open          *Content   // what is being drawn now
	artifact      bool       // an artifact is open
	links         []*link
	ink           string // the fill colour in force
}

// Colour is red, green and blue from 0 to 1.
type Colour struct{ R, G, B float64 }

// Hex reads a colour of six hexadecimal digits; black where it can't.
func Hex(s string) Colour {
	if len(s) != 6 {
		return Colour{}
	}
	at := func(i int) float64 { return float64(digit(s[i])<<4|digit(s[i+1])) / 255 }
	return Colour{at(0), at(2), at(4)}
}

func digit(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'A' <= c && c <= 'F':
		return int(c-'A') + 10
	case 'a' <= c && c <= 'f':
		return int(c-'a') + 10
	}
	return 0
}

// In draws what follows as part of a piece of content.
func (p *Page) In(c *Content) {
	if p.open == c && c != nil {
		return
	}
	p.Close()
	id := len(p.marked)
	p.marked = append(p.marked, c)
	c.pieces = append(c.pieces, piece{p, id})
	p.open = c
	p.content.text("/", c.parent.kind, "<</MCID ").int(id).text(">>BDC\n")
}

// Artifact draws what follows as furniture that no reader reads aloud.
func (p *Page) Artifact() {
	if p.artifact {
		return
	}
	p.Close()
	p.artifact = true
	p.content.text("/Artifact BMC\n")
}

// Furniture draws what follows as a header or a footer of the page.
func (p *Page) Furniture(kind string) {
	p.Close()
	p.artifact = true
	p.content.text("/Artifact<</Type/Pagination/Subtype/", kind, ">>BDC\n")
}

// Close ends what is being drawn.
func (p *Page) Close() {
	if p.open != nil || p.artifact {
		p.content.text("EMC\n")
	}
	p.open, p.artifact = nil, false
}

// Fill paints a rectangle.
func (p *Page) Fill(x, y, width, height float64, c Colour) {
	p.colour(c)
	p.content.nums(x, y, width, height).text("re f\n")
}

// Dots draws a dotted line from left to right.
func (p *Page) Dots(x, y, until float64, c Colour) {
	p.content.nums(c.R, c.G, c.B).text("RG 0.8 w 1 J [0 3.2] 0 d ").nums(x, y).text("m ").nums(until, y).text("l S [] 0 d\n")
}

// colour sets the colour of what is filled, where it is not in force yet.
func (p *Page) colour(c Colour) {
	var b builder
	b.nums(c.R, c.G, c.B)
	if s := b.String(); s != p.ink {
		p.ink = s
		p.content.text(s, "rg\n")
	}
}
