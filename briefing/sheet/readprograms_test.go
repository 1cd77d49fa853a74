package sheet_test

import (
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"placard/briefing"
)

// python runs a script of openpyxl's on the workbook.
func (s *sent) python(script string) []byte {
	s.tb.Helper()
	const interpreter = "/usr/bin/python3"
	if err := exec.CommandContext(s.tb.Context(), interpreter, "-c", "import openpyxl").Run(); err != nil {
		s.tb.Skip("openpyxl is not installed:", err)
	}
	dir := s.tb.TempDir()
	from, to := filepath.Join(dir, "sent.xlsx"), filepath.Join(dir, "back.xlsx")
	s.keep(from)
	head := "import sys, openpyxl\nfrom openpyxl.comments import Comment\nb = openpyxl.load_workbook(sys.argv[1])\ns = b['Review']\n" +
		"col = {c.value: c.column for c in s[1]}\n"
	cmd := exec.CommandContext(s.tb.Context(), interpreter, "-c", head+script+"\nb.save(sys.argv[2])\n", from, to)
	if out, err := cmd.CombinedOutput(); err != nil {
		s.tb.Fatalf("%v: %s", err, out)
	}
	return s.load(to)
}

func (s *sent) keep(path string) {
	s.tb.Helper()
	if err := os.WriteFile(path, s.data, 0o600); err != nil {
		s.tb.Fatal(err)
	}
}

func (s *sent) load(path string) []byte {
	s.tb.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		s.tb.Fatal(err)
	}
	return data
}

func TestOtherProgramsKeepWhatMatters(t *testing.T) {
	approve := "s.cell(2, col['Decision']).value = 'Approve'\n"
	for _, c := range []struct {
		name, script string
		found        []string
	}{
		{name: "saved", script: approve},
		{name: "rows sorted", script: approve + `
rows = [[c.value for c in r] for r in s.iter_rows(min_row=2)]
for i, r in enumerate(reversed(rows)):
    for j, v in enumerate(r):
        s.cell(2 + i, 1 + j).value = v
        if isinstance(v, str): s.cell(2 + i, 1 + j).data_type = 's'
`, found: []string{"note rows_moved"}},
		{name: "the hidden columns deleted", script: approve + "s.delete_cols(1, 3)", found: []string{"warn column_missing", "warn column_missing", "warn column_missing"}},
		{name: "a remark beside a cell", script: approve + "s.cell(2, col['Text']).comment = Comment('Ask the Treasury.', 'B. Moor')", found: []string{"new remark G2 " + refData}},
		{name: "a formula as an answer", script: approve + "s.cell(3, col['Comment']).value = '=1+1'", found: []string{"ask formula S3 " + refTheme}},
		{name: "a real date", script: approve + "import datetime\ns.cell(2, col['Date']).value = datetime.date(2026, 11, 18)"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := send(t, "en")
			s.check(s.python(c.script), c.found)
		})
	}
}

// check wants every row matched, the first approved and the report exact.
func (s *sent) check(data []byte, found []string) {
	s.tb.Helper()
	r := s.merge(data)
	if got := told(r); !slices.Equal(got, found) && len(got)+len(found) > 0 {
		s.tb.Errorf("the report says\n%q, want\n%q", got, found)
	}
	want := map[string]briefing.Decision{refData: briefing.DecisionApprove}
	if got := answers(r); !maps.Equal(got, want) || len(r.Rows) != len(s.batch.Rows) {
		s.tb.Errorf("%d of %d rows, answers %v", len(r.Rows), len(s.batch.Rows), got)
	}
	s.tb.Logf("identity in %d places", len(r.Returned.Claims))
}
