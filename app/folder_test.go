package app

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

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
