package spelling

import (
	"context"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"placard/briefing"
)

// System is the dictionaries that are installed. Each is read when it is first
// needed and kept. It is safe for concurrent use.
type System struct {
	dirs []string
	mu   sync.Mutex
	read map[string]*Dictionary // by language; nil where there is none
}

var _ briefing.Speller = (*System)(nil)

// New looks for dictionaries in folders; without any, where systems put them.
func New(dirs ...string) *System {
	if len(dirs) == 0 {
		dirs = folders()
	}
	return &System{dirs: dirs, read: map[string]*Dictionary{}}
}

// folders are where hunspell's files are found.
func folders() []string {
	out := []string{"/usr/share/hunspell", "/usr/local/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts"}
	if home, err := os.UserHomeDir(); err == nil {
		out = append(out, filepath.Join(home, ".local", "share", "hunspell"))
		if runtime.GOOS == "darwin" {
			out = append(out, filepath.Join(home, "Library", "Spelling"), "/Library/Spelling")
		}
	}
	return out
}

// regions are which of several dictionaries of a language is taken.
var regions = map[string][]string{
	"en": {"en_GB", "en_US", "en_CA", "en_AU"}, "fr": {"fr", "fr_FR", "fr_CH"}, "es": {"es_ES", "es", "es_MX"},
}

// dictionary is that of a language; nil where none is installed or the one that
// is cannot be read.
func (s *System) dictionary(language string) *Dictionary {
	s.mu.Lock()
	defer s.mu.Unlock()
	d, tried := s.read[language]
	if !tried {
		d = s.open(language)
		s.read[language] = d
	}
	return d
}

func (s *System) open(language string) *Dictionary {
	names := regions[language]
	if names == nil {
		names = []string{language}
	}
	for _, name := range names {
		for _, dir := range s.dirs {
			if d := readFiles(filepath.Join(dir, name)); d != nil {
				return d
			}
		}
	}
	return nil
}

func readFiles(path string) *Dictionary {
	aff, err := os.Open(path + ".aff")
	if err != nil {
		return nil
	}
	defer aff.Close()
	dic, err := os.Open(path + ".dic")
	if err != nil {
		return nil
	}
	defer dic.Close()
	d, err := Read(aff, dic)
	if err != nil {
		return nil // a dictionary in an encoding we do not know serves nobody
	}
	return d
}

// word is letters, with apostrophes and hyphens inside; digits beside them make
// them a symbol.
var word = regexp.MustCompile(`[\p{L}\p{M}\p{N}/]+(?:[-'’.][\p{L}\p{M}\p{N}/]+)*`)

// plain is a word of letters alone.
var plain = regexp.MustCompile(`^[\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+)*$`)

// acronym is how many letters a word in capitals may have to be taken for one.
const acronym = 6

// doubtful is the share of unknown words from which on a text is tried in
// another language: one in so many.
const doubtful = 3

// suggested is how many words like a wrong one are looked for.
const suggested = 5

// Unknown is briefing.Speller's.
func (s *System) Unknown(ctx context.Context, languages []string, text string, known func(string) bool, n int) ([]briefing.Misspelling, error) {
	words := checked(text)
	var best *Dictionary
	var wrong []string
	for _, l := range languages {
		d := s.dictionary(l)
		if d == nil {
			continue
		}
		bad := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return d.Knows(w) })
		if best == nil || len(bad) < len(wrong) {
			best, wrong = d, bad
		}
		if len(bad)*doubtful < len(words) {
			break
		}
	}
	var out []briefing.Misspelling
	for _, w := range wrong {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if len(out) < n && !known(w) {
			out = append(out, briefing.Misspelling{Word: w, Like: best.Suggest(w, suggested)})
		}
	}
	return out, nil
}

// checked are the words of a text that a dictionary can judge, once each.
func checked(text string) []string {
	var out []string
	for _, w := range word.FindAllString(text, -1) {
		short := w == strings.ToUpper(w) && utf8.RuneCountInString(w) <= acronym
		if plain.MatchString(w) && !short && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}
