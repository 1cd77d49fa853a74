package briefing_test

import (
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"

	"placard/assets"
	"placard/briefing"
)

// withRevision imports the fictional note, holds positions on it and imports
// a revised version: 4 is deleted, 6 and what follows renumbered by a new 5
// and so on, 8 edited, 10 split in two.
func withRevision(t *testing.T, d *briefing.Desk) (older, newer briefing.ID) {
	t.Helper()
	x := withSample(t, d)
	for label, state := range map[string]briefing.PositionState{
		"4": briefing.StateDraft, "7": briefing.StateCleared, "8": briefing.StateCleared, "10": briefing.StateCleared,
		"11": briefing.StateReady, "12": briefing.StateCleared, "12#1": briefing.StateDraft,
	} {
		p := draft(t, x, label)
		p.Stance = briefing.StanceSupports
		p.SetText(briefing.FieldLine, "Our line on "+label)
		if label == "12" {
			p.Ranking = []briefing.Rank{{Option: "1", Place: 2}, {Option: "3", Place: 1}}
		}
		saved, base, err := d.SavePosition(t.Context(), p, 0)
		if err != nil {
			t.Fatal(label, err)
		}
		if state == briefing.StateCleared {
			_, _, err = d.ClearPosition(t.Context(), saved.Key(), base, briefing.Clearance{Name: "C. Apital", Date: "2031-05-16"})
		} else if state != saved.State {
			_, _, err = d.MovePosition(t.Context(), saved.Key(), base, state)
		}
		if err != nil {
			t.Fatal(label, err)
		}
	}
	return x.Note.ID, importRevised(t, d)
}

