package sheet_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// node runs a script on the workbook with the modules of the folder that
// PLACARD_NODE_MODULES names.
func (s *sent) node(script string) []byte {
	s.tb.Helper()
	modules := os.Getenv("PLACARD_NODE_MODULES")
	if modules == "" {
		s.tb.Skip("PLACARD_NODE_MODULES names no folder with exceljs and xlsx")
	}
	dir := s.tb.TempDir()
	from, to := filepath.Join(dir, "sent.xlsx"), filepath.Join(dir, "back.xlsx")
	s.keep(from)
	cmd := exec.CommandContext(s.tb.Context(), "node", "-e", script, from, to)
	cmd.Env = append(os.Environ(), "NODE_PATH="+modules)
	if out, err := cmd.CombinedOutput(); err != nil {
		s.tb.Fatalf("%v: %s", err, out)
	}
	return s.load(to)
}

func TestNodeLibrariesKeepEveryRow(t *testing.T) {
	for name, script := range map[string]string{
		"exceljs": `const E = require("exceljs"), b = new E.Workbook();
b.xlsx.readFile(process.argv[1]).then(() => b.xlsx.writeFile(process.argv[2]))`,
		"SheetJS": `const X = require("xlsx"); X.writeFile(X.readFile(process.argv[1]), process.argv[2])`,
	} {
		t.Run(name, func(t *testing.T) {
			s := send(t, "en")
			r := s.merge(s.node(script))
			if len(r.Rows) != len(s.batch.Rows) || r.Unsettled() > 0 {
				t.Errorf("%d of %d rows, %q", len(r.Rows), len(s.batch.Rows), told(r))
			}
			t.Logf("identity in %d places, %q", len(r.Returned.Claims), told(r))
		})
	}
}
