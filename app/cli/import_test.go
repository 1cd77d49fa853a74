package cli_test

import (
	"path/filepath"
	"strings"
	"testing"

	"placard/app/cli"
	"placard/assets"
)

// sampleFile is the fictional note as a file, with words added to its end.
func (u *user) sampleFile(name, more string) string {
	_, data := assets.Sample()
	return u.file(name, string(data)+more)
}

func TestCorrectionsOnTheCommandLine(t *testing.T) {
	u := newUser(t)
	u.must("vault", "create")
	u.must("import", u.sampleFile("note.md", ""), "--relabel", "11=21", "--renumber", "12=22", "--retype", "10=text")
	got := u.must("show", "LC/2031/7")
	for _, want := range []string{"numbered paragraph\t21\t", "numbered paragraph\t22\t", "numbered paragraph\t23\t"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in:\n%s", want, got)
		}
	}
	if strings.Contains(got, "numbered paragraph\t10\t") {
		t.Errorf("10 is still a paragraph:\n%s", got)
	}
	before := u.must("quote", "LC/2031/7", "21")
	words := strings.Fields(before)
	half := strings.Trim(strings.Join(words[len(words)-4:], " "), "“”")
	u.must("correct", "LC/2031/7", "--split", "21="+half, "--rewrite", "23=Read anew.")
	if got := u.must("quote", "LC/2031/7", "21"); strings.Contains(got, half) {
		t.Errorf("not split: %q", got)
	}
	if got := u.must("quote", "LC/2031/7", "23"); !strings.Contains(got, "Read anew.") {
		t.Errorf("got %q", got)
	}
	u.must("undo")
	u.must("undo")
	if got := u.must("quote", "LC/2031/7", "21"); got != before {
		t.Errorf("undone twice: %q, want %q", got, before)
	}
	if code, _ := u.run("correct", "LC/2031/7", "--split", "21=words nowhere"); code != cli.Failed {
		t.Errorf("split at words that are not there: exit %d", code)
	}
}

// One bad file does not keep the others out, and the end says so.
func TestSeveralFilesAreImportedEachByItself(t *testing.T) {
	u := newUser(t)
	u.must("vault", "create")
	empty := u.file("empty.txt", "")
	code, out := u.run("import", u.sampleFile("a.md", ""), empty, u.sampleFile("b.md", "\nMore.\n"))
	if code != cli.Failed || strings.Count(out, "\n") != 2 {
		t.Errorf("exit %d, %q: want both good files and a failure", code, out)
	}
	for _, want := range []string{"empty.txt", "2 of 3 files", "--revises"} {
		if !strings.Contains(u.words.String(), want) {
			t.Errorf("no word of %q: %q", want, u.words.String())
		}
	}
	if code, _ := u.run("import", empty, empty, "--keep", "1"); code != cli.Usage {
		t.Errorf("corrections of two files: exit %d", code)
	}
}

func TestDoubtsCanKeepADocumentOut(t *testing.T) {
	u := newUser(t)
	u.must("vault", "create")
	gap := u.file("gap.txt", "1. The Council met in May.\n\n2. It agreed on the lights.\n\n7. It rose in June.\n")
	if code, out := u.run("import", "--without-doubts", gap); code != cli.Unsettled || out != "" {
		t.Errorf("exit %d, %q", code, out)
	}
	u.must("import", "--without-doubts", gap, "--renumber", "7=3")
	if got := u.must("notes"); !strings.Contains(got, "\n") {
		t.Errorf("corrected, it is not imported: %q", got)
	}
}

func TestARevisionIsLinked(t *testing.T) {
	u := withSample(t)
	u.must("import", u.sampleFile("again.md", "\nMore.\n"), "--revises", "LC/2031/7")
	if got := u.must("meeting", "list"); strings.Count(got, "\n") != 2 {
		t.Errorf("the revision made meetings of its own: %q", got)
	}
	if code, _ := u.run("import", filepath.Join(filepath.Dir(u.dir), "again.md")); code != cli.Failed {
		t.Errorf("the same file again: exit %d", code)
	}
}
