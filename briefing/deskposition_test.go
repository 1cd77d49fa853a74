package briefing_test

import (
	"errors"
	"strings"
	"testing"

	"placard/assets"
	"placard/briefing"
)

func save(t *testing.T, d *briefing.Desk, p briefing.Position, base uint64) (*briefing.Position, uint64) {
	t.Helper()
	saved, revision, err := d.SavePosition(t.Context(), p, base)
	if err != nil {
		t.Fatal(err)
	}
	return saved, revision
}

func TestPositionBecomesADraftAndThenReady(t *testing.T) {
	d := newDesk(t)
	x := withSample(t, d)
	p := draft(t, x, "11")
	p.Stance = briefing.StanceSupports
	p.SetText(briefing.FieldLine, "We support the theme.")
	saved, revision := save(t, d, p, 0)
	if saved.State != briefing.StateDraft || revision != 1 || saved.Anchor.Label != "11" || saved.Author != "A. Keeper" {
		t.Errorf("got %q at revision %d on %q by %q", saved.State, revision, saved.Anchor.Label, saved.Author)
	}
	ready, revision, err := d.MovePosition(t.Context(), saved.Key(), revision, briefing.StateReady)
	if err != nil || ready.State != briefing.StateReady || revision != 2 {
		t.Fatalf("got %+v, %d, %v", ready, revision, err)
	}
	ready.SetText(briefing.FieldLine, "We warmly support the theme.")
	if again, _ := save(t, d, *ready, revision); again.State != briefing.StateDraft {
		t.Errorf("a changed text stays %q", again.State)
	}
}

func TestSavingWhatIsThereWritesNothing(t *testing.T) {
	d := newDesk(t)
	x := withSample(t, d)
	p := draft(t, x, "11")
	p.Stance = briefing.StanceSupports
	saved, revision := save(t, d, p, 0)
	_, again := save(t, d, *saved, revision)
	past, err := d.History(t.Context(), saved.Key())
	if err != nil || again != revision || len(past) != 1 {
		t.Errorf("got revision %d and %d in the history, %v", again, len(past), err)
	}
}

func TestPositionMadeOnAnOldRevisionIsAConflict(t *testing.T) {
	d := newDesk(t)
	x := withSample(t, d)
	p := draft(t, x, "11")
	p.Stance = briefing.StanceSupports
	saved, revision := save(t, d, p, 0)
	mine, theirs := *saved, *saved
	theirs.Stance = briefing.StanceOpposes
	save(t, d, theirs, revision)
	mine.Stance = briefing.StanceAccepts
	_, _, err := d.SavePosition(t.Context(), mine, revision)
	var conflict *briefing.ConflictError
	if !errors.As(err, &conflict) || !errors.Is(err, briefing.ErrConflict) || conflict.Now != 2 {
		t.Fatalf("got %v", err)
	}
	if got := dossier(t, d, x.Note.ID).Position(p.Subject); got.Stance != briefing.StanceOpposes {
		t.Errorf("the vault holds %q", got.Stance)
	}
}

func TestOneSubjectHasOnePosition(t *testing.T) {
	d := newDesk(t)
	x := withSample(t, d)
	p := draft(t, x, "11")
	p.Stance = briefing.StanceSupports
	save(t, d, p, 0)
	if _, _, err := d.SavePosition(t.Context(), p, 0); !errors.Is(err, briefing.ErrConflict) {
		t.Errorf("got %v", err)
	}
}

func TestChangedTextMakesAClearanceStale(t *testing.T) {
	d := newDesk(t)
	x := withSample(t, d)
	p := draft(t, x, "10")
	p.SetText(briefing.FieldLine, "We agree to the timetable.")
	saved, revision := save(t, d, p, 0)
	clearance := briefing.Clearance{Name: "B. Harbour", Department: "Transport", Date: "2031-05-16", Reference: "T/44"}
	cleared, revision, err := d.ClearPosition(t.Context(), saved.Key(), revision, clearance)
	if err != nil || cleared.State != briefing.StateCleared || cleared.Stale {
		t.Fatalf("got %+v, %v", cleared, err)
	}
	cleared.SetText(briefing.FieldLine, "We agree to most of the timetable.")
	changed, _ := save(t, d, *cleared, revision)
	if changed.State != briefing.StateDraft || !changed.Stale || changed.Clearance == nil || changed.Clearance.Name != "B. Harbour" {
		t.Errorf("got %q, stale %v, clearance %+v", changed.State, changed.Stale, changed.Clearance)
	}
}

