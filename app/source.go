package app

import (
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"placard/briefing"
)

// sourceText is a document that is text itself, by lines, so that a reader can
// see beside what was recognised what stood there.
type sourceText struct {
	lines []string
	// bare is the letters and digits alone, folded: what no mark-up and no line
	// break changes. starts says where in it each line begins.
	bare   string
	starts []int
}

// lineSpan is lines from the first to the last, counted from 1; zero for none.
type lineSpan struct{ from, to int }

// plainExts are the documents that can be shown as they are.
var plainExts = []string{".md", ".txt", ".text"}

// newSourceText reads a document; nil where it is none to be shown as text.
func newSourceText(name string, data []byte) *sourceText {
	text := string(data)
	if !slices.Contains(plainExts, strings.ToLower(filepath.Ext(name))) || !utf8.ValidString(text) || strings.ContainsRune(text, 0) {
		return nil
	}
	s := &sourceText{lines: strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")}
	var bare strings.Builder
	for _, line := range s.lines {
		s.starts = append(s.starts, bare.Len())
		bare.WriteString(bareText(line))
	}
	s.bare = bare.String()
	return s
}

func bareText(text string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, text)
}

// lineAt is the line, counted from 1, of a place in bare.
func (s *sourceText) lineAt(at int) int {
	return sort.Search(len(s.starts), func(i int) bool { return s.starts[i] > at })
}

// How much of a block's words must be found, and how far a few letters may be
// looked for: "a" stands everywhere.
const (
	sourceHead = 32
	sourceFew  = 12
	sourceNear = 400
)

// align finds the lines of each block. Blocks follow each other in the source;
// what does not, as a footnote may not, is looked for from its beginning.
func (s *sourceText) align(blocks []briefing.Block) map[string]lineSpan {
	out := make(map[string]lineSpan, len(blocks))
	next := 0
	for _, b := range blocks {
		words := bareText(b.Text)
		at := s.find(words, next)
		if at < 0 {
			continue
		}
		end := s.end(words, at)
		out[b.ID] = lineSpan{s.lineAt(at), s.lineAt(end - 1)}
		if b.Kind != briefing.KindFootnote && at >= next {
			next = end
		}
	}
	return out
}

// find is where in bare words begin, looked for from a place on; -1 for nowhere.
func (s *sourceText) find(words string, from int) int {
	if words == "" {
		return -1
	}
	head := words[:min(len(words), sourceHead)]
	if len(words) < sourceFew {
		i := strings.Index(s.bare[from:min(len(s.bare), from+sourceNear)], head)
		if i < 0 {
			return -1
		}
		return from + i
	}
	if i := strings.Index(s.bare[from:], head); i >= 0 {
		return from + i
	}
	return strings.Index(s.bare, head)
}

// end is where words that begin at a place end: behind their last letters,
// since mark-up may stand between.
func (s *sourceText) end(words string, at int) int {
	tail := words[max(0, len(words)-sourceHead):]
	rest := s.bare[at:min(len(s.bare), at+2*len(words)+sourceNear)]
	from := max(0, len(words)-len(tail))
	if i := strings.Index(rest[min(from, len(rest)):], tail); i >= 0 {
		return at + from + i + len(tail)
	}
	return min(len(s.bare), at+len(words))
}
