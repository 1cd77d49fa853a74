package app

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"placard/briefing"
)

func TestListDirShowsFoldersThenTheFilesWanted(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.docx", "A.MD", "c.exe", ".hidden.md"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "zone"), 0o700); err != nil {
		t.Fatal(err)
	}
	list, err := listDir(dir, []string{"md", "docx"}, false)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range list {
		names = append(names, e.name)
	}
	if want := []string{"zone", "A.MD", "b.docx"}; !slices.Equal(names, want) {
		t.Errorf("got %v, want %v", names, want)
	}
	if folders, _ := listDir(dir, nil, true); len(folders) != 1 {
		t.Errorf("looking for a folder lists %v", folders)
	}
	if _, err := listDir(filepath.Join(dir, "nowhere"), nil, false); !errors.Is(err, briefing.ErrNotFound) {
		t.Errorf("a missing folder gives %v", err)
	}
}

func TestRecentFoldersComeFirstOnceAndFew(t *testing.T) {
	var recent []string
	for _, dir := range []string{"a", "b", "c", "d", "e", "f", "g", "b"} {
		recent = remember(recent, dir)
	}
	if want := []string{"b", "g", "f", "e", "d", "c"}; !slices.Equal(recent, want) {
		t.Errorf("got %v, want %v", recent, want)
	}
}

func TestAPathBegunAnewWins(t *testing.T) {
	t.Setenv("HOME", "/home/ada")
	for typed, want := range map[string]string{
		"/home/ada/note.md":        "/home/ada/note.md",
		"/home/ada//tmp/note.md":   "/tmp/note.md",
		"/home/ada/~/Desktop":      "/home/ada/Desktop",
		"~":                        "/home/ada",
		"/srv/~/a//tmp/x":          "/tmp/x",
		"/home/ada/draft~1.docx":   "/home/ada/draft~1.docx",
		"/home/ada/old~/note.docx": "/home/ada/old~/note.docx",
		"":                         "",
	} {
		if got := meant(typed); got != want {
			t.Errorf("%q is read as %q, want %q", typed, got, want)
		}
	}
}

// The path can be typed at once, behind the folder or in its place.
func TestThePickerTakesWhatIsTyped(t *testing.T) {
	st := newStage(t)
	st.createVault()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.md"), []byte("1. The members agree."), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, all := range []bool{false, true} {
		var got string
		st.s.pickOpen("", nil, func(path string) { got = path })
		path := st.s.window.Canvas().Focused().(*field)
		if path.CursorColumn != len([]rune(path.Text)) {
			t.Errorf("the cursor stands at %d of %q", path.CursorColumn, path.Text)
		}
		if all {
			path.TypedShortcut(&fyne.ShortcutSelectAll{})
		}
		for _, r := range filepath.Join(dir, "a.md") {
			path.TypedRune(r)
		}
		st.work() // the folder is listed only now
		path.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if want := filepath.Join(dir, "a.md"); got != want {
			t.Errorf("took %q, want %q", got, want)
		}
	}
}
