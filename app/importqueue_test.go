package app

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// Several files are reviewed in turn; one that fails leaves the others, and
// what has no doubts can be imported at once.
func TestSeveralFilesAreReviewedInTurn(t *testing.T) {
	st := newStage(t)
	st.createVault()
	p := st.review(map[string]string{
		"a.txt": gappy, "b.txt": "", "c.txt": "1. The harbour is open.\n\n2. It stays so.\n", "d.txt": "1. The lamp burns.\n\n2. It will.\n",
	})
	st.sees("File 1 of 4: a.txt")
	st.sees("1 not read")
	st.press(st.s.say("import.files.sweep", "Count", 2))
	if n := len(st.notes()); n != 2 {
		t.Fatalf("%d notes, want those without doubts", n)
	}
	if p.found == nil || p.queue.now.name != "a.txt" {
		t.Fatal("the doubtful one is no longer under review")
	}
	st.press(st.s.say("import.accept"))
	if n := len(st.notes()); n != 3 {
		t.Errorf("%d notes, want 3", n)
	}
	st.sees("b.txt") // the list says what went wrong
	st.sees("is empty")
	st.press(st.s.say("window.close"))
	if st.s.shown != pageLibrary {
		t.Errorf("on page %s, want the library", st.s.shown)
	}
}

func TestTheSameFileAgainIsOpenedInstead(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.importSample()
	st.command("library")
	st.s.importSample()
	st.work()
	st.sees("in the vault already, byte for byte")
	st.press(st.s.say("import.there.open"))
	if st.s.shown != pageNote || len(st.notes()) != 1 {
		t.Errorf("on page %s with %d notes", st.s.shown, len(st.notes()))
	}
}

// A document with a symbol that is there is offered as its revision.
func TestARevisionIsOffered(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.importSample()
	was := st.notes()[0]
	name, data := st.s.Sample()
	again := func() *importPage {
		st.s.recognize(name, func() ([]byte, error) { return append(bytes.Clone(data), "\nMore.\n"...), nil })
		st.work()
		return st.s.pages[pageImport].(*importPage)
	}
	p := again()
	st.sees("is in the vault with other words")
	if p.found.Note.Revises != was.ID {
		t.Fatal("the offer is not ticked")
	}
	for _, o := range st.objects() {
		if c, ok := o.(*check); ok && c.Text == st.s.say("import.kin.earlier.yes") {
			c.SetChecked(false)
		}
	}
	if !p.found.Note.Revises.IsZero() {
		t.Fatal("unticked, it still revises")
	}
	st.press(st.s.say("import.discard"))
	again()
	st.press(st.s.say("import.accept"))
	if n := st.s.dossier().Note; n.Revises != was.ID || n.Meeting != was.Meeting {
		t.Errorf("revises %v, at meeting %v", n.Revises, n.Meeting)
	}
}

// A closed document asks for its password, says that one is wrong, and keeps
// none.
func TestAClosedDocumentAsksForItsPassword(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.s.importFiles([]string{"../briefing/extract/testdata/sealed/port.pdf"})
	st.work()
	st.sees("is protected by a password")
	st.fill(0, "candle")
	st.press(st.s.say("import.password.yes"))
	st.sees("does not open it")
	st.fill(0, "lantern")
	st.press(st.s.say("import.password.yes"))
	p := st.s.pages[pageImport].(*importPage)
	if p.found == nil {
		t.Fatalf("nothing is reviewed; the window says:\n%s", st.words())
	}
	st.press(st.s.say("import.accept"))
	for _, i := range p.queue.items {
		if i.original.Password != "" {
			t.Error("the password is kept")
		}
	}
	if len(st.notes()) != 1 {
		t.Error("not imported")
	}
}

// Cancel stops the reading of what is left and drops it.
func TestReadingSeveralFilesIsCancelled(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.s.importFiles([]string{st.twoPages(), st.twoPages()})
	for _, clock := range st.clocks { // over a second
		clock()
	}
	st.sees("Reading 2 documents")
	st.press(st.s.say("window.cancel"))
	p := st.s.pages[pageImport].(*importPage)
	if p.queue.count(importDropped) != 2 || p.found != nil || len(st.notes()) != 0 || st.s.inDialog() {
		t.Errorf("%d dropped of 2", p.queue.count(importDropped))
	}
}

func TestSeveralFilesAreChosen(t *testing.T) {
	st := newStage(t)
	dir := t.TempDir()
	for _, name := range []string{"a.txt", "b.txt", "c.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("1. One.\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var got []string
	st.s.recent = []string{dir}
	p := &picker{s: st.s, exts: importExts, several: func(paths []string) { got = paths }}
	p.chosen = func(path string) { got = []string{path} }
	p.show("Choose", "Open")
	p.enter(dir)
	st.work()
	for _, i := range []int{0, 2, 1, 1} { // b is taken out again
		p.pick(i)
	}
	st.sees("2 files chosen")
	p.take()
	want := []string{filepath.Join(dir, "a.txt"), filepath.Join(dir, "c.txt")}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
