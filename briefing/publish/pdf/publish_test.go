package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"placard/briefing"
	"placard/briefing/publish/papertest"
)

func TestMarkAndNumberOnEveryPage(t *testing.T) {
	p := papertest.Paper(t, briefing.VariantFull, briefing.ForHead, "en")
	p.Copy = "4"
	pages := pagesOf(t, published(t, p), "-layout")
	for i, page := range pages {
		if n := strings.Count(page, "CONFIDENTIAL"); n < 2 {
			t.Errorf("page %d has its mark %d times, want top and bottom", i+1, n)
		}
		for _, want := range []string{
			fmt.Sprintf("Page %d of %d", i+1, len(pages)), "Copy 4", "Pack 3 · 14 March 2026", "Delegation of Meridia", "DEMO",
		} {
			if !strings.Contains(page, want) {
				t.Errorf("page %d lacks %q", i+1, want)
			}
		}
	}
}

// The contents promise true pages, to the eye and to the finger.
func TestContentsHaveTruePages(t *testing.T) {
	for _, language := range []string{"en", "fr", "es"} {
		pages := pagesOf(t, published(t, papertest.Paper(t, briefing.VariantFull, briefing.ForHead, language)), "-layout")
		entries := regexp.MustCompile(`(?m)^\s*(\S.*?)\s{3,}(\d+)\s*$`).FindAllStringSubmatch(pages[1], -1)
		if len(entries) < 8 {
			t.Fatalf("%s: only %d entries in the contents:\n%s", language, len(entries), pages[1])
		}
		for _, e := range entries {
			n, _ := strconv.Atoi(e[2])
			if n < 1 || n > len(pages) || !strings.Contains(oneLine(pages[n-1]), oneLine(e[1])) {
				t.Errorf("%s: the contents promise %q on page %d", language, e[1], n)
			}
		}
	}
}

// oneLine is text without its line ends.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func TestFootnotesStandOnTheirPage(t *testing.T) {
	note := func(i int) briefing.PaperBlock {
		return briefing.PaperBlock{Kind: briefing.PaperText, Runs: []briefing.PaperRun{
			{Text: strings.Repeat("Words before the mark. ", 20)},
			{Text: fmt.Sprintf("claim%dx", i), Note: fmt.Sprintf("source%dx in full", i)},
			{Text: " and words behind it."},
		}}
	}
	var blocks []briefing.PaperBlock
	for i := range 60 {
		blocks = append(blocks, note(i))
	}
	pages := pagesOf(t, published(t, small(blocks...)))
	if len(pages) < 4 {
		t.Fatalf("%d pages are too few to tell", len(pages))
	}
	for i := range 60 {
		at := slices.IndexFunc(pages, func(p string) bool { return strings.Contains(p, fmt.Sprintf("claim%dx", i)) })
		if at < 0 || !strings.Contains(pages[at], fmt.Sprintf("source%dx in full", i)) {
			t.Errorf("the note of claim%dx is not on its page %d", i, at+1)
		}
	}
}

// A note longer than its page goes on at the foot of the next; nothing is lost.
func TestLongFootnoteGoesOn(t *testing.T) {
	var long strings.Builder
	for i := range 900 {
		fmt.Fprintf(&long, "word%d ", i)
	}
	b := briefing.PaperBlock{Kind: briefing.PaperText, Runs: []briefing.PaperRun{{Text: "claim", Note: long.String()}}}
	pages := pagesOf(t, published(t, small(b, words("after"))))
	all := strings.Join(pages, " ")
	for i := range 900 {
		if !strings.Contains(all, fmt.Sprintf("word%d", i)) {
			t.Fatalf("word%d of the note is lost", i)
		}
	}
	if len(pages) < 2 || !strings.Contains(pages[0], "claim") {
		t.Errorf("%d pages; the mark should stand on the first", len(pages))
	}
}

func TestTablesRepeatTheirHeads(t *testing.T) {
	table := &briefing.PaperTableBody{Head: 1, Widths: []int{20, 80}, Rows: [][]briefing.PaperCell{
		{{Runs: []briefing.PaperRun{{Text: "COLUMN"}}}, {Runs: []briefing.PaperRun{{Text: "SECOND"}}}},
	}}
	for i := range 120 {
		table.Rows = append(table.Rows, []briefing.PaperCell{
			{Runs: []briefing.PaperRun{{Text: fmt.Sprintf("row%d", i)}}},
			{Runs: []briefing.PaperRun{{Text: strings.Repeat("cell ", 30) + fmt.Sprintf("end%d", i)}}},
		})
	}
	file := published(t, small(briefing.PaperBlock{Kind: briefing.PaperTable, Table: table}))
	pages := pagesOf(t, file)
	for i, page := range pages {
		if strings.Count(page, "COLUMN") != 1 {
			t.Errorf("page %d has the head %d times", i+1, strings.Count(page, "COLUMN"))
		}
	}
	for i := range 120 {
		at := slices.IndexFunc(pages, func(p string) bool { return strings.Contains(p, fmt.Sprintf("row%d\n", i)) })
		if at < 0 || !strings.Contains(pages[at], fmt.Sprintf("end%d\n", i)) {
			t.Errorf("row %d is split or lost", i)
		}
	}
	if n := strings.Count(plain(t, file), "/S /TH"); n != 2 {
		t.Errorf("%d head cells in the tree, want 2: a repeated head is furniture", n)
	}
}

