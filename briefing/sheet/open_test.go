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

func buildReview(t testing.TB, d *briefing.Dossier, language string, g briefing.Gate) *briefing.Review {
	t.Helper()
	r, err := briefing.BuildReview(d, batch(language), briefing.ReviewChoice{}, g, english.In(language))
	if err != nil {
		t.Fatal(err)
	}
	r.Contact = "R. Ferris, +00 555 0100"
	return r
}

func writeReview(t testing.TB, r *briefing.Review) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := sheet.New().WriteReview(t.Context(), &b, r, english); err != nil {
		t.Fatal(err)
	}
	keepFile(t, b.Bytes())
	return b.Bytes()
}

func writeMatrix(t testing.TB, d *briefing.Dossier, g briefing.Gate, words briefing.Words) ([]byte, *briefing.Matrix) {
	t.Helper()
	m, err := briefing.BuildMatrix(d, nil, g, words)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := sheet.New().WriteMatrix(t.Context(), &b, m, words); err != nil {
		t.Fatal(err)
	}
	keepFile(t, b.Bytes())
	return b.Bytes(), m
}

// keepFile leaves the workbook in the folder that PLACARD_KEEP names, to be
// looked at and validated by other programs.
func keepFile(t testing.TB, data []byte) {
	t.Helper()
	dir := os.Getenv("PLACARD_KEEP")
	if dir == "" {
		return
	}
	name := filepath.Join(dir, filepath.Base(t.Name())+".xlsx")
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

func open(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// partsOf unpacks every part of a workbook.
func partsOf(t testing.TB, data []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if out[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// column finds the column of the Review sheet that has the head.
func column(t testing.TB, f *excelize.File, tab string, row int, head string) string {
	t.Helper()
	rows, err := f.GetRows(tab)
	if err != nil {
		t.Fatal(err)
	}
	for i, h := range rows[row-1] {
		if h == head {
			name, err := excelize.ColumnNumberToName(i + 1)
			if err != nil {
				t.Fatal(err)
			}
			return name
		}
	}
	t.Fatalf("no column %q in %q: %q", head, tab, rows[row-1])
	return ""
}

func value(t testing.TB, f *excelize.File, tab, cell string) string {
	t.Helper()
	v, err := f.GetCellValue(tab, cell)
	if err != nil {
		t.Fatal(err)
	}
	return v
}
