package extracttest

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

// WholeCorpus is the environment variable that makes tests read every hostile
// file instead of a fixed sample.
const WholeCorpus = "PLACARD_HOSTILE"

// sampled is the step of the sample: every sixteenth file.
const sampled = 16

// Hostile unpacks the corpus of hostile files beside the project, archive, and
// gives the paths of those with one of the extensions, in a fixed order: all
// where WholeCorpus is set, else a sample. It skips the test where there is no
// corpus. Readers of other formats share it.
func Hostile(tb testing.TB, archive string, extensions ...string) []string {
	tb.Helper()
	if _, err := os.Stat(archive); err != nil {
		tb.Skip("the hostile files are not beside the project")
	}
	tar, err := exec.LookPath("tar")
	if err != nil {
		tb.Skip("there is no tar to unpack the hostile files")
	}
	dir := tb.TempDir()
	if out, err := exec.CommandContext(tb.Context(), tar, "-xJf", archive, "-C", dir).CombinedOutput(); err != nil {
		tb.Fatalf("unpack: %v %s", err, out)
	}
	var all []string
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() && (len(extensions) == 0 || slices.Contains(extensions, filepath.Ext(path))) {
			all = append(all, path)
		}
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	slices.Sort(all)
	if os.Getenv(WholeCorpus) != "" {
		return all
	}
	var out []string
	for i := 0; i < len(all); i += sampled {
		out = append(out, all[i])
	}
	return out
}
