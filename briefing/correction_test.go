package briefing

import (
	"errors"
	"testing"
)

func proposal() *Proposal {
	return &Proposal{Recognized: Recognized{Blocks: []Block{
		{ID: "b1", Kind: KindHeading, Part: PartBody, Text: "Theme", Level: 1},
		{ID: "b2", Kind: KindParagraph, Part: PartBody, Label: "1", Text: "The organ met. It agreed.", Runs: []Run{{Start: 4, End: 9, Style: Bold}, {Start: 18, End: 24, Style: Italic}}},
		{ID: "b3", Kind: KindText, Part: PartBody, Text: "first point", Doubts: []string{"unnumbered"}},
		{ID: "b4", Kind: KindBullet, Part: PartBody, Text: "second point", Parent: "b2"},
	}}}
}

// apply corrects the proposal's blocks.
func (p *Proposal) apply(c Correction) (err error) {
	blocks, err := corrected(p.Blocks, c)
	if err == nil {
		p.Blocks = blocks
	}
	return err
}

func TestRetypeAdoptsTheList(t *testing.T) {
	p := proposal()
	if err := p.apply(Correction{Do: CorrectKind, Block: "b3", Kind: KindParagraph}); err != nil {
		t.Fatal(err)
	}
	if got := p.Blocks[2]; got.Kind != KindParagraph || got.Doubts != nil {
		t.Errorf("got %s with doubts %v, want a paragraph without", got.Kind, got.Doubts)
	}
	if got := p.Blocks[3].Parent; got != "b3" {
		t.Errorf("the bullet's parent is %q, want the new paragraph", got)
	}
}

func TestSplitThenMergeGivesTheWordsBack(t *testing.T) {
	p := proposal()
	was := p.Blocks[1]
	if err := p.apply(Correction{Do: CorrectSplit, Block: "b2", At: 14}); err != nil {
		t.Fatal(err)
	}
	first, second := p.Blocks[1], p.Blocks[2]
	if first.Text != "The organ met." || second.Text != "It agreed." {
		t.Fatalf("got %q and %q", first.Text, second.Text)
	}
	if r := second.Runs; len(r) != 1 || second.Text[r[0].Start:r[0].End] != "agreed" {
		t.Errorf("the second block's runs are %v, want one on “agreed”", r)
	}
	if first.Label != "1" || second.Label != "" || second.ID == first.ID {
		t.Errorf("labels %q and %q, ids %q and %q", first.Label, second.Label, first.ID, second.ID)
	}
	if err := p.apply(Correction{Do: CorrectMerge, Block: second.ID}); err != nil {
		t.Fatal(err)
	}
	if got := p.Blocks[1]; got.Text != was.Text || len(got.Runs) != 2 || got.Text[got.Runs[1].Start:got.Runs[1].End] != "agreed" {
		t.Errorf("got %q with %v", got.Text, got.Runs)
	}
}

func TestCorrectionsThatMakeNoSense(t *testing.T) {
	for name, c := range map[string]Correction{
		"split at the start":  {Do: CorrectSplit, Block: "b2", At: 0},
		"split past the end":  {Do: CorrectSplit, Block: "b2", At: 99},
		"merge the first":     {Do: CorrectMerge, Block: "b1"},
		"an unknown kind":     {Do: CorrectKind, Block: "b2", Kind: "poem"},
		"an unknown question": {Do: "sing", Block: "b2"},
	} {
		if err := proposal().apply(c); !errors.Is(err, ErrInvalid) {
			t.Errorf("%s: got %v, want ErrInvalid", name, err)
		}
	}
	if err := proposal().apply(Correction{Do: CorrectMerge, Block: "b9"}); !errors.Is(err, ErrNotFound) {
		t.Errorf("a block that is not there: got %v", err)
	}
}

