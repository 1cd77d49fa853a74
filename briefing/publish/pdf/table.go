package pdf

import (
	"placard/briefing"
	"placard/briefing/publish/palette"
	"placard/briefing/publish/pdf/tagged"
)

// Room between a cell's edge and its text.
const (
	cellSide = 4.5
	cellTop  = 4.0
)

// table sets row by row: heads repeat on each page, rows are not split unless
// one is higher than a page.
func (f *flow) table(b *briefing.PaperBlock, st style) {
	t := b.Table
	if t == nil || len(t.Rows) == 0 {
		return
	}
	e := f.root.Child("Table")
	e.Lang = f.foreign(b.Lang)
	widths := columns(t, f.look.column())
	var head []*slab
	for i, row := range t.Rows {
		isHead := i < t.Head
		rows := f.row(row, rowShape{widths: widths, style: st, head: isHead, in: e.Child("TR"), lang: b.Lang})
		for k, s := range rows {
			before := 0.0
			if i == 0 && k == 0 {
				before = 6
				s.fills = append(s.fills, fill{0, 0, f.look.column(), 1.1, accentColour})
			}
			last := k == len(rows)-1
			if last {
				s.fills = append(s.fills, fill{0, s.height - 0.5, f.look.column(), 0.5, ruleColour})
			}
			if !isHead {
				s.head = head
			}
			s.keep = isHead || len(row) == 1 && len(widths) > 1 // speaks for those below
			f.add(s, before)
		}
		if isHead {
			head = append(head, f.again(row, widths, st)...)
		}
	}
	f.slabs[len(f.slabs)-1].keep = false
	f.after = st.leading
}

// again is a head row once more, as furniture.
func (f *flow) again(row []briefing.PaperCell, widths []float64, st style) []*slab {
	out := f.row(row, rowShape{widths: widths, style: st, head: true})
	first, last := out[0], out[len(out)-1]
	first.fills = append(first.fills, fill{0, 0, f.look.column(), 1.1, accentColour})
	last.fills = append(last.fills, fill{0, last.height - 0.5, f.look.column(), 0.5, ruleColour})
	return out
}

// rowShape is how a row is set; in is nil for a head shown again.
type rowShape struct {
	widths []float64
	style  style
	head   bool
	in     *tagged.Element
	lang   string
}

// row sets a row's cells. A row with fewer cells than the table has columns
// spans them with its last.
func (f *flow) row(row []briefing.PaperCell, shape rowShape) []*slab {
	row = row[:min(len(row), len(shape.widths))]
	cells := make([]setCell, len(row))
	x := 0.0
	for i := range row {
		c := setCell{x: x, width: shape.widths[i]}
		span := 1
		if i == len(row)-1 {
			for _, w := range shape.widths[i+1:] {
				c.width += w
				span++
			}
		}
		x += c.width
		f.cell(&c, row[i], shape, span)
		cells[i] = c
	}
	return f.slice(cells, shape.style)
}

// setCell is a cell whose text is set.
type setCell struct {
	x, width float64
	fill     string
	lines    []setLine
}

func (f *flow) cell(c *setCell, from briefing.PaperCell, shape rowShape, span int) {
	st := shape.style
	switch tint, tinted := palette.Of(from.Family); {
	case shape.head:
		c.fill = palette.HeadFill
	case tinted:
		c.fill = tint.Fill
	}
	if shape.head || from.Bold {
		st.style |= briefing.Bold
	}
	if shape.head || from.Bold && span == len(shape.widths) {
		st.ink = accentColour
	}
	var in *tagged.Element
	if shape.in != nil {
		kind := "TD"
		if shape.head {
			kind = "TH"
		}
		in = shape.in.Child(kind)
		in.Span = span
		if shape.head {
			in.Scope = "Column"
		}
	}
	rtl := briefing.StartsRight(plainText(from.Runs))
	c.lines = f.lines(f.spans(from.Runs, st, shape.lang, in), c.width-2*cellSide, rtl)
	for i := range c.lines {
		c.lines[i].x = c.x + cellSide
		if rtl {
			c.lines[i].x = c.x + c.width - cellSide - c.lines[i].Width
		}
	}
}

// slice makes one slab of a row; more where it is too high for a page.
func (f *flow) slice(cells []setCell, st style) []*slab {
	most := max(1, int((f.look.room()*0.8-2*cellTop)/st.leading))
	longest := 1
	for _, c := range cells {
		longest = max(longest, len(c.lines))
	}
	var out []*slab
	for from := 0; from < longest; from += most {
		count := min(most, longest-from)
		s := &slab{height: float64(count)*st.leading + 2*cellTop}
		for _, c := range cells {
			if c.fill != "" {
				s.fills = append(s.fills, fill{c.x, 0, c.width, s.height, tagged.Hex(c.fill)})
			}
			for i := from; i < min(from+count, len(c.lines)); i++ {
				l := c.lines[i]
				l.base = cellTop + float64(i-from)*st.leading + baseline(st)
				s.lines = append(s.lines, l)
				s.notes = append(s.notes, notesOf(l)...)
			}
		}
		out = append(out, s)
	}
	return out
}

// columns turns percents into widths that add up to the whole.
func columns(t *briefing.PaperTableBody, whole float64) []float64 {
	percents := t.Widths
	if len(percents) == 0 {
		percents = make([]int, max(1, len(t.Rows[0])))
		for i := range percents {
			percents[i] = 100 / len(percents)
		}
	}
	sum := 0
	for _, p := range percents {
		sum += max(p, 1)
	}
	out := make([]float64, len(percents))
	for i, p := range percents {
		out[i] = whole * float64(max(p, 1)) / float64(sum)
	}
	return out
}
