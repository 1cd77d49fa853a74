package extract

import (
	"errors"
	"slices"
	"testing"

	ll "github.com/landlock-lsm/go-landlock/landlock/syscall"

	"placard/briefing"
	"placard/briefing/extract/pdf"
)

// TestChildIsConfined: a child that runs somebody else's code still reaches
// nothing but the cache of compiled code.
func TestChildIsConfined(t *testing.T) {
	t.Setenv(pdf.CacheVariable, t.TempDir())
	_, err := NewChild(self(t), "escape").Extract(t.Context(), briefing.Original{Name: "note.txt", Data: []byte(shortNote)}, nil)
	var p *briefing.Problem
	if !errors.As(err, &p) || p.Code != "escape" {
		t.Fatalf("got %v", err)
	}
	var through []any
	for _, what := range p.Args {
		if abi, err := ll.LandlockGetABIVersion(); (err != nil || abi < 1) && slices.Contains([]any{"read a file", "list a folder", "write a file"}, what) {
			t.Logf("without Landlock in this kernel the child could %s", what)
			continue
		}
		through = append(through, what)
	}
	if want := []any{"use the cache"}; !slices.Equal(through, want) {
		t.Errorf("the child could %v, want %v", through, want)
	}
}
