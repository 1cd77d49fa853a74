package sheet

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// cellLook is what of a cell's format changes its meaning.
type cellLook struct{ date, struck bool }

// styles are the formats by their numbers.
type styles []cellLook

// look of a style's number as a cell has it.
func (s styles) look(style string) cellLook {
	n, err := strconv.Atoi(style)
	if err != nil || n < 0 || n >= len(s) {
		return cellLook{}
	}
	return s[n]
}

func (p *parcel) readStyles() error {
	var part struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Fonts []struct {
			Strike *struct {
				Val string `xml:"val,attr"`
			} `xml:"strike"`
		} `xml:"fonts>font"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
			Font   int `xml:"fontId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := p.unmarshal("xl/styles.xml", &part); err != nil {
		return err
	}
	dates := map[int]bool{}
	for _, f := range part.Formats {
		dates[f.ID] = isDateFormat(f.Code)
	}
	for _, c := range part.Cells {
		known, own := dates[c.Format]
		look := cellLook{date: known || !own && builtInDate(c.Format)}
		if c.Font >= 0 && c.Font < len(part.Fonts) {
			strike := part.Fonts[c.Font].Strike
			look.struck = strike != nil && (strike.Val == "" || truth(strike.Val))
		}
		p.styles = append(p.styles, look)
	}
	return nil
}

// builtInDate tells the formats of the standard that show a day.
func builtInDate(id int) bool {
	return id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58
}

// isDateFormat tells whether a format shows a day: d, m or y outside of
// quoted text and brackets.
func isDateFormat(code string) bool {
	quoted, bracket := false, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case c == '[':
			bracket = true
		case c == ']':
			bracket = false
		case !quoted && !bracket && strings.IndexByte("dDyY", c) >= 0:
			return true
		}
	}
	return false
}

// serialDay is the day that a spreadsheet's number stands for; empty where it
// is none that people mean.
func serialDay(n float64, date1904 bool) string {
	if math.IsNaN(n) || n < 1 || n > 2_958_465 { // the last day of the year 9999
		return ""
	}
	t, err := excelize.ExcelDateToTime(math.Floor(n), date1904)
	if err != nil {
		return ""
	}
	return t.Format(time.DateOnly)
}
