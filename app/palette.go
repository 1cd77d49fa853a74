package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"placard/briefing"
)

// Colours of our own, beside the toolkit's, as theme colour names: a widget
// names its colour and follows the theme in force.
const (
	colorPanel fyne.ThemeColorName = "panel" // behind the outline, the header and the strip
	colorMuted fyne.ThemeColorName = "muted" // secondary text, 4.5:1 on the background and on panels
	colorMark  fyne.ThemeColorName = "mark"  // behind an annotated phrase
	colorDemo  fyne.ThemeColorName = "demo"
	// Families of an ink and a tint, as chips take them.
	familyAsk   fyne.ThemeColorName = "ask"
	familyDoubt fyne.ThemeColorName = "doubt"
	familyState fyne.ThemeColorName = "state"
)

// stanceFamily is the colours of a stance as chips take them.
func stanceFamily(s briefing.Stance) fyne.ThemeColorName {
	return fyne.ThemeColorName("stance." + string(s.Family()))
}

// stanceInk is the colour of a stance's family for text and solid chips.
func stanceInk(f briefing.Family) fyne.ThemeColorName {
	return fyne.ThemeColorName("stance." + string(f) + ".ink")
}

// stanceTint is the quiet background of a stance's family.
func stanceTint(f briefing.Family) fyne.ThemeColorName {
	return fyne.ThemeColorName("stance." + string(f) + ".tint")
}

// hue is one colour in both themes.
type hue struct{ light, dark color.NRGBA }

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xff}
}

// veil is a colour that what lies below shines through.
func veil(hex uint32, alpha uint8) color.NRGBA {
	c := rgb(hex)
	c.A = alpha
	return c
}

