package spelling

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// installed is the system's dictionary of a language; the test is skipped
// where it has none.
func installed(tb testing.TB, name string) *Dictionary {
	tb.Helper()
	var files [2]*os.File
	for i, ending := range []string{".aff", ".dic"} {
		f, err := os.Open(filepath.Join("/usr/share/hunspell", name+ending))
		if err != nil {
			tb.Skipf("no dictionary %s on this system", name)
		}
		tb.Cleanup(func() { _ = f.Close() })
		files[i] = f
	}
	d, err := Read(files[0], files[1])
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

var letters = regexp.MustCompile(`\p{L}+(?:['’]\p{L}+)*`)

// The program that the dictionaries were made for is the judge: on the words of
// our own catalogue and on the same words with mistakes.
func TestAgreesWithHunspell(t *testing.T) {
	program, err := exec.LookPath("hunspell")
	if err != nil {
		t.Skip("no hunspell on this system")
	}
	for language, name := range map[string]string{"en": "en_US", "fr": "fr", "es": "es_ES"} {
		t.Run(language, func(t *testing.T) {
			d := installed(t, name)
			words := wordsOf(t, language)
			bad := judged(t, program, name, words)
			var wrong []string
			for _, w := range words {
				if d.Knows(w) == bad[w] {
					wrong = append(wrong, w)
				}
			}
			t.Logf("%d of %d words judged otherwise: %v", len(wrong), len(words), wrong[:min(len(wrong), 12)])
			if len(wrong)*200 > len(words) {
				t.Error("more than one in 200 words is judged otherwise")
			}
		})
	}
}

// wordsOf are the words of a catalogue, and each of them with two mistakes.
func wordsOf(t *testing.T, language string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "assets", "words", language, "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no catalogue of %s: %v", language, err)
	}
	var out []string
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range letters.FindAllString(string(data), -1) {
			w = strings.ReplaceAll(w, "’", "'")
			out = append(out, w, w+"x", strings.Replace(w, "e", "ee", 1))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// judged are the words that hunspell does not know.
func judged(t *testing.T, program, name string, words []string) map[string]bool {
	t.Helper()
	c := exec.CommandContext(t.Context(), program, "-d", name, "-i", "utf-8", "-l")
	c.Stdin = strings.NewReader(strings.Join(words, "\n"))
	c.Env = append(os.Environ(), "LC_ALL=C.UTF-8")
	out, err := c.Output()
	if err != nil {
		t.Fatalf("hunspell: %v", err)
	}
	bad := map[string]bool{}
	for w := range strings.FieldsSeq(string(out)) {
		bad[w] = true
	}
	return bad
}
