package briefing_test

import (
	"errors"
	"reflect"
	"testing"

	"placard/assets"
	"placard/briefing"
)

// proposed is the sample note before it is imported.
func proposed(t *testing.T, d *briefing.Desk) *briefing.Proposal {
	t.Helper()
	name, data := assets.Sample()
	p, err := d.Recognize(t.Context(), briefing.Original{Name: name, Data: data}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestCorrectionsBeforeAnImportAreUndoneAndRedone(t *testing.T) {
	d := newDesk(t)
	p := proposed(t, d)
	read := p.Blocks
	p.Asks[0].State = briefing.AskRefused // unticked
	for _, c := range []briefing.Correction{
		{Do: briefing.CorrectMerge, Block: read[4].ID},
		{Do: briefing.CorrectKind, Block: read[3].ID, Kind: briefing.KindFurniture},
	} {
		if err := d.Correct(t.Context(), p, c); err != nil {
			t.Fatal(err)
		}
	}
	fixed := p.Blocks
	for range 2 {
		if err := d.UndoCorrection(t.Context(), p); err != nil {
			t.Fatal(err)
		}
	}
	if !reflect.DeepEqual(p.Blocks, read) || p.Asks[0].State != briefing.AskRefused {
		t.Errorf("undo gives %d blocks, ask %s; want those read and what was unticked", len(p.Blocks), p.Asks[0].State)
	}
	if err := d.UndoCorrection(t.Context(), p); !errors.Is(err, briefing.ErrNothingToUndo) {
		t.Errorf("nothing is left to undo: got %v", err)
	}
	for range 2 {
		if err := d.RedoCorrection(t.Context(), p); err != nil {
			t.Fatal(err)
		}
	}
	if !reflect.DeepEqual(p.Blocks, fixed) || p.UndoneCorrection() != nil {
		t.Errorf("redo gives other blocks than the corrections")
	}
	note, err := d.Import(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	if got := dossier(t, d, note.ID).Text.Corrections; len(got) != 2 || got[0].Do != briefing.CorrectMerge {
		t.Errorf("the note remembers the corrections %v", got)
	}
}

// corrects corrects the stored note and gives its dossier after.
func corrects(t *testing.T, d *briefing.Desk, x *briefing.Dossier, c briefing.Correction) *briefing.Dossier {
	t.Helper()
	if err := d.CorrectNote(t.Context(), x.Note.ID, x.Base(x.Text), c); err != nil {
		t.Fatal(err)
	}
	return dossier(t, d, x.Note.ID)
}

// What was said and asked stays on its words when the text is corrected, and
// one Undo takes all of it back.
func TestWhatHangsOnABlockFollowsItsWords(t *testing.T) {
	d := newDesk(t)
	x := withSample(t, d)
	b := at(t, x, "12")
	p := draft(t, x, "12")
	p.Stance = briefing.StanceSupports
	save(t, d, p, 0)
	tail := b.Text[len(b.Text)-20:]
	if _, err := d.Annotate(t.Context(), x.Note.ID, briefing.Annotation{
		Text: "why?", Anchor: briefing.Anchor{Block: b.ID, Quote: briefing.Quote{Exact: tail}},
	}); err != nil {
		t.Fatal(err)
	}
	ask := x.Ask("12")
	if err := d.ConfirmAsk(t.Context(), ask.Key(), x.Base(ask)); err != nil {
		t.Fatal(err)
	}
	x = dossier(t, d, x.Note.ID)

	after := corrects(t, d, x, briefing.Correction{Do: briefing.CorrectLabel, Block: b.ID, Label: "99"})
	fixed := after.Text.Block(b.ID)
	if fixed.Label != "99" || after.Position(after.SubjectOf(fixed)) == nil {
		t.Fatalf("the position is lost with the number: %+v", after.Positions[0].Subject)
	}
	if got := after.Positions[0].Anchor.Label; got != "99" {
		t.Errorf("the position's anchor is labelled %s", got)
	}
	after = corrects(t, d, after, briefing.Correction{Do: briefing.CorrectSplit, Block: b.ID, At: len(b.Text) - 21})
	if a := after.Annotations[0]; a.Anchor.Block == b.ID || after.Text.Block(a.Anchor.Block) == nil {
		t.Errorf("the annotation stayed on %s, its words went to the block behind", a.Anchor.Block)
	}
	second := after.Annotations[0].Anchor.Block
	after = corrects(t, d, after, briefing.Correction{Do: briefing.CorrectMerge, Block: second})
	if a := after.Annotations[0]; a.Anchor.Block != b.ID {
		t.Errorf("joined again, the annotation is on %s, want %s", a.Anchor.Block, b.ID)
	}
	if a := after.AsksIn(b.ID); len(a) != 1 || a[0].ID != ask.ID || a[0].State != briefing.AskConfirmed || len(a[0].Options) != 3 {
		t.Errorf("the confirmed ask is now %+v", a)
	}
	for range 3 {
		if _, err := d.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if back := dossier(t, d, x.Note.ID); !reflect.DeepEqual(back.Text, x.Text) || !reflect.DeepEqual(back.Asks, x.Asks) {
		t.Error("three times Undo does not give the note back")
	}
}

func TestAConfirmedAskOutlivesItsPhrase(t *testing.T) {
	d := newDesk(t)
	x := withSample(t, d)
	ask := x.Ask("12")
	if err := d.ConfirmAsk(t.Context(), ask.Key(), x.Base(ask)); err != nil {
		t.Fatal(err)
	}
	x = dossier(t, d, x.Note.ID)
	suggested := len(x.Asks)
	after := corrects(t, d, x, briefing.Correction{Do: briefing.CorrectText, Block: ask.Block, Text: "Nothing is wanted here."})
	if a := after.AsksIn(ask.Block); len(a) != 1 || a[0].State != briefing.AskConfirmed {
		t.Errorf("the confirmed ask is gone: %+v", a)
	}
	other := x.Ask("11")
	after = corrects(t, d, after, briefing.Correction{Do: briefing.CorrectText, Block: other.Block, Text: "Nothing here either."})
	if len(after.Asks) != suggested-1 || after.Ask("11") != nil {
		t.Errorf("the suggestion of words that are gone stays")
	}
}

func TestTwoPositionsAreNeverMadeOne(t *testing.T) {
	d := newDesk(t)
	x := withSample(t, d)
	for _, label := range []string{"10", "11"} {
		p := draft(t, x, label)
		p.Stance = briefing.StanceSupports
		save(t, d, p, 0)
	}
	x = dossier(t, d, x.Note.ID)
	for next := at(t, x, "11").ID; ; { // what stands between goes first
		i := 0
		for x.Text.Blocks[i].ID != next {
			i++
		}
		before := x.Text.Blocks[i-1]
		if before.ID == at(t, x, "10").ID {
			break
		}
		x = corrects(t, d, x, briefing.Correction{Do: briefing.CorrectMerge, Block: before.ID})
	}
	err := d.CorrectNote(t.Context(), x.Note.ID, x.Base(x.Text), briefing.Correction{Do: briefing.CorrectMerge, Block: at(t, x, "11").ID})
	if !errors.Is(err, briefing.ErrHeldTwice) {
		t.Fatalf("got %v, want ErrHeldTwice", err)
	}
	if after := dossier(t, d, x.Note.ID); len(after.Positions) != 2 || !reflect.DeepEqual(after.Text, x.Text) {
		t.Error("something was changed all the same")
	}
}

func TestACorrectionOnAnOldTextIsAConflict(t *testing.T) {
	d := newDesk(t)
	x := withSample(t, d)
	keep := briefing.Correction{Do: briefing.CorrectKeep, Block: at(t, x, "11").ID}
	corrects(t, d, x, keep)
	if err := d.CorrectNote(t.Context(), x.Note.ID, x.Base(x.Text), keep); !errors.Is(err, briefing.ErrConflict) {
		t.Errorf("got %v", err)
	}
}
