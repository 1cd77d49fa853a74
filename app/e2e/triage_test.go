//go:build e2e

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"placard/assets"
)

// TestInboxAndTwoTexts answers asks from the inbox one by one and together,
// takes the last back, and writes a quotation beside a second text.
func TestInboxAndTwoTexts(t *testing.T) {
	s := newScreen(t, "1024x700")
	dir := s.twoNotes()

	p := s.open("--vault", dir)
	s.write(secret)
	s.must("xdotool", "key", "Return")
	s.until("the library is shown", time.Minute, func() bool { return s.titled("No note open") })
	s.settle()
	s.keys("ctrl+k")
	s.write("LC/2031/7")
	s.keys("Return")
	s.shot("note")
	s.keys("ctrl+8")
	s.shot("inbox")
	s.saves(dir, "an answer", func() { s.keys("alt+2") })
	s.saves(dir, "a confirmation or the next", func() { s.keys("ctrl+Return", "alt+3") })
	s.keys("space", "Down", "space")
	s.saves(dir, "two at once", func() { s.keys("alt+8") })
	s.shot("two-at-once")
	s.saves(dir, "one undo", func() { s.keys("ctrl+z") })
	s.shot("undone")

	s.keys("ctrl+3", "ctrl+shift+b")
	s.keys("ctrl+g")
	s.write("11")
	s.keys("Return")
	s.shot("two-texts")
	s.keys("ctrl+e")
	s.saves(dir, "a quotation", func() { s.keys("ctrl+shift+v", "Tab") })
	s.shot("quotation")
	p.quit()

	if got := s.ask(dir, "position", "show", "LC/2031/7", "11"); !strings.Contains(got, "(para. 11)") {
		t.Errorf("the quotation is not there: %q", got)
	}
}

// twoNotes makes a vault with the sample and a revision of it, by the command
// line.
func (s *screen) twoNotes() string {
	s.t.Helper()
	dir := filepath.Join(s.home, "vault")
	s.ask(dir, "vault", "create")
	name, data := assets.Sample()
	for _, text := range []string{
		string(data), strings.ReplaceAll(string(data), "LC/2031/7", "LC/2031/7/Rev.1"),
	} {
		file := filepath.Join(s.home, name)
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			s.t.Fatal(err)
		}
		s.ask(dir, "import", file)
	}
	return dir
}

// ask runs a command on a vault and gives what it printed.
func (s *screen) ask(dir string, args ...string) string {
	s.t.Helper()
	pass := filepath.Join(s.home, "pass.txt")
	if err := os.WriteFile(pass, []byte(secret+"\n"), 0o600); err != nil {
		s.t.Fatal(err)
	}
	return s.must(os.Getenv("PLACARD_BIN"), append(args, "--vault", dir, "--passphrase-file", pass)...)
}
