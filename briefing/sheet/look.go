package sheet

import "github.com/xuri/excelize/v2"

// look is how a cell looks and whether it can be typed into.
type look uint8

// The looks.
const (
	lookPlain   look = iota
	lookFree         // a line that runs over its neighbours
	lookTitle        // the first line of a sheet
	lookMark         // the handling mark
	lookHead         // head of a locked column
	lookFill         // head of a column to be filled in
	lookLocked       // grey: ours
	lookSmall        // grey, small: long texts
	lookInput        // yellow: theirs
	lookDate         // yellow, a date
	lookStance       // in the middle, coloured by its words
	lookImplied      // as lookStance, in italics
	lookCount        // a number; none is a dash
	lookGap          // a number; none is a nought
	lookRef          // a reference, never wrapped
	lookLead         // a bold line that runs over its neighbours
	lookStrong       // bold text
	lookTurned       // head of a narrow column, read from below
	lookLink         // a place that leads to another sheet
	lookBox          // bold text in a frame
	lookGroup        // head over several columns
)

// Colours of sheets; those of stances are in stances.go.
const (
	inkColour    = "1B1F24"
	headColour   = "33404D"
	fillColour   = "0D4F98"
	lockedColour = "F1F3F4"
	inputColour  = "FFFBE6"
	lineColour   = "C3C8CE"
	whiteColour  = "FFFFFF"
)

// textFormat is the built-in number format "@".
const textFormat = 49

func font(size float64, colour string, bold bool) *excelize.Font {
	return &excelize.Font{Family: "Calibri", Size: size, Color: colour, Bold: bold}
}

func solid(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

func lines() []excelize.Border {
	var all []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		all = append(all, excelize.Border{Type: side, Color: lineColour, Style: 1})
	}
	return all
}

// style gives the number under which the workbook knows a look.
func (b *book) style(l look) (int, error) {
	if id, ok := b.styles[l]; ok {
		return id, nil
	}
	id, err := b.file.NewStyle(l.style())
	if err == nil {
		b.styles[l] = id
	}
	return id, err
}

// style of the look: wrapped text in a thin frame unless it says otherwise.
func (l look) style() *excelize.Style {
	s := &excelize.Style{
		Font: font(10, inkColour, false), NumFmt: textFormat, Border: lines(),
		Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"},
	}
	switch l {
	case lookPlain:
		s.Border = nil
	case lookFree:
		s.Border, s.Alignment = nil, &excelize.Alignment{Vertical: "top"}
	case lookTitle:
		s.Border, s.Font, s.Alignment = nil, font(16, inkColour, true), &excelize.Alignment{Vertical: "center"}
	case lookMark:
		s.Border, s.Font, s.Alignment = nil, font(11, "9E2B05", true), &excelize.Alignment{Vertical: "center"}
	case lookHead, lookFill, lookGroup, lookTurned:
		l.head(s)
	case lookLocked:
		s.Fill = solid(lockedColour)
	case lookSmall:
		s.Fill, s.Font = solid(lockedColour), font(9, inkColour, false)
	case lookInput:
		s.Fill, s.Protection = solid(inputColour), &excelize.Protection{}
	case lookDate:
		format := "yyyy-mm-dd"
		s.Fill, s.Protection, s.NumFmt, s.CustomNumFmt = solid(inputColour), &excelize.Protection{}, 0, &format
	case lookStance, lookImplied:
		s.Alignment = &excelize.Alignment{WrapText: true, Vertical: "center", Horizontal: "center"}
		s.Font.Italic = l == lookImplied
	case lookCount:
		format := `0;-0;"–"`
		s.NumFmt, s.CustomNumFmt, s.Alignment = 0, &format, &excelize.Alignment{Vertical: "top", Horizontal: "center"}
	case lookGap:
		s.NumFmt, s.Alignment = 1, &excelize.Alignment{Vertical: "top", Horizontal: "center"}
	case lookRef:
		s.Fill, s.Alignment = solid(lockedColour), &excelize.Alignment{Vertical: "top"}
	case lookBox:
		s.Font.Bold = true
	case lookLink:
		s.Font.Color, s.Font.Underline = fillColour, "single"
	case lookLead:
		s.Border, s.NumFmt, s.Font, s.Alignment = nil, 0, font(10, inkColour, true), &excelize.Alignment{Vertical: "top"}
	case lookStrong:
		s.Border, s.Font = nil, font(10, inkColour, true)
	}
	return s
}

// head is white on a dark ground: blue where capital writes below it.
func (l look) head(s *excelize.Style) {
	s.Font, s.Fill = font(10, whiteColour, true), solid(headColour)
	s.Alignment.Vertical = "center"
	if l == lookFill {
		s.Fill = solid(fillColour)
	}
	if l == lookGroup {
		s.Alignment.Horizontal = "center"
	}
	if l == lookTurned {
		s.Alignment = &excelize.Alignment{TextRotation: 90, Horizontal: "center", Vertical: "bottom"}
	}
}
