package extract

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"placard/briefing"
	"placard/briefing/extract/extracttest"
)

// scanned is a page's content that is one grey image across the page.
const scanned = "q 200 0 0 100 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"

// line is a page's content of one line of text.
func line(words string) string { return fmt.Sprintf("BT /F1 9 Tf 10 60 Td (%s) Tj ET", words) }

func outlineOf(r *briefing.Recognized) []string {
	var out []string
	for _, b := range r.Blocks {
		out = append(out, strings.TrimSpace(fmt.Sprintf("%d %s %s %s", b.Page, b.Kind, strings.Join(b.Doubts, ","), b.Text)))
	}
	return out
}

// TestScanIsKeptAsPages: each page is a block to type into, so that the note
// can be imported, held beside its pages and completed.
func TestScanIsKeptAsPages(t *testing.T) {
	r, err := New().Extract(t.Context(), briefing.Original{Name: "Letter of the mayor.pdf", Data: extracttest.PDF(scanned, "", scanned)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := outlineOf(r), []string{"1 text scan", "3 text scan"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q: the second page is blank", got, want)
	}
	if r.Note.Title != "Letter of the mayor" || r.Note.Doubts != 2 {
		t.Errorf("title %q with %d doubts", r.Note.Title, r.Note.Doubts)
	}
}

// TestScannedPageAmongText is in doubt at its place.
func TestScannedPageAmongText(t *testing.T) {
	data := extracttest.PDF(line("1. The harbour of the town is full of boats."), scanned, line("2. The Secretariat proposes a wall of stone."))
	r, err := New().Extract(t.Context(), briefing.Original{Name: "port.pdf", Data: data}, nil)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"1 paragraph  The harbour of the town is full of boats.", "2 text scan", "3 paragraph  The Secretariat proposes a wall of stone."}
	if got := outlineOf(r); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestBlankPagesAreEmpty(t *testing.T) {
	if _, err := New().Extract(t.Context(), briefing.Original{Name: "blank.pdf", Data: extracttest.PDF("", "")}, nil); !errors.Is(err, briefing.ErrEmptyFile) {
		t.Errorf("got %v, want %v", err, briefing.ErrEmptyFile)
	}
}
