package extract

import (
	"errors"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"testing"
	"time"

	"placard/briefing"
	"placard/briefing/extract/extracttest"
)

// reading is what became of a hostile file.
type reading struct {
	path    string
	outcome string
	took    time.Duration
	err     error
}

// TestHostile reads files that were made or collected to break readers in real
// children. Each one ends in a note or in a problem that people can read, and
// none ends, hangs or fills the process: the limits are for what nobody has
// seen yet. "make hostile" reads all of them.
func TestHostile(t *testing.T) {
	paths := extracttest.Hostile(t, "../../../shared/corpus/hostile.tar.xz")
	found := readHostile(t, paths)
	counts := map[string]int{}
	var slowest reading
	for _, r := range found {
		counts[r.outcome]++
		if r.took > slowest.took {
			slowest = r
		}
		if os.Getenv(extracttest.WholeCorpus) != "" && r.outcome != aNote {
			t.Logf("%s: %s", r.outcome, r.path)
		}
		switch r.outcome {
		case briefing.ErrParseCrashed.Code, briefing.ErrParseTimeout.Code, overMemory, noProblem:
			t.Errorf("%s: %s: %v", r.path, r.outcome, r.err)
		}
	}
	t.Logf("%d files: %v", len(found), counts)
	t.Logf("slowest: %v, %s", slowest.took.Round(time.Millisecond), slowest.path)
	peak := largestChild(t)
	t.Logf("largest child: %d MB", peak>>20)
	if slowest.took > timeLimit || peak > memoryLimit {
		t.Errorf("over the limits of %v and %d MB", timeLimit, memoryLimit>>20)
	}
}

// Outcomes beside the codes of problems.
const (
	aNote      = "note"
	overMemory = "over the memory limit"
	noProblem  = "an error without words"
)

// readHostile reads files in two children at once.
func readHostile(t *testing.T, paths []string) []reading {
	t.Helper()
	out := make([]reading, len(paths))
	next := make(chan int)
	var done sync.WaitGroup
	for range 2 {
		done.Go(func() {
			c := NewChild(self(t))
			defer closed(t, c)
			for i := range next {
				out[i] = readOne(t, c, paths[i])
			}
		})
	}
	for i := range paths {
		next <- i
	}
	close(next)
	done.Wait()
	return out
}

func readOne(t *testing.T, c *Child, path string) reading {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Error(err)
		return reading{}
	}
	began := time.Now()
	_, err = c.Extract(t.Context(), briefing.Original{Name: filepath.Base(path), Data: data}, nil)
	r := reading{path: path, outcome: aNote, took: time.Since(began), err: err}
	if err != nil {
		r.outcome = noProblem
		if p, ok := asProblem(err); ok {
			r.outcome = p.Code
		}
	}
	if errors.Is(err, errOverMemory) {
		r.outcome = overMemory
	}
	return r
}

// largestChild is the most memory, in bytes, that any child held that ended: all
// of them once their Child is closed.
func largestChild(t *testing.T) int64 {
	t.Helper()
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_CHILDREN, &used); err != nil {
		t.Fatal(err)
	}
	return used.Maxrss << 10
}
