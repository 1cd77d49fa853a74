package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// matrixLines is how many lines of words a cell shows under its stance.
const matrixLines = 2

// cellFace is what a cell shows.
type cellFace struct {
	stance briefing.Stance
	head   string // in bold
	text   string
	plain  bool // without the stance's colour
	header bool
	alarm  bool // the head in the colour of opposition
}

// matrixCell draws a cell by hand: labels cost ten times as much to scroll.
type matrixCell struct {
	widget.BaseWidget
	p    *matrixPage
	face cellFace
	back *canvas.Rectangle
	head *canvas.Text
	text [matrixLines]*canvas.Text
}

func newMatrixCell() *matrixCell {
	c := &matrixCell{back: canvas.NewRectangle(nil), head: canvas.NewText("", nil)}
	c.head.TextStyle.Bold = true
	for i := range c.text {
		c.text[i] = canvas.NewText("", nil)
	}
	c.ExtendBaseWidget(c)
	return c
}

// show shows a face.
func (c *matrixCell) show(p *matrixPage, f cellFace) {
	if c.p != nil && c.face == f {
		return
	}
	c.p, c.face = p, f
	c.Refresh()
}

// CreateRenderer draws the cell.
func (c *matrixCell) CreateRenderer() fyne.WidgetRenderer { return &matrixCellRenderer{c} }

type matrixCellRenderer struct{ c *matrixCell }

// Destroy has nothing to free.
func (r *matrixCellRenderer) Destroy() {}

// MinSize gives way to the table's.
func (r *matrixCellRenderer) MinSize() fyne.Size { return fyne.NewSize(20, 20) }

// Objects are the tint, the head and the lines.
func (r *matrixCellRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.c.back, r.c.head}
	for _, t := range r.c.text {
		out = append(out, t)
	}
	return out
}

// Layout places all for a width.
func (r *matrixCellRenderer) Layout(size fyne.Size) {
	r.c.back.Resize(size)
	r.Refresh()
}

// Refresh draws the face in the theme's colours.
func (r *matrixCellRenderer) Refresh() {
	c := r.c
	th, variant := c.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	ink := th.Color(theme.ColorNameForeground, variant)
	c.head.Color, c.back.FillColor = ink, th.Color(theme.ColorNameBackground, variant)
	switch {
	case c.face.header:
		c.back.FillColor = th.Color(theme.ColorNameHeaderBackground, variant)
	case !c.face.plain:
		c.back.FillColor = th.Color(stanceTint(c.face.stance.Family()), variant)
	case c.face.alarm:
		c.head.Color = th.Color(stanceInk(briefing.FamilyOpposes), variant)
	}
	r.words(th.Size(theme.SizeNameCaptionText), ink)
	canvas.Refresh(c)
}

// words sets the head on one line, in a header on as many as there are, and
// the text under it.
func (r *matrixCellRenderer) words(size float32, ink interface{ RGBA() (r, g, b, a uint32) }) {
	c := r.c
	width := c.Size().Width - 12
	line, y := matrixLine(), float32(3)
	put := func(t *canvas.Text, words string) {
		t.Text, t.TextSize = words, size
		t.Move(fyne.NewPos(6, y))
		t.Resize(fyne.NewSize(width, line))
		if words != "" {
			y += line
		}
	}
	heads, texts := []string{""}, []string(nil)
	if c.face.head != "" {
		heads = c.lines(c.face.head, width, true, 1)
	}
	if c.face.header && c.face.text == "" {
		heads = c.lines(c.face.head, width, true, 2)
		texts = heads[min(1, len(heads)):]
	} else if c.face.text != "" {
		texts = c.lines(c.face.text, width, false, matrixLines)
	}
	put(c.head, heads[0])
	for i, t := range c.text {
		t.Color, t.TextStyle.Bold = ink, c.face.header && c.face.text == ""
		if i < len(texts) {
			put(t, texts[i])
		} else {
			put(t, "")
		}
	}
}

// lines breaks a text for a width, once for each text and width.
func (c *matrixCell) lines(text string, width float32, bold bool, most int) []string {
	k := wrapKey{text: text, width: int(width), bold: bold, most: most}
	if c.p == nil {
		return []string{text}
	}
	if got, ok := c.p.broken[k]; ok {
		return got
	}
	got := wrapLines(text, width, c.Theme().Size(theme.SizeNameCaptionText), bold, most)
	c.p.broken[k] = got
	return got
}

// wrapKey names a broken text.
type wrapKey struct {
	text  string
	width int
	bold  bool
	most  int
}

// wrapLines breaks a text into at most so many lines; what does not fit ends
// in an ellipsis.
func wrapLines(text string, width, size float32, bold bool, most int) []string {
	style := fyne.TextStyle{Bold: bold}
	measure := func(s string) float32 { return fyne.MeasureText(s, size, style).Width }
	rest := strings.Join(strings.Fields(text), " ")
	var out []string
	for rest != "" {
		cut := rowEnd(rest, width, measure)
		if len(out) == most-1 && cut < len(rest) {
			return append(out, ellipsis(rest, width, measure))
		}
		out = append(out, strings.TrimRight(rest[:cut], " "))
		rest = rest[cut:]
	}
	if len(out) == 0 {
		return []string{""}
	}
	return out
}

// ellipsis is as much of a line as fits with a sign that there is more.
func ellipsis(line string, width float32, measure func(string) float32) string {
	cut := charsThatFit(line, width-measure("…"), measure)
	return strings.TrimRight(line[:cut], " ") + "…"
}

// matrixLine is the height of a line in a cell.
func matrixLine() float32 {
	return fyne.MeasureText("Ág", theme.CaptionTextSize(), fyne.TextStyle{}).Height
}

// matrixRowHeight holds a stance and its words.
func matrixRowHeight() float32 { return matrixLine()*(1+matrixLines) + 8 }

// matrixHeaderHeight holds a name of two lines.
func matrixHeaderHeight() float32 { return matrixLine()*2 + 8 }
