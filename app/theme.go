package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// The themes a person can choose; the system's where none is chosen.
const (
	themeSystem = "system"
	themeLight  = "light"
	themeDark   = "dark"
)

// colorOnSolid names the text on solid chips.
const colorOnSolid fyne.ThemeColorName = "onSolid"

// sizeSpeech is the text to speak from, read at arm's length.
const sizeSpeech fyne.ThemeSizeName = "speech"

// textSize is that of plain text at 100 %, in points.
const textSize = 13.5

// look is the window's theme: our palette, in the variant and at the text size
// that the settings ask for.
type look struct {
	variant string // themeSystem, themeLight or themeDark
	percent int    // text size, 80 to 250
}

var _ fyne.Theme = look{}

// Color of a name; ours first, the toolkit's for what the palette lacks.
func (l look) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	variant = l.choose(variant)
	h, ok := hues[name]
	if name == colorOnSolid {
		h, ok = onSolid, true
	}
	if !ok {
		return theme.DefaultTheme().Color(name, variant)
	}
	if variant == theme.VariantDark {
		return h.dark
	}
	return h.light
}

func (l look) choose(system fyne.ThemeVariant) fyne.ThemeVariant {
	switch l.variant {
	case themeLight:
		return theme.VariantLight
	case themeDark:
		return theme.VariantDark
	}
	return system
}

// Font is the bundled Noto Sans with signs; the toolkit's for what it lacks.
func (l look) Font(style fyne.TextStyle) fyne.Resource {
	if f := typeface(style); f != nil {
		return f
	}
	return theme.DefaultTheme().Font(style)
}

// Icon is the toolkit's.
func (l look) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Size of a name in points: text scales with the setting, and what is around
// it a little; lines and radii stay.
func (l look) Size(name fyne.ThemeSizeName) float32 {
	scale := float32(max(l.percent, 80)) / 100
	switch name {
	case theme.SizeNameText:
		return textSize * scale
	case theme.SizeNameCaptionText:
		return 11.5 * scale
	case theme.SizeNameHeadingText:
		return 22 * scale
	case sizeSpeech:
		return 26 * scale
	case theme.SizeNameSubHeadingText:
		return 16 * scale
	case theme.SizeNameInlineIcon:
		return 18 * scale
	case theme.SizeNamePadding:
		return 4
	case theme.SizeNameInnerPadding:
		return 6 + 2*scale
	case theme.SizeNameInputBorder:
		return 1
	case theme.SizeNameScrollBar:
		return 10
	case theme.SizeNameScrollBarSmall:
		return 5
	case theme.SizeNameSplitThickness:
		return 3
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius, theme.SizeNameButtonRadius:
		return 4
	case theme.SizeNameModalBlurRadius:
		return 0
	}
	return theme.DefaultTheme().Size(name)
}
