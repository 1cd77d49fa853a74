package briefing_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"placard/briefing"
)

// copies are several ministries' answers in copies of one workbook.
func (c *capital) copies(answers ...map[string]string) [][]byte {
	c.t.Helper()
	blank := c.data
	var out [][]byte
	for _, cells := range answers {
		c.data = blank
		out = append(out, c.answer(1, cells).data)
	}
	return out
}

// takeCopy reads a copy and accepts its first row.
func (c *capital) takeCopy(data []byte, a briefing.Acceptance) *briefing.Reconciliation {
	c.t.Helper()
	c.data = data
	r := c.read()
	c.accept(r, a)
	return r
}

func TestTwoMinistriesAreConsolidated(t *testing.T) {
	approve := map[string]string{"Decision": "Approve", "Your ministry": "Interior", "Your name": "I. Moor"}
	for _, x := range []struct {
		other string
		want  briefing.PositionState
		codes []string
	}{
		{"Redraft", briefing.StatePartlyCleared, []string{"ministries_differ"}},
		{"Defer", briefing.StatePartlyCleared, []string{"ministries_differ"}},
		{"Approve", briefing.StateCleared, nil},
		{"No objection", briefing.StateCleared, nil},
	} {
		c := atCapital(t, "10")
		copies := c.copies(approve, map[string]string{"Decision": x.other, "Your ministry": "Labour", "Comment": "Ask us."})
		c.takeCopy(copies[0], briefing.Acceptance{Clearance: signed})
		r := c.takeCopy(copies[1], briefing.Acceptance{Clearance: signed})
		p := c.held()["10"]
		if p.State != x.want || p.Clearance == nil || len(p.Replies) != 2 {
			t.Errorf("approve and %s: %q, clearance %v, %d replies", x.other, p.State, p.Clearance, len(p.Replies))
		}
		if got := codes(r, briefing.WeighWarn); !slices.Equal(got, x.codes) && len(got)+len(x.codes) > 0 {
			t.Errorf("approve and %s: warns %v", x.other, got)
		}
		if others := r.Rows[0].Lasting(r.Returned.SHA256); len(others) != 1 || others[0].Ministry != "Interior" || others[0].Decision != briefing.DecisionApprove {
			t.Errorf("the other voices: %+v", others)
		}
	}
}

func TestTwoTextsForOneLineAreAskedAbout(t *testing.T) {
	c := atCapital(t, "10")
	copies := c.copies(
		map[string]string{"Decision": "Approve with changes", "Capital’s text": "Free of charge.", "Your ministry": "Interior"},
		map[string]string{"Decision": "Approve with changes", "Capital’s text": "At cost.", "Your ministry": "Labour"},
	)
	c.takeCopy(copies[0], briefing.Acceptance{Clearance: signed})
	c.data = copies[1]
	r := c.read()
	if got := codes(r, briefing.WeighAsk); !slices.Equal(got, []string{"ministries_texts"}) {
		t.Fatalf("asks %v", got)
	}
	if err := c.desk.AcceptReturn(t.Context(), r, briefing.Acceptance{Clearance: signed}); !errors.Is(err, briefing.ErrReturnDoubts) {
		t.Errorf("accepted without a question: %v", err)
	}
	c.accept(r, briefing.Acceptance{Verdict: briefing.VerdictEdit, Line: "Free of charge, or at cost.", Clearance: signed})
	p := c.held()["10"]
	if p.State != briefing.StateClearedChanged || !p.Clearance.Edited || p.Text(briefing.FieldLine) != "Free of charge, or at cost." {
		t.Errorf("got %q, %+v", p.State, p.Clearance)
	}
	if p.Replies[0].Text != "Free of charge." || p.Replies[1].Text != "At cost." {
		t.Errorf("a ministry’s own words are lost: %+v", p.Replies)
	}
}

func TestAMinistryThatChangesItsMindIsAskedAbout(t *testing.T) {
	c := atCapital(t, "10")
	copies := c.copies(
		map[string]string{"Decision": "Redraft", "Your ministry": "Interior"},
		map[string]string{"Decision": "Approve", "Your ministry": " interior "},
	)
	c.takeCopy(copies[0], briefing.Acceptance{})
	c.data = copies[1]
	r := c.read()
	if got := codes(r, briefing.WeighAsk); !slices.Equal(got, []string{"answered_before"}) {
		t.Errorf("asks %v", got)
	}
	c.accept(r, briefing.Acceptance{Clearance: signed, Despite: true})
	if p := c.held()["10"]; p.State != briefing.StateCleared {
		t.Errorf("its last word does not count: %q", p.State)
	}
}

func TestAnAnswerRejectedGoesBackWithOurs(t *testing.T) {
	c := atCapital(t, "10").answer(1, map[string]string{"Decision": "Redraft", "Capital’s text": "Say no.", "Comment": "Too dear."})
	r := c.read()
	if err := c.desk.AcceptReturn(t.Context(), r, briefing.Acceptance{Verdict: briefing.VerdictReject}); !errors.Is(err, briefing.ErrInvalid) {
		t.Errorf("rejected without an answer: %v", err)
	}
	c.accept(r, briefing.Acceptance{Verdict: briefing.VerdictReject, Answer: "The theme is agreed already."})
	p := c.held()["10"]
	if p.State != briefing.StateDraft || p.Clearance != nil || p.Text(briefing.FieldLine) != "Our line on 10." ||
		p.Text(briefing.FieldOurAnswer) != "The theme is agreed already." || p.Text(briefing.FieldCapitalText) != "Say no." {
		t.Errorf("got %+v", p)
	}
}

