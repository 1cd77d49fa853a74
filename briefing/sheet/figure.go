package sheet

import (
	"github.com/xuri/excelize/v2"
)

// chart is a native chart of stacked columns: it follows the cells.
type chart struct {
	cell          string // where its upper left corner stands
	title, alt    string
	categories    string // the range that names the columns
	series        []series
	width, height uint // in pixels
}

// series is one colour of the stack.
type series struct{ name, values, colour string }

func (c chart) excelize() *excelize.Chart {
	out := &excelize.Chart{
		Type: excelize.ColStacked, Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: c.title, Font: &excelize.Font{Size: 12, Bold: true, Color: inkColour}}}},
		Legend: excelize.ChartLegend{Position: "bottom"}, Dimension: excelize.ChartDimension{Width: c.width, Height: c.height},
		XAxis:  excelize.ChartAxis{Font: excelize.Font{Size: 9, Color: inkColour}},
		YAxis:  excelize.ChartAxis{Font: excelize.Font{Size: 9, Color: inkColour}, MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0"}},
		Format: excelize.GraphicOptions{AltText: c.alt, Positioning: "oneCell"},
	}
	for _, s := range c.series {
		out.Series = append(out.Series, excelize.ChartSeries{
			Name: s.name, Categories: c.categories, Values: s.values, Fill: solid(s.colour),
		})
	}
	return out
}

// picture is a PNG with words for those who do not see it.
type picture struct {
	cell, alt string
	png       []byte
	scale     float64
}

func (p picture) excelize() *excelize.Picture {
	return &excelize.Picture{
		Extension: ".png", File: p.png,
		Format: &excelize.GraphicOptions{AltText: p.alt, ScaleX: p.scale, ScaleY: p.scale, Positioning: "oneCell"},
	}
}
