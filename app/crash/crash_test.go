package crash

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const secret = "our red line is the port"

// The test program is the failing program, and its monitor, when it is started so.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == ChildFlag {
		os.Exit(ServeMonitor(os.Stdin, os.Stderr))
	}
	if how := os.Getenv("CRASH_TEST"); how != "" {
		fail(how)
	}
	os.Exit(m.Run())
}

func fail(how string) {
	Harden()
	self, err := os.Executable()
	if err != nil {
		panic(err)
	}
	stop, err := Watch(self)
	if err != nil {
		panic(err)
	}
	os.Stderr.WriteString("an ordinary line\n")
	done := make(chan struct{})
	switch how {
	case "orderly":
		stop()
		os.Stderr.WriteString("a last line\n")
		os.Exit(0)
	case "panic":
		go speak(secret, done)
	case "error":
		go func() { panic(errors.New("one\n" + secret + "\ntwo")) }()
	case "index":
		os.Exit(len(secret[len(os.Args)*1000:]))
	case "contained":
		os.Exit(Contained(func() int { panic(secret) }))
	}
	<-done
}

//go:noinline
func speak(words string, done chan struct{}) {
	defer close(done)
	panic(words + "\ngoroutine 7 [" + words + "]:\n")
}

func TestPanicsKeepTheirStacksAndNoValues(t *testing.T) {
	for how, want := range map[string]string{
		"panic":   "crash.speak(…)",
		"error":   "crash.fail",
		"index":   "panic: runtime error: slice bounds out of range [1000:",
		"orderly": "a last line",
	} {
		home := t.TempDir()
		cmd := exec.CommandContext(t.Context(), os.Args[0])
		cmd.Env = append(os.Environ(), "CRASH_TEST="+how, "XDG_CACHE_HOME="+home, "HOME="+home, "LocalAppData="+home)
		var said bytes.Buffer
		cmd.Stderr = &said
		if err := cmd.Run(); (err == nil) != (how == "orderly") {
			t.Errorf("%s: ended with %v", how, err)
		}
		got := said.String()
		if !strings.Contains(got, "an ordinary line") || !strings.Contains(got, want) {
			t.Errorf("%s: want %q in\n%s", how, want, got)
		}
		if strings.Contains(got, "red line") {
			t.Errorf("%s: the words are in\n%s", how, got)
		}
		reports, _ := filepath.Glob(filepath.Join(home, "*", reportName))
		if how == "orderly" {
			if len(reports) != 0 {
				t.Error("an orderly end left a report")
			}
			continue
		}
		if len(reports) == 0 {
			reports, _ = filepath.Glob(filepath.Join(home, "Library", "Caches", "*", reportName))
		}
		if len(reports) != 1 {
			t.Fatalf("%s: %d reports", how, len(reports))
		}
		data, err := os.ReadFile(reports[0])
		if err != nil || !strings.Contains(string(data), want) || strings.Contains(string(data), "red line") {
			t.Errorf("%s: the report says\n%s%v", how, data, err)
		}
	}
}

// A command's own failure says where, not what with, without a monitor.
func TestContained(t *testing.T) {
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), "CRASH_TEST=contained")
	var said bytes.Buffer
	cmd.Stderr = &said
	err := cmd.Run()
	if e, ok := errors.AsType[*exec.ExitError](err); !ok || e.ExitCode() != Code {
		t.Errorf("ended with %v", err)
	}
	if got := said.String(); strings.Contains(got, "red line") || !strings.Contains(got, "crash.fail") {
		t.Errorf("it says\n%s", got)
	}
}

// What is kept of a report is kept again: nothing in it depends on where it
// stood.
func FuzzScrub(f *testing.F) {
	f.Add("panic: " + secret + "\n\ngoroutine 1 [running]:\nmain.main()\n\t/x/main.go:3 +0x1d\n")
	f.Add("fatal error: all goroutines are asleep - deadlock!\n")
	f.Add("runtime: " + strings.Repeat("x", 70<<10))
	f.Fuzz(func(t *testing.T, text string) {
		scrub := func(text string) string {
			var out, report bytes.Buffer
			if err := Scrub(&out, &report, strings.NewReader(text)); err != nil {
				t.Fatal(err)
			}
			if out.String() != report.String() {
				t.Errorf("the report lacks something of %q", out.String())
			}
			return out.String()
		}
		once := scrub("panic: \n" + text)
		if twice := scrub(once); twice != once {
			t.Errorf("%q, then %q", once, twice)
		}
	})
}