// A row higher than a page is the one that splits.
func TestRowHigherThanAPage(t *testing.T) {
	var long strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&long, "word%d ", i)
	}
	table := &briefing.PaperTableBody{Widths: []int{50, 50}, Rows: [][]briefing.PaperCell{{{Runs: []briefing.PaperRun{{Text: long.String()}}}, {}}}}
	all := strings.Join(pagesOf(t, published(t, small(briefing.PaperBlock{Kind: briefing.PaperTable, Table: table}))), " ")
	for i := range 3000 {
		if !strings.Contains(all, fmt.Sprintf("word%d", i)) {
			t.Fatalf("word%d of the row is lost", i)
		}
	}
}

// No heading stands last on a page, no line of a paragraph alone, wherever
// the page happens to end.
func TestNothingIsWidowed(t *testing.T) {
	for lines := range 60 {
		var blocks []briefing.PaperBlock
		for range lines {
			blocks = append(blocks, words("filler"))
		}
		blocks = append(blocks, title(1, "Chapter"), title(2, "Section"), words(strings.Repeat("several words of a paragraph ", 16)))
		sheets := sheetsOf(t, small(blocks...))
		for i, s := range sheets {
			last := s.placed[len(s.placed)-1]
			if last.keep && i < len(sheets)-1 {
				t.Errorf("%d lines before: a slab that keeps with the next ends page %d", lines, i+1)
			}
		}
	}
}

// sheetsOf paginates a paper without drawing it.
func sheetsOf(t *testing.T, p *briefing.Paper) []*sheet {
	t.Helper()
	u := publisher()
	if err := u.fonts.read(); err != nil {
		t.Fatal(err)
	}
	f := newFlow(p, lookFor(p, 1), u.fonts.open(p), newRoot())
	if err := f.all(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	return paginate(f.slabs, f.look.room())
}

func TestSamePaperSameBytes(t *testing.T) {
	a := published(t, papertest.Paper(t, briefing.VariantFull, briefing.ForHead, "en"))
	b := published(t, papertest.Paper(t, briefing.VariantFull, briefing.ForHead, "en"))
	if !bytes.Equal(a, b) {
		t.Error("the same pack gave other bytes")
	}
}

func TestPaperSizes(t *testing.T) {
	for letter, want := range map[bool]string{false: "595.28 x 841.89 pts (A4)", true: "612 x 792 pts (letter)"} {
		p := small(words("a"))
		p.Letter = letter
		if out := tool(t, "pdfinfo", saved(t, published(t, p))); !strings.Contains(out, want) {
			t.Errorf("Letter %v: no %q in %s", letter, want, out)
		}
	}
}

func TestPublishTellsProgressAndStops(t *testing.T) {
	p := papertest.Paper(t, briefing.VariantFull, briefing.ForHead, "en")
	u := publisher()
	var last, total int
	if err := u.Publish(t.Context(), &bytes.Buffer{}, p, func(d, n int) { last, total = d, n }); err != nil {
		t.Fatal(err)
	}
	if last == 0 || last != total {
		t.Errorf("told %d of %d at the end", last, total)
	}
	ctx, cancel := context.WithCancel(t.Context())
	var out bytes.Buffer
	err := u.Publish(ctx, &out, p, func(d, _ int) {
		if d == 12 {
			cancel()
		}
		if d > 12 {
			t.Errorf("went on to block %d after Cancel", d)
		}
	})
	if !errors.Is(err, context.Canceled) || out.Len() > 0 {
		t.Errorf("after Cancel: %v and %d bytes", err, out.Len())
	}
}

// One page an item is one page an item.
func TestSnugPapersKeepToTheirPages(t *testing.T) {
	pages := pagesOf(t, published(t, papertest.Paper(t, briefing.VariantOnePage, briefing.ForHead, "en")))
	for _, item := range []string{"Paragraph 4 –", "Paragraph 5 –", "Paragraph 6 –", "Item 2 –"} {
		at := slices.IndexFunc(pages, func(p string) bool { return strings.Contains(p, item) })
		if at < 2 {
			t.Fatalf("%s is on page %d of %d", item, at+1, len(pages))
		}
	}
	if len(pages) != 6 { // cover, overview, four items
		t.Errorf("%d pages, want 6", len(pages))
	}
}

// The budget is 1.5 s of one processor for a pack of a hundred pages.
func BenchmarkHundredPages(b *testing.B) {
	p := papertest.HundredPages()
	u := publisher()
	for b.Loop() {
		if err := u.Publish(b.Context(), &bytes.Buffer{}, p, nil); err != nil {
			b.Fatal(err)
		}
	}
}
