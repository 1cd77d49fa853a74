package assets

import (
	"embed"
	"io/fs"
)

//go:embed fonts/*.ttf
var fonts embed.FS

// Fonts holds the bundled fonts, a file each: Noto under the SIL Open Font
// License, cut down by fonts/subset.sh.
func Fonts() fs.FS {
	sub, err := fs.Sub(fonts, "fonts")
	if err != nil {
		return fonts // never: the folder is part of the program
	}
	return sub
}
