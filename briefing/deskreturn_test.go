package briefing_test

import (
	"bytes"
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"placard/assets"
	"placard/briefing"
	"placard/briefing/extract"
	"placard/briefing/rows"
	"placard/briefing/search"
	"placard/briefing/sheet"
)

// capital is a workbook that is out, on a real vault.
type capital struct {
	t     *testing.T
	desk  *briefing.Desk
	note  briefing.ID
	batch *briefing.Batch
	data  []byte
}

// atCapital sends positions on the labels to capital.
func atCapital(t *testing.T, labels ...string) *capital {
	t.Helper()
	made, err := testVaults().Create(t.Context(), t.TempDir(), passphrase)
	if err != nil {
		t.Fatal(err)
	}
	d := briefing.NewDesk(briefing.Ports{
		Vault:     made.Vault,
		Extractor: extract.New(),
		Tabler:    rows.Builder{},
		Workbook:  sheet.New(),
		Returns:   sheet.New(),
		Words:     assets.Words("en"),
		Directory: assets.Directory{},
		Now:       clock(),
		Finder:    search.New(made.Vault),
	})
	t.Cleanup(func() { _ = d.Close() })
	if err := d.Seed(t.Context(), briefing.Settings{Author: "A. Keeper", Language: "en"}); err != nil {
		t.Fatal(err)
	}
	x := withSample(t, d)
	c := &capital{t: t, desk: d, note: x.Note.ID}
	for _, label := range labels {
		p := draft(t, x, label)
		p.Stance = briefing.StanceSupports
		p.SetText(briefing.FieldLine, "Our line on "+label+".")
		save(t, d, p, 0)
	}
	c.send()
	return c
}

// send puts every draft into a new workbook.
func (c *capital) send() {
	c.t.Helper()
	var b bytes.Buffer
	batch, err := c.desk.ExportReview(c.t.Context(), &b, briefing.ReviewOrder{Note: c.note, To: "Ministry", Due: "2031-06-01"})
	if err != nil {
		c.t.Fatal(err)
	}
	c.batch, c.data = batch, b.Bytes()
}

// answer fills the row of the n-th position, by heads.
func (c *capital) answer(n int, cells map[string]string) *capital {
	c.t.Helper()
	c.edit(func(f *excelize.File) error {
		heads, err := f.GetRows("Review")
		if err != nil {
			return err
		}
		for head, text := range cells {
			i := slices.Index(heads[0], head)
			name, err := excelize.ColumnNumberToName(i + 1)
			if err != nil {
				return err
			}
			if err := f.SetCellStr("Review", name+strconv.Itoa(n+1), text); err != nil {
				return err
			}
		}
		return nil
	})
	return c
}

func (c *capital) edit(how func(*excelize.File) error) {
	c.t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(c.data))
	if err != nil {
		c.t.Fatal(err)
	}
	defer f.Close()
	var b bytes.Buffer
	if err := errors.Join(how(f), f.Write(&b)); err != nil {
		c.t.Fatal(err)
	}
	c.data = b.Bytes()
}

func (c *capital) read() *briefing.Reconciliation {
	c.t.Helper()
	r, err := c.desk.ReadReturn(c.t.Context(), "folder/answer.xlsx", c.data)
	if err != nil {
		c.t.Fatal(err)
	}
	return r
}

func (c *capital) accept(r *briefing.Reconciliation, accepted ...briefing.Acceptance) {
	c.t.Helper()
	if err := c.desk.AcceptReturn(c.t.Context(), r, accepted...); err != nil {
		c.t.Fatal(err)
	}
}

// held are the positions today, by their labels.
func (c *capital) held() map[string]*briefing.Position {
	c.t.Helper()
	out := map[string]*briefing.Position{}
	for _, p := range dossier(c.t, c.desk, c.note).Positions {
		out[p.Anchor.Label] = p
	}
	return out
}

func (c *capital) commits() uint64 { return dossier(c.t, c.desk, c.note).Upto }

// row of a label in the report.
func (c *capital) row(r *briefing.Reconciliation, label string) int {
	c.t.Helper()
	p := c.held()[label]
	return slices.IndexFunc(r.Rows, func(x briefing.ReviewedRow) bool { return x.Sent.Position == p.ID })
}