func TestOnlyANamedPersonClears(t *testing.T) {
	d := newDesk(t)
	x := withSample(t, d)
	p := draft(t, x, "10")
	p.Stance = briefing.StanceSupports
	saved, revision := save(t, d, p, 0)
	for _, c := range []briefing.Clearance{{Date: "2031-05-16"}, {Name: "B. Harbour"}, {Name: "B. Harbour", Date: "2031-05"}} {
		if _, _, err := d.ClearPosition(t.Context(), saved.Key(), revision, c); !errors.Is(err, briefing.ErrInvalid) {
			t.Errorf("%+v: got %v", c, err)
		}
	}
	if _, _, err := d.MovePosition(t.Context(), saved.Key(), revision, briefing.StateCleared); !errors.Is(err, briefing.ErrInvalid) {
		t.Errorf("a plain move clears: %v", err)
	}
}

func TestAnOptionHasItsOwnPosition(t *testing.T) {
	d := newDesk(t)
	x := withSample(t, d)
	ask, option := draft(t, x, "12"), draft(t, x, "12#2")
	if ask.Subject.Kind != briefing.OnAsk || option.Subject.Kind != briefing.OnOption || option.Subject.Option != "2" {
		t.Fatalf("got %+v and %+v", ask.Subject, option.Subject)
	}
	ask.Ranking = []briefing.Rank{{Option: "1", Place: 1}, {Option: briefing.OwnOption, Place: 2}}
	ask.SetText(briefing.FieldOwnOption, "Training of young keepers")
	option.Stance = briefing.StanceConcerns
	save(t, d, ask, 0)
	save(t, d, option, 0)
	x = dossier(t, d, x.Note.ID)
	if len(x.Positions) != 2 || x.Position(ask.Subject).Place(briefing.OwnOption) != 2 {
		t.Errorf("got %d positions", len(x.Positions))
	}
	ask = *x.Position(ask.Subject)
	ask.Ranking = []briefing.Rank{{Option: "1", Place: 1}, {Option: "2", Place: 1}}
	if _, _, err := d.SavePosition(t.Context(), ask, 1); !errors.Is(err, briefing.ErrInvalid) {
		t.Errorf("two first places: got %v", err)
	}
}

func TestPositionRefusesWhatNobodyReads(t *testing.T) {
	d := newDesk(t)
	x := withSample(t, d)
	p := draft(t, x, "11")
	p.SetText(briefing.FieldPoints, strings.Repeat("é", briefing.FieldLimit+1))
	if _, _, err := d.SavePosition(t.Context(), p, 0); !errors.Is(err, briefing.ErrTooLong) {
		t.Errorf("got %v", err)
	}
	p.SetText(briefing.FieldPoints, strings.Repeat("é", briefing.FieldLimit))
	save(t, d, p, 0)
}

func TestTheActNamesTheOneThingChanged(t *testing.T) {
	d := newDesk(t)
	x := withSample(t, d)
	p := draft(t, x, "11")
	p.Stance = briefing.StanceSupports
	saved, revision := save(t, d, p, 0)
	saved.Stance = briefing.StanceOpposes
	saved, revision = save(t, d, *saved, revision)
	act, err := d.UndoAct(t.Context())
	if got, want := act.Say(assets.Words("en")), "11 to “opposes”"; err != nil || got != want {
		t.Errorf("got %q, want %q, %v", got, want, err)
	}
	saved.SetText(briefing.FieldRedLine, "No new fees.")
	save(t, d, *saved, revision)
	act, _ = d.UndoAct(t.Context())
	if got := act.Say(assets.Words("en")); !strings.Contains(got, "11") || strings.Contains(got, "fees") {
		t.Errorf("got %q: names the paragraph, never the words", got)
	}
}
