package spelling

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A small dictionary with every kind of rule: suffixes in sequence, a prefix
// that goes with them, a root that is no word, a word that is none.
const (
	smallAff = `SET UTF-8
TRY esiantrolcd-
NEEDAFFIX !
FORBIDDENWORD x
ICONV 1
ICONV ’ '
REP 2
REP f ph
REP ie ei
SFX D Y 3
SFX D 0 ed [^ey]
SFX D 0 d e
SFX D y ied [^aeiou]y
SFX S Y 1
SFX S 0 s .
SFX A Y 1
SFX A 0 able/S .
PFX U Y 1
PFX U 0 un .
PFX L Y 1
PFX L 0 l' [aeiou]
`
	smallDic = `8
walk/DAU
try/D
light/SU
weir/D
ami/LS
stem/!S
wrong/x
Geneva
`
)

func small(tb testing.TB) *Dictionary {
	tb.Helper()
	d, err := Read(strings.NewReader(smallAff), strings.NewReader(smallDic))
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

func TestFormsOfWords(t *testing.T) {
	d := small(t)
	for _, w := range []string{
		"walk", "walked", "walkable", "walkables", "unwalked", "unwalkable", "tried", "Light", "LIGHTS", "l'ami", "l’ami", "L'ami",
		"stems", "Geneva", "GENEVA", "walk-light", "weired",
	} {
		if !d.Knows(w) {
			t.Errorf("%q is not known", w)
		}
	}
	for _, w := range []string{
		"walkd", "tryed", "untry", "stem", "wrong", "geneva", "l'walk", "unlit", "walk-", "-", "", "wier", "walkss", "walkdable",
	} {
		if d.Knows(w) {
			t.Errorf("%q is known", w)
		}
	}
}

func TestSuggestions(t *testing.T) {
	d := small(t)
	for wrong, want := range map[string]string{"wier": "weir", "wakl": "walk", "walkk": "walk", "wolk": "walk", "lght": "light"} {
		if got := d.Suggest(wrong, 5); !slices.Contains(got, want) {
			t.Errorf("for %q: %v, want %q among them", wrong, got, want)
		}
	}
	if got := d.Suggest("walkztry", 5); len(got) != 0 {
		t.Errorf("for two words in one: %v", got)
	}
	if got := d.Suggest(strings.Repeat("a", 100), 5); len(got) != 0 {
		t.Errorf("for a hundred letters: %v", got)
	}
}

// Symbols, acronyms, figures and words of the note are nobody's mistakes.
func TestUnknownWordsOfAText(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"en_GB.aff": smallAff, "en_GB.dic": smallDic} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	s := New(dir)
	known := func(w string) bool { return w == "Esteria" }
	text := "Esteria walked, UNESCO tried A/C.3/79/L.12 in 2031; they wier light. They walkd."
	got, err := s.Unknown(t.Context(), []string{"fr", "en"}, text, known, 10)
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, m := range got {
		words = append(words, m.Word)
		if m.Word == "wier" && !slices.Contains(m.Like, "weir") {
			t.Errorf("for wier: %v", m.Like)
		}
	}
	if want := []string{"in", "they", "wier", "They", "walkd"}; !slices.Equal(words, want) {
		t.Errorf("unknown are %v", words)
	}
	if got, err := s.Unknown(t.Context(), []string{"de"}, text, known, 10); err != nil || len(got) != 0 {
		t.Errorf("without a dictionary: %v, %v", got, err)
	}
}

// Whatever stands in the files, reading them and asking ends and does not fail.
func FuzzRead(f *testing.F) {
	f.Add(smallAff, smallDic, "unwalkable")
	f.Add("FLAG num\nAF 2\nAF 1,2\nAF 3\nSFX 1 Y 1\nSFX 1 0 0/1 .", "1\na/1", "aaaa")
	f.Add("FLAG long\nSFX aa Y 1\nSFX aa [^a 0 [", "2\nb/aab", "b")
	f.Add("SET KOI8-R", "1\nx", "x")
	f.Fuzz(func(_ *testing.T, aff, dic, word string) {
		d, err := Read(strings.NewReader(aff), strings.NewReader(dic))
		if err != nil {
			return
		}
		if len(word) < 60 {
			d.Knows(word)
		}
	})
}

func BenchmarkKnows(b *testing.B) {
	d := installed(b, "fr")
	words := letters.FindAllString(strings.Repeat("Les membres du Conseil réaffirment leur attachement à l'intégrité territoriale des États voisins. ", 3), -1)
	b.ResetTimer()
	for b.Loop() {
		for _, w := range words {
			d.Knows(w)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*len(words)), "µs/word")
}

func BenchmarkRead(b *testing.B) {
	for b.Loop() {
		installed(b, "fr")
	}
}
