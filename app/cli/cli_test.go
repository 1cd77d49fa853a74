package cli_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"placard/app/cli"
	"placard/assets"
	"placard/briefing"
	"placard/briefing/extract"
	"placard/briefing/pack"
	"placard/briefing/publish"
	"placard/briefing/publish/pdf"
	"placard/briefing/rows"
	"placard/briefing/search"
	"placard/briefing/sheet"
	"placard/briefing/stancemap"
	"placard/storage"
)

// user is somebody at a command line with a vault.
type user struct {
	t      *testing.T
	dir    string
	secret string
	config cli.Config
	out    bytes.Buffer
	words  bytes.Buffer
}

func newUser(t *testing.T) *user {
	t.Helper()
	u := &user{t: t, dir: filepath.Join(t.TempDir(), "vault")}
	u.secret = u.file("pass.txt", "heron lantern quiet gravel orbit mint\n")
	words := assets.Words("en")
	u.config = cli.Config{
		Vaults:   storage.New(storage.Options{KDF: storage.KDF{Time: 1, Memory: 64, Threads: 1}}),
		Strength: storage.Meter{}, Words: words, Extractor: extract.New(),
		Desk: func(v briefing.Vault) *briefing.Desk {
			return briefing.NewDesk(briefing.Ports{
				Vault:     v,
				Extractor: extract.New(),
				Packer:    pack.Builder{},
				Tabler:    rows.Builder{},
				Workbook:  sheet.New(), Maps: stancemap.Maps{},
				Returns:    sheet.New(),
				Words:      words,
				Directory:  assets.Directory{},
				Finder:     search.New(v),
				Publishers: map[string]briefing.Publisher{"docx": publish.New(), "pdf": pdf.New(assets.Fonts())},
				Author:     "tester",
			})
		},
		Prompt: func(string) ([]byte, error) { return nil, errors.New("no terminal") },
		Getenv: func(name string) string { return map[string]string{"PLACARD_VAULT": u.dir}[name] },
		Stdout: &u.out, Stderr: &u.words,
	}
	return u
}

func (u *user) file(name, text string) string {
	u.t.Helper()
	path := filepath.Join(filepath.Dir(u.dir), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		u.t.Fatal(err)
	}
	return path
}

// run gives the exit code and what went to standard output.
func (u *user) run(args ...string) (int, string) {
	u.out.Reset()
	u.words.Reset()
	code := cli.Main(u.t.Context(), u.config, append(args, "--passphrase-file", u.secret))
	return code, u.out.String()
}

func (u *user) must(args ...string) string {
	u.t.Helper()
	code, out := u.run(args...)
	if code != cli.Done {
		u.t.Fatalf("placard %s: exit %d: %s", strings.Join(args, " "), code, u.words.String())
	}
	return out
}

// withSample has a vault with the fictional note.
func withSample(t *testing.T) *user {
	t.Helper()
	u := newUser(t)
	key := u.must("vault", "create")
	if !strings.HasPrefix(key, "AGE-SECRET-KEY-1") {
		t.Errorf("recovery key: got %q", key)
	}
	name, data := assets.Sample()
	u.must("import", u.file(name, string(data)))
	return u
}

