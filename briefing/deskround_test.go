package briefing_test

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"placard/briefing"
)

// cells of a row of the workbook that is out, by heads.
func (c *capital) cells(row int) map[string]string {
	c.t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(c.data))
	if err != nil {
		c.t.Fatal(err)
	}
	defer f.Close()
	lines, err := f.GetRows("Review")
	if err != nil {
		c.t.Fatal(err)
	}
	out := map[string]string{}
	for i, text := range lines[row] {
		out[lines[0][i]] = text
	}
	return out
}

func (c *capital) sendRound(of briefing.ID) {
	c.t.Helper()
	var b bytes.Buffer
	batch, err := c.desk.ExportReview(c.t.Context(), &b, briefing.ReviewOrder{Note: c.note, RoundOf: of})
	if err != nil {
		c.t.Fatal(err)
	}
	c.batch, c.data = batch, b.Bytes()
}

func TestTheNextRoundTakesWhatIsOpenWithOurAnswers(t *testing.T) {
	c := atCapital(t, "10", "11").
		answer(1, map[string]string{"Decision": "Approve"}).
		answer(2, map[string]string{"Decision": "Redraft", "Capital’s text": "Ask for less.", "Comment": "Too dear.", "Your ministry": "Treasury"})
	first := c.batch.ID
	c.accept(c.read(), briefing.Acceptance{Clearance: signed}, briefing.Acceptance{Row: 1, Verdict: briefing.VerdictReject, Answer: "It costs nothing."})
	p := c.held()["11"]
	x := dossier(t, c.desk, c.note)
	p.SetText(briefing.FieldLine, "We ask for half.")
	save(t, c.desk, *p, x.Base(p))
	c.sendRound(first)
	if len(c.batch.Rows) != 1 || c.batch.Round != 2 || c.batch.Previous != first || c.batch.To != "Ministry" {
		t.Fatalf("round %d of %v to %q with %d rows", c.batch.Round, c.batch.Previous, c.batch.To, len(c.batch.Rows))
	}
	row := c.cells(1)
	for head, want := range map[string]string{
		"Proposed position": "We ask for half.", "Our answer": "It costs nothing.",
		"Changed since the last round": "was: Our line on 11.", "Earlier rounds": "Too dear.",
	} {
		if !strings.Contains(row[head], want) {
			t.Errorf("%s: %q, want %q", head, row[head], want)
		}
	}
	if !strings.Contains(row["Earlier rounds"], "Redraft") || !strings.Contains(row["Earlier rounds"], "Treasury") {
		t.Errorf("earlier rounds: %q", row["Earlier rounds"])
	}
	if p := c.held()["11"]; p.State != briefing.StateSent {
		t.Errorf("the position is %s", p.State)
	}
}

func TestEveryOpenStateGoesOutAgain(t *testing.T) {
	for _, decision := range []string{"Redraft", "Defer", "No objection", "No position"} {
		c := atCapital(t, "10").answer(1, map[string]string{"Decision": decision})
		c.accept(c.read(), briefing.Acceptance{})
		c.sendRound(c.batch.ID)
		r := c.answer(1, map[string]string{"Decision": "Approve"}).read()
		if got := codes(r, briefing.WeighAsk); len(got) > 0 {
			t.Errorf("after %s the next round asks %v", decision, got)
		}
		c.accept(r, briefing.Acceptance{Clearance: signed})
		if p := c.held()["10"]; p.State != briefing.StateCleared || p.Clearance.Batch != c.batch.ID {
			t.Errorf("after %s and approval: %s", decision, p.State)
		}
	}
}

func TestARoundOfNothingIsRefused(t *testing.T) {
	c := atCapital(t, "10").answer(1, map[string]string{"Decision": "Approve"})
	c.accept(c.read(), briefing.Acceptance{Clearance: signed})
	if _, err := c.desk.NextRound(t.Context(), c.batch.ID); !errors.Is(err, briefing.ErrNothingToExport) {
		t.Errorf("got %v", err)
	}
}

func TestALateAnswerToAnEarlierRoundIsAskedAbout(t *testing.T) {
	c := atCapital(t, "10").answer(1, map[string]string{"Decision": "Redraft"})
	c.accept(c.read(), briefing.Acceptance{})
	c.answer(1, map[string]string{"Decision": "Approve"})
	late := c.data
	c.sendRound(c.batch.ID)
	c.data = late
	if got := codes(c.read(), briefing.WeighAsk); !slices.Contains(got, "sent_again") {
		t.Errorf("asks %v", got)
	}
}
