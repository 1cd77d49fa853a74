package app

import (
	"strconv"

	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

// The filters of the matrix.
const (
	matrixAsks = iota
	matrixConflicts
	matrixHeld
	matrixFilters // how many there are
)

// filterChip is a filter that is on or off, with the number of rows it leaves.
type filterChip struct {
	button
	on bool
}

func newFilterChip(changed func()) *filterChip {
	c := &filterChip{}
	c.ExtendBaseWidget(c)
	c.OnTapped = func() {
		c.set(!c.on)
		changed()
	}
	return c
}

// set turns the filter on or off.
func (c *filterChip) set(on bool) {
	c.on = on
	c.Importance = widget.MediumImportance
	if on {
		c.Importance = widget.HighImportance
	}
	c.Refresh()
}

// name says what the filter leaves; a tick stands with the colour when it is on.
func (c *filterChip) name(text string, count int) {
	text += "  " + strconv.Itoa(count)
	if c.on {
		text = "✓ " + text
	}
	c.SetText(text)
}

// passes tells whether a row passes one filter.
func passes(filter int, r *briefing.MatrixRow) bool {
	switch filter {
	case matrixAsks:
		return r.Kind == briefing.OnAsk || r.Kind == briefing.OnOption
	case matrixConflicts:
		return opposed(r)
	default:
		return r.Holds()
	}
}

// opposed tells whether another stands on the other side of neutral from us.
func opposed(r *briefing.MatrixRow) bool {
	ours, ok := r.Ours.Score()
	if !ok {
		return false
	}
	for _, c := range r.Cells {
		theirs, said := c.Stance.Score()
		if said && c.Implied == "" && ours*theirs < 0 {
			return true
		}
	}
	return false
}

// filter shows the rows that pass every filter in force.
func (p *matrixPage) filter() {
	if p.m == nil {
		return
	}
	var counts [matrixFilters]int
	p.rows = p.rows[:0]
	for i := range p.m.Rows {
		shown := true
		for f := range matrixFilters {
			ok := passes(f, &p.m.Rows[i])
			if ok {
				counts[f]++
			}
			shown = shown && (ok || !p.chips[f].on)
		}
		shown = shown && p.tools.passes(&p.m.Rows[i])
		if shown {
			p.rows = append(p.rows, i)
		}
	}
	for f, key := range [matrixFilters]string{"matrix.only_asks", "matrix.only_conflicts", "matrix.only_held"} {
		p.chips[f].name(p.s.say(key), counts[f])
	}
	p.bar.Refresh() // the chips' words have other widths now
	p.arrange()
	setVisible(p.none, len(p.rows) == 0 && len(p.m.Rows) > 0)
	setVisible(p.table, len(p.rows) > 0)
	p.table.Refresh()
}

func (p *matrixPage) clearFilters() {
	for _, c := range p.chips {
		c.set(false)
	}
	p.tools.clear()
	p.filter()
}
