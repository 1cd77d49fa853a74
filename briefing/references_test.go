package briefing_test

import (
	"slices"
	"testing"

	"placard/briefing"
)

func TestLinkReferences(t *testing.T) {
	tests := []struct {
		text string
		want []string // "number printed"
	}{
		{"as said in paragraph 2 above", []string{"b2 paragraph 2"}},
		{"see paras. 1 and 2", []string{"b1 paras. 1", "b2 2"}},
		{"au paragraphe 1", []string{"b1 paragraphe 1"}},
		{"en el párrafo\u00a02", []string{"b2 párrafo\u00a02"}},
		{"в пункте 1", []string{"b1 пункте 1"}},
		{"参照上文第2段", []string{"b2 第2段"}},
		{"in paragraph 2 of resolution 48/246", nil},
		{"paragraph 2 of General Assembly resolution 48/246", nil},
		{"paragraph 9", nil},
		{"subparagraph 2", nil},
	}
	for _, tt := range tests {
		blocks := []briefing.Block{
			{ID: "b1", Kind: briefing.KindParagraph, Part: briefing.PartBody, Label: "1", Text: "One."},
			{ID: "b2", Kind: briefing.KindParagraph, Part: briefing.PartBody, Label: "2", Text: "Two."},
			{ID: "b3", Kind: briefing.KindText, Part: briefing.PartBody, Text: tt.text},
		}
		var got []string
		for _, r := range briefing.LinkReferences(blocks) {
			got = append(got, r.To+" "+r.Text)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
		for _, run := range blocks[2].Runs {
			if run.Link == "" || run.End > len(tt.text) {
				t.Errorf("%q: run %+v", tt.text, run)
			}
		}
	}
}

func TestLinkReferencesKeepsLooks(t *testing.T) {
	blocks := []briefing.Block{
		{ID: "b1", Kind: briefing.KindParagraph, Part: briefing.PartBody, Label: "1", Text: "One."},
		{
			ID: "b2", Kind: briefing.KindParagraph, Part: briefing.PartBody, Label: "2", Text: "the words of paragraph 1 here",
			Runs: []briefing.Run{{Start: 4, End: 22, Style: briefing.Bold}},
		},
	}
	briefing.LinkReferences(blocks)
	want := []briefing.Run{
		{Start: 4, End: 13, Style: briefing.Bold},
		{Start: 13, End: 22, Style: briefing.Bold, Link: "#b1"},
		{Start: 22, End: 24, Link: "#b1"},
	}
	if !slices.Equal(blocks[1].Runs, want) {
		t.Errorf("got %+v, want %+v", blocks[1].Runs, want)
	}
}