func importRevised(t *testing.T, d *briefing.Desk) briefing.ID {
	t.Helper()
	name, data := assets.Sample()
	text := string(data)
	for _, change := range [][2]string{
		{"LC/2031/7", "LC/2031/7/Rev.1"},
		{"7. In line with", "6. In line with"},
		{"6. The opening panel", "5. The opening panel"},
		{"5. The programme", "4. The programme"},
		{"8. The round table will not repeat", "7. The round table will never repeat"},
		{"9. As requested", "8. As requested"},
		{"10. In other years", "9. In other years"},
		{"one year ahead. Hosts", "one year ahead.\n\n10. Hosts"},
	} {
		if !strings.Contains(text, change[0]) {
			t.Fatalf("the sample no longer says %q", change[0])
		}
		text = strings.Replace(text, change[0], change[1], 1)
	}
	from, to := strings.Index(text, "4. On the eve"), strings.Index(text, "4. The programme")
	text = text[:from] + text[to:]
	p, err := d.Recognize(t.Context(), briefing.Original{Name: "rev-" + name, Data: []byte(text)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	note, err := d.Import(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	return note.ID
}

func compared(t *testing.T, d *briefing.Desk, older, newer briefing.ID) *briefing.Comparison {
	t.Helper()
	c, err := d.Compare(t.Context(), older, newer)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// stepOn is what the plan does with the position on a label of the older note.
func stepOn(t *testing.T, p *briefing.CarryPlan, label string) (int, briefing.CarryStep) {
	t.Helper()
	for i, s := range p.Steps {
		if s.Position.Anchor.Label == label {
			return i, s
		}
	}
	t.Fatalf("nothing is planned for %s", label)
	return 0, briefing.CarryStep{}
}

func TestCarryOverFollowsTheText(t *testing.T) {
	d := newDesk(t)
	older, newer := withRevision(t, d)
	plan := compared(t, d, older, newer).Plan()
	for label, want := range map[string]briefing.CarryOutcome{
		"4": briefing.CarryArchived, "7": briefing.CarryKept, "8": briefing.CarryStale, "10": briefing.CarryAsked,
		"11": briefing.CarryKept, "12": briefing.CarryKept, "12#1": briefing.CarryKept,
	} {
		if _, s := stepOn(t, plan, label); s.Outcome != want {
			t.Errorf("the position on %s is %s (%s), want %s", label, s.Outcome, s.Pair.Fate, want)
		}
	}
	if plan.Unsettled() != 1 {
		t.Errorf("%d wait for a person, want the split one", plan.Unsettled())
	}
	step, _ := stepOn(t, plan, "10")
	if err := plan.Settle(step, 0); err != nil {
		t.Fatal(err)
	}
	if n, err := d.CarryOver(t.Context(), plan); err != nil || n != 6 {
		t.Fatalf("carried %d, %v; want 6", n, err)
	}
	for label, want := range map[string]struct {
		state briefing.PositionState
		stale bool
	}{
		"6": {briefing.StateCleared, false}, "7": {briefing.StateDraft, true}, "9": {briefing.StateDraft, true},
		"11": {briefing.StateReady, false}, "12": {briefing.StateCleared, false}, "12#1": {briefing.StateDraft, false},
	} {
		x := dossier(t, d, newer)
		p := x.Position(x.SubjectOf(at(t, x, label)))
		if p == nil {
			t.Errorf("nothing stands on %s", label)
			continue
		}
		if p.State != want.state || p.Stale != want.stale || p.Anchor.Label != label {
			t.Errorf("%s is %s, stale %t, on %s; want %s, %t", label, p.State, p.Stale, p.Anchor.Label, want.state, want.stale)
		}
		if p.State == briefing.StateCleared && (p.Clearance == nil || p.Clearance.Name != "C. Apital") {
			t.Errorf("%s lost who cleared it: %+v", label, p.Clearance)
		}
	}
	x := dossier(t, d, newer)
	if p := x.Position(x.SubjectOf(at(t, x, "12"))); p.Place("1") != 2 || p.Place("3") != 1 {
		t.Errorf("the ranking became %v", p.Ranking)
	}
	was := dossier(t, d, older)
	if p := was.Position(was.SubjectOf(at(t, was, "4"))); p.Archived != briefing.ArchivedTextDeleted || p.State != briefing.StateOvertaken {
		t.Errorf("the position on deleted text is %s, archived %q", p.State, p.Archived)
	}
}

func TestCarryOverIsOneActAndDoneOnce(t *testing.T) {
	d := newDesk(t)
	older, newer := withRevision(t, d)
	if _, err := d.CarryOver(t.Context(), compared(t, d, older, newer).Plan()); err != nil {
		t.Fatal(err)
	}
	again := compared(t, d, older, newer).Plan()
	for _, s := range again.Steps {
		if s.Goes() {
			t.Errorf("%s would go again", s.Position.Anchor.Label)
		}
	}
	if _, err := d.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n := len(dossier(t, d, newer).Positions); n != 0 {
		t.Errorf("after one undo %d positions are left", n)
	}
	was := dossier(t, d, older)
	if p := was.Position(was.SubjectOf(at(t, was, "4"))); p.Archived != "" || p.State != briefing.StateDraft {
		t.Errorf("undo left the position on 4 as %s, archived %q", p.State, p.Archived)
	}
}

func TestCarryOverRefusesAStalePlan(t *testing.T) {
	d := newDesk(t)
	older, newer := withRevision(t, d)
	plan := compared(t, d, older, newer).Plan()
	x := dossier(t, d, older)
	p := *x.Position(x.SubjectOf(at(t, x, "4")))
	p.SetText(briefing.FieldLine, "Something else")
	if _, _, err := d.SavePosition(t.Context(), p, x.Base(&p)); err != nil {
		t.Fatal(err)
	}
	if _, err := d.CarryOver(t.Context(), plan); !errors.Is(err, briefing.ErrConflict) {
		t.Errorf("carried over what had moved on: %v", err)
	}
}

func TestPairingByHandIsKept(t *testing.T) {
	d := newDesk(t)
	older, newer := withRevision(t, d)
	c := compared(t, d, older, newer)
	four, nine := at(t, c.Older, "4").ID, at(t, c.Newer, "9").ID
	if err := d.Pair(t.Context(), older, newer, briefing.Link{Old: four, New: nine}); err != nil {
		t.Fatal(err)
	}
	p := compared(t, d, older, newer).PairOfOld(four)
	if p == nil || len(p.New) != 1 || p.New[0].Block != nine || !p.ByHand {
		t.Fatalf("4 went to %+v, want 9", p)
	}
	if err := d.Pair(t.Context(), older, newer, briefing.Link{Old: "b999", New: nine}); !errors.Is(err, briefing.ErrNotFound) {
		t.Errorf("a block that is not there: %v", err)
	}
	if err := d.Unpair(t.Context(), older, newer); err != nil {
		t.Fatal(err)
	}
	if p := compared(t, d, older, newer).PairOfOld(four); p.Fate != briefing.FateDeleted {
		t.Errorf("after taking it back, 4 is %s", p.Fate)
	}
}

// The table for outsiders holds no position that is not cleared.
func TestCorrespondencePassesTheGate(t *testing.T) {
	d := newDesk(t)
	older, newer := withRevision(t, d)
	c := compared(t, d, older, newer)
	for audience, want := range map[briefing.Audience]string{
		briefing.ForDelegation: "10 11 12 12#1 4 7 8", briefing.ForPublic: "10 12 7 8",
	} {
		lines := map[string]bool{}
		for _, row := range c.Correspondence(briefing.Gate{Audience: audience}).Rows {
			if row.Line != "" {
				lines[row.Old] = true
			}
			if audience == briefing.ForPublic && row.State != "" {
				t.Errorf("the public learns that %s is %s", row.Old, row.State)
			}
		}
		if got := strings.Join(sortedKeys(lines), " "); got != want {
			t.Errorf("%s reads our lines on %q, want %q", audience, got, want)
		}
	}
}

func sortedKeys(m map[string]bool) []string { return slices.Sorted(maps.Keys(m)) }

// A pack of a revised note says what was done since; its reader learns only of
// positions that he may see.
func TestPackHoldsTheCorrespondence(t *testing.T) {
	d := newDesk(t)
	older, newer := withRevision(t, d)
	c := compared(t, d, older, newer)
	c.Newer.Against = c
	for audience, drafts := range map[briefing.Audience]bool{briefing.ForDelegation: true, briefing.ForPublic: false} {
		p := &briefing.Pack{Audience: audience, Variant: briefing.VariantFull, Language: "en"}
		paper, err := d.Packer.Pack(c.Newer, p, briefing.Gate{Audience: audience}, d.Words)
		if err != nil {
			t.Fatal(err)
		}
		said := tablesOf(paper)
		for _, want := range []string{"|7|8|± edited|", "||4|− deleted|On the eve"} {
			if !strings.Contains(said, want) {
				t.Errorf("%s: the table lacks %q: %s", audience, want, said)
			}
		}
		if got := strings.Contains(said, "✓ supports, draft"); got != drafts {
			t.Errorf("%s learns of drafts: %t", audience, got)
		}
	}
}

// tablesOf is the words of a paper's tables, a bar between cells.
func tablesOf(paper *briefing.Paper) string {
	var b strings.Builder
	for _, block := range paper.Blocks {
		if block.Table == nil {
			continue
		}
		for _, row := range block.Table.Rows {
			for _, cell := range row {
				b.WriteString("|")
				for _, run := range cell.Runs {
					b.WriteString(run.Text)
				}
			}
		}
	}
	return b.String()
}
