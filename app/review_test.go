package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"placard/briefing"
	"placard/briefing/extract/extracttest"
)

// gappy is a note with two doubts: twice a number is missing.
const gappy = "HARBOUR COUNCIL\n\nHC/2031/4\n\n1. The Council met in May.\n\n2. It agreed on the lights.\n\n7. It rose in June.\n\n" +
	"8. It thanked the keepers.\n\n12. It dined.\n"

// review puts documents into the import page and reads them.
func (st *stage) review(files map[string]string) *importPage {
	st.t.Helper()
	dir := st.t.TempDir()
	var paths []string
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			st.t.Fatal(err)
		}
		paths = append(paths, path)
	}
	slices.Sort(paths)
	st.s.importFiles(paths)
	st.work()
	return st.s.pages[pageImport].(*importPage)
}

// key types a key where the keyboard is.
func (st *stage) key(name fyne.KeyName) {
	st.s.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
	st.work()
}

// letter types a letter where the keyboard is.
func (st *stage) letter(r rune) {
	st.s.window.Canvas().Focused().TypedRune(r)
	st.work()
}

// twoPages is a document with a paragraph on each of its pages.
func (st *stage) twoPages() string {
	st.t.Helper()
	path := filepath.Join(st.t.TempDir(), "two.pdf")
	data := extracttest.PDF(
		"BT /F1 5 Tf 20 70 Td (1. The harbour of the town is full of boats.) Tj ET",
		"BT /F1 5 Tf 20 60 Td (2. The Council has been asked to say why.) Tj ET")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		st.t.Fatal(err)
	}
	return path
}

func (st *stage) notes() []*briefing.Note {
	st.t.Helper()
	notes, err := st.s.desk().Notes(st.t.Context())
	if err != nil {
		st.t.Fatal(err)
	}
	return notes
}

// Doubts come first, each with why; F8 steps through them, K says that one is
// right, R counts the numbers on, and Ctrl+Z takes it back.
func TestDoubtsAreSteppedThroughByKeyboard(t *testing.T) {
	st := newStage(t)
	st.createVault()
	p := st.review(map[string]string{"gap.txt": gappy})
	st.sees("a number is missing before this one")
	first := p.blocks.at
	if b := p.blocks.current(); len(b.Doubts) == 0 {
		t.Fatalf("the review begins at %q, which nobody doubts", b.Text)
	}
	st.key(fyne.KeyF8)
	if second := p.blocks.at; second == first || len(p.blocks.current().Doubts) == 0 {
		t.Fatalf("F8 leads from %s to %s", first, second)
	}
	st.key(fyne.KeyF8)
	if p.blocks.at != first {
		t.Fatalf("F8 does not go round: at %s, want %s", p.blocks.at, first)
	}
	st.letter('r')
	st.s.window.Canvas().Focused().(*field).SetText("3")
	st.key(fyne.KeyReturn)
	if got := paragraphNumbers(p.found.Blocks); got != "1 2 3 4 5" || p.found.Note.Doubts != 0 {
		t.Fatalf("renumbered to %q with %d doubts", got, p.found.Note.Doubts)
	}
	st.seesNot("a number is missing before this one")
	if undo := st.item("undo"); undo.Disabled || !strings.Contains(undo.Label, "renumbered from here") {
		t.Errorf("the menu offers %q", undo.Label)
	}
	st.s.undo()
	st.work()
	if got := paragraphNumbers(p.found.Blocks); got != "1 2 7 8 12" {
		t.Errorf("undone to %q", got)
	}
	st.s.redo()
	st.work()
	st.press(st.s.say("import.accept"))
	if got := paragraphNumbers(st.s.dossier().Text.Blocks); got != "1 2 3 4 5" {
		t.Errorf("imported as %q", got)
	}
}

func paragraphNumbers(blocks []briefing.Block) string {
	var out []string
	for _, b := range blocks {
		if b.Kind == briefing.KindParagraph {
			out = append(out, b.Label)
		}
	}
	return strings.Join(out, " ")
}

// Before anything of a review is undone, Ctrl+Z must not reach into the vault.
func TestUndoInAReviewLeavesTheVaultAlone(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.importSample()
	st.review(map[string]string{"gap.txt": gappy})
	st.s.undo()
	st.work()
	if n := len(st.notes()); n != 1 {
		t.Errorf("%d notes after Ctrl+Z in a review without corrections, want the one imported before", n)
	}
}

