package app

import (
	"context"
	"io"
	"testing"

	"placard/briefing"
)

// packStage is a window on the page of packs, with a note.
func packStage(t *testing.T) (*stage, *packPage) {
	t.Helper()
	st := newStage(t)
	st.createVault()
	st.importSample()
	st.s.show(pagePack)
	st.work()
	return st, st.s.pages[pagePack].(*packPage)
}

func TestPackLeavesOutWhatIsUnticked(t *testing.T) {
	st, p := packStage(t)
	if len(p.items.list) < 2 {
		t.Fatalf("%d items to choose from", len(p.items.list))
	}
	if got := p.order().Items; got != nil {
		t.Errorf("at first %v, want all", got)
	}
	first, second := p.items.list[0].Subject, p.items.list[1].Subject
	p.items.move(0, 1)
	st.work()
	if got := p.order().Items; got[0] != second || got[1] != first {
		t.Errorf("after moving down: %v", got)
	}
	p.items.choose(second, false)
	st.work()
	if got := p.order().Items; got[0] != first || len(got) != len(p.items.list)-1 {
		t.Errorf("after unticking: %v", got)
	}
}

// The page shows what was kept of a pack and what changed since.
func TestPacksMadeTellWhatChanged(t *testing.T) {
	st, p := packStage(t)
	p.form.freeze.SetChecked(true)
	o := p.order()
	if _, err := st.s.desk().ExportPack(context.Background(), io.Discard, o, nil); err != nil {
		t.Fatal(err)
	}
	p.reload()
	st.work()
	st.sees("frozen")
	st.press("What has changed")
	st.work()
	st.sees("Nothing has changed.")
	if n := len(p.form.numbers); n != 2 || p.form.numbers[1] != 1 {
		t.Errorf("changes can be shown since %v", p.form.numbers)
	}
}

// What is looked at is the order as it stands, and a changed order is not it.
func TestPreviewShowsPages(t *testing.T) {
	st, p := packStage(t)
	p.preview.turn(1)
	st.work()
	if p.preview.image.Image == nil || p.preview.page != 1 {
		t.Fatal("no picture of the first page")
	}
	p.preview.turn(2)
	st.work()
	st.sees("Page 2")
	showChoice(p.form.variant, packVariants, briefing.VariantSpeaking)
	p.look()
	st.work()
	if p.preview.file != nil || p.preview.image.Visible() {
		t.Error("the picture of another order still shows")
	}
}
