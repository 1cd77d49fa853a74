//go:build e2e

package e2e

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"placard/assets"
)

// TestTheRoundTripToCapital sends a position, has it approved in a spreadsheet
// and takes the answer in by keyboard; one undo takes it back.
func TestTheRoundTripToCapital(t *testing.T) {
	s := newScreen(t, "1366x768")
	dir := filepath.Join(s.home, "vault")
	name, data := assets.Sample()
	note, pass := filepath.Join(s.home, name), filepath.Join(s.home, "pass.txt")
	for path, text := range map[string][]byte{note: data, pass: []byte(secret + "\n")} {
		if err := os.WriteFile(path, text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	ask := func(args ...string) string {
		return s.must(os.Getenv("PLACARD_BIN"), append(args, "--vault", dir, "--passphrase-file", pass)...)
	}
	ask("vault", "create")
	ask("import", note)
	ask("position", "set", "LC/2031/7", "11", "--stance", "S", "--line", "We support the theme.")
	sent := filepath.Join(s.home, "answer.xlsx")
	ask("export", "review", "LC/2031/7", "--out", sent, "--to", "Ministry")
	s.approve(sent)

	p := s.open("--vault", dir)
	s.unlock()
	s.keys("ctrl+shift+o", "ctrl+a")
	s.write(sent)
	s.keys("Return")
	s.shot("answer")
	s.keys("a")
	s.shot("accept")
	s.keys("Return")
	s.saves(dir, "the answer", func() { s.keys("ctrl+Return") })
	s.shot("taken-in")
	s.keys("ctrl+5")
	s.shot("batch")
	p.quit()
	if got := ask("position", "show", "LC/2031/7", "11", "--json"); !strings.Contains(got, `"state": "cleared"`) || !strings.Contains(got, "B. Harbour") {
		t.Errorf("after the answer: %s", got)
	}
	ask("undo")
	if got := ask("position", "show", "LC/2031/7", "11", "--json"); !strings.Contains(got, `"state": "sent"`) {
		t.Errorf("after undo: %s", got)
	}
}

// approve signs the first row of a workbook.
func (s *screen) approve(path string) {
	s.t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		s.t.Fatal(err)
	}
	defer f.Close()
	lines, err := f.GetRows("Review")
	if err != nil {
		s.t.Fatal(err)
	}
	for head, text := range map[string]string{"Decision": "Approve", "Your name": "B. Harbour", "Your ministry": "Transport", "Date": "2031-05-20"} {
		column, err := excelize.ColumnNumberToName(slices.Index(lines[0], head) + 1)
		if err == nil {
			err = f.SetCellStr("Review", column+"2", text)
		}
		if err != nil {
			s.t.Fatal(err)
		}
	}
	if err := f.Save(); err != nil {
		s.t.Fatal(err)
	}
}
