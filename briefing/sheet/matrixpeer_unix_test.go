//go:build unix

package sheet_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"placard/briefing/sheet"
)

// openpyxl writes the cells of a workbook, read from JSON, with openpyxl's own
// fast way: write-only sheets, styled cells.
const openpyxl = `
import json, sys
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
book = Workbook(write_only=True)
wrap, font = Alignment(wrap_text=True, vertical="top"), Font(name="Calibri", size=10)
for name, rows in json.load(open(sys.argv[1])).items():
    page = book.create_sheet(name)
    for row in rows or []:
        cells = []
        for text in row or []:
            cell = WriteOnlyCell(page, text)
            cell.font, cell.alignment = font, wrap
            cells.append(cell)
        page.append(cells)
book.save(sys.argv[2])
`

// BenchmarkMatrixAgainstOpenpyxl writes 500 × 60 and its long sheet, then has
// openpyxl write the same cells, in processor time.
func BenchmarkMatrixAgainstOpenpyxl(b *testing.B) {
	python := "/usr/bin/python3"
	if err := exec.CommandContext(b.Context(), python, "-c", "import openpyxl").Run(); err != nil {
		b.Skipf("openpyxl is not here: %v", err)
	}
	m := room(b, 500, 60)
	var out bytes.Buffer
	before := cpuTime(b)
	if err := sheet.New().WriteMatrix(b.Context(), &out, m, english); err != nil {
		b.Fatal(err)
	}
	ours := cpuTime(b) - before
	cells := filepath.Join(b.TempDir(), "cells.json")
	if err := os.WriteFile(cells, cellsOf(b, out.Bytes()), 0o600); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		peer := exec.CommandContext(b.Context(), python, "-c", openpyxl, cells, cells+".xlsx")
		if said, err := peer.CombinedOutput(); err != nil {
			b.Fatalf("%v: %s", err, said)
		}
		theirs := peer.ProcessState.UserTime() + peer.ProcessState.SystemTime()
		b.ReportMetric(float64(ours.Milliseconds()), "ours-cpu-ms")
		b.ReportMetric(float64(theirs.Milliseconds()), "openpyxl-cpu-ms")
		b.ReportMetric(theirs.Seconds()/ours.Seconds(), "times")
	}
}

// cellsOf is the text of every cell by sheet, as JSON.
func cellsOf(b *testing.B, data []byte) []byte {
	b.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		b.Fatal(err)
	}
	out := map[string][][]string{}
	for _, name := range f.GetSheetList() {
		if out[name], err = f.GetRows(name); err != nil {
			b.Fatal(err)
		}
	}
	text, err := json.Marshal(out)
	if err != nil {
		b.Fatal(err)
	}
	return text
}
