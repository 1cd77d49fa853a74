package extract

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"placard/briefing"
)

// TestPasswords: what a password closes is opened by it, in the child, and by
// no other.
func TestPasswords(t *testing.T) {
	c := NewChild(self(t))
	defer closed(t, c)
	tests := []struct {
		file, password string
		want           error
	}{
		{"port.pdf", "lantern", nil},
		{"port.pdf", "lanterns", briefing.ErrEncrypted},
		{"port.pdf", "", briefing.ErrEncrypted},
		{"port.docx", "lantern", nil},
		{"port.docx", "lanterns", briefing.ErrEncrypted},
		{"port.docx", "", briefing.ErrEncrypted},
		{"port.odt", "lantern", nil},
		{"port.odt", "lanterns", briefing.ErrEncrypted},
		{"port.odt", "", briefing.ErrEncrypted},
		{"port.doc", "lantern", briefing.ErrLocked},
		{"port.doc", "", briefing.ErrLocked},
	}
	for _, tt := range tests {
		t.Run(tt.file+" "+tt.password, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join("testdata/sealed", tt.file))
			if err != nil {
				t.Fatal(err)
			}
			r, err := c.Extract(t.Context(), briefing.Original{Name: tt.file, Data: data, Password: tt.password}, nil)
			if !errors.Is(err, tt.want) {
				t.Fatalf("got %v, want %v", err, tt.want)
			}
			if err == nil && r.Note.Paragraphs != 2 {
				t.Errorf("%d paragraphs, want 2", r.Note.Paragraphs)
			}
		})
	}
}

// TestPasswordDrawsPages: the page beside the note is behind it too.
func TestPasswordDrawsPages(t *testing.T) {
	c := NewChild(self(t))
	defer closed(t, c)
	data, err := os.ReadFile("testdata/sealed/port.pdf")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := c.PagePicture(t.Context(), briefing.Original{Name: "port.pdf", Data: data}, 1, 100); !errors.Is(err, briefing.ErrEncrypted) {
		t.Errorf("without the password: got %v, want %v", err, briefing.ErrEncrypted)
	}
	if _, err := c.PagePicture(t.Context(), briefing.Original{Name: "port.pdf", Data: data, Password: "lantern"}, 1, 100); err != nil {
		t.Error(err)
	}
}