var signed = briefing.Clearance{Name: "B. Harbour", Department: "Transport", Date: "2031-05-20", Reference: "T/44"}

func codes(r *briefing.Reconciliation, w briefing.Weight) []string {
	out := []string{}
	for _, f := range r.Findings {
		if f.Weight == w {
			out = append(out, f.Code)
		}
	}
	return out
}

func TestReadingAReturnSavesNothing(t *testing.T) {
	c := atCapital(t, "10", "11").answer(1, map[string]string{"Decision": "Approve"})
	before := c.commits()
	r := c.read()
	if r.Blocked() || len(r.Rows) != 2 || r.Rows[0].Decision != briefing.DecisionApprove || c.commits() != before {
		t.Errorf("got %+v, %d commits after %d", r.Rows, c.commits(), before)
	}
}

func TestWhatIsNotAcceptedClearsNothing(t *testing.T) {
	c := atCapital(t, "10", "11").answer(1, map[string]string{
		"Decision": "Approve", "Comment": "Mind the fees.", "Your name": "B. Harbour", "Your ministry": "Transport",
	})
	c.accept(c.read())
	held := c.held()
	if p := held["10"]; p.State != briefing.StateReturned || p.Clearance != nil || p.Text(briefing.FieldLine) != "Our line on 10." || p.Text(briefing.FieldCapitalText) != "" {
		t.Errorf("10: got %+v", p)
	}
	if p := held["11"]; p.State != briefing.StateSent {
		t.Errorf("a blank row is an answer: %q", p.State)
	}
	x := dossier(t, c.desk, c.note)
	if len(x.Annotations) != 1 || x.Annotations[0].Text != "Mind the fees." || x.Annotations[0].Author != "B. Harbour, Transport" || x.Annotations[0].Anchor.Label != "10" {
		t.Errorf("annotations: %+v", x.Annotations)
	}
	back, err := c.desk.ReturnsOf(t.Context(), c.batch.ID)
	if err != nil || len(back) != 1 || !bytes.Equal(back[0].Bytes, c.data) || back[0].Name != "answer.xlsx" || back[0].Answers[0].Person != "B. Harbour" {
		t.Errorf("kept %d files, %v", len(back), err)
	}
}

func TestEachDecisionHasItsOwnState(t *testing.T) {
	for decision, want := range map[string]briefing.PositionState{
		"Approve": briefing.StateCleared, "Redraft": briefing.StateRedraft, "Defer": briefing.StateDeferred,
		"No objection": briefing.StateNoObjection, "No position": briefing.StateReturned,
	} {
		c := atCapital(t, "10").answer(1, map[string]string{"Decision": decision, "Comment": "So be it."})
		c.accept(c.read(), briefing.Acceptance{Clearance: signed})
		p := c.held()["10"]
		if p.State != want || (p.Clearance != nil) != (want == briefing.StateCleared) || p.Text(briefing.FieldCapitalComment) != "So be it." {
			t.Errorf("%s: got %q, clearance %+v", decision, p.State, p.Clearance)
		}
	}
}

func TestAcceptedChangesKeepEveryText(t *testing.T) {
	c := atCapital(t, "10").answer(1, map[string]string{
		"Decision": "Approve with changes", "Capital’s text": "We “agree”, at no cost.", "Stance, if different": "can accept",
	})
	c.accept(c.read(), briefing.Acceptance{Clearance: signed})
	p := c.held()["10"]
	if p.State != briefing.StateClearedChanged || p.Stance != briefing.StanceAccepts || p.Text(briefing.FieldLine) != "We “agree”, at no cost." || p.Text(briefing.FieldCapitalText) != p.Text(briefing.FieldLine) {
		t.Errorf("got %+v", p)
	}
	if got := *p.Clearance; got.Name != "B. Harbour" || got.Reference != "T/44" || got.Batch != c.batch.ID {
		t.Errorf("clearance: %+v", got)
	}
	past, err := c.desk.History(t.Context(), p.Key())
	if err != nil || len(past) != 3 {
		t.Fatalf("history of %d, %v", len(past), err)
	}
	if old, ok := past[1].Value.(*briefing.Position); !ok || old.Text(briefing.FieldLine) != "Our line on 10." || old.State != briefing.StateSent {
		t.Errorf("as sent: %+v", past[1].Value)
	}
}