func TestTheWholeJobOnTheCommandLine(t *testing.T) {
	u := withSample(t)
	u.must("settings", "--author", "A. Keeper", "--mark", "RESTRICTED")
	id := strings.TrimSpace(u.must("annotate", "LC/2031/7", "12#2", "--text", "Ask the navy.", "--quote", "young turtles", "--kind", "question", "--tag", "sea"))
	u.must("annotation", "edit", "LC/2031/7", id, "--text", "Ask the navy first.")
	u.must("position", "set", "LC/2031/7", "11", "--stance", "S", "--line", "We support the theme.", "--red-line", "No new fees.")
	u.must("position", "ready", "LC/2031/7", "11")
	u.must("ask", "rank", "LC/2031/7", "12", "1", "3", "--own", "Training of young keepers")
	u.must("stance", "LC/2031/7", "11", "--delegation", "GRULAC", "--stance", "A", "--source", "told", "--date", "2031-05-12", "--text", "If it costs nothing.")
	if got := u.must("annotation", "list", "LC/2031/7"); !strings.Contains(got, "Ask the navy first.") || !strings.Contains(got, "12#2") {
		t.Errorf("annotations: %q", got)
	}
	if got := u.must("history", "LC/2031/7", "11"); strings.Count(got, "\n") != 2 {
		t.Errorf("history: %q", got)
	}
	magic := map[string][]byte{".docx": []byte("PK"), ".xlsx": []byte("PK"), ".pdf": []byte("%PDF-1.7")}
	for _, args := range [][]string{
		{"pack.docx", "export", "pack", "LC/2031/7"},
		{"pack.pdf", "export", "pack", "LC/2031/7", "--letter", "--since", "1", "--copy", "3", "--items", "12,11", "--freeze"},
		{"matrix.xlsx", "export", "matrix", "LC/2031/7"},
		{"review.xlsx", "export", "review", "LC/2031/7", "--to", "Ministry of Lights", "--due", "2031-05-19"},
	} {
		name := args[0]
		path := filepath.Join(filepath.Dir(u.dir), name)
		u.must(append(args[1:], "--out", path)...)
		if data, err := os.ReadFile(path); err != nil || !bytes.HasPrefix(data, magic[filepath.Ext(name)]) {
			t.Errorf("%s: %d bytes, %v", name, len(data), err)
		}
	}
	kept := filepath.Join(filepath.Dir(u.dir), "kept.pdf")
	u.must("pack", "file", "2", "--out", kept)
	written, _ := os.ReadFile(filepath.Join(filepath.Dir(u.dir), "pack.pdf"))
	if again, err := os.ReadFile(kept); err != nil || !bytes.Equal(again, written) {
		t.Errorf("the frozen pack: %d bytes of %d, %v", len(again), len(written), err)
	}
	if got := u.must("pack", "list"); strings.Count(got, "\n") != 2 || !strings.Contains(got, "frozen") {
		t.Errorf("packs: %q", got)
	}
	if got := u.must("position", "show", "LC/2031/7", "11"); !strings.Contains(got, "at capital") && !strings.Contains(got, "sent") {
		t.Errorf("after the workbook went out: %q", got)
	}
	if got := u.must("batch", "list"); !strings.Contains(got, "Ministry of Lights") {
		t.Errorf("batches: %q", got)
	}
	u.must("undo")
	if got := u.must("batch", "list"); got != "" {
		t.Errorf("after undo: %q", got)
	}
	u.must("position", "set", "LC/2031/7", "3", "--stance", "C", "--line", "We have concerns.")
	if got := u.must("pack", "changes", "2"); !strings.Contains(got, "Paragraph 3") && !strings.Contains(got, "paragraph 3") {
		t.Errorf("changes since the pack: %q", got)
	}
}

func TestReadNeedsNoVaultAndSaysWhatIsAsked(t *testing.T) {
	u := newUser(t)
	name, data := assets.Sample()
	out := u.must("read", "--json", u.file(name, string(data)))
	var note struct {
		Schema, Symbol string
		Blocks         []struct {
			Kind, Label string
			Asks        []struct{ Strength string }
		}
	}
	if err := json.Unmarshal([]byte(out), &note); err != nil {
		t.Fatal(err)
	}
	strong := map[string]bool{}
	for _, b := range note.Blocks {
		for _, a := range b.Asks {
			if a.Strength == briefing.Strong && b.Kind == "paragraph" {
				strong[b.Label] = true
			}
		}
	}
	if note.Schema != "placard.note/1" || note.Symbol != "LC/2031/7" || !strong["12"] || strong["9"] {
		t.Errorf("got %s %s, strong asks %v", note.Schema, note.Symbol, strong)
	}
}

