//go:build e2e

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"placard/briefing/extract/extracttest"
)

// TestAPDFIsReviewedByKeyboard imports a PDF with a gap in its numbers: the
// doubt is stepped to, the numbers count on, a wrong letter is undone, and the
// vault holds what the review showed.
func TestAPDFIsReviewedByKeyboard(t *testing.T) {
	s := newScreen(t, "1366x768")
	dir := filepath.Join(s.home, "vault")
	note := filepath.Join(s.home, "harbour.pdf")
	if err := os.WriteFile(note, extracttest.PDF(
		"BT /F1 5 Tf 10 90 Td (HC/2031/4) Tj 0 -20 Td (1. The Council met in May.) Tj 0 -20 Td (2. It agreed on the lights.) Tj ET",
		"BT /F1 5 Tf 10 80 Td (7. Members are invited to comment.) Tj 0 -20 Td (8. It rose in June.) Tj ET",
	), 0o600); err != nil {
		t.Fatal(err)
	}
	s.must(os.Getenv("PLACARD_BIN"), "read", note) // so that the reader of PDFs is ready

	p := s.open("--vault", dir)
	s.create(dir)
	s.keys("ctrl+o", "ctrl+a")
	s.write(note)
	white := whiteness(s.look())
	s.must("xdotool", "key", "Return")
	s.settled("the page is drawn", func() bool { look := s.look(); return whiteness(look) > white+len(look)/20 })
	s.shot("review")
	s.keys("F8")
	s.shot("doubt")
	s.keys("r")
	s.write("3")
	s.keys("Return")
	s.shot("renumbered")
	s.keys("h", "ctrl+z")
	s.shot("undone")
	s.saves(dir, "the import", func() { s.keys("ctrl+Return") })
	s.shot("imported")
	p.quit()

	file := filepath.Join(s.home, "pass.txt")
	if err := os.WriteFile(file, []byte(secret+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	got := s.must(os.Getenv("PLACARD_BIN"), "show", "HC/2031/4", "--vault", dir, "--passphrase-file", file)
	for _, want := range []string{"numbered paragraph\t3\tMembers are invited", "numbered paragraph\t4\tIt rose in June."} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in:\n%s", want, got)
		}
	}
}

// whiteness counts the white dots of a look: a page is white in a dark window too.
func whiteness(look []byte) int {
	n := 0
	for _, dot := range look {
		if dot > 250 {
			n++
		}
	}
	return n
}
