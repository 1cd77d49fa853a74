package sheet

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"placard/briefing"
)

// Columns and cells are written as XML by ourselves: of excelize's time for a
// large workbook two thirds go into turning each cell into a struct and back.

// appendRow writes a row of a height in points, which programs may grow as
// text is typed: without customHeight it is a proposal. ErrTooLong where a
// text does not fit into its cell.
func (g *grid) appendRow(cells []cell, height float64) error {
	row := strconv.Itoa(g.row)
	x := append(g.xml, `<row r="`...)
	x = append(x, row...)
	x = append(x, `" ht="`...)
	x = strconv.AppendFloat(x, height, 'f', -1, 64)
	x = append(x, `">`...)
	for i, c := range cells {
		style, err := g.book.attribute(c.look)
		if err != nil {
			return err
		}
		x = append(x, `<c r="`...)
		x = append(x, g.columnName(i)...)
		x = append(x, row...)
		x = append(x, style...)
		if x, err = appendValue(x, c); err != nil {
			return err
		}
	}
	g.xml = append(x, `</row>`...)
	if len(g.xml) > pieceSize*9/10 {
		g.pieces = append(g.pieces, g.xml)
		g.xml = make([]byte, 0, pieceSize)
	}
	return nil
}

// pieceSize is the length in bytes of the pieces that a sheet's rows are kept
// in: one long text would be copied each time it outgrows its room.
const pieceSize = 1 << 18

// inner is the columns and all rows that were written, as a sheet holds them.
func (g *grid) inner() [][]byte {
	out := append([][]byte{g.columns()}, g.pieces...)
	return append(out, g.xml, []byte("</sheetData>"))
}

// columns are the widths of the plan's columns, then the start of the rows:
// excelize's call for a width takes longer with each column.
func (g *grid) columns() []byte {
	x := []byte("<cols>")
	for i, c := range g.plan.columns {
		n := strconv.Itoa(i + 1)
		x = append(x, `<col min="`+n+`" max="`+n+`" width="`...)
		x = strconv.AppendFloat(x, c.width, 'f', -1, 64)
		x = append(x, `" customWidth="1"`...)
		if c.hidden {
			x = append(x, ` hidden="1"`...)
		}
		x = append(x, `/>`...)
	}
	return append(x, `</cols><sheetData>`...)
}

// columnName is the letters of the column at index i, made once a sheet.
func (g *grid) columnName(i int) string {
	for len(g.names) <= i {
		g.names = append(g.names, columnName(len(g.names)+1))
	}
	return g.names[i]
}

// attribute is the style of a look as a cell names it.
func (b *book) attribute(l look) (string, error) {
	if s := b.attributes[l]; s != "" {
		return s, nil
	}
	id, err := b.style(l)
	if err != nil {
		return "", err
	}
	b.attributes[l] = `" s="` + strconv.Itoa(id) + `"`
	return b.attributes[l], nil
}

// appendValue ends a cell. Text is always a typed string, never a formula.
func appendValue(x []byte, c cell) ([]byte, error) {
	switch {
	case c.number != nil:
		x = append(x, `><v>`...)
		x = strconv.AppendInt(x, int64(*c.number), 10)
		return append(x, `</v></c>`...), nil
	case c.formula != "":
		x = append(x, ` t="str"><f>`...)
		x = appendText(x, c.formula)
		x = append(x, `</f><v>`...)
		x = appendText(x, c.text)
		return append(x, `</v></c>`...), nil
	case c.text == "":
		return append(x, `/>`...), nil
	}
	text, err := cellText(c.text)
	if err != nil {
		return x, err
	}
	x = append(x, ` t="inlineStr"><is><t`...)
	if strings.TrimSpace(text) != text {
		x = append(x, ` xml:space="preserve"`...)
	}
	x = appendText(append(x, '>'), text)
	return append(x, `</t></is></c>`...), nil
}

// cellText is a text as a cell takes it: line ends are line feeds. ErrTooLong
// where it does not fit, its escapes included.
func cellText(text string) (string, error) {
	text = briefing.PlainLines(text)
	if len(text) > cellLimit/escapeLength {
		if n := units(text); n > cellLimit {
			return "", briefing.ErrTooLong.Because(nil, "Length", n, "Limit", cellLimit)
		}
	}
	return text, nil
}

// appendText writes a text as XML. What XML cannot hold becomes an escape of
// Office Open XML, _x000B_, and so does an underscore that would begin one;
// bytes that are no UTF-8 become U+FFFD.
func appendText(x []byte, text string) []byte {
	from := 0
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		var instead string
		switch {
		case r == '&':
			instead = "&amp;"
		case r == '<':
			instead = "&lt;"
		case r == '>':
			instead = "&gt;"
		case unfit(r) || r == '_' && readsAsEscape(text[i:]):
			instead = escapeOf(r)
		case r == utf8.RuneError && n == 1:
			instead = string(utf8.RuneError)
		default:
			i += n
			continue
		}
		x = append(append(x, text[from:i]...), instead...)
		i += n
		from = i
	}
	return append(x, text[from:]...)
}

// escapeOf is a character as an escape: escapeLength characters.
func escapeOf(r rune) string {
	hex := strings.ToUpper(strconv.FormatInt(int64(r), 16))
	return "_x" + strings.Repeat("0", 4-len(hex)) + hex + "_"
}

const escapeLength = len("_x000B_")
