//go:build e2e

package e2e

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// screen is a virtual display with a window manager and a user at it.
type screen struct {
	t       *testing.T
	env     []string
	home    string
	shots   string
	taken   int
	display string
}

// newScreen starts a display of its own; it ends with the test.
func newScreen(t *testing.T, size string) *screen {
	t.Helper()
	shots, err := filepath.Abs(filepath.Join("..", "..", "out", "e2e", t.Name()))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(shots); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(shots, 0o755); err != nil {
		t.Fatal(err)
	}
	s := &screen{t: t, home: t.TempDir(), shots: shots}
	s.display = s.serve(size)
	s.env = append(os.Environ(),
		"DISPLAY="+s.display, "HOME="+s.home, "XDG_CONFIG_HOME="+s.home, "XDG_CACHE_HOME="+s.home,
		"LANG=en_GB.UTF-8", "LC_ALL=", "LIBGL_ALWAYS_SOFTWARE=1", "PLACARD_VAULT=")
	s.start(exec.Command("openbox"))
	return s
}

// serve starts Xvfb on a free display and says which.
func (s *screen) serve(size string) string {
	s.t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		s.t.Fatal(err)
	}
	x := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", size+"x24", "-nolisten", "tcp")
	x.ExtraFiles = []*os.File{w}
	s.start(x)
	_ = w.Close()
	number := make([]byte, 16)
	n, err := r.Read(number)
	if err != nil {
		s.t.Fatalf("Xvfb gave no display: %v", err)
	}
	return ":" + strings.TrimSpace(string(number[:n]))
}

// start runs a program until the test ends.
func (s *screen) start(c *exec.Cmd) *exec.Cmd {
	s.t.Helper()
	if c.Env == nil {
		c.Env = s.env
	}
	if err := c.Start(); err != nil {
		s.t.Fatalf("%s: %v", c.Path, err)
	}
	s.t.Cleanup(func() {
		_ = c.Process.Kill()
		_ = c.Wait()
	})
	return c
}

// run runs a program to its end and gives what it printed.
func (s *screen) run(name string, args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(s.t.Context(), time.Minute)
	defer cancel()
	c := exec.CommandContext(ctx, name, args...)
	c.Env = s.env
	out, err := c.CombinedOutput()
	if err != nil {
		err = fmt.Errorf("%s %v: %w: %s", name, args, err, out)
	}
	return string(out), err
}

func (s *screen) must(name string, args ...string) string {
	s.t.Helper()
	out, err := s.run(name, args...)
	if err != nil {
		s.t.Fatal(err)
	}
	return out
}

// keys presses keys, "ctrl+g", one after the other.
func (s *screen) keys(names ...string) {
	s.t.Helper()
	for _, name := range names {
		s.must("xdotool", "key", "--clearmodifiers", name)
		s.settle()
	}
}

// write types a text.
func (s *screen) write(text string) {
	s.t.Helper()
	s.must("xdotool", "type", "--clearmodifiers", "--delay", "12", text)
	s.settle()
}

// until waits until ok holds, and fails with what was waited for.
func (s *screen) until(what string, limit time.Duration, ok func() bool) {
	s.t.Helper()
	deadline := time.After(limit)
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for !ok() {
		select {
		case <-deadline:
			s.shot("waiting")
			s.t.Fatalf("after %v still waiting: %s", limit, what)
		case <-tick.C:
		}
	}
}

// stillLooks is how many looks in a row, a fifth of a second apart, must be
// alike before the screen counts as still.
const stillLooks = 3

// settle waits until the screen is still; a blinking cursor does not count.
func (s *screen) settle() {
	s.t.Helper()
	tick := time.NewTicker(200 * time.Millisecond)
	defer tick.Stop()
	deadline := time.After(time.Minute)
	before, alike := s.look(), 0
	for alike < stillLooks {
		select {
		case <-deadline:
			s.shot("moving")
			s.t.Fatal("the screen keeps moving")
		case <-tick.C:
		}
		now := s.look()
		alike++
		if differing(before, now) > 400 {
			alike = 0
		}
		before = now
	}
}

// look is the screen in a quarter of its size, a byte a dot.
func (s *screen) look() []byte {
	s.t.Helper()
	c := exec.CommandContext(s.t.Context(), "import", "-window", "root", "-resize", "50%", "-depth", "8", "gray:-")
	c.Env = s.env
	var said bytes.Buffer
	c.Stderr = &said
	out, err := c.Output()
	if err != nil {
		s.t.Fatalf("look at the screen: %v: %s", err, said.String())
	}
	return out
}

func differing(a, b []byte) int {
	if len(a) != len(b) {
		return max(len(a), len(b))
	}
	n := 0
	for i := range a {
		if d := int(a[i]) - int(b[i]); d > 12 || d < -12 {
			n++
		}
	}
	return n
}

// shot keeps a screenshot.
func (s *screen) shot(name string) {
	s.t.Helper()
	s.taken++
	path := filepath.Join(s.shots, fmt.Sprintf("%02d-%s.png", s.taken, name))
	if _, err := s.run("import", "-window", "root", path); err != nil {
		s.t.Error(err)
	}
}

// program is Placard in a window.
type program struct {
	s    *screen
	cmd  *exec.Cmd
	said bytes.Buffer
}

// open starts the program and brings its window to the screen's size.
func (s *screen) open(args ...string) *program {
	s.t.Helper()
	bin := os.Getenv("PLACARD_BIN")
	if bin == "" {
		s.t.Fatal("PLACARD_BIN is not set: run this by make e2e")
	}
	p := &program{s: s, cmd: exec.Command(bin, args...)}
	p.cmd.Stderr, p.cmd.Stdout = &p.said, io.Discard
	s.start(p.cmd)
	var window string
	s.until("the window opens", time.Minute, func() bool {
		out, err := s.run("xdotool", "search", "--onlyvisible", "--name", "Placard")
		window = strings.TrimSpace(out)
		return err == nil && window != ""
	})
	window = window[strings.LastIndex(window, "\n")+1:]
	s.must("xdotool", "windowactivate", "--sync", window)
	size := strings.Split(strings.TrimSpace(s.must("xdotool", "getdisplaygeometry")), " ")
	s.must("xdotool", "windowsize", window, size[0], size[1])
	s.must("xdotool", "windowmove", window, "0", "0")
	s.settle()
	return p
}

// quit leaves by Ctrl+Q and waits for the end.
func (p *program) quit() {
	p.s.t.Helper()
	p.s.must("xdotool", "key", "--clearmodifiers", "ctrl+q")
	ended := make(chan error, 1)
	go func() { ended <- p.cmd.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			p.s.t.Fatalf("the program ended with %v: %s", err, p.said.String())
		}
	case <-time.After(30 * time.Second):
		p.s.shot("still-there")
		p.s.t.Fatal("the program does not end")
	}
	if said := p.said.String(); strings.Contains(said, "panic") || strings.Contains(said, "goroutine ") {
		p.s.t.Errorf("on standard error: %s", said)
	}
}
