package sheet

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// rawSheet is a worksheet as its part has it, not as a program would show it.
type rawSheet struct {
	name, part string
	rows       []rawRow
	merged     []string // ranges
}

type rawRow struct {
	number int
	hidden bool
	cells  []rawCell
}

// rawCell is a cell's value and what it was.
type rawCell struct {
	column  int
	text    string
	struck  string // the words that are struck through
	formula bool
	kind    cellKind
}

type cellKind byte

const (
	kindText cellKind = iota
	kindNumber
	kindDate
	kindTruth
	kindError
)

// cell of a column in the row; the zero cell where it is blank.
func (r *rawRow) cell(column int) rawCell {
	for _, c := range r.cells {
		if c.column == column {
			return c
		}
	}
	return rawCell{column: column}
}

// sheet reads the rows of a worksheet by its tokens: a library that stops at
// a fault would give half of them without a word.
func (p *parcel) sheet(name, part string) (*rawSheet, error) {
	r, err := p.open(part)
	if err != nil || r == nil {
		return &rawSheet{name: name, part: part}, err
	}
	defer r.Close()
	s := sheetReader{parcel: p, d: xml.NewDecoder(r), sheet: &rawSheet{name: name, part: part}}
	for {
		t, err := s.d.RawToken()
		if errors.Is(err, io.EOF) {
			return s.sheet, nil
		}
		if err == nil {
			err = s.token(t)
		}
		if err != nil {
			return nil, broken("damaged", part, cellName(max(s.column, 1), max(s.row, 1)), err)
		}
	}
}

type sheetReader struct {
	*parcel
	d           *xml.Decoder
	sheet       *rawSheet
	row, column int
}

func (s *sheetReader) token(t xml.Token) error {
	e, ok := t.(xml.StartElement)
	if !ok {
		return nil
	}
	switch e.Name.Local {
	case "row":
		s.row, s.column = s.row+1, 0
		if n, ok := attribute(e, "r"); ok {
			s.row, _ = strconv.Atoi(n) // Preflight has seen that it is a number
		}
		hidden, _ := attribute(e, "hidden")
		s.sheet.rows = append(s.sheet.rows, rawRow{number: s.row, hidden: truth(hidden)})
	case "c":
		return s.cell(e)
	case "mergeCell":
		ref, _ := attribute(e, "ref")
		s.sheet.merged = append(s.sheet.merged, ref)
	}
	return nil
}

// cell reads one cell to its end. A cell outside of any row is kept in a row
// of its own, so that nothing is lost.
func (s *sheetReader) cell(e xml.StartElement) error {
	s.column++
	if ref, ok := attribute(e, "r"); ok {
		s.column = columnOf(ref)
	}
	if len(s.sheet.rows) == 0 {
		s.row = 1
		s.sheet.rows = append(s.sheet.rows, rawRow{number: 1})
	}
	kind, _ := attribute(e, "t")
	style, _ := attribute(e, "s")
	c := rawCell{column: s.column}
	raw, inline, err := s.content(&c)
	if err != nil {
		return err
	}
	if err := s.value(&c, kind, style, raw, inline); err != nil {
		return err
	}
	if c.text != "" || c.formula || c.kind == kindError {
		row := &s.sheet.rows[len(s.sheet.rows)-1]
		row.cells = append(row.cells, c)
	}
	return nil
}

// content reads what stands in a cell: the value as written, or an inline
// text.
func (s *sheetReader) content(c *rawCell) (raw string, inline wording, err error) {
	for {
		t, err := s.d.RawToken()
		if err != nil {
			return "", wording{}, err
		}
		switch e := t.(type) {
		case xml.EndElement:
			if e.Name.Local == "c" {
				return raw, inline, nil
			}
		case xml.StartElement:
			switch e.Name.Local {
			case "f":
				c.formula = true
			case "v":
				raw, err = readValue(s.d)
			case "is":
				inline, err = readSaid(s.d, "is")
			}
			if err != nil {
				return "", wording{}, err
			}
		}
	}
}

// errLostText says that a cell's text is kept elsewhere and not there: the
// workbook has lost words, and half of it would be worse than none.
var errLostText = errors.New("shared text is missing")

// value makes of a cell's content what the cell says.
func (s *sheetReader) value(c *rawCell, kind, style, raw string, inline wording) error {
	look := s.styles.look(style)
	switch kind {
	case "s":
		n, err := strconv.Atoi(strings.TrimSpace(raw))
		if err != nil || n < 0 || n >= len(s.strings) {
			return errLostText
		}
		c.text, c.struck = s.strings[n].text, s.strings[n].struck
	case "inlineStr":
		c.text, c.struck = inline.text, inline.struck
	case "str":
		c.text = unescape(raw)
	case "b":
		c.kind, c.text = kindTruth, map[bool]string{true: "TRUE", false: "FALSE"}[truth(strings.TrimSpace(raw))]
	case "e":
		c.kind, c.text = kindError, raw
	case "d":
		day, _, _ := strings.Cut(raw, "T")
		c.kind, c.text = kindDate, day
	default:
		s.number(c, raw, look.date)
	}
	if look.struck && c.text != "" {
		c.struck = c.text
	}
	return nil
}

// number is a number as people write it, or the day that it stands for.
func (s *sheetReader) number(c *rawCell, raw string, date bool) {
	c.kind, c.text = kindNumber, strings.TrimSpace(raw)
	n, err := strconv.ParseFloat(c.text, 64)
	if err != nil {
		return
	}
	if day := serialDay(n, s.date04); date && day != "" {
		c.kind, c.text = kindDate, day
		return
	}
	c.text = strconv.FormatFloat(n, 'f', -1, 64)
}

// readValue reads the text up to the end of the element.
func readValue(d *xml.Decoder) (string, error) {
	var b strings.Builder
	for {
		t, err := d.RawToken()
		if err != nil {
			return "", err
		}
		switch e := t.(type) {
		case xml.CharData:
			b.Write(e)
		case xml.EndElement:
			return b.String(), nil
		}
	}
}
