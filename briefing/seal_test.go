package briefing_test

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"placard/briefing"
)

func TestAForgedOrForeignRowShows(t *testing.T) {
	answer := map[string]string{"Decision": "Approve", "Your name": "B. Harbour"}
	c := atCapital(t, "10").answer(1, answer)
	if got := codes(c.read(), briefing.WeighAsk); len(got) > 0 {
		t.Fatalf("our own row asks %v", got)
	}
	c.edit(func(f *excelize.File) error { return f.SetCellStr("Review", "C2", "0123456789abcdef01234567") })
	r := c.read()
	if got := codes(r, briefing.WeighAsk); !slices.Equal(got, []string{"row_sum_differs"}) {
		t.Errorf("a forged row asks %v", got)
	}
	if err := c.desk.AcceptReturn(t.Context(), r, briefing.Acceptance{Clearance: signed}); !errors.Is(err, briefing.ErrReturnDoubts) {
		t.Errorf("a forged row is accepted: %v", err)
	}
}

func TestAnAnswerFromAnEarlierWorkbookShows(t *testing.T) {
	c := atCapital(t, "10").answer(1, map[string]string{"Decision": "Approve"})
	old := c.data
	if err := c.desk.RecallBatch(t.Context(), c.batch.ID); err != nil {
		t.Fatal(err)
	}
	c.send()
	f, err := excelize.OpenReader(bytes.NewReader(old))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, err := f.GetRows("Review")
	if err != nil {
		t.Fatal(err)
	}
	c.edit(func(f *excelize.File) error { return f.SetSheetRow("Review", "A2", &lines[1]) })
	if got := codes(c.read(), briefing.WeighAsk); !slices.Equal(got, []string{"row_sum_differs", "base_differs"}) {
		t.Errorf("asks %v", got)
	}
}

func TestAWorkbookPutTogetherByAnotherShows(t *testing.T) {
	c := atCapital(t, "10")
	c.edit(func(f *excelize.File) error { return f.SetCellStr("_meta", "B6", "0123456789abcdef01234567") })
	if got := codes(c.read(), briefing.WeighAsk); !slices.Equal(got, []string{"seal_differs"}) {
		t.Errorf("asks %v", got)
	}
}

func TestChoicesAreCheckedAgainstWhatWasSent(t *testing.T) {
	c := atCapital(t, "10", "12")
	if len(c.batch.Ballots) != 1 || c.batch.Ballots[0].Choose != 2 || len(c.batch.Ballots[0].Options) < 3 {
		t.Fatalf("the manifest holds %+v", c.batch.Ballots)
	}
	mark := func(text string) {
		c.edit(func(f *excelize.File) error { return f.SetCellStr("Options", "E8", text) })
	}
	mark("X")
	r := c.read()
	if got := codes(r, briefing.WeighAsk); !slices.Equal(got, []string{"ballot_count"}) {
		t.Errorf("one of two asks %v", got)
	}
	c.accept(r)
	notes := dossier(t, c.desk, c.note).Annotations
	if len(notes) != 1 || notes[0].Anchor.Label != "12" {
		t.Errorf("the choice is kept as %+v", notes)
	}
}
