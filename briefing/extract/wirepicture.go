package extract

import (
	"bufio"
	"fmt"
	"image"
	"io"
)

// wirePicture announces a picture whose pixels follow the line, red, green,
// blue and opacity a byte each. Pixels are copied, not decoded: the parent
// trusts nothing that comes out of the child.
type wirePicture struct {
	Width  int `json:"width"`
	Height int `json:"height"`
	pixels []byte
}

const (
	pixelSize = 4
	// maxPixels is how many bytes of pixels are taken from a child.
	maxPixels = 64 << 20
)

func wirePictureOf(m *image.RGBA) *wirePicture {
	return &wirePicture{Width: m.Rect.Dx(), Height: m.Rect.Dy(), pixels: m.Pix}
}

// readPixels reads what follows the line.
func (p *wirePicture) readPixels(in *bufio.Reader) error {
	if p.Width < 1 || p.Height < 1 || p.Width > maxPixels || p.Height > maxPixels/pixelSize/p.Width {
		return fmt.Errorf("%w: picture of %d by %d", errBadReply, p.Width, p.Height)
	}
	p.pixels = make([]byte, p.Width*p.Height*pixelSize)
	if _, err := io.ReadFull(in, p.pixels); err != nil {
		return fmt.Errorf("read picture: %w", err)
	}
	return nil
}

func (p *wirePicture) image() image.Image {
	return &image.RGBA{Pix: p.pixels, Stride: p.Width * pixelSize, Rect: image.Rect(0, 0, p.Width, p.Height)}
}
