//go:build unix

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"placard/app/canary"
	"placard/assets"
	"placard/briefing"
	"placard/storage"
)

// asProgram makes the test program Placard itself. Its children are started
// with no environment at all.
const asProgram = "PLACARD_TEST_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" || strings.HasPrefix(os.Args[len(os.Args)-1], "--child=") {
		main()
	}
	os.Exit(m.Run())
}

// session is somebody at work on a machine of their own: home, temporary
// files, settings and caches are folders of the test.
type session struct {
	t       *testing.T
	root    string // everything that is looked through
	vault   string
	outside string // what is plain by its nature: passphrases, documents, exports
	said    string // the standard error of every command, one after the other
	secret  string
}

func newSession(t *testing.T) *session {
	t.Helper()
	base := t.TempDir()
	s := &session{t: t, root: filepath.Join(base, "machine"), outside: filepath.Join(base, "outside")}
	s.vault, s.said = filepath.Join(s.root, "vault"), filepath.Join(s.root, "said.txt")
	for _, dir := range []string{s.outside, filepath.Join(s.root, "tmp"), filepath.Join(s.root, "work")} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// file writes a file outside.
func (s *session) file(name, text string) string {
	s.t.Helper()
	name = filepath.Join(s.outside, name)
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		s.t.Fatal(err)
	}
	return name
}

// command is a command of the program on this machine. Its working folder is
// where a core file would fall, and it may be as large as it likes.
func (s *session) command(args ...string) *exec.Cmd {
	s.t.Helper()
	self, err := os.Executable()
	if err != nil {
		s.t.Fatal(err)
	}
	cmd := exec.CommandContext(s.t.Context(), self, append(args, "--vault", s.vault, "--passphrase-file", s.secret)...)
	cmd.Dir = filepath.Join(s.root, "work")
	cmd.Env = append(os.Environ(), asProgram+"=1", "GOTRACEBACK=crash", "HOME="+s.root, "LC_ALL=en_GB.UTF-8")
	for _, name := range []string{"TMPDIR", "TMP", "TEMP", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA", "USERPROFILE"} {
		cmd.Env = append(cmd.Env, name+"="+filepath.Join(s.root, "tmp"))
	}
	said, err := os.OpenFile(s.said, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { said.Close() })
	cmd.Stderr = said
	return cmd
}

func (s *session) must(args ...string) string {
	s.t.Helper()
	cmd := s.command(args...)
	var out bytes.Buffer
	cmd.Stdout = &out
	if err := cmd.Run(); err != nil {
		said, _ := os.ReadFile(s.said)
		s.t.Fatalf("placard %s: %v\n%s", strings.Join(args, " "), err, said)
	}
	return out.String()
}

// crash ends a command in its midst with a signal, as the runtime and the
// system end it. One that was quicker is as good.
func (s *session) crash(after time.Duration, by os.Signal, args ...string) {
	s.t.Helper()
	cmd := s.command(args...)
	cmd.Stdout = io.Discard
	if err := cmd.Start(); err != nil {
		s.t.Fatal(err)
	}
	s.untilItRuns(cmd.Process.Pid)
	timer := time.AfterFunc(after, func() { _ = cmd.Process.Signal(by) })
	defer timer.Stop()
	_ = cmd.Wait()
}

// untilItRuns waits for the first thing a process does, to forbid core files:
// before that it knows no more than its arguments. Where the system does not
// tell, it is not waited for.
func (s *session) untilItRuns(pid int) {
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	forbidden := regexp.MustCompile(`Max core file size +0 `)
	for range tick.C {
		limits, err := os.ReadFile(fmt.Sprintf("/proc/%d/limits", pid))
		if err != nil || len(limits) == 0 || forbidden.Match(limits) {
			return
		}
	}
}

