package pdf

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"placard/assets"
	"placard/briefing"
)

// publisher reads the fonts once for all tests.
var publisher = sync.OnceValue(func() *Publisher { return New(assets.Fonts()) })

// published is the file of a paper.
func published(tb testing.TB, p *briefing.Paper) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := publisher().Publish(tb.Context(), &b, p, nil); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// saved writes a file for the tools of others.
func saved(tb testing.TB, data []byte) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "paper.pdf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		tb.Fatal(err)
	}
	return path
}

// tool runs one of poppler's or qpdf's programs; the test is skipped where
// the machine has none.
func tool(tb testing.TB, name string, args ...string) string {
	tb.Helper()
	if _, err := exec.LookPath(name); err != nil {
		tb.Skip("no " + name + " on this machine")
	}
	out, err := exec.CommandContext(tb.Context(), name, args...).CombinedOutput()
	if err != nil {
		tb.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

// bidiMarks are those that poppler puts round text of the other direction.
var bidiMarks = regexp.MustCompile("[\u200f\u202a-\u202e]")

// pagesOf is the text of every page as poppler reads it.
func pagesOf(tb testing.TB, data []byte, options ...string) []string {
	tb.Helper()
	out := tool(tb, "pdftotext", append(options, saved(tb, data), "-")...)
	return strings.Split(strings.TrimSuffix(bidiMarks.ReplaceAllString(out, ""), "\f"), "\f")
}

// plain is the file with nothing packed, as qpdf unpacks it.
func plain(tb testing.TB, data []byte) string {
	tb.Helper()
	path := saved(tb, data)
	tool(tb, "qpdf", "--qdf", "--object-streams=disable", path, path+".plain")
	out, err := os.ReadFile(path + ".plain")
	if err != nil {
		tb.Fatal(err)
	}
	return string(out)
}

// small is a paper with some blocks.
func small(blocks ...briefing.PaperBlock) *briefing.Paper {
	return &briefing.Paper{
		Title: "A paper", Language: "en", Mark: "RESTRICTED", Author: "Delegation of Meridia", Reference: "Pack 1",
		Furniture: briefing.PaperWords{Page: "Page", Of: "of", Contents: "Contents", Copy: "Copy"}, Blocks: blocks,
	}
}

// words is a paragraph.
func words(s string) briefing.PaperBlock {
	return briefing.PaperBlock{Kind: briefing.PaperText, Runs: []briefing.PaperRun{{Text: s}}, RTL: briefing.StartsRight(s)}
}

// title is a heading.
func title(level int, s string) briefing.PaperBlock {
	return briefing.PaperBlock{Kind: briefing.PaperHeading, Level: level, Together: true, Runs: []briefing.PaperRun{{Text: s}}}
}
