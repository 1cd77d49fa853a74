package pdf

import (
	"context"
	"errors"
	"fmt"
	"image"
	"math"

	"placard/briefing"
)

const (
	// widestPicture is the most pixels that a picture may be wide.
	widestPicture = 4000
	// mostPixels is how many pixels a picture may have in all: 48 MB.
	mostPixels = 12 << 20
)

// What the engine is told about drawing.
const (
	drawAnnotations = 0x01
	drawRGBA        = 0x10 // red first, as Go's pictures have it
	white           = 0xFFFFFFFF
)

// pixel is how many bytes a pixel takes.
const pixel = 4

// Picture draws a page, counted from 1, on white and as many pixels wide as
// asked: ErrNotFound behind the last page, ErrInvalid for a width that is no
// width, ErrTooLarge for a page so tall that its picture would be too big, and
// the errors of Read.
func Picture(ctx context.Context, data []byte, password string, page, width int) (*image.RGBA, error) {
	if width < 1 || width > widestPicture {
		return nil, briefing.ErrInvalid.Because(nil, "Value", width)
	}
	d, err := open(data, password)
	if err != nil {
		return nil, err
	}
	defer d.close()
	if page < 1 || page > d.pages {
		return nil, briefing.ErrNotFound.Because(nil, "Value", page)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return d.picture(page-1, width)
}

func (d *document) picture(i, width int) (*image.RGBA, error) {
	page := d.call("FPDF_LoadPage", d.handle, uint64(i))
	if page == 0 {
		return nil, briefing.ErrUnreadable.Because(errors.Join(d.err, fmt.Errorf("page %d does not load", i+1)))
	}
	defer d.call("FPDF_ClosePage", page)
	var s sheet
	d.size(&s, page)
	height := math.Round(float64(width) * s.height / s.width)
	if !(height >= 1 && height*float64(width) <= mostPixels) { // not a number is refused too
		return nil, briefing.ErrTooLarge.Because(fmt.Errorf("page of %g by %g points", s.width, s.height))
	}
	return d.draw(page, width, int(height))
}

// draw lets the engine draw a page in its own memory and copies the pixels out.
func (d *document) draw(page uint64, width, height int) (*image.RGBA, error) {
	w, h := uint64(width), uint64(height)
	bitmap := d.call("FPDFBitmap_Create", w, h, 0)
	if bitmap == 0 {
		return nil, briefing.ErrTooLarge.Because(d.err)
	}
	defer d.call("FPDFBitmap_Destroy", bitmap)
	d.call("FPDFBitmap_FillRect", bitmap, 0, 0, w, h, white)
	d.call("FPDF_RenderPageBitmap", bitmap, page, 0, 0, w, h, 0, drawAnnotations|drawRGBA)
	stride, at := d.call("FPDFBitmap_GetStride", bitmap), d.call("FPDFBitmap_GetBuffer", bitmap)
	pixels, ok := d.memory.Read(uint32(at), uint32(stride*h))
	if d.err != nil || !ok || stride < w*pixel {
		return nil, briefing.ErrUnreadable.Because(errors.Join(d.err, errEngine))
	}
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		row := picture.Pix[y*picture.Stride:][:width*pixel]
		copy(row, pixels[y*int(stride):])
		for x := pixel - 1; x < len(row); x += pixel {
			row[x] = math.MaxUint8 // the engine leaves the fourth byte to chance
		}
	}
	return picture, nil
}
