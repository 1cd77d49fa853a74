//go:build e2e && linux

package e2e

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"placard/app/canary"
)

// memory tells whether a text stands in the memory of a process.
func memory(t *testing.T, pid int, text string) bool {
	t.Helper()
	maps, err := os.ReadFile(fmt.Sprintf("/proc/%d/maps", pid))
	if err != nil {
		t.Skip("the system shows no memory of another process:", err)
	}
	mem, err := os.Open(fmt.Sprintf("/proc/%d/mem", pid))
	if err != nil {
		t.Skip("the system shows no memory of another process:", err)
	}
	defer mem.Close()
	for line := range strings.Lines(string(maps)) {
		var from, to int64
		var rights string
		if n, err := fmt.Sscanf(line, "%x-%x %s", &from, &to, &rights); n < 3 || err != nil || !strings.HasPrefix(rights, "rw") {
			continue
		}
		data, err := io.ReadAll(io.NewSectionReader(mem, from, to-from))
		if err != nil && !errors.Is(err, io.EOF) {
			continue // a device
		}
		if bytes.Contains(data, []byte(text)) {
			return true
		}
	}
	return false
}

// Locking clears the window and the memory: the same process asks for the
// passphrase and knows no word. Ended by force with the vault open, it leaves
// no word in its home.
func TestLockForgets(t *testing.T) {
	s := newScreen(t, "1024x700")
	word := canary.Words(1)[0]
	passphrase := "harbour violin seventeen " + word
	outside := t.TempDir()
	write := func(name, text string) string {
		name = filepath.Join(outside, name)
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return name
	}
	secret := write("passphrase", passphrase+"\n")
	note := write("note.txt", "Note by the Secretariat\n\nLC/2031/7\n\n1. The Council is invited to take note of "+word+".\n")
	vault := filepath.Join(s.home, "vault")
	for _, args := range [][]string{{"vault", "create"}, {"import", "--without-doubts", note}} {
		s.must(os.Getenv("PLACARD_BIN"), append(args, "--vault", vault, "--passphrase-file", secret)...)
	}
	cmd := exec.Command(os.Getenv("PLACARD_BIN"), "--vault", vault)
	cmd.Env = append(s.env, "XDG_DATA_HOME="+s.home, "TMPDIR="+filepath.Join(s.home, "tmp"))
	if err := os.Mkdir(filepath.Join(s.home, "tmp"), 0o700); err != nil {
		t.Fatal(err)
	}
	said, err := os.Create(filepath.Join(s.home, "said.txt"))
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stdout, cmd.Stderr = said, said
	s.start(cmd)
	open := func() {
		s.until("the window", time.Minute, func() bool {
			out, err := s.run("xdotool", "search", "--onlyvisible", "--name", "^Placard$", "windowactivate")
			return err == nil && !strings.Contains(out, "failed")
		})
		s.settle()
		s.write(passphrase)
		s.keys("Return")
		s.until("the open note in memory", time.Minute, func() bool { return memory(t, cmd.Process.Pid, "take note of "+word) })
		s.settle()
	}
	open()
	s.shot("open")
	s.keys("ctrl+l")
	s.until("a memory without the word", time.Minute, func() bool { return !memory(t, cmd.Process.Pid, word) })
	s.settle()
	s.shot("locked")
	open()
	if err := cmd.Process.Signal(syscall.SIGABRT); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	hits, files, err := canary.Find(s.home)
	if err != nil || len(hits) != 0 {
		t.Errorf("in %d files: %v, %v", files, hits, err)
	}
	if text, err := os.ReadFile(said.Name()); err != nil || !bytes.Contains(text, []byte("goroutine")) {
		t.Errorf("the end is not reported: %s, %v", text, err)
	}
}
