package sheet

import (
	"bytes"
	"image/png"
	"strconv"

	"placard/briefing"
	"placard/briefing/stancemap"
)

// The figures stand side by side in one high row above the table.
const (
	figureRow    = 250.0 // points
	figurePixels = 320
	chartPixels  = 520
	mapPixels    = 760
	chartRows    = 30 // places in the chart, as many as can be told apart
	mapPlaces    = 48
	mapColumns   = 12
)

// figures adds the chart of counts and the stance map to the overview; the
// plan's heads stand in row head.
func (p *plan) figures(b *book, m *briefing.Matrix, head int) error {
	counts := len(open(countFields, m))
	if m.Shown[briefing.PartOthersOpen] && counts > 0 {
		p.charts = append(p.charts, p.countChart(b, m, head))
	}
	return p.stanceMap(b, m, head)
}

// figureHeight is that of the row that the figures stand in.
func (p *plan) figureHeight() float64 {
	if len(p.charts)+len(p.pictures) == 0 {
		return 6
	}
	return figureRow
}

// countChart charts the counts of a run of places, from the first that has any.
func (p *plan) countChart(b *book, m *briefing.Matrix, head int) chart {
	first := 0
	for first < len(m.Rows)-1 && m.Rows[first].For+m.Rows[first].Against+m.Rows[first].Reserved+m.Rows[first].Neutral == 0 {
		first++
	}
	from, to := head+1+first, head+min(len(m.Rows), first+chartRows)
	cells := func(column int) string {
		return "'" + p.name + "'!" + absolute(column, from) + ":" + absolute(column, to)
	}
	c := chart{
		cell: cellName(1, head-1), title: b.say("chart.title"), alt: b.say("chart.alt"), categories: cells(1), width: chartPixels, height: figurePixels,
	}
	const firstCount = 4 // place, subject and our stance stand before
	for i, family := range []briefing.Family{briefing.FamilySupports, briefing.FamilyOpposes, briefing.FamilyConcern, briefing.FamilyNeutral} {
		c.series = append(c.series, series{
			name: "'" + p.name + "'!" + absolute(firstCount+i, head), values: cells(firstCount + i), colour: tints[family].ground,
		})
	}
	return c
}

// stanceMap adds the map as a picture, unless it would be too large to read:
// the table below it says the same in signs.
func (p *plan) stanceMap(b *book, m *briefing.Matrix, head int) error {
	if len(m.Columns) == 0 || len(m.Columns) > mapColumns {
		return nil
	}
	held := 0
	for i := range m.Rows {
		if m.Rows[i].Holds() {
			held++
		}
	}
	if held == 0 || held > mapPlaces {
		return nil
	}
	var out bytes.Buffer
	if err := (stancemap.Maps{}).DrawMap(b.ctx, &out, m, stancemap.PNG, b.words); err != nil {
		return err
	}
	size, err := png.DecodeConfig(bytes.NewReader(out.Bytes()))
	if err != nil {
		return err
	}
	scale := min(float64(mapPixels)/float64(size.Width), float64(figurePixels)/float64(size.Height))
	p.pictures = append(p.pictures, picture{cell: cellName(3, head-1), alt: stancemap.Alt(m, b.words), png: out.Bytes(), scale: scale})
	return nil
}

// absolute is a cell's name that does not move.
func absolute(column, row int) string { return "$" + columnName(column) + "$" + strconv.Itoa(row) }
