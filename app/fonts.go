package app

import (
	"io/fs"
	"sync"

	"fyne.io/fyne/v2"

	"placard/assets"
)

// typefaces are the bundled faces of the window: the toolkit's own design with
// the signs of stance, which no system has to bring along.
var typefaces = sync.OnceValue(func() map[fyne.TextStyle]fyne.Resource {
	out := map[fyne.TextStyle]fyne.Resource{}
	for style, name := range map[fyne.TextStyle]string{
		{}:             "NotoSans-Regular.ttf",
		{Bold: true}:   "NotoSans-Bold.ttf",
		{Italic: true}: "NotoSans-Italic.ttf",
	} {
		data, err := fs.ReadFile(assets.Fonts(), name)
		if err != nil {
			fyne.LogError("font "+name, err)
			continue
		}
		out[style] = fyne.NewStaticResource(name, data)
	}
	return out
})

// typeface for a style; nil where the toolkit's own serves.
func typeface(s fyne.TextStyle) fyne.Resource {
	if s.Monospace || s.Symbol {
		return nil
	}
	return typefaces()[fyne.TextStyle{Bold: s.Bold, Italic: s.Italic}]
}
