//go:build e2e

package e2e

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"placard/assets"
)

const secret = "heron lantern quiet gravel orbit"

// TestTheWholeJobInTheWindow creates a vault, imports, annotates, drafts and
// exports by keyboard, ends the program, starts it again and finds everything.
func TestTheWholeJobInTheWindow(t *testing.T) {
	s := newScreen(t, "1024x700")
	dir := filepath.Join(s.home, "vault")
	name, data := assets.Sample()
	note := filepath.Join(s.home, name)
	if err := os.WriteFile(note, data, 0o600); err != nil {
		t.Fatal(err)
	}

	p := s.open("--vault", dir)
	s.create(dir)
	s.importNote(note)
	s.prepare(dir)
	pack := s.export(dir)
	p.quit()

	p = s.open("--vault", dir)
	s.unlock()
	s.keys("ctrl+g")
	s.write("11")
	s.keys("Return")
	s.shot("restarted")
	p.quit()

	s.verify(dir, pack)
}

// create makes the vault; the recovery key must be ticked off before it opens.
func (s *screen) create(dir string) {
	s.t.Helper()
	s.shot("create")
	s.write(secret)
	s.keys("Return")
	s.write(secret)
	s.shot("strength")
	s.must("xdotool", "key", "Return")
	s.until("the vault is made", time.Minute, func() bool {
		_, err := os.Stat(filepath.Join(dir, "vault.key"))
		return err == nil
	})
	s.settled("the recovery key is shown", journalGrows(dir, 0))
	s.shot("recovery")
	s.keys("space", "Tab", "space")
	s.shot("empty-library")
}

func (s *screen) importNote(path string) {
	s.t.Helper()
	s.keys("ctrl+o", "ctrl+a")
	s.write(path)
	s.shot("picker")
	s.keys("Return")
	s.shot("import")
	s.keys("ctrl+Return")
	s.shot("note")
}

// prepare takes a stance, writes a line, annotates, ranks and notes another's stance.
func (s *screen) prepare(dir string) {
	s.t.Helper()
	s.keys("ctrl+g")
	s.write("11")
	s.keys("Return")
	s.saves(dir, "a stance", func() { s.keys("alt+2") })
	s.keys("ctrl+e")
	s.write("We support the theme and the volunteers.")
	s.saves(dir, "a line", func() { s.keys("Tab") })
	s.shot("position")
	s.keys("ctrl+m")
	s.write("Ask the volunteers first.")
	s.saves(dir, "an annotation", func() { s.keys("ctrl+Return") })
	s.shot("annotation")
	s.keys("ctrl+g")
	s.write("12")
	s.keys("Return")
	s.saves(dir, "another stance", func() { s.keys("alt+8") })
	s.saves(dir, "undo", func() { s.keys("ctrl+z") })
	s.saves(dir, "redo", func() { s.keys("ctrl+y") })
	s.shot("choice")
	s.keys("ctrl+k")
	s.write("matrix")
	s.shot("palette")
	s.keys("Escape")
	for _, page := range []struct{ key, name string }{
		{"ctrl+1", "library"}, {"ctrl+2", "meeting"}, {"ctrl+4", "matrix"}, {"ctrl+5", "capital"}, {"ctrl+6", "pack"}, {"ctrl+comma", "settings"}, {"F1", "keys"},
	} {
		s.keys(page.key)
		s.shot(page.name)
	}
	s.keys("ctrl+d", "ctrl+3")
	s.shot("other-theme")
}

// export writes a pack from the pack page.
func (s *screen) export(dir string) string {
	s.t.Helper()
	path := filepath.Join(s.home, "pack.pdf")
	s.keys("ctrl+6", "ctrl+Return")
	s.shot("save")
	s.keys("ctrl+a")
	s.write(path)
	s.saves(dir, "the pack", func() { s.must("xdotool", "key", "Return") })
	s.until("the pack is written", time.Minute, func() bool {
		data, err := os.ReadFile(path)
		return err == nil && bytes.HasPrefix(data, []byte("%PDF"))
	})
	s.settle()
	s.shot("exported")
	return path
}

func (s *screen) unlock() {
	s.t.Helper()
	s.shot("unlock")
	s.write(secret)
	s.must("xdotool", "key", "Return")
	s.until("the vault opens", time.Minute, func() bool { return differing(s.look(), s.look()) < 400 && s.titled("Keeping the Light", "IOCL") })
	s.settle()
}

// titled tells whether a window's title holds one of the words.
func (s *screen) titled(words ...string) bool {
	for _, w := range words {
		if out, err := s.run("xdotool", "search", "--onlyvisible", "--name", w); err == nil && strings.TrimSpace(out) != "" {
			return true
		}
	}
	return false
}

// verify reads the vault by the command line: what the window saved is there.
func (s *screen) verify(dir, pack string) {
	s.t.Helper()
	file := filepath.Join(s.home, "pass.txt")
	if err := os.WriteFile(file, []byte(secret+"\n"), 0o600); err != nil {
		s.t.Fatal(err)
	}
	ask := func(args ...string) string {
		return s.must(os.Getenv("PLACARD_BIN"), append(args, "--vault", dir, "--passphrase-file", file)...)
	}
	if got := ask("position", "show", "LC/2031/7", "11"); !strings.Contains(got, "We support the theme and the volunteers.") {
		s.t.Errorf("the line is not there: %q", got)
	}
	if got := ask("annotation", "list", "LC/2031/7"); !strings.Contains(got, "Ask the volunteers first.") {
		s.t.Errorf("the annotation is not there: %q", got)
	}
	if got := ask("position", "show", "LC/2031/7", "12"); !strings.Contains(got, "✕") {
		s.t.Errorf("undo and redo lost the stance: %q", got)
	}
	if got := ask("meeting", "list"); strings.Count(got, "\n") != 2 {
		s.t.Errorf("meetings: %q", got)
	}
	if info, err := os.Stat(pack); err != nil || info.Size() < 5000 {
		s.t.Errorf("the pack: %v", err)
	}
}

// journal is how long the vault's journal is: it grows with each saved edit.
func journal(dir string) (size int64) {
	files, _ := filepath.Glob(filepath.Join(dir, "journal", "*"))
	for _, f := range files {
		if info, err := os.Stat(f); err == nil {
			size += info.Size()
		}
	}
	return size
}

func journalGrows(dir string, from int64) func() bool {
	return func() bool { return journal(dir) > from }
}

// saves does something and waits until it is on the disk.
func (s *screen) saves(dir, what string, do func()) {
	s.t.Helper()
	before := journal(dir)
	do()
	s.settled(what+" is saved", journalGrows(dir, before))
}

func (s *screen) settled(what string, ok func() bool) {
	s.t.Helper()
	s.until(what, 30*time.Second, ok)
	s.settle()
}
