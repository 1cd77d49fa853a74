package reader

import (
	"image/color"
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// palette resolves the theme's colour names once a refresh.
type palette struct {
	theme   fyne.Theme
	variant fyne.ThemeVariant
	known   map[fyne.ThemeColorName]color.Color
	asked   map[fyne.ThemeColorName]color.Color // nil where the theme has none
}

func newPalette(th fyne.Theme) *palette {
	return &palette{
		theme:   th,
		variant: fyne.CurrentApp().Settings().ThemeVariant(),
		known:   map[fyne.ThemeColorName]color.Color{},
		asked:   map[fyne.ThemeColorName]color.Color{},
	}
}

// color is a colour of the theme. A name the theme does not know, which the
// stock theme answers with nothing visible, takes a standard one.
func (p *palette) color(name fyne.ThemeColorName) color.Color {
	if c, ok := p.known[name]; ok {
		return c
	}
	c := p.ask(name)
	if c == nil {
		c = p.ask(standard(name))
	}
	if c == nil {
		c = color.Transparent
	}
	p.known[name] = c
	return c
}

// ask is the theme's answer, nil for a colour that cannot be seen.
func (p *palette) ask(name fyne.ThemeColorName) color.Color {
	c, ok := p.asked[name]
	if ok {
		return c
	}
	c = p.theme.Color(name, p.variant)
	if c != nil {
		if _, _, _, a := c.RGBA(); a == 0 {
			c = nil
		}
	}
	p.asked[name] = c
	return c
}

func standard(name fyne.ThemeColorName) fyne.ThemeColorName {
	if strings.HasPrefix(string(name), "mark") {
		return theme.ColorNameWarning
	}
	return theme.ColorNamePrimary
}

// ink is the strong colour of a family: "ask", or "stance.opposes" with its
// ".ink".
func (p *palette) ink(name fyne.ThemeColorName) color.Color {
	if c := p.ask(family(name) + ".ink"); c != nil {
		return c
	}
	return p.color(family(name))
}

// tint is the pale colour of a family, made from the ink where the theme has
// none.
func (p *palette) tint(name fyne.ThemeColorName) color.Color {
	if c := p.ask(family(name) + ".tint"); c != nil {
		return c
	}
	return faded(p.ink(name), 0x38)
}

// ground is the colour of a highlight: the named one where plain text can be
// read on it, otherwise a tint.
func (p *palette) ground(name fyne.ThemeColorName) color.Color {
	if c := p.color(name); p.readable(c) {
		return c
	}
	return p.tint(name)
}

// family is a colour's name without its shade.
func family(name fyne.ThemeColorName) fyne.ThemeColorName {
	s := strings.TrimSuffix(string(name), ".ink")
	return fyne.ThemeColorName(strings.TrimSuffix(s, ".tint"))
}

// readable tells whether plain text stands out from a colour as WCAG asks.
func (p *palette) readable(c color.Color) bool {
	return contrast(c, p.color(theme.ColorNameForeground)) >= 4.5
}

// on is the colour of text on a solid ground: the theme's text or background,
// whichever stands out more.
func (p *palette) on(ground color.Color) color.Color {
	text, page := p.color(theme.ColorNameForeground), p.color(theme.ColorNameBackground)
	if contrast(page, ground) > contrast(text, ground) {
		return page
	}
	return text
}

func faded(c color.Color, alpha uint8) color.Color {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	n.A = uint8(uint16(n.A) * uint16(alpha) / 0xff)
	return n
}

// contrast is WCAG's ratio of two colours, their transparency left aside.
func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(c color.Color) float64 {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	linear := func(v uint8) float64 {
		s := float64(v) / 0xff
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(n.R) + 0.7152*linear(n.G) + 0.0722*linear(n.B)
}
