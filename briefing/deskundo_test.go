package briefing_test

import (
	"errors"
	"testing"

	"placard/briefing"
)

// stanceOn is the stance held now on a subject; StanceNone where there is no position.
func stanceOn(t *testing.T, d *briefing.Desk, note briefing.ID, s briefing.Subject) briefing.Stance {
	t.Helper()
	p := dossier(t, d, note).Position(s)
	if p == nil {
		return briefing.StanceNone
	}
	return p.Stance
}

func TestUndoAndRedoWalkThroughAWholeSession(t *testing.T) {
	d := newDesk(t)
	x := withSample(t, d)
	p := draft(t, x, "11")
	subject, note := p.Subject, x.Note.ID
	base := uint64(0)
	for _, s := range []briefing.Stance{briefing.StanceSupports, briefing.StanceAccepts, briefing.StanceOpposes} {
		p.Stance = s
		saved, revision := save(t, d, p, base)
		p, base = *saved, revision
	}
	step := func(name string, do func() (briefing.Act, error), want briefing.Stance) {
		t.Helper()
		if _, err := do(); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got := stanceOn(t, d, note, subject); got != want {
			t.Fatalf("%s: got %q, want %q", name, got, want)
		}
	}
	undo := func() (briefing.Act, error) { return d.Undo(t.Context()) }
	redo := func() (briefing.Act, error) { return d.Redo(t.Context()) }
	step("undo 3", undo, briefing.StanceAccepts)
	step("undo 2", undo, briefing.StanceSupports)
	step("redo 2", redo, briefing.StanceAccepts)
	step("undo 2 again", undo, briefing.StanceSupports)
	step("undo 1", undo, briefing.StanceNone)
	step("redo 1", redo, briefing.StanceSupports)
	step("redo 2 again", redo, briefing.StanceAccepts)
	step("redo 3", redo, briefing.StanceOpposes)
	if _, err := d.Redo(t.Context()); !errors.Is(err, briefing.ErrNothingToRedo) {
		t.Errorf("nothing is left to redo: got %v", err)
	}
}

func TestANewActEndsRedo(t *testing.T) {
	d := newDesk(t)
	x := withSample(t, d)
	p := draft(t, x, "11")
	p.Stance = briefing.StanceSupports
	save(t, d, p, 0)
	if _, err := d.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	other := draft(t, x, "10")
	other.Stance = briefing.StanceOpposes
	save(t, d, other, 0)
	if _, err := d.Redo(t.Context()); !errors.Is(err, briefing.ErrNothingToRedo) {
		t.Errorf("got %v", err)
	}
	if got := stanceOn(t, d, x.Note.ID, other.Subject); got != briefing.StanceOpposes {
		t.Errorf("the new act is gone: %q", got)
	}
}

func TestUndoTakesAnImportBackAndStopsAtTheSeed(t *testing.T) {
	d := newDesk(t)
	withSample(t, d)
	act, err := d.Undo(t.Context())
	if err != nil || act.Code != "act.import" {
		t.Fatalf("got %v, %v", act, err)
	}
	notes, err := d.Notes(t.Context())
	meetings, err2 := d.Meetings(t.Context())
	if err != nil || err2 != nil || len(notes)+len(meetings) != 0 {
		t.Errorf("left: %d notes, %d meetings; %v %v", len(notes), len(meetings), err, err2)
	}
	if _, err := d.Undo(t.Context()); !errors.Is(err, briefing.ErrNothingToUndo) {
		t.Errorf("the seed was undone: %v", err)
	}
	if _, err := d.Redo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if notes, err = d.Notes(t.Context()); err != nil || len(notes) != 1 {
		t.Errorf("redo brought %d notes, %v", len(notes), err)
	}
}

func TestRestoreBringsWordsBackAsADraft(t *testing.T) {
	d := newDesk(t)
	x := withSample(t, d)
	p := draft(t, x, "11")
	p.SetText(briefing.FieldLine, "first words")
	saved, revision := save(t, d, p, 0)
	_, revision, err := d.ClearPosition(t.Context(), saved.Key(), revision, briefing.Clearance{Name: "B. Harbour", Date: "2031-05-16"})
	if err != nil {
		t.Fatal(err)
	}
	now := dossier(t, d, x.Note.ID).Position(p.Subject)
	now.SetText(briefing.FieldLine, "second words")
	save(t, d, *now, revision)
	if err := d.Restore(t.Context(), saved.Key(), 2); err != nil {
		t.Fatal(err)
	}
	now = dossier(t, d, x.Note.ID).Position(p.Subject)
	if now.Text(briefing.FieldLine) != "first words" || now.State.Cleared() {
		t.Errorf("got %q, %q", now.Text(briefing.FieldLine), now.State)
	}
	past, err := d.History(t.Context(), saved.Key())
	if err != nil || len(past) != 4 {
		t.Errorf("the history has %d revisions, want all 4; %v", len(past), err)
	}
}