func TestTheSameFileAgainDoesNothingAndOneUndoTakesItBack(t *testing.T) {
	c := atCapital(t, "10").answer(1, map[string]string{"Decision": "Approve", "Comment": "Good."})
	c.accept(c.read(), briefing.Acceptance{Clearance: signed})
	after := c.commits()
	r := c.read()
	c.accept(r)
	if !r.Stored || c.commits() != after {
		t.Errorf("stored %v, %d commits after %d", r.Stored, c.commits(), after)
	}
	if _, err := c.desk.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	back, err := c.desk.ReturnsOf(t.Context(), c.batch.ID)
	x := dossier(t, c.desk, c.note)
	if err != nil || len(back) != 0 || len(x.Annotations) != 0 || x.Positions[0].State != briefing.StateSent || x.Positions[0].Clearance != nil {
		t.Errorf("after undo: %d files, %d annotations, %+v, %v", len(back), len(x.Annotations), x.Positions[0], err)
	}
}

func TestStoredFirstAcceptedLater(t *testing.T) {
	c := atCapital(t, "10").answer(1, map[string]string{"Decision": "Approve", "Comment": "Good."})
	c.accept(c.read())
	c.accept(c.read(), briefing.Acceptance{Clearance: signed})
	x := dossier(t, c.desk, c.note)
	back, err := c.desk.ReturnsOf(t.Context(), c.batch.ID)
	if err != nil || len(back) != 1 || len(x.Annotations) != 1 || x.Positions[0].State != briefing.StateCleared {
		t.Errorf("%d files, %d annotations, %q, %v", len(back), len(x.Annotations), x.Positions[0].State, err)
	}
	batches, err := c.desk.Batches(t.Context())
	if err != nil || batches[0].State != briefing.BatchReconciled {
		t.Errorf("batch is %q, %v", batches[0].State, err)
	}
}

func TestAcceptanceIsRefusedWhereItWouldMislead(t *testing.T) {
	try := func(c *capital, a briefing.Acceptance) error {
		return c.desk.AcceptReturn(t.Context(), c.read(), a)
	}
	c := atCapital(t, "10", "11").answer(1, map[string]string{"Decision": "Approve"})
	before := c.commits()
	if err := try(c, briefing.Acceptance{}); !errors.Is(err, briefing.ErrInvalid) {
		t.Errorf("without a name: %v", err)
	}
	if err := try(c, briefing.Acceptance{Row: 1, Clearance: signed}); !errors.Is(err, briefing.ErrInvalid) {
		t.Errorf("a blank row: %v", err)
	}
	c.answer(1, map[string]string{"Capital’s text": "Other words."})
	if err := try(c, briefing.Acceptance{Clearance: signed}); !errors.Is(err, briefing.ErrReturnDoubts) {
		t.Errorf("approved yet changed: %v", err)
	}
	if c.commits() != before {
		t.Error("something was saved")
	}
}

func TestAPositionThatMovedOnIsAConflictWithBothTexts(t *testing.T) {
	c := atCapital(t, "10").answer(1, map[string]string{"Decision": "Approve with changes", "Capital’s text": "Capital’s words."})
	p := c.held()["10"]
	x := dossier(t, c.desk, c.note)
	p.SetText(briefing.FieldLine, "Our newer words.")
	save(t, c.desk, *p, x.Base(p))
	r := c.read()
	i := c.row(r, "10")
	want := briefing.FieldMerge{Column: briefing.ColLine, Sent: "Our line on 10.", Returned: "Capital’s words.", Now: "Our newer words."}
	if !slices.Contains(r.Rows[i].Fields, want) || !want.Conflict() || !slices.Contains(codes(r, briefing.WeighAsk), "moved_on") {
		t.Errorf("got %+v, %v", r.Rows[i].Fields, codes(r, briefing.WeighAsk))
	}
	if err := c.desk.AcceptReturn(t.Context(), r, briefing.Acceptance{Row: i, Clearance: signed, Despite: true}); !errors.Is(err, briefing.ErrConflict) {
		t.Errorf("got %v", err)
	}
}

