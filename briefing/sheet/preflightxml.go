package sheet

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
)

// errEncoding refuses what is not UTF-8: no program that people use writes
// workbooks in anything else.
var errEncoding = errors.New("not UTF-8")

// sheetScan is one pass over a part: what it counts must stay within limits.
type sheetScan struct {
	*checker
	part   string
	open   []xml.Name // the elements we are in: raw tokens are not matched
	rows   int
	row    int // number of the row we are in
	column int // of the cell we are in
}

// xml passes once over a part's tokens.
func (c *checker) xml(r io.Reader, part string) error {
	d := xml.NewDecoder(r)
	d.CharsetReader = func(string, io.Reader) (io.Reader, error) { return nil, errEncoding }
	s := sheetScan{checker: c, part: part}
	for n := 0; ; n++ {
		if n%4096 == 0 && c.ctx.Err() != nil {
			return c.ctx.Err()
		}
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return s.end()
		}
		if err != nil {
			return s.failed(err)
		}
		if err := s.token(t); err != nil {
			return err
		}
	}
}

func (s *sheetScan) end() error {
	if len(s.open) != 0 {
		return broken("cut_short", s.part, s.cell(), nil)
	}
	return nil
}

func (s *sheetScan) failed(err error) error {
	var syntax *xml.SyntaxError
	switch {
	case errors.Is(err, errEncoding):
		return broken("encoding", s.part, "", err)
	case errors.As(err, &syntax) && strings.Contains(syntax.Msg, "unexpected EOF"):
		return broken("cut_short", s.part, s.cell(), err)
	}
	return err
}

func (s *sheetScan) token(t xml.Token) error {
	switch e := t.(type) {
	case xml.Directive:
		if bytes.HasPrefix(bytes.ToUpper(bytes.TrimSpace(e)), []byte("DOCTYPE")) {
			return broken("doctype", s.part, "", nil)
		}
	case xml.StartElement:
		if s.open = append(s.open, e.Name); len(s.open) > s.Depth {
			return broken("depth", s.part, s.cell(), nil)
		}
		return s.element(e)
	case xml.EndElement:
		return s.close(e)
	}
	return nil
}

// close leaves an element; one that was never entered, or not left in its
// turn, is damage.
func (s *sheetScan) close(e xml.EndElement) error {
	last := len(s.open) - 1
	switch {
	case last >= 0 && s.open[last] == e.Name:
		s.open = s.open[:last]
		return nil
	case slices.Contains(s.open, e.Name):
		return broken("cut_short", s.part, s.cell(), nil)
	}
	return broken("damaged", s.part, s.cell(), nil)
}

// element counts what grows with a sheet.
func (s *sheetScan) element(e xml.StartElement) error {
	switch e.Name.Local {
	case "row", "table-row":
		return s.atRow(e)
	case "c", "table-cell", "covered-table-cell":
		return s.atCell(e)
	case "si":
		if s.texts++; s.texts > s.Strings {
			return tooLarge("strings", s.part, "")
		}
	}
	return nil
}

func (s *sheetScan) atRow(e xml.StartElement) error {
	s.row, s.column = s.row+1, 0
	if s.rows++; s.rows > s.Rows {
		return tooLarge("rows", s.part, s.cell())
	}
	r, ok := attribute(e, "r")
	if !ok {
		return nil
	}
	n, err := strconv.Atoi(r)
	if err != nil || n < 1 || n > lastRow {
		return broken("damaged", s.part, firstUnits(r, 20), nil)
	}
	s.row = n
	return nil
}

func (s *sheetScan) atCell(e xml.StartElement) error {
	s.column++
	if s.cells++; s.cells > s.Cells {
		return tooLarge("cells", s.part, s.cell())
	}
	if r, ok := attribute(e, "r"); ok && e.Name.Local == "c" {
		s.column = columnOf(r)
	}
	if s.column < 1 {
		return broken("damaged", s.part, s.cell(), nil)
	}
	if s.column > s.Columns {
		return tooLarge("columns", s.part, s.cell())
	}
	return nil
}

// cell names where the scan is; empty outside of rows.
func (s *sheetScan) cell() string {
	if s.row == 0 {
		return ""
	}
	return columnName(max(s.column, 1)) + strconv.Itoa(s.row)
}

// columnOf is the column's number in a reference like "AB12"; 0 for none.
func columnOf(ref string) int {
	n := 0
	for i := range len(ref) {
		if ref[i] < 'A' || ref[i] > 'Z' {
			break
		}
		if n = n*26 + int(ref[i]-'A') + 1; n > lastRow {
			return n
		}
	}
	return n
}

func attribute(e xml.StartElement, name string) (string, bool) {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value, true
		}
	}
	return "", false
}
