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

func TestRetypeAdoptsTheList(t *testing.T) {
	p := proposal()
	if err := p.correct(Correction{Do: CorrectKind, Block: "b3", Kind: KindParagraph}); err != nil {
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
	if err := p.correct(Correction{Do: CorrectSplit, Block: "b2", At: 14}); err != nil {
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
	if err := p.correct(Correction{Do: CorrectMerge, Block: second.ID}); err != nil {
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
		if err := proposal().correct(c); !errors.Is(err, ErrInvalid) {
			t.Errorf("%s: got %v, want ErrInvalid", name, err)
		}
	}
	if err := proposal().correct(Correction{Do: CorrectMerge, Block: "b9"}); !errors.Is(err, ErrNotFound) {
		t.Errorf("a block that is not there: got %v", err)
	}
}
