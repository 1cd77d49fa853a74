package sheet_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"placard/briefing"
	"placard/briefing/rows"
	"placard/briefing/sheet"
)

// batch of the tests.
func batch(language string) *briefing.Batch {
	return &briefing.Batch{
		ID: id(200), Number: 4, To: "Ministry of Foreign Affairs", Due: "2026-11-20", Mark: "RESTRICTED & LIMITED",
		Language: language, State: briefing.BatchPrepared, Created: made, Author: "R. Ferris",
	}
}

// ticked opens parts that capital sees only when they are ticked.
func ticked(all ...briefing.Part) briefing.Gate {
	g := briefing.Gate{Audience: briefing.ForCapital, Author: "R. Ferris", Ticked: map[briefing.Part]bool{}}
	for _, p := range all {
		g.Ticked[p] = true
	}
	return g
}

func buildReview(tb testing.TB, d *briefing.Dossier, language string, g briefing.Gate) *briefing.Review {
	tb.Helper()
	r, err := rows.Builder{}.Review(d, batch(language), briefing.ReviewChoice{}, g, english.In(language))
	if err != nil {
		tb.Fatal(err)
	}
	r.Contact = "R. Ferris, +00 555 0100"
	return r
}

func writeReview(tb testing.TB, r *briefing.Review) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := sheet.New().WriteReview(tb.Context(), &b, r, english); err != nil {
		tb.Fatal(err)
	}
	keepFile(tb, b.Bytes())
	return b.Bytes()
}

func writeMatrix(tb testing.TB, d *briefing.Dossier, g briefing.Gate, words briefing.Words) ([]byte, *briefing.Matrix) {
	tb.Helper()
	m, err := rows.Builder{}.Matrix(d, nil, g, words)
	if err != nil {
		tb.Fatal(err)
	}
	var b bytes.Buffer
	if err := sheet.New().WriteMatrix(tb.Context(), &b, m, words); err != nil {
		tb.Fatal(err)
	}
	keepFile(tb, b.Bytes())
	return b.Bytes(), m
}

// keepFile leaves the workbook in the folder that PLACARD_KEEP names, to be
// looked at and validated by other programs.
func keepFile(tb testing.TB, data []byte) {
	tb.Helper()
	dir := os.Getenv("PLACARD_KEEP")
	if dir == "" {
		return
	}
	name := filepath.Join(dir, filepath.Base(tb.Name())+".xlsx")
	if err := os.WriteFile(name, data, 0o600); err != nil {
		tb.Fatal(err)
	}
}

func open(tb testing.TB, data []byte) *excelize.File {
	tb.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = f.Close() })
	return f
}

// partsOf unpacks every part of a workbook.
func partsOf(tb testing.TB, data []byte) map[string][]byte {
	tb.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		tb.Fatal(err)
	}
	out := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			tb.Fatal(err)
		}
		if out[f.Name], err = io.ReadAll(r); err != nil {
			tb.Fatal(err)
		}
	}
	return out
}

// column finds the column of the Review sheet that has the head.
func column(tb testing.TB, f *excelize.File, tab string, row int, head string) string {
	tb.Helper()
	rows, err := f.GetRows(tab)
	if err != nil {
		tb.Fatal(err)
	}
	for i, h := range rows[row-1] {
		if h == head {
			name, err := excelize.ColumnNumberToName(i + 1)
			if err != nil {
				tb.Fatal(err)
			}
			return name
		}
	}
	tb.Fatalf("no column %q in %q: %q", head, tab, rows[row-1])
	return ""
}

func value(tb testing.TB, f *excelize.File, tab, cell string) string {
	tb.Helper()
	v, err := f.GetCellValue(tab, cell)
	if err != nil {
		tb.Fatal(err)
	}
	return v
}
