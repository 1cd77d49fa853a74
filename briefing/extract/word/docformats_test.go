package word

import (
	"encoding/binary"
	"slices"
	"testing"
	"unicode/utf16"

	"placard/briefing"
	"placard/briefing/extract/manuscript"
)

// styleSheet is a style sheet of styles, each with its built-in number, its name
// and what it sets of its signs.
func styleSheet(styles ...docTestStyle) []byte {
	const base = 10
	sheet := []byte{4, 0, byte(len(styles)), 0, base, 0}
	for _, s := range styles {
		std := append([]byte(nil), make([]byte, base)...)
		binary.LittleEndian.PutUint16(std, s.number)
		binary.LittleEndian.PutUint16(std[2:], 0xfff<<4) // based on none
		units := utf16.Encode([]rune(s.name))
		std = binary.LittleEndian.AppendUint16(std, uint16(len(units)))
		for _, u := range append(units, 0) {
			std = binary.LittleEndian.AppendUint16(std, u)
		}
		std = append(std, 2, 0, 0, 0)
		std = binary.LittleEndian.AppendUint16(std, uint16(len(s.sprms)))
		std = append(std, s.sprms...)
		sheet = binary.LittleEndian.AppendUint16(sheet, uint16(len(std)))
		sheet = append(sheet, std...)
		if len(std)%2 == 1 {
			sheet = append(sheet, 0)
		}
	}
	return sheet
}

type docTestStyle struct {
	number uint16
	name   string
	sprms  []byte
}

// formatPage is a page of formats: ranges of bytes with the data of each.
func formatPage(places []uint32, slot int, data [][]byte) []byte {
	page := make([]byte, docFormatPage)
	page[docFormatPage-1] = byte(len(data))
	at := docFormatPage - 2
	for i, place := range places {
		binary.LittleEndian.PutUint32(page[4*i:], place)
	}
	for i, d := range data {
		at = (at - len(d)) &^ 1
		copy(page[at:], d)
		page[4*len(places)+slot*i] = byte(at / 2)
	}
	return page
}

// docFormatted is a document of one piece of text, its first line in style 1
// and the rest in style 0, with sprms for a stretch of its signs.
func docFormatted(text string, headingEnds, from, to int, sprms, sheet []byte) map[string][]byte {
	f := docFile(text, "", "")
	main, table := f["WordDocument"], f["0Table"]
	const start = 1024
	place := func(n int) uint32 { return uint32(start + n) }
	main = append(main, make([]byte, (docFormatPage-len(main)%docFormatPage)%docFormatPage)...)
	first := len(main) / docFormatPage
	main = append(main, formatPage([]uint32{place(0), place(headingEnds), place(len(text))}, docFormatSlot, [][]byte{{2, 1, 0, 0}, {2, 0, 0, 0}})...)
	main = append(main, formatPage([]uint32{place(from), place(to)}, 1, [][]byte{append([]byte{byte(len(sprms))}, sprms...)})...)
	name := func(at int, data []byte) {
		binary.LittleEndian.PutUint32(main[at:], uint32(len(table)))
		binary.LittleEndian.PutUint32(main[at+4:], uint32(len(data)))
		table = append(table, data...)
	}
	index := func(page int) []byte {
		data := binary.LittleEndian.AppendUint32(nil, place(0))
		data = binary.LittleEndian.AppendUint32(data, place(len(text)))
		return binary.LittleEndian.AppendUint32(data, uint32(page))
	}
	name(fibStyles, sheet)
	name(fibParagraphs, index(first))
	name(fibCharacters, index(first+1))
	return map[string][]byte{"WordDocument": main, "0Table": table}
}

func TestDOCFormats(t *testing.T) {
	const text = "Fees\rThe fees are very old.\r"
	bold := []byte{0x35, 0x08, 1}
	tests := []struct {
		what   string
		styles []docTestStyle
		sprms  []byte // of "very "
		want   string
		left   string
	}{
		{"a heading by its number, whatever its name", []docTestStyle{{0, "Normal", nil}, {2, "Überschrift 2", nil}}, nil, "heading 2 Fees|The fees are very old.", ""},
		{"a heading by the house's name", []docTestStyle{{0, "Normal", nil}, {0xffe, "_ H_1", nil}}, nil, "heading 3 Fees|The fees are very old.", ""},
		{"deleted text is gone", nil, []byte{0x00, 0x08, 1}, "Fees|The fees are old. (tracked_changes)", "tracked_changes"},
		{"inserted text stays", nil, []byte{0x01, 0x08, 1}, "Fees|The fees are very old. (tracked_changes)", "tracked_changes"},
		{"hidden text is left out", nil, []byte{0x3c, 0x08, 1}, "Fees|The fees are old.", "hidden_text"},
		{"bold", nil, bold, "Fees|The fees are [very ]old.", ""},
		{"the other way round than the style", []docTestStyle{{0, "Normal", bold}, {0, "x", nil}}, []byte{0x35, 0x08, 0x81}, "Fees|[The fees are ]very [old.]", ""},
		{"behind what is not known", nil, append([]byte{0x4a, 0x43, 9, 9, 0x01, 0xc0, 2, 9, 9}, bold...), "Fees|The fees are [very ]old.", ""},
	}
	for _, tt := range tests {
		m, err := readDOC(docFormatted(text, 5, 18, 23, tt.sprms, styleSheet(tt.styles...)))
		if err != nil {
			t.Errorf("%s: %v", tt.what, err)
			continue
		}
		if got := docOutline(m); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.what, got, tt.want)
		}
		if tt.left != "" && m.Left[tt.left] == 0 {
			t.Errorf("%s: not counted in %v", tt.what, m.Left)
		}
	}
}

// docOutline is the passages with what is bold in brackets.
func docOutline(m *manuscript.Manuscript) string {
	out := ""
	for i, p := range m.Passages {
		if i > 0 {
			out += "|"
		}
		if p.Hint == manuscript.HintHeading {
			out += "heading " + string(rune('0'+p.Level)) + " "
		}
		at := 0
		for _, r := range p.Runs {
			if r.Has(briefing.Bold) {
				out += p.Text[at:r.Start] + "[" + p.Text[r.Start:r.End] + "]"
				at = r.End
			}
		}
		out += p.Text[at:]
		if slices.Contains(p.Doubts, briefing.DoubtTracked) {
			out += " (tracked_changes)"
		}
	}
	return out
}
