package tagged

import (
	"crypto/sha256"
	"math"
	"strconv"
)

// Program is a font to embed: CFF whose glyph n is character n.
type Program struct {
	Name     string
	CFF      []byte
	Widths   []float64 // thousandths, by character
	Texts    []string  // what each stands for; empty for parts of others
	Up, Down float64   // reach above and below the baseline, thousandths
}

// Font is a font that pages use.
type Font struct {
	resource string
	object   ref
	program  func() Program
}

// Font adds a font; program is asked for when the file is written, when all
// its glyphs are known.
func (f *File) Font(program func() Program) *Font {
	font := &Font{resource: "F" + strconv.Itoa(len(f.fonts)+1), object: f.reserve(), program: program}
	f.fonts = append(f.fonts, font)
	return font
}

// writeFonts embeds the fonts and writes the resources that all pages share.
func (f *File) writeFonts() {
	var res builder
	res.text("<</Font<<")
	for _, font := range f.fonts {
		f.embed(font)
		res.name(font.resource).text(" ").ref(font.object).text(" ")
	}
	res.text(">>>>")
	f.set(f.fontRes, res.Bytes())
}

func (f *File) embed(font *Font) {
	p := font.program()
	name := subsetName(p)
	file := f.reserve()
	f.stream(file, "/Subtype/CIDFontType0C", p.CFF)
	var d builder
	d.text("<</Type/FontDescriptor/FontName").name(name).text("/Flags 4/ItalicAngle 0/StemV 80/CapHeight 714/FontBBox[-500 ")
	d.int(round(p.Down)).text(" 2000 ").int(round(p.Up)).text("]/Ascent ").int(round(p.Up)).text("/Descent ").int(round(p.Down))
	d.text("/FontFile3 ").ref(file).text(">>")
	descriptor := f.add(d.Bytes())

	var c builder
	c.text("<</Type/Font/Subtype/CIDFontType0/BaseFont").name(name)
	c.text("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 0/FontDescriptor ").ref(descriptor)
	c.text("/W[0[")
	for _, w := range p.Widths {
		c.int(round(w)).text(" ")
	}
	c.text("]]>>")
	descendant := f.add(c.Bytes())

	unicode := f.reserve()
	f.stream(unicode, "", toUnicode(p.Texts))
	var b builder
	b.text("<</Type/Font/Subtype/Type0/BaseFont").name(name).text("/Encoding/Identity-H/DescendantFonts[").ref(descendant)
	b.text("]/ToUnicode ").ref(unicode).text(">>")
	f.set(font.object, b.Bytes())
}

func round(v float64) int { return int(math.Round(v)) }

// subsetName is the font's name behind six letters that tell subsets apart.
func subsetName(p Program) string {
	sum := sha256.Sum256(p.CFF)
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag) + "+" + p.Name
}
