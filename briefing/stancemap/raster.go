package stancemap

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"strconv"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"placard/briefing"
)

// perPoint is how many pixels a point of a map has: sharp on paper.
const perPoint = 2

// mostPixels bounds the memory that a picture takes, at four bytes each. An SVG
// has no such bound.
const mostPixels = 60_000_000

// png draws the scene at perPoint pixels a point; ErrMapTooLarge past mostPixels.
func (s *scene) png(w io.Writer) error {
	if s.width*s.height*perPoint*perPoint > mostPixels {
		return briefing.ErrMapTooLarge
	}
	c := image.NewRGBA(image.Rect(0, 0, int(s.width*perPoint), int(s.height*perPoint)))
	draw.Draw(c, c.Bounds(), image.NewUniform(colour(paper)), image.Point{}, draw.Src)
	for _, a := range s.areas {
		a.draw(c)
	}
	for _, g := range s.signs {
		g.draw(c)
	}
	for _, l := range s.labels {
		l.draw(c)
	}
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	return encoder.Encode(w, c)
}

func colour(hex string) color.RGBA {
	n, err := strconv.ParseUint(hex, 16, 32)
	if err != nil {
		return color.RGBA{A: 0xff}
	}
	return color.RGBA{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n), A: 0xff} //nolint:gosec // bytes of a colour
}

// draw fills the area and draws its edge, a pixel a dash wide.
func (a area) draw(c draw.Image) {
	r := image.Rect(int(a.x*perPoint), int(a.y*perPoint), int((a.x+a.width)*perPoint), int((a.y+a.height)*perPoint))
	if a.fill != "" {
		draw.Draw(c, r, image.NewUniform(colour(a.fill)), image.Point{}, draw.Src)
	}
	line := colour(a.edge)
	gap := func(n int) bool { return a.dashed && n/(2*perPoint)%2 == 1 }
	for x := r.Min.X; x < r.Max.X; x++ {
		for t := range perPoint {
			if !gap(x - r.Min.X) {
				c.Set(x, r.Min.Y+t, line)
				c.Set(x, r.Max.Y-1-t, line)
			}
		}
	}
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for t := range perPoint {
			if !gap(y - r.Min.Y) {
				c.Set(r.Min.X+t, y, line)
				c.Set(r.Max.X-1-t, y, line)
			}
		}
	}
}

// draw fills the sign's outlines.
func (g sign) draw(c draw.Image) {
	half := g.size * 1.2 * perPoint
	corner := image.Pt(int(g.x*perPoint-half), int(g.y*perPoint-half))
	side := int(2*half) + 1
	v := vector.NewRasterizer(side, side)
	at := func(p point) (x, y float32) {
		return float32((g.x+p.x*g.size)*perPoint) - float32(corner.X), float32((g.y+p.y*g.size)*perPoint) - float32(corner.Y)
	}
	for _, o := range outlines(g.stance) {
		x, y := at(o[0])
		v.MoveTo(x, y)
		for _, p := range o[1:] {
			v.LineTo(at(p))
		}
		v.ClosePath()
	}
	v.Draw(c, image.Rectangle{Min: corner, Max: corner.Add(image.Pt(side, side))}, image.NewUniform(colour(g.ink)), image.Point{})
}

// draw writes the label.
func (l label) draw(c draw.Image) {
	d := font.Drawer{Dst: c, Src: image.NewUniform(colour(l.ink)), Face: face(l.size*perPoint, l.bold)}
	if d.Face == nil {
		return
	}
	x := l.x * perPoint
	switch width := float64(d.MeasureString(l.text)) / 64; l.anchor {
	case atMiddle:
		x -= width / 2
	case atEnd:
		x -= width
	case atStart:
	}
	d.Dot = fixed.Point26_6{X: fixed.Int26_6(x * 64), Y: fixed.Int26_6(l.y * perPoint * 64)}
	d.DrawString(l.text)
}

// fonts are read once; a font of ours that does not parse would be a fault of
// the build, and leaves the map without words.
var fonts = sync.OnceValue(func() (out [2]*opentype.Font) {
	for i, data := range [][]byte{goregular.TTF, gobold.TTF} {
		if f, err := opentype.Parse(data); err == nil {
			out[i] = f
		}
	}
	return out
})

// face is a new face of a size in pixels: faces are not safe for concurrent use.
func face(size float64, bold bool) font.Face {
	f := fonts()[0]
	if bold {
		f = fonts()[1]
	}
	if f == nil {
		return nil
	}
	made, err := opentype.NewFace(f, &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingFull})
	if err != nil {
		return nil
	}
	return made
}

// measure is the width of a text in points.
func measure(text string, size float64, bold bool) float64 {
	f := face(size*perPoint, bold)
	if f == nil {
		return 0
	}
	return float64(font.MeasureString(f, text)) / 64 / perPoint
}

// fit shortens a text to a width.
func fit(text string, size float64, bold bool, width float64) string {
	if measure(text, size, bold) <= width {
		return text
	}
	letters := []rune(text)
	for n := len(letters) - 1; n > 0; n-- {
		if short := string(letters[:n]) + "…"; measure(short, size, bold) <= width {
			return short
		}
	}
	return ""
}