func TestExitCodesAndWords(t *testing.T) {
	u := withSample(t)
	name, _ := assets.Sample()
	for _, c := range []struct {
		args []string
		code int
		word string
	}{
		{[]string{"nonsense"}, cli.Usage, "placard read"},
		{[]string{"show"}, cli.Usage, "placard show NOTE"},
		{[]string{"show", "A/1"}, cli.Failed, "A/1"},
		{[]string{"position", "set", "LC/2031/7", "11", "--stance", "Z"}, cli.Failed, "Z"},
		{[]string{"import", filepath.Join(filepath.Dir(u.dir), name)}, cli.Failed, "already in the vault"},
		{[]string{"read", filepath.Join(filepath.Dir(u.dir), "none.txt")}, cli.Failed, "none.txt"},
	} {
		code, _ := u.run(c.args...)
		if code != c.code || !strings.Contains(u.words.String(), c.word) {
			t.Errorf("%v: exit %d with %q, want %d with %q", c.args, code, u.words.String(), c.code, c.word)
		}
		if strings.Contains(u.words.String(), "goroutine") || strings.Contains(u.words.String(), "⟦") {
			t.Errorf("%v: words nobody should read: %q", c.args, u.words.String())
		}
	}
}

func TestWrongPassphraseHasItsOwnExitCode(t *testing.T) {
	u := withSample(t)
	u.secret = u.file("wrong.txt", "another set of seven plain words here\n")
	code, out := u.run("notes")
	if code != cli.WrongPassphrase || out != "" {
		t.Errorf("got %d, %q", code, out)
	}
}

func TestAWeakPassphraseMakesNoVault(t *testing.T) {
	u := newUser(t)
	u.secret = u.file("weak.txt", "placard\n")
	if code, _ := u.run("vault", "create"); code != cli.Failed {
		t.Errorf("got %d", code)
	}
	if _, err := os.Stat(u.dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a folder is left: %v", err)
	}
}

func TestThePassphraseCanBeChanged(t *testing.T) {
	u := withSample(t)
	fresh := u.file("fresh.txt", "copper meadow violin harbour thirteen\n")
	u.must("vault", "passwd", "--new-passphrase-file", fresh)
	if code, _ := u.run("notes"); code != cli.WrongPassphrase {
		t.Errorf("the old passphrase: exit %d", code)
	}
	u.secret = fresh
	if got := u.must("notes"); !strings.Contains(got, "LC/2031/7") {
		t.Errorf("got %q", got)
	}
	u.must("vault", "check")
}

func TestTheWholeVaultComesOutAsJSON(t *testing.T) {
	u := withSample(t)
	u.must("position", "set", "LC/2031/7", "11", "--stance", "S", "--line", "We support the theme.")
	path := filepath.Join(filepath.Dir(u.dir), "all.json")
	u.must("export", "json", "--out", path)
	data, err := os.ReadFile(path)
	if err != nil || !bytes.Contains(data, []byte(`"line_to_take":"We support the theme."`)) {
		t.Errorf("%d bytes, %v", len(data), err)
	}
}

// TestReadAsksForTheDocumentsPassword: on a terminal, or of a file, never else.
func TestReadAsksForTheDocumentsPassword(t *testing.T) {
	u := newUser(t)
	data, err := os.ReadFile("../../briefing/extract/testdata/sealed/port.odt")
	if err != nil {
		t.Fatal(err)
	}
	port := u.file("port.odt", string(data))
	if code, out := u.run("read", port); code != cli.Failed || out != "" || !strings.Contains(u.words.String(), "missing or wrong") {
		t.Errorf("without a terminal: exit %d, %q, %q", code, out, u.words.String())
	}
	if out := u.must("read", port, "--document-password-file", u.file("secret.txt", "lantern\n")); !strings.Contains(out, "The harbour is full") {
		t.Errorf("with a file: %q", out)
	}
	answers := []string{"lamp", "lantern"}
	u.config.Prompt = func(question string) ([]byte, error) {
		if !strings.Contains(question, "port.odt") {
			t.Errorf("the question %q does not name the file", question)
		}
		answer := answers[0]
		answers = answers[1:]
		return []byte(answer), nil
	}
	if out := u.must("read", port); !strings.Contains(out, "The harbour is full") {
		t.Errorf("after a wrong password: %q", out)
	}
}
