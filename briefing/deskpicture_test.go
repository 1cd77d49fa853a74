package briefing_test

import (
	"errors"
	"testing"

	"placard/briefing"
	"placard/briefing/extract/extracttest"
)

// TestPagesOfANote: the pages of an imported file look as they did when it
// came.
func TestPagesOfANote(t *testing.T) {
	d := newDesk(t)
	came := briefing.Original{Name: "port.pdf", Data: extracttest.PDF("BT /F1 12 Tf 10 60 Td (1. The harbour is full.) Tj ET")}
	p, err := d.Recognize(t.Context(), came, nil)
	if err != nil {
		t.Fatal(err)
	}
	note, err := d.Import(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := d.Original(t.Context(), note.ID)
	if err != nil || kept.Name != came.Name {
		t.Fatalf("kept as %q, %v; want %q", kept.Name, err, came.Name)
	}
	m, err := d.PagePicture(t.Context(), kept, 1, 120)
	if err != nil || m.Bounds().Dx() != 120 || m.Bounds().Dy() != 60 {
		t.Fatalf("a picture %v, %v; want 120 by 60", m, err)
	}
	if _, err := d.PagePicture(t.Context(), kept, 2, 120); !errors.Is(err, briefing.ErrNotFound) {
		t.Errorf("behind the last page: %v, want %v", err, briefing.ErrNotFound)
	}
	d.Pictures = nil
	if _, err := d.PagePicture(t.Context(), kept, 1, 120); !errors.Is(err, briefing.ErrUnsupported) {
		t.Errorf("without the means: %v, want %v", err, briefing.ErrUnsupported)
	}
}