// Words are typed beside the source; Ctrl+Enter keeps them and imports nothing.
func TestWordsAreTypedAnew(t *testing.T) {
	st := newStage(t)
	st.createVault()
	p := st.review(map[string]string{"gap.txt": gappy})
	st.letter('e')
	f, ok := st.s.window.Canvas().Focused().(*field)
	if !ok || f.Text != "It rose in June." {
		t.Fatalf("the keyboard is on %T", st.s.window.Canvas().Focused())
	}
	f.SetText("It rose in July.\n\n9. It danced.")
	st.command("next_ask") // Ctrl+Enter
	if len(st.notes()) != 0 {
		t.Fatal("imported")
	}
	if got := paragraphNumbers(p.found.Blocks); got != "1 2 7 9 8 12" {
		t.Errorf("paragraphs %q", got)
	}
	if !slices.ContainsFunc(p.found.Blocks, func(b briefing.Block) bool { return b.Text == "It rose in July." }) {
		t.Error("the words are not there")
	}
}

// Pages that are pictures are typed one after the other beside their pictures.
func TestScannedPagesAreTyped(t *testing.T) {
	st := newStage(t)
	st.createVault()
	path := filepath.Join(t.TempDir(), "scan.pdf")
	picture := "q 200 0 0 100 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"
	if err := os.WriteFile(path, extracttest.PDF(picture, picture), 0o600); err != nil {
		t.Fatal(err)
	}
	st.s.importFiles([]string{path})
	st.work()
	p := st.s.pages[pageImport].(*importPage)
	for _, words := range []string{"Report of the Harbour Master\n\n1. The Council met.", "2. Members are invited to comment."} {
		f, ok := st.s.window.Canvas().Focused().(*field)
		if !ok {
			t.Fatalf("the keyboard is on %T; the window says:\n%s", st.s.window.Canvas().Focused(), st.words())
		}
		f.SetText(words)
		st.command("next_ask") // Ctrl+Enter
	}
	if got := paragraphNumbers(p.found.Blocks); got != "1 2" || p.found.Note.Doubts != 0 || len(p.found.Asks) != 1 {
		t.Fatalf("paragraphs %q, %d doubts, %d asks", got, p.found.Note.Doubts, len(p.found.Asks))
	}
	st.command("next_ask")
	if len(st.notes()) != 1 {
		t.Error("typed through, it is not imported")
	}
}

// A note in the vault is corrected beside its source; every correction is
// saved, and Undo takes it back.
func TestANoteInTheVaultIsCorrected(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.importSample()
	st.choose("12")
	block := st.s.selected()
	st.command("correct_text")
	p := st.s.pages[pageCorrect].(*correctPage)
	if p.blocks.at != block || len(p.source.lines.rows) == 0 {
		t.Fatalf("at %s with %d lines of the source", p.blocks.at, len(p.source.lines.rows))
	}
	st.letter('h')
	if got := st.s.dossier().Text.Block(block).Kind; got != briefing.KindHeading {
		t.Fatalf("it is %s", got)
	}
	undo := st.item("undo")
	if !strings.Contains(undo.Label, "another kind") {
		t.Errorf("the menu offers %q", undo.Label)
	}
	undo.Action()
	st.work()
	if got := st.s.dossier().Text.Block(block).Kind; got != briefing.KindParagraph {
		t.Errorf("undone, it is %s", got)
	}
	st.press(st.s.say("correct.done"))
	if st.s.shown != pageNote || st.s.selected() != block {
		t.Errorf("back on page %s at %s", st.s.shown, st.s.selected())
	}
}

// The page of the selected block is shown as it looks, its place marked; what
// has no pages shows its plain text, said to be that.
func TestThePageOfTheBlockIsShown(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.s.importFiles([]string{st.twoPages()})
	st.work()
	layOut(st.s.window.Content())
	st.work()
	p := st.s.pages[pageImport].(*importPage)
	if p.found == nil {
		t.Fatalf("nothing is reviewed:\n%s", st.words())
	}
	last := p.found.Blocks[len(p.found.Blocks)-1]
	p.blocks.reveal(last.ID)
	st.work()
	v := p.source.pages
	if v.page != 2 || v.picture.Image == nil || v.place == nil {
		t.Fatalf("page %d, picture %v, place %v; want page 2 drawn and marked", v.page, v.picture.Image != nil, v.place)
	}
	if n := len(v.pictures.kept); n != 2 {
		t.Errorf("%d pictures kept, want both pages", n)
	}
	st.press(st.s.say("import.discard"))
	if len(v.pictures.kept) != 0 || v.pictures.original.Data != nil {
		t.Error("the document is not let go")
	}
	st.review(map[string]string{"a.html": "<p>1. The harbour is open.</p><p>2. It stays so.</p>"})
	st.sees("has no fixed pages")
}