func TestEditsAfterWeMovedOnAreADraftUnlessTheyAreCapitalsWords(t *testing.T) {
	for line, want := range map[string]briefing.PositionState{
		"Capital’s words.": briefing.StateClearedChanged, "A bit of both.": briefing.StateDraft,
	} {
		c := atCapital(t, "10").answer(1, map[string]string{"Decision": "Approve with changes", "Capital’s text": "Capital’s words."})
		p := c.held()["10"]
		x := dossier(t, c.desk, c.note)
		p.SetText(briefing.FieldLine, "Our newer words.")
		save(t, c.desk, *p, x.Base(p))
		c.accept(c.read(), briefing.Acceptance{Verdict: briefing.VerdictEdit, Line: line, Clearance: signed})
		p = c.held()["10"]
		if p.State != want || p.Text(briefing.FieldLine) != line || p.Text(briefing.FieldCapitalText) != "Capital’s words." || (p.Clearance != nil) != (want != briefing.StateDraft) {
			t.Errorf("%q: %q, %+v", line, p.State, p.Clearance)
		}
		past, err := c.desk.History(t.Context(), p.Key())
		if old, ok := past[len(past)-2].Value.(*briefing.Position); err != nil || !ok || old.Text(briefing.FieldLine) != "Our newer words." {
			t.Errorf("our newer words are lost: %v", err)
		}
	}
}

func TestAllApprovalsAtOnceAreThosePlainAlone(t *testing.T) {
	c := atCapital(t, "8", "10", "11", "12").
		answer(1, map[string]string{"Decision": "Approve", "Your name": "B. Harbour", "Your ministry": "Transport", "Date": "2031-05-19"}).
		answer(2, map[string]string{"Decision": "Approve"}).
		answer(3, map[string]string{"Decision": "Approve", "Capital’s text": "Yet other words."}).
		answer(4, map[string]string{"Decision": "No objection"})
	r := c.read()
	all := r.Approvals(briefing.Clearance{Name: "M. Desk", Date: "2031-05-20", Reference: "T/44"})
	if len(all) != 2 {
		t.Fatalf("%d rows are plain approvals", len(all))
	}
	before := c.commits()
	c.accept(r, all...)
	if c.commits() != before+1 {
		t.Errorf("%d commits for one import", c.commits()-before)
	}
	cleared := map[string]briefing.Date{}
	for _, p := range c.held() {
		if p.Clearance != nil {
			cleared[p.Clearance.Name+", "+p.Clearance.Department+", "+p.Clearance.Reference] = p.Clearance.Date
		}
	}
	if len(cleared) != 2 || cleared["B. Harbour, Transport, T/44"] != "2031-05-19" || cleared["M. Desk, , T/44"] != "2031-05-20" {
		t.Errorf("cleared by %v", cleared)
	}
}

func TestWhoAcceptedStandsApartFromWhoIsSaidToHaveAnswered(t *testing.T) {
	c := atCapital(t, "10").answer(1, map[string]string{"Decision": "Approve", "Your name": "Somebody", "Your ministry": "Forged"})
	c.accept(c.read(), briefing.Acceptance{Clearance: signed})
	p := c.held()["10"]
	got := p.Replies[0]
	if got.Claimed.Name != "Somebody" || got.By != "A. Keeper" || got.Reference != "T/44" || got.At.IsZero() {
		t.Errorf("reply: %+v", got)
	}
	if p.Clearance.Name != "B. Harbour" || p.Clearance.AcceptedBy != "A. Keeper" || !p.Clearance.AcceptedAt.Equal(got.At) {
		t.Errorf("clearance: %+v", p.Clearance)
	}
	r := c.read()
	if r.Rows[0].Reply == nil || r.Rows[0].Open() {
		t.Error("the same file does not show that the row is decided")
	}
	if err := c.desk.AcceptReturn(t.Context(), r, briefing.Acceptance{Clearance: signed}); !errors.Is(err, briefing.ErrConflict) {
		t.Errorf("a row accepted twice: %v", err)
	}
}

func TestDeferringIsAScrutinyReservation(t *testing.T) {
	c := atCapital(t, "10").answer(1, map[string]string{"Decision": "Defer"})
	c.accept(c.read(), briefing.Acceptance{})
	if p := c.held()["10"]; p.State != briefing.StateDeferred || p.Stance != briefing.StanceReservation || p.Clearance != nil {
		t.Errorf("got %q, %q, %v", p.State, p.Stance, p.Clearance)
	}
}

func TestOneLongCellKeepsNothingElseOut(t *testing.T) {
	long := strings.Repeat("We have said so before. ", 900)
	c := atCapital(t, "10").answer(1, map[string]string{"Decision": "Approve", "Comment": long, "Fallback or red line": "No fees."})
	c.accept(c.read(), briefing.Acceptance{Clearance: signed, Despite: true})
	p := c.held()["10"]
	if p.State != briefing.StateClearedChanged || !strings.HasSuffix(p.Text(briefing.FieldCapitalComment), "…") {
		t.Errorf("got %q", p.State)
	}
	var whole strings.Builder
	for _, a := range dossier(t, c.desk, c.note).Annotations {
		whole.WriteString(a.Text)
	}
	if n := strings.Count(whole.String(), "We have said so before."); n < 900 {
		t.Errorf("%d of 900 sentences are kept", n)
	}
}