func TestAnEditBetweenReadingAndAcceptingIsAConflict(t *testing.T) {
	c := atCapital(t, "10").answer(1, map[string]string{"Decision": "Approve"})
	r := c.read()
	p := c.held()["10"]
	x := dossier(t, c.desk, c.note)
	p.SetText(briefing.FieldPoints, "One more point.")
	save(t, c.desk, *p, x.Base(p))
	err := c.desk.AcceptReturn(t.Context(), r, briefing.Acceptance{Clearance: signed})
	if !errors.Is(err, briefing.ErrConflict) || c.held()["10"].Clearance != nil {
		t.Errorf("got %v, %+v", err, c.held()["10"].Clearance)
	}
}

func TestOldBatchesAndOtherVaultsAreRefused(t *testing.T) {
	c := atCapital(t, "10").answer(1, map[string]string{"Decision": "Approve"})
	other := atCapital(t, "10")
	other.data = c.data
	r := other.read()
	if !slices.Equal(codes(r, briefing.WeighBlock), []string{"batch_unknown"}) {
		t.Errorf("another vault's: %v", codes(r, briefing.WeighBlock))
	}
	if err := other.desk.AcceptReturn(t.Context(), r); !errors.Is(err, briefing.ErrReturnRefused) {
		t.Errorf("another vault's: %v", err)
	}
	old, batch := c.data, c.batch
	if err := c.desk.RecallBatch(t.Context(), batch.ID); err != nil {
		t.Fatal(err)
	}
	c.send()
	c.data = old
	if r := c.read(); !slices.Equal(codes(r, briefing.WeighBlock), []string{"batch_closed"}) {
		t.Errorf("a recalled one: %v", codes(r, briefing.WeighBlock))
	}
}

func TestNewPointsAreProposedNeverCleared(t *testing.T) {
	c := atCapital(t, "10")
	c.edit(func(f *excelize.File) error {
		return errors.Join(
			f.SetSheetRow("New points", "A5", &[]any{"11", "The theme", "✓ supports", "Ask for a shorter theme."}),
			f.SetSheetRow("New points", "A6", &[]any{"", "Travel", "", "", "", "Who pays for travel?"}),
		)
	})
	c.accept(c.read())
	p := c.held()["11"]
	if p == nil || p.State != briefing.StateDraft || p.Clearance != nil || p.Text(briefing.FieldLine) != "" || p.Text(briefing.FieldCapitalText) != "Ask for a shorter theme." || p.Stance != briefing.StanceSupports {
		t.Errorf("got %+v", p)
	}
	x := dossier(t, c.desk, c.note)
	if len(x.Annotations) != 1 || !strings.Contains(x.Annotations[0].Text, "Who pays for travel?") || x.Annotations[0].Author != "Capital" {
		t.Errorf("got %+v", x.Annotations)
	}
}

func TestAWorkbookCopiedRowByRowIsKnownByItsRows(t *testing.T) {
	c := atCapital(t, "10", "11").answer(1, map[string]string{"Decision": "Approve"})
	f, err := excelize.OpenReader(bytes.NewReader(c.data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines, err := f.GetRows("Review")
	if err != nil {
		t.Fatal(err)
	}
	fresh := excelize.NewFile()
	defer fresh.Close()
	for i, line := range lines {
		if err := fresh.SetSheetRow("Sheet1", "A"+strconv.Itoa(i+1), &line); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := fresh.Write(&b); err != nil {
		t.Fatal(err)
	}
	c.data = b.Bytes()
	r := c.read()
	if got := codes(r, briefing.WeighAsk); !slices.Equal(got, []string{"identity_lost"}) || len(r.Rows) != 2 || r.Batch.ID != c.batch.ID {
		t.Errorf("asks %v, %d rows", got, len(r.Rows))
	}
}
