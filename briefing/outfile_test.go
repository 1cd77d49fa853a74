package briefing

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

func TestWriteFileLeavesTheOldFileWhenItFails(t *testing.T) {
	path := filepath.Join(t.TempDir(), "pack.docx")
	if err := WriteFile(path, func(w io.Writer) error { _, err := io.WriteString(w, "old"); return err }); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	err := WriteFile(path, func(w io.Writer) error {
		_, _ = io.WriteString(w, "half")
		return broken
	})
	got, _ := os.ReadFile(path)
	if !errors.Is(err, broken) || string(got) != "old" {
		t.Errorf("got %v, and the file holds %q", err, got)
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("%d files are left in the folder", len(left))
	}
}

func TestWriteFileSaysWhyNot(t *testing.T) {
	nowhere := filepath.Join(t.TempDir(), "missing", "pack.docx")
	err := WriteFile(nowhere, func(io.Writer) error { return nil })
	if !errors.Is(err, ErrNotFound) {
		t.Errorf("got %v", err)
	}
}
