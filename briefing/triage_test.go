package briefing_test

import (
	"slices"
	"testing"
	"time"

	"placard/briefing"
)

// kept are the labels of the matters that stay in a sieve.
func kept(x *briefing.Dossier, s briefing.Sieve, v briefing.Viewer) []string {
	var out []string
	for _, m := range x.Matters() {
		if s.Keeps(&m, v) {
			out = append(out, x.Text.LabelOf(m.Block).String())
		}
	}
	return out
}

func TestSievesPickWhatTheyAskFor(t *testing.T) {
	d := newDesk(t)
	x := withSample(t, d)
	viewer := briefing.Viewer{Name: "A. Keeper", Since: time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)}
	open := x.Tally().Asks
	if got := kept(x, briefing.SieveUnanswered, viewer); len(got) != open {
		t.Fatalf("%v are unanswered, want %d", got, open)
	}
	for _, s := range briefing.Sieves[1:] {
		if got := kept(x, s, viewer); len(got) != 0 {
			t.Errorf("%s keeps %v of a note nobody worked on", s, got)
		}
	}

	p := draft(t, x, "11")
	p.Stance = briefing.StanceRedLine
	if _, _, err := d.SavePosition(t.Context(), p, 0); err != nil {
		t.Fatal(err)
	}
	if _, err := d.AmendPositions(t.Context(), x.Note.ID, []briefing.Subject{draft(t, x, "12").Subject}, briefing.Amendment{Owner: "B. Other"}); err != nil {
		t.Fatal(err)
	}
	say(t, d, x, "11", briefing.StanceSupports)
	x = dossier(t, d, x.Note.ID)
	for s, want := range map[briefing.Sieve][]string{
		briefing.SieveRedLine: {"11"}, briefing.SieveConflict: {"11"}, briefing.SieveMine: {"11"}, briefing.SieveChanged: {"11", "12"},
	} {
		if got := kept(x, s, viewer); !slices.Equal(got, want) {
			t.Errorf("%s keeps %v, want %v", s, got, want)
		}
	}
	if got := kept(x, briefing.SieveUnanswered, viewer); len(got) != open-1 {
		t.Errorf("%v are unanswered: an owner is no answer, a stance is", got)
	}
	viewer.Since = time.Date(2200, 1, 1, 0, 0, 0, 0, time.UTC)
	if got := kept(x, briefing.SieveChanged, viewer); len(got) != 0 {
		t.Errorf("%v changed in the future", got)
	}
}

// say notes another's stance, as stated, on a paragraph.
func say(t *testing.T, d *briefing.Desk, x *briefing.Dossier, label string, s briefing.Stance) {
	t.Helper()
	_, err := d.Observe(t.Context(), briefing.Observation{
		Note: x.Note.ID, Subject: x.SubjectOf(at(t, x, label)), Delegation: x.Delegations[0].ID, Stance: s,
		Source: briefing.SourceStated, Date: "2031-05-02",
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Every numbered paragraph and every ask stands in the list, once.
func TestMattersAreWhole(t *testing.T) {
	x := withSample(t, newDesk(t))
	seen := map[briefing.Subject]bool{}
	blocks := map[string]bool{}
	for _, m := range x.Matters() {
		if seen[m.Subject] {
			t.Errorf("%+v is listed twice", m.Subject)
		}
		seen[m.Subject], blocks[m.Block.ID] = true, true
	}
	for _, b := range x.Text.Blocks {
		if b.Kind == briefing.KindParagraph && !blocks[b.ID] {
			t.Errorf("paragraph %s is missing", b.Label)
		}
	}
	for _, a := range x.Asks {
		if a.Class != briefing.AskDeadline && !blocks[a.Block] {
			t.Errorf("ask %s is missing", a.Code)
		}
	}
}

// What is done to many at once is one act: one undo takes all of it back.
func TestManyPositionsInOneAct(t *testing.T) {
	d := newDesk(t)
	x := withSample(t, d)
	first := draft(t, x, "11")
	first.SetText(briefing.FieldLine, "We support the theme.")
	saved, base, err := d.SavePosition(t.Context(), first, 0)
	if err != nil {
		t.Fatal(err)
	}
	agreed := briefing.Clearance{Name: "C. Capital", Date: "2031-05-01"}
	if _, _, err := d.ClearPosition(t.Context(), saved.Key(), base, agreed); err != nil {
		t.Fatal(err)
	}
	both := []briefing.Subject{first.Subject, draft(t, x, "12").Subject}

	n, err := d.AmendPositions(t.Context(), x.Note.ID, both, briefing.Amendment{Owner: "B. Other"})
	if err != nil || n != 2 {
		t.Fatalf("%d assigned, %v", n, err)
	}
	if p := dossier(t, d, x.Note.ID).Position(first.Subject); p.Stale || !p.State.Cleared() || p.Owner != "B. Other" {
		t.Errorf("assigning cost the clearance: %+v", p)
	}
	n, err = d.AmendPositions(t.Context(), x.Note.ID, both, briefing.Amendment{Stance: briefing.StanceOpposes})
	if err != nil || n != 2 {
		t.Fatalf("%d set, %v", n, err)
	}
	p := dossier(t, d, x.Note.ID).Position(first.Subject)
	if !p.Stale || p.Stance != briefing.StanceOpposes || p.Text(briefing.FieldLine) == "" {
		t.Errorf("a new stance leaves %+v", p)
	}
	if n, err = d.AmendPositions(t.Context(), x.Note.ID, both, briefing.Amendment{Stance: briefing.StanceOpposes}); n != 0 || err != nil {
		t.Errorf("the same again changed %d, %v", n, err)
	}
	act, err := d.Undo(t.Context())
	if err != nil || act.Say(d.Words) != "opposes on 2 positions" {
		t.Errorf("undid %q, %v", act.Say(d.Words), err)
	}
	x = dossier(t, d, x.Note.ID)
	for _, s := range both {
		if p := x.Position(s); p.Stance != briefing.StanceNone || p.Owner != "B. Other" {
			t.Errorf("after one undo %+v has stance %q, owner %q", s, p.Stance, p.Owner)
		}
	}
	if p := x.Position(first.Subject); p.Stale || !p.State.Cleared() {
		t.Error("undo did not bring the clearance back")
	}
}

// A step that only some positions have is taken by those alone.
func TestManyPositionsMove(t *testing.T) {
	d := newDesk(t)
	x := withSample(t, d)
	one, none := draft(t, x, "11").Subject, draft(t, x, "12").Subject
	if _, err := d.AmendPositions(t.Context(), x.Note.ID, []briefing.Subject{one}, briefing.Amendment{Stance: briefing.StanceSupports}); err != nil {
		t.Fatal(err)
	}
	n, err := d.MovePositions(t.Context(), x.Note.ID, []briefing.Subject{one, none}, briefing.StateReady)
	if err != nil || n != 1 {
		t.Fatalf("%d moved, %v; want 1", n, err)
	}
	if n, _ = d.MovePositions(t.Context(), x.Note.ID, []briefing.Subject{one, none}, briefing.StateDelivered); n != 0 {
		t.Errorf("%d were delivered without a clearance", n)
	}
}