// hues is the palette. Text on its background reaches 4.5:1 and the parts of
// controls 3:1 in both themes; palette_test.go measures it.
var hues = map[fyne.ThemeColorName]hue{
	theme.ColorNameBackground:          {rgb(0xFFFFFF), rgb(0x16191D)},
	theme.ColorNameForeground:          {rgb(0x1B1F24), rgb(0xE8EAED)},
	theme.ColorNamePlaceHolder:         {rgb(0x5B636D), rgb(0xA9B1BA)},
	theme.ColorNameDisabled:            {rgb(0x68717B), rgb(0x8B949E)},
	theme.ColorNamePrimary:             {rgb(0x0B57D0), rgb(0x8AB4F8)},
	theme.ColorNameForegroundOnPrimary: {rgb(0xFFFFFF), rgb(0x121417)},
	theme.ColorNameFocus:               {veil(0x0B57D0, 0xAD), veil(0x8AB4F8, 0x82)}, // fills the menu item in hand
	theme.ColorNameHyperlink:           {rgb(0x0B57D0), rgb(0x8AB4F8)},
	theme.ColorNameButton:              {rgb(0xE9ECEF), rgb(0x2A2F36)},
	theme.ColorNameDisabledButton:      {rgb(0xF1F3F5), rgb(0x20242A)},
	theme.ColorNameError:               {rgb(0x9E2B05), rgb(0xF9601F)},
	theme.ColorNameForegroundOnError:   {rgb(0xFFFFFF), rgb(0x121417)},
	theme.ColorNameWarning:             {rgb(0xAF6100), rgb(0xEEDE53)},
	theme.ColorNameForegroundOnWarning: {rgb(0xFFFFFF), rgb(0x121417)},
	theme.ColorNameSuccess:             {rgb(0x0D4F98), rgb(0x6F93DB)},
	theme.ColorNameForegroundOnSuccess: {rgb(0xFFFFFF), rgb(0x121417)},
	theme.ColorNameHeaderBackground:    {rgb(0xF3F5F7), rgb(0x1E2228)},
	theme.ColorNameHover:               {veil(0x1B1F24, 0x10), veil(0xE8EAED, 0x16)},
	theme.ColorNamePressed:             {veil(0x1B1F24, 0x22), veil(0xE8EAED, 0x2A)},
	theme.ColorNameInputBackground:     {rgb(0xFFFFFF), rgb(0x1B1F24)},
	theme.ColorNameInputBorder:         {rgb(0x868E96), rgb(0x6B747E)},
	theme.ColorNameMenuBackground:      {rgb(0xFFFFFF), rgb(0x191D22)},
	theme.ColorNameOverlayBackground:   {rgb(0xFFFFFF), rgb(0x1E2228)},
	theme.ColorNameScrollBar:           {veil(0x4A525B, 0xA0), veil(0xA9B1BA, 0xA0)},
	theme.ColorNameScrollBarBackground: {veil(0x4A525B, 0x10), veil(0xA9B1BA, 0x10)},
	theme.ColorNameSelection:           {rgb(0xDCE8FB), rgb(0x2B405F)},
	theme.ColorNameSeparator:           {rgb(0xDDE1E5), rgb(0x333940)},
	theme.ColorNameShadow:              {veil(0x1B1F24, 0x50), veil(0x000000, 0x70)},

	colorPanel: {rgb(0xF3F5F7), rgb(0x1E2228)},
	colorMuted: {rgb(0x4A525B), rgb(0xA9B1BA)},
	colorMark:  {rgb(0xFFF0B3), rgb(0x4A4217)},
	colorDemo:  {rgb(0xAF6100), rgb(0xEEDE53)},

	familyAsk + ".ink":    {rgb(0x5B3FB0), rgb(0xB9A6F2)},
	familyAsk + ".tint":   {rgb(0xEEEAFA), rgb(0x302A45)},
	familyDoubt + ".ink":  {rgb(0xAF6100), rgb(0xEEDE53)},
	familyDoubt + ".tint": {rgb(0xFBEEDC), rgb(0x363318)},
	familyState + ".ink":  {rgb(0x4A525B), rgb(0xA9B1BA)},
	familyState + ".tint": {rgb(0xF3F5F7), rgb(0x24292F)},

	stanceInk(briefing.FamilySupports):  {rgb(0x0D4F98), rgb(0x6F93DB)},
	stanceInk(briefing.FamilyAmended):   {rgb(0x2D7F91), rgb(0x41D0F0)},
	stanceInk(briefing.FamilyNeutral):   {rgb(0x606162), rgb(0xEDEEEE)},
	stanceInk(briefing.FamilyConcern):   {rgb(0xAF6100), rgb(0xEEDE53)},
	stanceInk(briefing.FamilyOpposes):   {rgb(0x9E2B05), rgb(0xF9601F)},
	stanceInk(briefing.FamilyRedLine):   {rgb(0x63051D), rgb(0xE48C9C)},
	stanceInk(briefing.FamilyUndecided): {rgb(0x4A525B), rgb(0xA9B1BA)},

	stanceTint(briefing.FamilySupports):  {rgb(0xE4EDF7), rgb(0x212A3B)},
	stanceTint(briefing.FamilyAmended):   {rgb(0xE2F1F4), rgb(0x17323A)},
	stanceTint(briefing.FamilyNeutral):   {rgb(0xEEEFF0), rgb(0x2F3338)},
	stanceTint(briefing.FamilyConcern):   {rgb(0xFBEEDC), rgb(0x363318)},
	stanceTint(briefing.FamilyOpposes):   {rgb(0xF9E6DF), rgb(0x3A2117)},
	stanceTint(briefing.FamilyRedLine):   {rgb(0xF4DDE3), rgb(0x38222A)},
	stanceTint(briefing.FamilyUndecided): {rgb(0xF3F5F7), rgb(0x24292F)},
}

// onSolid is the text on a colour's solid area: white on light inks, near
// black on the dark theme's bright ones.
var onSolid = hue{rgb(0xFFFFFF), rgb(0x121417)}
