package word

import (
	"encoding/binary"
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"placard/briefing"
)

// docFile is the streams of a Word 97 document of two pieces: the first in
// signs of one byte, the second in signs of two.
func docFile(narrow, broad, notes string) map[string][]byte {
	main := slices.Grow([]byte(nil), 1024)[:1024]
	put := binary.LittleEndian.PutUint32
	binary.LittleEndian.PutUint16(main[fibVersion:], word97)
	second := utf16.Encode([]rune(broad + notes))
	put(main[fibText:], uint32(len(narrow)+len(utf16.Encode([]rune(broad)))))
	put(main[fibText+4:], uint32(len(utf16.Encode([]rune(notes)))))
	first := uint32(len(main))
	main = append(main, narrow...)
	at := uint32(len(main))
	for _, u := range second {
		main = binary.LittleEndian.AppendUint16(main, u)
	}
	var table []byte
	table = append(table, 1, 2, 0, 9, 9) // formats stand before the pieces
	table = append(table, 2)
	table = binary.LittleEndian.AppendUint32(table, 4*3+8*2)
	for _, cp := range []int{0, len(narrow), len(narrow) + len(second)} {
		table = binary.LittleEndian.AppendUint32(table, uint32(cp))
	}
	for _, fc := range []uint32{first*2 | compressed, at} {
		table = append(table, 0, 0)
		table = binary.LittleEndian.AppendUint32(table, fc)
		table = append(table, 0, 0)
	}
	put(main[fibPieces:], 0)
	put(main[fibPieces+4:], uint32(len(table)))
	return map[string][]byte{"WordDocument": main, "0Table": table}
}

func TestDOC(t *testing.T) {
	m, err := readDOC(docFile("HB/2031/4\r1.\tThe fees are \x13 HYPERLINK \"x\" \x14old\x15.\x02\rYear\aFee\a\a2030\a10\a\a",
		"2.\tДокумент \u00ad\x1eи всё.\rEnd.\r", "\x02 Since 1931.\r"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range m.Passages {
		got = append(got, strings.TrimSpace(p.Label+" "+p.Text))
	}
	want := []string{"HB/2031/4", "1.\tThe fees are old.1", "1 Since 1931.", "Year", "Fee", "2030", "10", "2.\tДокумент -и всё.", "End."}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if run := m.Passages[1].Runs; len(run) != 1 || run[0].NoteRef != "n1" {
		t.Errorf("the mark of the note: %+v", run)
	}
}

func TestDOCRefusals(t *testing.T) {
	damage := func(at int, value byte) map[string][]byte {
		f := docFile("text\r", "", "")
		f["WordDocument"][at] = value
		return f
	}
	for what, c := range map[string]struct {
		streams map[string][]byte
		want    error
	}{
		"a password":        {damage(fibFlags+1, 1), briefing.ErrLocked},
		"Word 95":           {damage(fibVersion, 0x68), briefing.ErrUnsupported},
		"another program's": {map[string][]byte{"Workbook": nil}, briefing.ErrUnsupported},
		"no pieces":         {damage(fibPieces+2, 9), briefing.ErrUnreadable},
	} {
		if _, err := readDOC(c.streams); !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", what, err, c.want)
		}
	}
}

func FuzzDOC(f *testing.F) {
	good := docFile("1.\tA\x02\rb\ac\a\a", "д\r", "\x02 n\r")
	f.Add(good["WordDocument"], good["0Table"])
	f.Add(make([]byte, fibLength), []byte{2, 255, 255, 255, 255, 0})
	formatted := docFormatted("Fees\rThe fees are very old.\r", 5, 18, 23, []byte{0x00, 0x08, 1, 0x35, 0x08, 0x81}, styleSheet(docTestStyle{1, "heading 1", []byte{0x35, 0x08, 1}}))
	f.Add(formatted["WordDocument"], formatted["0Table"])
	f.Fuzz(func(t *testing.T, main, table []byte) {
		if len(main)+len(table) > 1<<14 {
			return
		}
		_, err := readDOC(map[string][]byte{"WordDocument": main, "0Table": table, "1Table": table})
		if _, known := errors.AsType[*briefing.Problem](err); err != nil && !known {
			t.Fatal(err)
		}
	})
}
