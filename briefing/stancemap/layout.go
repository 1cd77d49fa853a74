package stancemap

import (
	"strings"

	"placard/briefing"
)

// The measures of a map, in points.
const (
	margin      = 16.0
	nameWidth   = 190.0
	cellWidth   = 38.0
	cellHeight  = 22.0
	headHeight  = 24.0
	bandGap     = 18.0
	titleHeight = 44.0
	legendLine  = 20.0
	inBand      = 24 // places across, before the next band begins
)

// layOut places a map; nil where there is nothing to show.
func layOut(m *briefing.Matrix, w briefing.Words) *scene {
	rows := held(m)
	if len(rows) == 0 {
		return nil
	}
	s := &scene{width: 2*margin + nameWidth + cellWidth*float64(min(max(len(rows), 12), inBand))}
	s.label(label{x: margin, y: margin + 14, size: 15, text: fit(m.Title, 15, true, s.width-2*margin-120), ink: ink, bold: true})
	s.label(label{x: margin, y: margin + 30, size: 10, text: briefing.JoinText("  ·  ", m.Reference, m.Meeting, m.Demo), ink: muted})
	s.label(label{x: s.width - margin, y: margin + 14, size: 11, text: m.Mark, ink: "9E2B05", bold: true, anchor: atEnd})
	y := margin + titleHeight
	for from := 0; from < len(rows); from += inBand {
		y = s.band(m, rows[from:min(from+inBand, len(rows))], y, w) + bandGap
	}
	y = s.legend(m, y, w)
	s.label(label{x: s.width - margin, y: y + 10, size: 11, text: m.Mark, ink: "9E2B05", bold: true, anchor: atEnd})
	s.height = y + margin
	return s
}

// band draws some of the places, everybody's stance under each.
func (s *scene) band(m *briefing.Matrix, rows []*briefing.MatrixRow, y float64, w briefing.Words) float64 {
	for i, r := range rows {
		s.label(label{
			x: margin + nameWidth + cellWidth*(float64(i)+0.5), y: y + headHeight - 8, size: 9.5, bold: true, ink: ink, anchor: atMiddle,
			text: fit(placeOf(m, r), 9.5, true, cellWidth-2),
		})
	}
	y += headHeight
	if m.Shown[briefing.PartStance] {
		s.name(w.Say("sheet.ours"), y, true)
		for i, r := range rows {
			s.cell(i, y, r.Ours, false)
		}
		y += cellHeight + 4
	}
	for c, column := range m.Columns {
		s.name(column.Name, y, column.Group)
		for i, r := range rows {
			s.cell(i, y, r.Cells[c].Stance, r.Cells[c].Implied != "")
		}
		y += cellHeight
	}
	return y
}

func (s *scene) name(text string, y float64, bold bool) {
	s.label(label{x: margin + nameWidth - 8, y: y + cellHeight - 7, size: 10.5, text: fit(text, 10.5, bold, nameWidth-8), ink: ink, bold: bold, anchor: atEnd})
}

// cell is one stance: white on its family's colour; one that a group only
// implies is dark on a pale ground in a dashed frame.
func (s *scene) cell(i int, y float64, stance briefing.Stance, implied bool) {
	a := area{x: margin + nameWidth + cellWidth*float64(i) + 1, y: y + 1, width: cellWidth - 2, height: cellHeight - 2, edge: edge}
	middle := sign{x: a.x + a.width/2, y: a.y + a.height/2, size: 6.5, stance: stance, ink: paper}
	look := shades[stance.Family()]
	switch {
	case stance == briefing.StanceNone:
		s.area(a)
		return
	case implied:
		a.fill, a.edge, a.dashed, middle.ink = look.pale, look.ground, true, look.ground
	case stance.Family() == briefing.FamilyUndecided:
		a.edge, a.dashed, middle.ink = look.ground, true, look.ground
	default:
		a.fill, a.edge = look.ground, look.ground
	}
	s.area(a)
	s.sign(middle)
}

// legend explains the signs that stand in the map.
func (s *scene) legend(m *briefing.Matrix, y float64, w briefing.Words) float64 {
	x := margin
	add := func(stance briefing.Stance, implied bool, text string) {
		width := 26 + measure(text, 10, false) + 16
		if x+width > s.width-margin && x > margin {
			x, y = margin, y+legendLine
		}
		i := (x - margin - nameWidth) / cellWidth
		s.legendCell(i, y, stance, implied)
		s.label(label{x: x + 26, y: y + 13, size: 10, text: text, ink: ink})
		x += width
	}
	for _, stance := range shown(m) {
		add(stance, false, w.Say("stance.family."+string(stance.Family())))
	}
	add(briefing.StanceSupports, true, w.Say("map.implied"))
	return y + legendLine
}

// legendCell is a small cell beside its word.
func (s *scene) legendCell(i, y float64, stance briefing.Stance, implied bool) {
	s.cell(0, y, stance, implied)
	x := margin + nameWidth + cellWidth*i
	a := &s.areas[len(s.areas)-1]
	a.x, a.width, a.height = x, 20, 16
	g := &s.signs[len(s.signs)-1]
	g.x, g.y, g.size = x+10, a.y+8, 5
}

// shown is one stance of each family that stands in the map, in the order of
// the scale.
func shown(m *briefing.Matrix) []briefing.Stance {
	there := map[briefing.Family]bool{}
	for _, r := range held(m) {
		there[r.Ours.Family()] = there[r.Ours.Family()] || r.Ours != briefing.StanceNone
		for _, c := range r.Cells {
			there[c.Stance.Family()] = there[c.Stance.Family()] || c.Stance != briefing.StanceNone
		}
	}
	var out []briefing.Stance
	for _, s := range briefing.Stances {
		if there[s.Family()] {
			out = append(out, s)
			there[s.Family()] = false
		}
	}
	return out
}

// placeOf is a row's place in a few letters: its number, else what its
// reference has behind the note's.
func placeOf(m *briefing.Matrix, r *briefing.MatrixRow) string {
	if len(r.Label) <= 5 && r.Label != "" && r.Kind != briefing.OnOption {
		return r.Label
	}
	ref, ok := briefing.ParseRef(r.Ref)
	if !ok {
		ref = r.Ref
	}
	return strings.TrimPrefix(strings.TrimPrefix(ref, m.Reference), "-")
}
