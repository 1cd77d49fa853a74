package sheet_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"placard/briefing"
	"placard/briefing/sheet"
)

// zipOf is a package of parts.
func zipOf(tb testing.TB, parts map[string]string) []byte {
	tb.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			tb.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// asText is the Review sheet saved as text.
func (s *sent) asText(data []byte, comma rune) string {
	s.tb.Helper()
	lines, err := open(s.tb, data).GetRows("Review")
	if err != nil {
		s.tb.Fatal(err)
	}
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = comma, true
	if err := w.WriteAll(lines); err != nil {
		s.tb.Fatal(err)
	}
	return b.String()
}

func TestTextFilesAreReadByTheirHeads(t *testing.T) {
	s := send(t, "en")
	answered := s.edited(func(r *reviewer) {
		r.write("Decision", 2, "Approve")
		r.write("Comment", 2, "Déjà vu; “agreed”,\nsays Zoë.")
	})
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(s.asText(answered, '\t'))
	if err != nil {
		t.Fatal(err)
	}
	western, err := charmap.Windows1252.NewEncoder().String(strings.NewReplacer("✓", "", "◐", "", "–", "", "■", "", "▲", "").Replace(s.asText(answered, ';')))
	if err != nil {
		t.Fatal(err)
	}
	for name, x := range map[string]struct {
		text  string
		found []string
	}{
		"commas, UTF-8":        {s.asText(answered, ','), []string{"ask identity_lost"}},
		"semicolons, a mark":   {"\uFEFF" + s.asText(answered, ';'), []string{"ask identity_lost"}},
		"tabs, UTF-16":         {utf16, []string{"ask identity_lost"}},
		"semicolons, Western ": {western, nil},
	} {
		r := s.merge([]byte(x.text))
		if got := told(r); x.found != nil && !slices.Equal(got, x.found) {
			t.Errorf("%s: the report says %q", name, got)
		}
		if got := answers(r); !maps.Equal(got, map[string]briefing.Decision{refData: briefing.DecisionApprove}) || len(r.Rows) != len(s.batch.Rows) {
			t.Errorf("%s: %d rows, answers %v", name, len(r.Rows), got)
		}
		if i := slices.IndexFunc(r.Rows, func(x briefing.ReviewedRow) bool { return x.Ref == refData }); r.Rows[i].Comment != "Déjà vu; “agreed”,\nsays Zoë." {
			t.Errorf("%s: comment %q", name, r.Rows[i].Comment)
		}
	}
}

func TestTextThatIsNoReviewIsRefused(t *testing.T) {
	for text, want := range map[string]error{
		"Dear colleague,\nplease find attached": briefing.ErrNotAReview, "one word": briefing.ErrWorkbookFormat,
	} {
		if _, err := sheet.New().ReadReview(t.Context(), []byte(text), english); !errors.Is(err, want) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// What stands in an OpenDocument cell in another way than in Excel's.
func TestOpenDocumentCells(t *testing.T) {
	head := `<table:table-row>` + strings.Join(slices.Collect(func(yield func(string) bool) {
		for _, h := range []string{"Ref", "Text", "Proposed position", "Decision", "Comment", "Date"} {
			if !yield(`<table:table-cell><text:p>` + h + `</text:p></table:table-cell>`) {
				return
			}
		}
	}), "") + `</table:table-row>`
	row := `<table:table-row table:visibility="filter"><table:table-cell><text:p>SWC/2026/7-P3-X</text:p></table:table-cell>` +
		`<table:table-cell table:number-columns-repeated="2"/>` +
		`<table:table-cell table:formula="of:=1+1" office:value-type="string"><text:p>Approve</text:p></table:table-cell>` +
		`<table:table-cell><office:annotation><dc:creator>B. Moor</dc:creator><text:p>See our cable.</text:p></office:annotation>` +
		`<text:p>Two<text:s text:c="3"/>words<text:line-break/>and <text:span text:style-name="T1">struck</text:span></text:p><text:p>Third.</text:p></table:table-cell>` +
		`<table:table-cell office:value-type="date" office:date-value="2026-11-18T00:00:00"><text:p>18/11/26</text:p></table:table-cell></table:table-row>`
	content := strings.Replace(odsContent(head+row), "<office:body>",
		`<office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style></office:automatic-styles><office:body>`, 1)
	data := zipOf(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})
	back, err := sheet.New().ReadReview(t.Context(), data, english)
	if err != nil {
		t.Fatal(err)
	}
	if len(back.Rows) != 1 {
		t.Fatalf("%d rows", len(back.Rows))
	}
	got := back.Rows[0]
	if text := got.Text(briefing.ColComment); text != "Two   words\nand struck\nThird." {
		t.Errorf("comment %q", text)
	}
	if c := got.Cells[briefing.ColByDate]; c.Code != "2026-11-18" {
		t.Errorf("date %+v", c)
	}
	if len(got.Remarks) != 1 || got.Remarks[0].Author != "B. Moor" || got.Remarks[0].Text != "See our cable." {
		t.Errorf("remarks %+v", got.Remarks)
	}
	codes := []string{}
	for _, d := range got.Doubts {
		codes = append(codes, d.Code)
	}
	if !slices.Equal(codes, []string{"struck", "formula"}) {
		t.Errorf("doubts %v", codes)
	}
}

func FuzzOpenDocument(f *testing.F) {
	f.Add([]byte(`<table:table-row><table:table-cell><text:p>Ref</text:p></table:table-cell></table:table-row>`))
	f.Add([]byte(`<table:table-row table:number-rows-repeated="9"><table:covered-table-cell/>`))
	f.Fuzz(func(t *testing.T, table []byte) {
		_, _ = sheet.New().ReadReview(t.Context(), odsOf(t, string(table)), english)
	})
}

func FuzzTextFile(f *testing.F) {
	f.Add([]byte("Ref;Text;Proposed position;Decision\n\"a\nb\";c\"d;\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		_, _ = sheet.New().ReadReview(t.Context(), data, english)
	})
}
