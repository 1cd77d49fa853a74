package sheet_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"placard/briefing"
	"placard/briefing/sheet"
)

// The budget for 2,000 rows, read and compared, is 0.3 s of one processor.
func BenchmarkReadReview2000Rows(b *testing.B) {
	r := buildReview(b, fleet(b, 2000), "en", ticked())
	data := writeReview(b, r)
	s := &sent{tb: b, batch: r.Batch, data: data}
	now := s.standing()
	b.SetBytes(int64(len(data)))
	defer reportCPU(b)()
	for b.Loop() {
		back, err := sheet.New().ReadReview(b.Context(), data, english)
		if err != nil {
			b.Fatal(err)
		}
		if m := briefing.Merge(&r.Batch, back, now); len(m.Rows) != 2000 || len(m.Findings) != 0 {
			b.Fatalf("%d rows, %d findings", len(m.Rows), len(m.Findings))
		}
	}
}

// The same workbook by openpyxl, in its own process: seconds of processor a
// reading, by the mean of three with its start.
func BenchmarkOpenpyxl2000Rows(b *testing.B) {
	const interpreter = "/usr/bin/python3"
	if exec.CommandContext(b.Context(), interpreter, "-c", "import openpyxl").Run() != nil {
		b.Skip("openpyxl is not installed")
	}
	path := filepath.Join(b.TempDir(), "sent.xlsx")
	if err := os.WriteFile(path, writeReview(b, buildReview(b, fleet(b, 2000), "en", ticked())), 0o600); err != nil {
		b.Fatal(err)
	}
	const script = "import sys, time, openpyxl\nfor _ in range(3):\n b = openpyxl.load_workbook(sys.argv[1], read_only=True)\n n = sum(1 for r in b['Review'].iter_rows(values_only=True))\nprint(time.process_time() / 3)"
	for b.Loop() {
		out, err := exec.CommandContext(b.Context(), interpreter, "-c", script, path).Output()
		if err != nil {
			b.Fatal(err)
		}
		seconds, err := strconv.ParseFloat(strings.TrimSpace(string(out)), 64)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(seconds, "cpu-s/op")
	}
}
