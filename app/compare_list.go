package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// compareList is the rows of a comparison; arrows go from row to row.
type compareList struct {
	keyedList
	p     *comparePage
	width float32
}

func newCompareList(p *comparePage) *compareList {
	l := &compareList{p: p}
	l.Length = func() int { return len(p.shown) }
	l.CreateItem = func() fyne.CanvasObject { return newCompareCard() }
	l.UpdateItem = func(n widget.ListItemID, o fyne.CanvasObject) {
		if c, ok := o.(*compareCard); ok && n < len(p.shown) {
			c.show(p, &p.rows[p.shown[n]])
		}
	}
	l.OnSelected = func(n widget.ListItemID) {
		if n != p.selected {
			p.choose(n)
		}
	}
	l.onStep, l.onRune = p.move, func(rune) {}
	l.ExtendBaseWidget(l)
	return l
}

// Resize breaks the rows' words anew where the width changed.
func (l *compareList) Resize(size fyne.Size) {
	if size.Width != l.width {
		l.width = size.Width
		l.arrange()
	}
	l.keyedList.Resize(size)
}

// arrange sets every row's height for the width.
func (l *compareList) arrange() {
	if l.width <= 0 {
		return
	}
	p := l.p
	column := textColumn(l.width)
	for n, i := range p.shown {
		r := &p.rows[i]
		r.arrange(p.measure, column)
		l.SetItemHeight(n, r.height())
	}
}

// The parts of a row, in points at 100 %: its fate, then label and words twice.
const (
	fateWidth  = 142
	labelWidth = 58
	rowGap     = 8
)

// textColumn is the width of one side's words in a row of a width.
func textColumn(width float32) float32 {
	return max(60, (width-stretched(fateWidth)-2*stretched(labelWidth)-4*rowGap)/2)
}

// bodyLine is the height of a line of words.
func bodyLine() float32 { return fyne.MeasureText("Ág", theme.TextSize(), fyne.TextStyle{}).Height }

// height of the row with its lines.
func (r *compareRow) height() float32 {
	lines := max(len(r.oldLines), len(r.newLines), 1)
	h := float32(lines)*bodyLine() + 2*rowGap
	if r.held {
		h = max(h, float32(max(len(r.oldLines), 1)+1)*bodyLine()+2*rowGap)
	}
	return max(h, stretched(34))
}

// compareCard draws one row by hand: rich text of the toolkit's would cost ten
// times as much and knows no background.
type compareCard struct {
	widget.BaseWidget
	p     *comparePage
	r     *compareRow
	fate  *chip
	hand  *canvas.Text
	rule  *canvas.Line
	texts []*canvas.Text
	areas []*canvas.Rectangle
	usedT int
	usedA int
}

func newCompareCard() *compareCard {
	c := &compareCard{fate: newChip("", colorMuted, false), hand: canvas.NewText("", nil), rule: canvas.NewLine(nil)}
	c.ExtendBaseWidget(c)
	return c
}

// show shows a row.
func (c *compareCard) show(p *comparePage, r *compareRow) {
	c.p, c.r = p, r
	family := fateFamily(r.pair.Fate)
	c.fate.set(r.pair.Fate.Say(p.s.words), stanceInk(family), r.pair.Fate != briefing.FateSame && r.pair.Fate != briefing.FateRenumbered)
	c.Refresh()
}

// CreateRenderer draws the row.
func (c *compareCard) CreateRenderer() fyne.WidgetRenderer { return &compareCardRenderer{c} }

type compareCardRenderer struct{ c *compareCard }

// Destroy has nothing to free.
func (r *compareCardRenderer) Destroy() {}

// MinSize gives way to the list's heights.
func (r *compareCardRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 30) }

// Objects are the areas, then what stands on them.
func (r *compareCardRenderer) Objects() []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, 0, 3+len(r.c.areas)+len(r.c.texts))
	for _, a := range r.c.areas {
		out = append(out, a)
	}
	for _, t := range r.c.texts {
		out = append(out, t)
	}
	return append(out, r.c.fate, r.c.hand, r.c.rule)
}

// Layout places everything for a size.
func (r *compareCardRenderer) Layout(fyne.Size) { r.Refresh() }

// Refresh draws the row in the theme's colours.
func (r *compareCardRenderer) Refresh() {
	if r.c.r != nil {
		r.c.draw()
	}
	canvas.Refresh(r.c)
}
