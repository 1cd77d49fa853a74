package app

import (
	"image/color"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// contrast is WCAG's ratio of two opaque colours, 1 to 21.
func contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	if x < y {
		x, y = y, x
	}
	return (x + 0.05) / (y + 0.05)
}

func luminance(c color.NRGBA) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func TestPaletteContrast(t *testing.T) {
	text := []fyne.ThemeColorName{
		theme.ColorNameForeground, theme.ColorNamePlaceHolder, theme.ColorNameDisabled, colorMuted,
		theme.ColorNameHyperlink, theme.ColorNameError, theme.ColorNameWarning,
	}
	for name := range hues {
		if strings.HasSuffix(string(name), ".ink") {
			text = append(text, name)
		}
	}
	for _, name := range text {
		for _, ground := range []fyne.ThemeColorName{theme.ColorNameBackground, colorPanel} {
			atLeast(t, name, ground, hues[name], hues[ground], 4.2)
		}
		atLeast(t, name, theme.ColorNameBackground, hues[name], hues[theme.ColorNameBackground], 4.5)
	}
	for _, name := range []fyne.ThemeColorName{colorMark, theme.ColorNameSelection, theme.ColorNameButton} {
		atLeast(t, theme.ColorNameForeground, name, hues[theme.ColorNameForeground], hues[name], 4.5)
	}
	for _, name := range []fyne.ThemeColorName{theme.ColorNamePrimary, theme.ColorNameInputBorder} {
		atLeast(t, name, theme.ColorNameBackground, hues[name], hues[theme.ColorNameBackground], 3)
	}
}

// The menu item in hand stands out from the menu and can be read.
func TestFocusedMenuItemContrast(t *testing.T) {
	menu, veiled := hues[theme.ColorNameMenuBackground], hues[theme.ColorNameFocus]
	focus := hue{over(veiled.light, menu.light), over(veiled.dark, menu.dark)}
	atLeast(t, theme.ColorNameFocus, theme.ColorNameMenuBackground, focus, menu, 3)
	atLeast(t, theme.ColorNameForeground, theme.ColorNameFocus, hues[theme.ColorNameForeground], focus, 4.5)
}

// over is what a veil makes of the colour under it.
func over(veil, ground color.NRGBA) color.NRGBA {
	mix := func(a, b uint8) uint8 { return uint8((int(a)*int(veil.A) + int(b)*(255-int(veil.A))) / 255) }
	return color.NRGBA{R: mix(veil.R, ground.R), G: mix(veil.G, ground.G), B: mix(veil.B, ground.B), A: 255}
}

func TestStanceChipsContrast(t *testing.T) {
	for name, ink := range hues {
		family, ok := strings.CutSuffix(string(name), ".ink")
		if !ok {
			continue
		}
		atLeast(t, colorOnSolid, name, onSolid, ink, 4.5)
		tint := fyne.ThemeColorName(family + ".tint")
		atLeast(t, theme.ColorNameForeground, tint, hues[theme.ColorNameForeground], hues[tint], 4.5)
	}
}

func atLeast(t *testing.T, ink, ground fyne.ThemeColorName, a, b hue, want float64) {
	t.Helper()
	if got := contrast(a.light, b.light); got < want {
		t.Errorf("light: %s on %s is %.2f:1, want %.1f", ink, ground, got, want)
	}
	if got := contrast(a.dark, b.dark); got < want {
		t.Errorf("dark: %s on %s is %.2f:1, want %.1f", ink, ground, got, want)
	}
}
