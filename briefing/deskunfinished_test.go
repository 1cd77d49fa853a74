package briefing_test

import (
	"reflect"
	"testing"

	"placard/assets"
	"placard/briefing"
)

// A review that was broken off goes on where it was: with its corrections, its
// undo and its looks, until the document is in the vault.
func TestReviewsAreKept(t *testing.T) {
	d := newDesk(t)
	name, data := assets.Sample()
	p, err := d.Recognize(t.Context(), briefing.Original{Name: name, Data: data}, nil)
	if err != nil {
		t.Fatal(err)
	}
	first, second := p.Blocks[3].ID, p.Blocks[5].ID
	for _, block := range []string{first, second} {
		if err := d.Correct(t.Context(), p, briefing.Correction{Do: briefing.CorrectKind, Block: block, Kind: briefing.KindQuotation}); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.UndoCorrection(t.Context(), p); err != nil {
		t.Fatal(err)
	}
	if err := d.KeepReviews(t.Context(), []*briefing.Proposal{p}); err != nil {
		t.Fatal(err)
	}
	kept, err := d.KeptReviews(t.Context())
	if err != nil || len(kept) != 1 {
		t.Fatalf("%d kept, %v", len(kept), err)
	}
	k := kept[0]
	if !reflect.DeepEqual(k.Blocks, p.Blocks) || len(k.Corrections) != 1 || k.UndoneCorrection() == nil || string(k.Original().Data) != string(data) {
		t.Errorf("kept %d corrections of %d blocks, %d bytes; want those of the review", len(k.Corrections), len(k.Blocks), len(k.Original().Data))
	}
	if err := d.UndoCorrection(t.Context(), k); err != nil || !reflect.DeepEqual(k.Blocks, k.AsRead()) {
		t.Errorf("undone to the end it is not as it was read: %v", err)
	}
	if _, err := d.Import(t.Context(), k); err != nil {
		t.Fatal(err)
	}
	if kept, err := d.KeptReviews(t.Context()); err != nil || len(kept) != 0 {
		t.Errorf("%d still kept of what was imported, %v", len(kept), err)
	}
}

func TestNoReviewIsKept(t *testing.T) {
	if kept, err := newDesk(t).KeptReviews(t.Context()); err != nil || kept != nil {
		t.Errorf("got %v, %v", kept, err)
	}
}
