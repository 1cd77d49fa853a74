package extract

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"placard/briefing"
	"placard/briefing/extract/extracttest"
)

// TestCorpusPDF reads real PDF documents beside the project in a child, as the
// program does, without looking at more than that their structure is sound and
// the same each time.
func TestCorpusPDF(t *testing.T) {
	paths, err := filepath.Glob("../../../shared/corpus/dev/un-*.pdf")
	if err != nil || len(paths) == 0 {
		t.Skip("the corpus is not beside the project")
	}
	for _, path := range paths[:min(len(paths), 3)] {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		r, err := NewChild(self(t)).Extract(t.Context(), briefing.Original{Name: path, Data: data}, nil)
		if err != nil {
			t.Fatal(path, err)
		}
		extracttest.Sound(t, r, briefing.FindAsks(&r.Note, r.Blocks, briefing.DefaultTriggers()))
		again, err := New().Extract(t.Context(), briefing.Original{Name: path, Data: data}, nil)
		if err != nil || !reflect.DeepEqual(r, again) {
			t.Errorf("%s: another reading gave another note: %v", path, err)
		}
	}
}

func TestChildRefusesDamagedPDF(t *testing.T) {
	_, err := NewChild(self(t)).Extract(t.Context(), briefing.Original{Name: "torn.pdf", Data: []byte("%PDF-1.7\n1 0 obj <<")}, nil)
	if !errors.Is(err, briefing.ErrUnreadable) {
		t.Errorf("got %v, want %v", err, briefing.ErrUnreadable)
	}
}
