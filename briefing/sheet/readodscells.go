package sheet

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"

	"placard/briefing"
)

// content reads the sheets by their tokens.
func (r *odsReader) content(in io.Reader) error {
	r.d = xml.NewDecoder(in)
	style := ""
	for {
		t, err := r.d.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		style = r.style(e, style)
		if err := r.element(e); err != nil {
			return err
		}
	}
}

func (r *odsReader) element(e xml.StartElement) error {
	switch e.Name.Local {
	case "table":
		name, _ := attribute(e, "name")
		r.sheet = &rawSheet{name: name, part: "content.xml"}
		r.book.all = append(r.book.all, placedSheet{raw: r.sheet})
		r.row = 0
	case "table-row":
		return r.rows(e)
	case "named-expression":
		r.name(e, "expression")
	case "named-range":
		r.name(e, "cell-range-address")
	}
	return nil
}

// name takes the identity from a name that holds it.
func (r *odsReader) name(e xml.StartElement, attr string) {
	if name, _ := attribute(e, "name"); name == definedName {
		text, _ := attribute(e, attr)
		r.book.ids = append(r.book.ids, briefing.WorkbookClaim{Place: "name", ID: trimExpression(text)})
	}
}

// trimExpression takes the namespace, the sign and the quotes off a constant:
// of:="0193…".
func trimExpression(text string) string {
	start, end := 0, len(text)
	for i := range len(text) {
		if text[i] == '"' || text[i] == '=' || text[i] == ':' {
			start = i + 1
			continue
		}
		if start > 0 {
			break
		}
	}
	for end > start && text[end-1] == '"' {
		end--
	}
	return text[start:end]
}

// times is how often an element stands for itself, at least once.
func times(e xml.StartElement, attr string) int {
	text, _ := attribute(e, attr)
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 {
		return 1
	}
	return min(n, lastRow)
}

// rows reads a row to its end, and stands it as often as it is repeated: what
// is empty costs nothing, what is not must stay within the limits.
func (r *odsReader) rows(e xml.StartElement) error {
	again := times(e, "number-rows-repeated")
	visible, stated := attribute(e, "visibility")
	row := rawRow{number: r.row + 1, hidden: stated && visible != "visible"}
	r.row++
	r.column = 0
	for {
		t, err := r.d.RawToken()
		if err != nil {
			return err
		}
		switch x := t.(type) {
		case xml.StartElement:
			if x.Name.Local == "table-cell" || x.Name.Local == "covered-table-cell" {
				err = r.cell(x, &row)
			}
		case xml.EndElement:
			if x.Name.Local == "table-row" {
				return r.keep(row, again)
			}
		}
		if err != nil {
			return err
		}
	}
}

func (r *odsReader) keep(row rawRow, again int) error {
	defer func() { r.row += again - 1 }()
	if len(row.cells) == 0 {
		return nil
	}
	if r.cells += len(row.cells) * again; r.cells > DefaultLimits.Cells {
		return tooLarge("cells", r.sheet.part, cellName(1, row.number))
	}
	for n := range again {
		if len(r.sheet.rows) >= DefaultLimits.Rows {
			return tooLarge("rows", r.sheet.part, cellName(1, row.number+n))
		}
		copied := row
		copied.number = row.number + n
		r.sheet.rows = append(r.sheet.rows, copied)
	}
	return nil
}

// cell reads a cell to its end; what is repeated across is as often there.
func (r *odsReader) cell(e xml.StartElement, row *rawRow) error {
	again := times(e, "number-columns-repeated")
	first := r.column + 1
	r.column += again
	c := rawCell{column: first}
	said, err := r.said(e.Name.Local, cellName(min(first, lastColumn), row.number))
	if err != nil {
		return err
	}
	odsValue(&c, e, said)
	if style, _ := attribute(e, "style-name"); c.struck == "" && r.struck[style] {
		c.struck = c.text
	}
	if across, down := times(e, "number-columns-spanned"), times(e, "number-rows-spanned"); across*down > 1 {
		r.sheet.merged = append(r.sheet.merged, cellName(first, row.number)+":"+cellName(min(first+across-1, lastColumn), row.number+down-1))
	}
	if c.text == "" && !c.formula && c.kind != kindError {
		return nil
	}
	if first+again-1 > DefaultLimits.Columns {
		return tooLarge("columns", r.sheet.part, cellName(min(first, lastColumn), row.number))
	}
	for n := range again {
		c.column = first + n
		row.cells = append(row.cells, c)
	}
	return nil
}

// lastColumn is that of the file formats.
const lastColumn = 16_384

// odsValue makes of a cell's attributes and words what the cell says.
func odsValue(c *rawCell, e xml.StartElement, said wording) {
	get := func(name string) string { text, _ := attribute(e, name); return text }
	_, c.formula = attribute(e, "formula")
	kind := get("value-type")
	for _, a := range e.Attr { // LibreOffice says what it shows, in a space of its own
		if a.Name.Space == "calcext" && a.Name.Local == "value-type" && a.Value == "error" {
			kind = "error"
		}
	}
	switch kind {
	case "date":
		c.kind, c.text = kindDate, get("date-value")
		if len(c.text) > len("2006-01-02") {
			c.text = c.text[:len("2006-01-02")]
		}
	case "float", "percentage", "currency":
		c.kind, c.text = kindNumber, get("value")
	case "boolean":
		c.kind, c.text = kindTruth, map[bool]string{true: "TRUE", false: "FALSE"}[get("boolean-value") == "true"]
	case "error":
		c.kind, c.text = kindError, said.text
	default:
		c.text, c.struck = said.text, said.struck
	}
}
