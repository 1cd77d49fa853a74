package extract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"placard/briefing/extract/extracttest"
)

// caseParts parts a case file: the trap it guards, the document, and what is
// to be recognised.
const caseParts = "\n=====\n"

// TestCases reads the fictional documents of testdata/cases. Each file names
// the trap it guards in its first lines.
func TestCases(t *testing.T) {
	paths, err := filepath.Glob("testdata/cases/*.txt")
	if err != nil || len(paths) < 20 {
		t.Fatalf("%d cases: %v", len(paths), err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txt"), func(t *testing.T) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			parts := strings.Split(string(data), caseParts)
			if len(parts) != 3 {
				t.Fatalf("%d parts, want 3", len(parts))
			}
			r, asks := extracttest.Recognize(t, New(), filepath.Base(path), []byte(parts[1]))
			got := extracttest.Outline(r, asks)
			if *update {
				parts[2] = got
				if err := os.WriteFile(path, []byte(strings.Join(parts, caseParts)), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if got != parts[2] {
				t.Errorf("guards: %s\n got:\n%s\n want:\n%s", parts[0], got, parts[2])
			}
			extracttest.LettersKept(t, parts[1], r)
			extracttest.Sound(t, r, asks)
		})
	}
}
