package reader

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// chipBox is a chip at its place.
type chipBox struct {
	box
	text part
	fill fyne.ThemeColorName
	// solid fills with the ink, whose text colour is then chosen for contrast.
	solid bool
}

// chips sets a row's chips below its text, in as many lines as they need, and
// gives the y below them. Remarks without a margin are counted in the last.
func (c composer) chips(b *block, y float32) float32 {
	chips := b.row.Chips
	if n := len(b.row.Notes); n > 0 && c.noteW == 0 {
		chips = append(slices.Clip(chips), Chip{Text: "✎ " + strconv.Itoa(n), Color: theme.ColorNameWarning})
	}
	if len(chips) == 0 {
		return y
	}
	y += c.em * 0.4
	left, right := c.textX, c.textX+c.textW
	if b.text.paragraph != nil && !b.row.RTL {
		left = b.text.x
	}
	pad, gap := c.em*0.6, c.em*0.4
	x, height := left, float32(0)
	for _, chip := range chips {
		p := c.set(chip.Text, spans(chip.Text, nil, c.small()), right-left-2*pad, false)
		w := p.natural() + 2*pad
		if x > left && x+w > right {
			x, y = left, y+height+gap/2
		}
		height = p.height + c.em*0.2
		at := x
		if b.row.RTL {
			at = left + right - x - w
		}
		b.chips = append(b.chips, chipBox{
			box: box{at, y, w, height}, text: part{p, at + pad, y + c.em*0.1},
			fill: chip.Color, solid: chip.Solid,
		})
		x += w + gap
	}
	return y + height
}
