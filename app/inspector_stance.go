package app

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// stanceColumns is how many stances stand in a row of the picker.
const stanceColumns = 6

// stancePicker shows the stance in colour, sign and word, and under it the
// whole scale in signs and codes. Pointing at one says its word and key. It
// is one stop of Tab; the arrows move in it and Space chooses.
type stancePicker struct {
	widget.BaseWidget
	w      briefing.Words
	value  briefing.Stance
	chosen func(briefing.Stance)
	// at is the cell pointed at or reached by the arrows; -1 for none.
	at int
	grip
}

var (
	_ fyne.Focusable    = (*stancePicker)(nil)
	_ fyne.Tappable     = (*stancePicker)(nil)
	_ desktop.Hoverable = (*stancePicker)(nil)
)

func newStancePicker(w briefing.Words, chosen func(briefing.Stance)) *stancePicker {
	p := &stancePicker{w: w, chosen: chosen, at: -1}
	p.ExtendBaseWidget(p)
	return p
}

// scale is what the picker offers: the stances and, last, none.
func (p *stancePicker) scale() []briefing.Stance {
	return append(append([]briefing.Stance(nil), briefing.Stances...), briefing.StanceNone)
}

// show shows a stance without choosing it.
func (p *stancePicker) show(s briefing.Stance) {
	if p.value != s {
		p.value = s
		p.Refresh()
	}
}

// sayStance is a stance's sign and word; "none yet" for none.
func sayStance(s briefing.Stance, w briefing.Words) string {
	if s == briefing.StanceNone {
		return w.Say("stance.none")
	}
	return s.Say(w)
}

// stanceKey is the digit that chooses a stance with Alt; empty for none.
func stanceKey(s briefing.Stance) string {
	for i, x := range briefing.Stances[:10] {
		if x == s {
			return strconv.Itoa((i + 1) % 10)
		}
	}
	return ""
}

// heading is the text of the chip: the stance pointed at, else the chosen one.
func (p *stancePicker) heading() (briefing.Stance, string) {
	s := p.value
	if p.at >= 0 {
		s = p.scale()[p.at]
	}
	text := sayStance(s, p.w)
	if key := stanceKey(s); key != "" {
		text += "   " + p.w.Say("inspector.alt_key", "Key", key)
	}
	return s, text
}

func (p *stancePicker) choose(i int) {
	scale := p.scale()
	if i >= 0 && i < len(scale) && scale[i] != p.value {
		p.value = scale[i]
		p.chosen(p.value)
	}
	p.Refresh()
}

// Tapped chooses the stance under the pointer.
func (p *stancePicker) Tapped(e *fyne.PointEvent) { p.choose(p.cellAt(e.Position)) }

// MouseIn says the stance under the pointer.
func (p *stancePicker) MouseIn(e *desktop.MouseEvent) { p.MouseMoved(e) }

// MouseMoved says the stance under the pointer.
func (p *stancePicker) MouseMoved(e *desktop.MouseEvent) { p.point(p.cellAt(e.Position)) }

// MouseOut says the chosen stance again.
func (p *stancePicker) MouseOut() { p.point(-1) }

func (p *stancePicker) point(i int) {
	if p.at != i {
		p.at = i
		p.Refresh()
	}
}

// FocusGained shows where the arrows stand.
func (p *stancePicker) FocusGained() {
	p.hold(true)
	p.at = 0
	for i, s := range p.scale() {
		if s == p.value {
			p.at = i
		}
	}
	p.Refresh()
}

// FocusLost hides where the arrows stood.
func (p *stancePicker) FocusLost() {
	p.hold(false)
	p.at = -1
	p.Refresh()
}

// TypedRune chooses with the space bar.
func (p *stancePicker) TypedRune(r rune) {
	if r == ' ' {
		p.choose(p.at)
	}
}

// TypedKey moves with the arrows.
func (p *stancePicker) TypedKey(e *fyne.KeyEvent) {
	if p.takes(p, e) {
		return
	}
	step := map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: 1, fyne.KeyUp: -stanceColumns, fyne.KeyDown: stanceColumns}[e.Name]
	if to := p.at + step; to >= 0 && to < len(p.scale()) {
		p.point(to)
	}
}

// cellAt is the cell at a point; -1 outside all.
func (p *stancePicker) cellAt(at fyne.Position) int {
	cell, chip := p.cellSize(), p.chipHeight()
	if at.Y < chip || cell.Width <= 0 || at.X < 0 {
		return -1
	}
	col, row := int(at.X/cell.Width), int((at.Y-chip)/cell.Height)
	i := row*stanceColumns + col
	if col >= stanceColumns || i >= len(p.scale()) {
		return -1
	}
	return i
}

func (p *stancePicker) chipHeight() float32 {
	return p.line() + 3*p.Theme().Size(theme.SizeNamePadding)
}

func (p *stancePicker) line() float32 {
	return fyne.MeasureText("✓", p.Theme().Size(theme.SizeNameText), fyne.TextStyle{}).Height
}

func (p *stancePicker) cellSize() fyne.Size {
	return fyne.NewSize(p.Size().Width/stanceColumns, max(26, p.line()+6))
}

// CreateRenderer draws the chip and the cells.
func (p *stancePicker) CreateRenderer() fyne.WidgetRenderer {
	r := &stanceRenderer{p: p, chip: newTag()}
	r.objects = append(r.objects, r.chip.objects()...)
	for range p.scale() {
		t := newTag()
		r.cells = append(r.cells, t)
		r.objects = append(r.objects, t.objects()...)
	}
	r.Refresh()
	return p.around(r)
}
