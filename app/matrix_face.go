package app

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"placard/briefing"
)

func (p *matrixPage) row(i int) *briefing.MatrixRow { return &p.m.Rows[p.rows[i]] }

// fillCell shows one cell: nothing is read from the store here.
func (p *matrixPage) fillCell(id widget.TableCellID, o fyne.CanvasObject) {
	c, ok := o.(*matrixCell)
	if !ok || id.Row >= len(p.rows) {
		return
	}
	row, last := p.row(id.Row), matrixFirst+len(p.m.Columns)
	switch {
	case id.Col == matrixOurs:
		c.show(p, p.ours(row))
	case id.Col < last:
		c.show(p, p.faceOf(row.Cells[p.order[id.Col-matrixFirst]]))
	case id.Col == last:
		c.show(p, cellFace{text: p.sayCounts(row), plain: true})
	default:
		c.show(p, cellFace{head: p.sayGap(row), plain: true, alarm: opposed(row)})
	}
}

// ours is how our own stance looks.
func (p *matrixPage) ours(r *briefing.MatrixRow) cellFace {
	if r.Ours == briefing.StanceNone {
		return cellFace{plain: true, text: p.s.say("stance.none")}
	}
	return cellFace{stance: r.Ours, head: sayStance(r.Ours, p.s.words), text: r.Line}
}

// faceOf is how another's stance looks; one that a group only implies is
// drawn without colour and says whose it is.
func (p *matrixPage) faceOf(c briefing.MatrixCell) cellFace {
	if c.Stance == briefing.StanceNone {
		return cellFace{plain: true}
	}
	f := cellFace{stance: c.Stance, head: sayStance(c.Stance, p.s.words), text: c.Text}
	if c.Implied != "" {
		f.plain, f.head = true, "("+f.head+")"
		f.text = p.s.say("matrix.implied", "Group", c.Implied)
	} else if f.text == "" {
		f.text = p.s.say("source."+string(c.Source)) + " · " + string(c.Date)
	}
	return f
}

func (p *matrixPage) sayCounts(r *briefing.MatrixRow) string {
	if r.For+r.Against+r.Reserved+r.Neutral == 0 {
		return ""
	}
	return p.s.say("matrix.counts", "For", r.For, "Against", r.Against, "Reserved", r.Reserved, "Neutral", r.Neutral)
}

func (p *matrixPage) sayGap(r *briefing.MatrixRow) string {
	if !r.Apart {
		return ""
	}
	if opposed(r) {
		return "⇔ " + strconv.Itoa(r.Gap)
	}
	return strconv.Itoa(r.Gap)
}

// fillHeader names rows by their place and columns by their delegation.
func (p *matrixPage) fillHeader(id widget.TableCellID, o fyne.CanvasObject) {
	c, ok := o.(*matrixCell)
	if !ok || p.m == nil {
		return
	}
	face := cellFace{plain: true, header: true}
	last := matrixFirst + len(p.m.Columns)
	switch {
	case id.Row < 0 && id.Col < 0:
	case id.Col < 0 && id.Row < len(p.rows):
		face.head, face.text = p.sayRow(p.row(id.Row))
	case id.Col == matrixOurs:
		face.head = p.s.say("matrix.ours")
	case id.Col < last:
		face.head = p.m.Columns[p.order[id.Col-matrixFirst]].Name
	case id.Col == last:
		face.head = p.s.say("matrix.count")
	case id.Col == last+1:
		face.head = p.s.say("matrix.gap")
	}
	c.show(p, face)
}

// sayRow is a row's place, what is asked there, and its words.
func (p *matrixPage) sayRow(r *briefing.MatrixRow) (head, text string) {
	switch {
	case r.Kind == briefing.OnOption:
		return r.Ask, r.Title
	case r.Ask != "":
		return r.Label + " · " + r.Ask, r.Text
	}
	return r.Label, r.Text
}

// proceed exports: the page's main act.
func (p *matrixPage) proceed() { exportMatrix(p.s) }
