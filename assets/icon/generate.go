//go:build ignore

// Generate draws icon.svg as ../icon.png. Run it with "go run generate.go".
package main

import (
	"errors"
	"image"
	"image/png"
	"log"
	"os"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
)

const size = 512

func main() {
	if err := generate(); err != nil {
		log.Fatal(err)
	}
}

func generate() error {
	icon, err := oksvg.ReadIcon("icon.svg", oksvg.StrictErrorMode)
	if err != nil {
		return err
	}
	icon.SetTarget(0, 0, size, size)
	img := image.NewRGBA(image.Rect(0, 0, size, size))
	icon.Draw(rasterx.NewDasher(size, size, rasterx.NewScannerGV(size, size, img, img.Bounds())), 1)
	out, err := os.Create("../icon.png")
	if err != nil {
		return err
	}
	return errors.Join(png.Encode(out, img), out.Close())
}
