package extract

import (
	"errors"
	"image"
	"image/color"
	"strings"
	"testing"

	"placard/briefing"
	"placard/briefing/extract/extracttest"
)

// flagPDF is a document of two pages: the left half of the first is red, the
// second is blank.
func flagPDF() []byte { return extracttest.PDF("1 0 0 rg 0 0 100 100 re f", "") }

func TestChildDrawsPages(t *testing.T) {
	c := NewChild(self(t))
	defer closed(t, c)
	flag := briefing.Original{Name: "flag.pdf", Data: flagPDF()}
	got, err := c.PagePicture(t.Context(), flag, 1, 300)
	if err != nil {
		t.Fatal(err)
	}
	if want := image.Rect(0, 0, 300, 150); got.Bounds() != want {
		t.Fatalf("the picture is %v, want %v", got.Bounds(), want)
	}
	red, white := color.RGBA{255, 0, 0, 255}, color.RGBA{255, 255, 255, 255}
	for _, tt := range []struct {
		x, y int
		want color.Color
	}{{0, 0, red}, {140, 149, red}, {160, 0, white}, {299, 149, white}} {
		if is := got.At(tt.x, tt.y); is != tt.want {
			t.Errorf("the pixel at %d, %d is %v, want %v", tt.x, tt.y, is, tt.want)
		}
	}
	blank, err := c.PagePicture(t.Context(), flag, 2, 40)
	if err != nil || blank.At(1, 1) != white {
		t.Errorf("the second page is not blank: %v", err)
	}
}

func TestChildDrawsNothing(t *testing.T) {
	c := NewChild(self(t))
	defer closed(t, c)
	tests := []struct {
		name        string
		data        []byte
		page, width int
		want        error
	}{
		{"behind the last page", flagPDF(), 3, 100, briefing.ErrNotFound},
		{"before the first page", flagPDF(), 0, 100, briefing.ErrNotFound},
		{"without a width", flagPDF(), 1, 0, briefing.ErrInvalid},
		{"too wide", flagPDF(), 1, 1 << 20, briefing.ErrInvalid},
		{"of a text", []byte(shortNote), 1, 100, briefing.ErrUnsupported},
		{"of nothing", nil, 1, 100, briefing.ErrEmptyFile},
		{"of a torn file", []byte("%PDF-1.7\n1 0 obj <<"), 1, 100, briefing.ErrUnreadable},
		{"of a page like a ribbon", []byte(strings.Replace(string(flagPDF()), "[0 0 200 100]", "[0 0 2 99999]", 1)), 1, 2000, briefing.ErrTooLarge},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := c.PagePicture(t.Context(), briefing.Original{Name: "flag.pdf", Data: tt.data}, tt.page, tt.width); !errors.Is(err, tt.want) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
		})
	}
}
