package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"placard/briefing"
)

// draw places the row's words, taking texts and areas that earlier rows left.
func (c *compareCard) draw() {
	c.usedT, c.usedA = 0, 0
	r, size := c.r, c.Size()
	column, label, line := textColumn(size.Width), stretched(labelWidth), bodyLine()
	c.fate.Move(fyne.NewPos(rowGap/2, rowGap-2))
	c.fate.Resize(c.fate.MinSize())
	c.drawHand(line)
	x := stretched(fateWidth)
	for _, side := range []struct {
		label string
		lines []diffLine
	}{{r.old, r.oldLines}, {r.new, r.newLines}} {
		c.text(side.label, x, rowGap, c.ink(theme.ColorNameForeground), true)
		x += label
		for n, runs := range side.lines {
			c.drawLine(runs, x, rowGap+float32(n)*line, line)
		}
		x += column + 2*rowGap
	}
	if r.held {
		y := rowGap + float32(max(len(r.oldLines), 1))*line
		t := c.text(r.ours, stretched(fateWidth)+label, y, c.ink(stanceInk(r.stance.Family())), true)
		t.Text = fit(r.ours, column+rowGap, theme.CaptionTextSize())
		t.TextSize = theme.CaptionTextSize()
	}
	c.rule.StrokeColor, c.rule.StrokeWidth = c.ink(theme.ColorNameSeparator), 1
	c.rule.Position1, c.rule.Position2 = fyne.NewPos(0, size.Height-1), fyne.NewPos(size.Width, size.Height-1)
	for _, t := range c.texts[c.usedT:] {
		t.Hide()
	}
	for _, a := range c.areas[c.usedA:] {
		a.Hide()
	}
}

// drawHand says that a person paired the row.
func (c *compareCard) drawHand(line float32) {
	c.hand.Text = ""
	if c.r.pair.ByHand {
		c.hand.Text = c.p.s.say("compare.by_hand")
	}
	c.hand.Color, c.hand.TextSize = c.ink(colorMuted), theme.CaptionTextSize()
	c.hand.Move(fyne.NewPos(rowGap, rowGap+line+4))
}

// drawLine draws one line: what is gone struck out, what is new underlined,
// each on its tint.
func (c *compareCard) drawLine(runs diffLine, x, y, line float32) {
	for _, run := range runs {
		ink := c.ink(theme.ColorNameForeground)
		switch run.kind {
		case briefing.Gone:
			c.area(stanceTint(briefing.FamilyOpposes), x+run.x, y, run.width, line)
			ink = c.ink(stanceInk(briefing.FamilyOpposes))
			c.area(stanceInk(briefing.FamilyOpposes), x+run.x, y+line*0.52, run.width, 1.2)
		case briefing.New:
			c.area(stanceTint(briefing.FamilySupports), x+run.x, y, run.width, line)
			ink = c.ink(stanceInk(briefing.FamilySupports))
			c.area(stanceInk(briefing.FamilySupports), x+run.x, y+line-2, run.width, 1.2)
		case briefing.Same:
		}
		c.text(run.text, x+run.x, y, ink, false)
	}
}

func (c *compareCard) ink(name fyne.ThemeColorName) color.Color {
	return c.Theme().Color(name, fyne.CurrentApp().Settings().ThemeVariant())
}

// text places words, on a text that is free.
func (c *compareCard) text(words string, x, y float32, ink color.Color, bold bool) *canvas.Text {
	if c.usedT == len(c.texts) {
		c.texts = append(c.texts, canvas.NewText("", nil))
	}
	t := c.texts[c.usedT]
	c.usedT++
	t.Text, t.Color, t.TextSize = words, ink, theme.TextSize()
	t.TextStyle = fyne.TextStyle{Bold: bold}
	t.Move(fyne.NewPos(x, y))
	t.Resize(t.MinSize())
	t.Show()
	return t
}

// area places a rectangle, on one that is free.
func (c *compareCard) area(name fyne.ThemeColorName, x, y, width, height float32) {
	if c.usedA == len(c.areas) {
		c.areas = append(c.areas, canvas.NewRectangle(nil))
	}
	a := c.areas[c.usedA]
	c.usedA++
	a.FillColor = c.ink(name)
	a.Move(fyne.NewPos(x, y))
	a.Resize(fyne.NewSize(width, height))
	a.Show()
}

// fit is as much of a line as a width takes.
func fit(line string, width, size float32) string {
	measure := func(s string) float32 { return fyne.MeasureText(s, size, fyne.TextStyle{Bold: true}).Width }
	if measure(line) <= width {
		return line
	}
	return ellipsis(line, width, measure)
}
