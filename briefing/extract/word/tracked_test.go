package word_test

import (
	"slices"
	"testing"

	"placard/briefing"
	"placard/briefing/extract"
)

// TestTrackedChangesAreAcceptedAndSaid: what somebody changed is in doubt where
// it stands, in each format that tracks changes.
func TestTrackedChangesAreAcceptedAndSaid(t *testing.T) {
	docx := `<w:p><w:r><w:t>1. The fees are </w:t></w:r><w:del><w:r><w:delText>low</w:delText></w:r></w:del><w:ins><w:r><w:t>high</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r></w:p><w:p><w:r><w:t>2. The boats are wet.</w:t></w:r></w:p>`
	odt := `<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>low</text:p></text:deletion></text:changed-region></text:tracked-changes>` +
		`<text:p>1. The fees are <text:change text:change-id="c1"/>high.</text:p><text:p>2. The boats are wet.</text:p>`
	rtf := `{\rtf1\ansi\pard 1. The fees are {\deleted low}{\revised high}.\par 2. The boats are wet.\par}`
	for name, data := range map[string][]byte{"a.docx": pack(t, docx, nil), "a.odt": openDocument(t, "", odt), "a.rtf": []byte(rtf)} {
		r, err := extract.New().Extract(t.Context(), briefing.Original{Name: name, Data: data}, nil)
		if err != nil {
			t.Fatal(name, err)
		}
		if len(r.Blocks) != 2 || r.Blocks[0].Text != "The fees are high." {
			t.Fatalf("%s: %+v", name, r.Blocks)
		}
		if !slices.Contains(r.Blocks[0].Doubts, briefing.DoubtTracked) || slices.Contains(r.Blocks[1].Doubts, briefing.DoubtTracked) {
			t.Errorf("%s: doubts %q and %q", name, r.Blocks[0].Doubts, r.Blocks[1].Doubts)
		}
		if r.Left["tracked_changes"] == 0 {
			t.Errorf("%s: not counted in %v", name, r.Left)
		}
	}
}