// The words of a vault are nowhere but in it, sealed, and in what is exported:
// not in its files, temporary files, settings, caches, logs or core files,
// also after the program was ended by force. "make crash" ends it more often.
func TestNoWordsAreLeftBehind(t *testing.T) {
	allowCores(t)
	crashes := 4
	if os.Getenv("PLACARD_CRASH") != "" {
		crashes = 60
	}
	s := newSession(t)
	words := canary.Words(200)
	s.begin(words[0])
	s.work(words[1:])
	document := s.document("again", "again.txt", words[100:]) // arguments are nobody's secret
	for i := range crashes {
		by := []os.Signal{syscall.SIGABRT, syscall.SIGKILL}[i%2]
		after := time.Duration(rand.Int64N(int64(600 * time.Millisecond)))
		s.crash(after, by, "import", "--without-doubts", document)
	}
	s.crash(300*time.Millisecond, syscall.SIGABRT, "export", "json", "--out", filepath.Join(s.outside, "broken.json"))
	hits, files, err := canary.Find(s.root)
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range hits {
		t.Error(h)
	}
	if files < 8 {
		t.Errorf("only %d files were looked through", files)
	}
	t.Logf("%d words, %d files, %d ends by force, %d hits", len(words), files, crashes+1, len(hits))
	s.sane(words)
}

// allowCores lets the commands leave core files, as some systems do.
func allowCores(t *testing.T) {
	t.Helper()
	var limit unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_CORE, &limit); err != nil {
		t.Fatal(err)
	}
	limit.Cur = limit.Max
	if err := unix.Setrlimit(unix.RLIMIT_CORE, &limit); err != nil {
		t.Fatal(err)
	}
}

// begin makes the vault, with a key derivation that tests can afford.
func (s *session) begin(word string) {
	s.t.Helper()
	passphrase := word + " harbour violin cucumbers"
	s.secret = s.file("passphrase", passphrase+"\n")
	vaults := storage.New(storage.Options{KDF: storage.KDF{Time: 1, Memory: 64, Threads: 1}, Log: slog.New(slog.DiscardHandler)})
	made, err := vaults.Create(s.t.Context(), s.vault, []byte(passphrase))
	if err != nil {
		s.t.Fatal(err)
	}
	desk := briefing.NewDesk(briefing.Ports{Vault: made.Vault, Words: assets.Words("en"), Directory: assets.Directory{}})
	if err := errors.Join(desk.Seed(s.t.Context(), briefing.Settings{}), desk.Close()); err != nil {
		s.t.Fatal(err)
	}
	if err := vaults.AddSlot(s.t.Context(), s.vault, []byte(passphrase), []byte(word+" other words"), word); err != nil {
		s.t.Fatal(err)
	}
}

// document is a note that says some words, ten times over: reading it takes a
// while.
func (s *session) document(number, name string, words []string) string {
	s.t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, "Note by the Secretariat\n\nLC/2031/%s\n\nThe harbour of %s\n\n", number, words[0])
	for n := range 10 * len(words) {
		fmt.Fprintf(&b, "%d. The Council is invited to take note of %s, and to decide on %s.\n\n", n+1, words[n%len(words)], words[(n+7)%len(words)])
	}
	return s.file(name, b.String())
}

// work does what a delegation does, with a word of its own in each place.
func (s *session) work(words []string) {
	s.t.Helper()
	next := func() string {
		word := words[0]
		words = words[1:]
		return word
	}
	s.must("import", "--without-doubts", s.document("7", next()+".txt", words[len(words)-60:]))
	note := strings.Fields(s.must("notes"))[0]
	s.must("settings", "--author", next(), "--delegation", next()) // a mark is said to whoever exports
	s.must("annotate", note, "2", "--text", next(), "--tag", next())
	set := []string{"position", "set", note, "1", "--stance", "S", "--line", next()}
	for _, f := range []briefing.Field{briefing.FieldRedLine, briefing.FieldFallback, briefing.FieldObjective, briefing.FieldIfRaised} {
		set = append(set, "--"+strings.ReplaceAll(f.String(), "_", "-"), next())
	}
	s.must(set...)
	s.must("stance", note, "1", "--delegation", "GRULAC", "--stance", "A", "--source", "told", "--date", "2031-05-12", "--text", next())
	s.must("search", next())
	s.must("export", "pack", note, "--out", filepath.Join(s.outside, "pack.docx"))
	s.must("export", "matrix", note, "--out", filepath.Join(s.outside, "matrix.xlsx"))
	s.must("export", "json", "--out", filepath.Join(s.outside, "all.json"))
}

// sane tells that the words are in the vault all the same, and would be found.
func (s *session) sane(words []string) {
	s.t.Helper()
	if got := s.must("search", words[len(words)-1]); got == "" {
		s.t.Error("the vault has lost a word")
	}
	data, err := os.ReadFile(filepath.Join(s.outside, "all.json"))
	if err != nil || len(canary.In("all.json", data)) == 0 {
		s.t.Errorf("the export says nothing: %v", err)
	}
}
