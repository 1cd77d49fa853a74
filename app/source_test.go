package app

import (
	"testing"

	"placard/briefing"
)

func TestBlocksFindTheirLinesInTheSource(t *testing.T) {
	text := "# The **Dialogue**\n\nThe Dialogue\n\n1. Members are asked\nto *choose* two.[^1]\n\n[^1]: As decided by all members.\n\n2. They agreed.\n"
	s := newSourceText("note.md", []byte(text))
	blocks := []briefing.Block{
		{ID: "a", Kind: briefing.KindHeading, Text: "The Dialogue"},
		{ID: "b", Text: "The Dialogue"},
		{ID: "c", Text: "Members are asked to choose two."},
		{ID: "d", Text: "They agreed."},
		{ID: "e", Kind: briefing.KindFootnote, Text: "As decided by all members."},
		{ID: "f", Text: "Nowhere to be found here"},
	}
	got := s.align(blocks)
	for id, want := range map[string]lineSpan{"a": {1, 1}, "b": {3, 3}, "c": {5, 6}, "d": {10, 10}, "e": {8, 8}, "f": {}} {
		if got[id] != want {
			t.Errorf("block %s is at %v, want %v", id, got[id], want)
		}
	}
}

func TestOnlyTextIsShownAsText(t *testing.T) {
	for name, data := range map[string]string{"a.docx": "PK", "b.txt": "\xff\xfe1", "c.txt": "a\x00b"} {
		if newSourceText(name, []byte(data)) != nil {
			t.Errorf("%s counts as text", name)
		}
	}
}

// Beside what was recognised stands what the document says there.
func TestThePreviewShowsTheSource(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.s.importSample()
	st.work()
	p := st.s.pages[pageImport].(*importPage)
	if found, all := len(p.source.lines.spans), len(p.found.Blocks); found < all*9/10 {
		t.Errorf("%d of %d blocks find their lines", found, all)
	}
	p.blocks.reveal(p.found.Blocks[20].ID)
	st.sees(" of the source")
	st.sees(" of the source")
}