func TestRenumberCountsOnAsFarAsTheSeriesGoes(t *testing.T) {
	labels := func(kind Kind, labels ...string) *Proposal {
		p := &Proposal{}
		for i, l := range labels {
			b := Block{ID: "b" + string(rune('1'+i)), Kind: kind, Part: PartBody, Label: l, Text: "words", Doubts: []string{"number_gap"}}
			p.Blocks = append(p.Blocks, b)
		}
		return p
	}
	for name, c := range map[string]struct {
		p     *Proposal
		first string
		want  []string
	}{
		"numbers":            {labels(KindParagraph, "1", "7", "8", "9"), "2", []string{"1", "2", "3", "4"}},
		"a bis stays":        {labels(KindParagraph, "1", "3", "3bis", "4"), "2", []string{"1", "2", "3bis", "3"}},
		"another prefix":     {labels(KindParagraph, "4.1", "4.3", "4.4", "5.1"), "4.2", []string{"4.1", "4.2", "4.3", "5.1"}},
		"letters":            {labels(KindSubparagraph, "a", "c", "d", "e"), "b", []string{"a", "b", "c", "d"}},
		"none had a number":  {labels(KindParagraph, "1", "", "", "2"), "5", []string{"1", "5", "", "6"}},
		"as people print it": {labels(KindParagraph, "1", "7", "8", "9"), " (2). ", []string{"1", "2", "3", "4"}},
	} {
		if err := c.p.apply(Correction{Do: CorrectRenumber, Block: "b2", Label: c.first}); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for i, want := range c.want {
			if got := c.p.Blocks[i].Label; got != want {
				t.Errorf("%s: block %d is %q, want %q", name, i+1, got, want)
			}
		}
		if len(c.p.Blocks[1].Doubts) > 0 {
			t.Errorf("%s: the doubts about its number stay: %v", name, c.p.Blocks[1].Doubts)
		}
	}
}

// A page typed from its picture becomes paragraphs where empty lines and
// numbers say so.
func TestTypedTextBecomesBlocks(t *testing.T) {
	p := &Proposal{Recognized: Recognized{Blocks: []Block{
		{ID: "b1", Kind: KindText, Part: PartBody, Page: 4, Doubts: []string{"scan"}},
		{ID: "b2", Kind: KindText, Part: PartBody, Page: 5, Doubts: []string{"scan"}},
	}}}
	typed := "Report of the\nHarbour Master\n\n12. The Council met\r\nin May.\n\n(13) It agreed.\n"
	if err := p.apply(Correction{Do: CorrectText, Block: "b1", Text: typed}); err != nil {
		t.Fatal(err)
	}
	want := []Block{
		{ID: "b1", Kind: KindText, Text: "Report of the Harbour Master", Page: 4},
		{Kind: KindParagraph, Label: "12", Text: "The Council met in May.", Page: 4},
		{Kind: KindParagraph, Label: "13", Text: "It agreed.", Page: 4},
		{ID: "b2", Kind: KindText, Page: 5},
	}
	if len(p.Blocks) != len(want) {
		t.Fatalf("got %d blocks, want %d: %+v", len(p.Blocks), len(want), p.Blocks)
	}
	for i, w := range want {
		if got := p.Blocks[i]; got.Kind != w.Kind || got.Label != w.Label || got.Text != w.Text || got.Page != w.Page {
			t.Errorf("block %d: got %+v, want %+v", i, got, w)
		}
	}
	if err := p.apply(Correction{Do: CorrectText, Block: "b2", Text: " \n "}); !errors.Is(err, ErrInvalid) {
		t.Errorf("nothing typed: got %v", err)
	}
}

func TestMergedBlocksAreFollowed(t *testing.T) {
	p := proposal()
	p.Blocks[0].Runs = []Run{{Start: 0, End: 5, Link: "#b4"}}
	before := p.Blocks
	for _, id := range []string{"b4", "b3"} {
		if err := p.apply(Correction{Do: CorrectMerge, Block: id}); err != nil {
			t.Fatal(err)
		}
	}
	gone := absorbed(before, p.Blocks)
	if gone["b3"] != "b2" || gone["b4"] != "b2" || len(gone) != 2 {
		t.Errorf("got %v, want both in b2", gone)
	}
	if got := p.Blocks[0].Runs[0].Link; got != "#b2" || before[0].Runs[0].Link != "#b4" {
		t.Errorf("the mention links to %s, and before to %s", got, before[0].Runs[0].Link)
	}
}
