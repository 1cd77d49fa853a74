package sheet

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"placard/briefing"
)

// csvBook is the Review sheet saved as text, its cells parted by commas,
// semicolons or tabs. It has no identity but its rows, and no remarks.
type csvBook struct{ sheet *rawSheet }

// csvName is what a sheet is called whose name was lost.
const csvName = "CSV"

// Byte order marks.
var (
	markUTF8    = []byte{0xEF, 0xBB, 0xBF}
	markUTF16LE = []byte{0xFF, 0xFE}
	markUTF16BE = []byte{0xFE, 0xFF}
)

// isText tells a text from a package: it begins with a mark of one, or has no
// byte that text has not.
func isText(data []byte) bool {
	for _, mark := range [][]byte{markUTF8, markUTF16LE, markUTF16BE} {
		if bytes.HasPrefix(data, mark) {
			return true
		}
	}
	head := data[:min(len(data), 4096)]
	return len(data) > 0 && !bytes.HasPrefix(data, []byte("PK")) && bytes.IndexFunc(head, func(r rune) bool {
		return r < ' ' && r != '\t' && r != '\n' && r != '\r'
	}) < 0
}

// openCSV reads the text within the limits of workbooks. guessed names the
// characters where the file does not say which they are. ErrWorkbookFormat
// for a text without columns, ErrTooLarge.
func openCSV(data []byte) (book *csvBook, guessed string, err error) {
	if int64(len(data)) > DefaultLimits.File {
		return nil, "", tooLarge("file", "", "")
	}
	text, guessed, err := decodeText(data)
	if err != nil {
		return nil, "", briefing.ErrUnreadable.Because(err, "Reason", "encoding")
	}
	parted := partedBy(text)
	if parted == 0 {
		return nil, "", briefing.ErrWorkbookFormat.Because(nil, "Name", "")
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.ReuseRecord = parted, true, -1, true
	s := &rawSheet{name: csvName}
	for cells := 0; ; {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			return &csvBook{s}, guessed, nil
		}
		if err != nil {
			return nil, "", broken("damaged", "", "", err)
		}
		cells += len(record)
		number := len(s.rows) + 1
		switch {
		case number > DefaultLimits.Rows:
			return nil, "", tooLarge("rows", "", cellName(1, number))
		case len(record) > DefaultLimits.Columns:
			return nil, "", tooLarge("columns", "", cellName(1, number))
		case cells > DefaultLimits.Cells:
			return nil, "", tooLarge("cells", "", cellName(1, number))
		}
		s.rows = append(s.rows, csvRow(number, record))
	}
}

func csvRow(number int, record []string) rawRow {
	row := rawRow{number: number}
	for i, text := range record {
		if text != "" {
			row.cells = append(row.cells, rawCell{column: i + 1, text: briefing.PlainLines(strings.Clone(text))})
		}
	}
	return row
}

// decodeText reads UTF-8 or, by its mark, UTF-16; anything else is taken for
// what Western programs write.
func decodeText(data []byte) (text, guessed string, err error) {
	var from encoding.Encoding
	switch {
	case bytes.HasPrefix(data, markUTF16LE), bytes.HasPrefix(data, markUTF16BE):
		from = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case utf8.Valid(data):
		return string(bytes.TrimPrefix(data, markUTF8)), "", nil
	default:
		from, guessed = charmap.Windows1252, "Windows-1252"
	}
	out, err := from.NewDecoder().Bytes(data)
	return string(out), guessed, err
}

// partedBy is the character that parts the cells of the first line; 0 where
// there is none.
func partedBy(text string) rune {
	var counts [3]int
	signs := []rune{',', ';', '\t'}
	quoted := false
	for _, r := range text {
		if r == '"' {
			quoted = !quoted
		}
		if r == '\n' && !quoted {
			break
		}
		for i, s := range signs {
			if r == s && !quoted {
				counts[i]++
			}
		}
	}
	best := 0
	for i := range counts {
		if counts[i] > counts[best] {
			best = i
		}
	}
	if counts[best] == 0 {
		return 0
	}
	return signs[best]
}

func (b *csvBook) sheets(context.Context) ([]placedSheet, error) {
	return []placedSheet{{raw: b.sheet}}, nil
}

func (*csvBook) claims() []briefing.WorkbookClaim { return nil }

func (*csvBook) remarks(*rawSheet) ([]briefing.Remark, error) { return nil, nil }
