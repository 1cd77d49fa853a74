package pdf

import (
	"math"
	"strings"
	"unicode/utf16"
)

// glyph is a sign on a page. Lengths are in points, upwards and to the right.
type glyph struct {
	r           rune
	left, right float64
	x, y        float64 // where the baseline starts
	font        *font
	tag         int  // the page's number of the marked content; -1 for none
	at          int  // its place in the file
	spaced      bool // a blank stands before it in the file
}

// font is a typeface at a size.
type font struct {
	name   string
	size   float64 // in points as printed
	bold   bool
	italic bool
	// turned says that the text does not run from left to right.
	turned bool
}

// sheet is what stands on a page.
type sheet struct {
	number        int // from 1
	width, height float64
	glyphs        []glyph
	elements      []*element // of the structure tree
	drawn         bool       // there is no text, but something stands there
	picture       bool       // it is likely something to read
}

// maxGlyphs is how many signs of one page are read.
const maxGlyphs = 200_000

// sheet reads page i; nil where it cannot be read.
func (d *document) sheet(i int) *sheet {
	page := d.call("FPDF_LoadPage", d.handle, uint64(i))
	if page == 0 {
		return nil
	}
	defer d.call("FPDF_ClosePage", page)
	text := d.call("FPDFText_LoadPage", page)
	if text == 0 {
		return nil
	}
	defer d.call("FPDFText_ClosePage", text)
	s := &sheet{number: i + 1}
	s.glyphs = d.glyphs(text)
	d.size(s, page)
	s.elements = d.tree(page)
	if len(s.glyphs) <= scanned {
		d.look(page, s)
	}
	return s
}

// size reads the page's size and turns the glyphs of a page that is shown on
// its side.
func (d *document) size(s *sheet, page uint64) {
	s.width = float64(math.Float32frombits(uint32(d.call("FPDF_GetPageWidthF", page))))
	s.height = float64(math.Float32frombits(uint32(d.call("FPDF_GetPageHeightF", page))))
}

// glyphs reads the signs of a page in the order of the file. Blanks and line
// ends become marks on the signs that follow them.
func (d *document) glyphs(text uint64) []glyph {
	n := min(d.count("FPDFText_CountChars", text), maxGlyphs)
	unicode, object := d.find("FPDFText_GetUnicode"), d.find("FPDFText_GetTextObject")
	box, origin := d.find("FPDFText_GetLooseCharBox"), d.find("FPDFText_GetCharOrigin")
	out := make([]glyph, 0, n)
	var g glyph
	var last uint64
	for k := range uint64(n) {
		r := rune(uint32(d.run(unicode, text, k)))
		if r == ' ' || r == '\u00a0' || r == '\r' || r == '\n' || r == '\t' || r == 0 {
			g.spaced = true
			continue
		}
		if o := d.run(object, text, k); o != last && o != 0 {
			last = o
			g.font = d.font(text, k)
			g.tag = int(int32(uint32(d.call("FPDFPageObj_GetMarkedContentID", o))))
		}
		d.run(box, text, k, d.buffer)
		g.left, g.right = d.float(0), d.float(8)
		d.run(origin, text, k, d.buffer, d.buffer+8)
		g.x, g.y = d.double(0), d.double(8)
		g.r, g.at = r, len(out)
		out = append(out, g)
		g.spaced = false
	}
	return out
}

// italicFlag is the bit of a font's description that says it slants.
const italicFlag = 0x40

// font is the font of sign k.
func (d *document) font(text, k uint64) *font {
	var f font
	f.size = math.Float64frombits(d.call("FPDFText_GetFontSize", text, k))
	if d.call("FPDFText_GetMatrix", text, k, d.buffer) != 0 {
		a, b, c, e := d.float(0), d.float(4), d.float(8), d.float(12)
		f.size *= math.Hypot(c, e)
		f.turned = math.Abs(b) > math.Abs(a)
	}
	n := uint32(d.call("FPDFText_GetFontInfo", text, k, d.buffer+8, bufferSize-8, d.buffer))
	flags, _ := d.memory.ReadUint32Le(uint32(d.buffer))
	if n > 1 && n < bufferSize-8 {
		name, _ := d.memory.Read(uint32(d.buffer)+8, n-1)
		f.name = string(name)
	}
	lower := strings.ToLower(f.name)
	f.bold = strings.Contains(lower, "bold") || strings.Contains(lower, "black") || strings.Contains(lower, "heavy")
	f.italic = flags&italicFlag != 0 || strings.Contains(lower, "italic") || strings.Contains(lower, "oblique")
	for _, known := range d.fonts {
		if *known == f {
			return known
		}
	}
	d.fonts = append(d.fonts, &f)
	return &f
}

// utf16 reads n bytes of text in the buffer as UTF-16.
func (d *document) utf16(n int) string {
	if n < 2 || n > bufferSize {
		return ""
	}
	b, _ := d.memory.Read(uint32(d.buffer), uint32(n))
	units := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		if u := uint16(b[i]) | uint16(b[i+1])<<8; u != 0 {
			units = append(units, u)
		}
	}
	return string(utf16.Decode(units))
}
