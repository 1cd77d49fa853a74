package briefing_test

import (
	"testing"

	"placard/briefing"
)

// seat is a desk whose paragraph 11 has a position with a secret red line and
// a remark; the vault's own mark is RESTRICTED.
func seat(t *testing.T) (*briefing.Desk, briefing.ID) {
	t.Helper()
	d := newDesk(t)
	x := withSample(t, d)
	p := draft(t, x, "11")
	p.Stance = briefing.StanceConcerns
	p.SetText(briefing.FieldLine, "We have concerns.")
	p.SetText(briefing.FieldRedLine, "No seminar without a budget.")
	p.Marks = map[briefing.Field]string{briefing.FieldRedLine: "SECRET"}
	save(t, d, p, 0)
	_, err := d.Annotate(t.Context(), x.Note.ID, briefing.Annotation{
		Text: "Ask the treasury.", Kind: briefing.KindRemark, Anchor: briefing.Anchor{Block: at(t, x, "11").ID},
	})
	if err != nil {
		t.Fatal(err)
	}
	return d, x.Note.ID
}

// The mark shown before a pack leaves is the one that it will carry.
func TestPackContentsHaveThePapersMark(t *testing.T) {
	d, note := seat(t)
	for _, c := range []struct {
		name  string
		order briefing.PackOrder
		want  string
	}{
		{"the head's pack has the red line", briefing.PackOrder{Audience: briefing.ForHead, Variant: briefing.VariantFull}, "SECRET"},
		{"without a variant, all the head may see", briefing.PackOrder{Audience: briefing.ForHead}, "SECRET"},
		{"what is spoken from has none", briefing.PackOrder{Audience: briefing.ForHead, Variant: briefing.VariantSpeaking}, "RESTRICTED"},
		{"the delegation's has none", briefing.PackOrder{Audience: briefing.ForDelegation, Variant: briefing.VariantFull}, "RESTRICTED"},
		{"a lower one is not taken inside", briefing.PackOrder{Audience: briefing.ForDelegation, Variant: briefing.VariantFull, Mark: "LIMITE"}, "RESTRICTED"},
		{"a higher one is", briefing.PackOrder{Audience: briefing.ForDelegation, Variant: briefing.VariantFull, Mark: "CONFIDENTIAL"}, "CONFIDENTIAL"},
		{"nothing stands in the public's", briefing.PackOrder{Audience: briefing.ForPublic, Variant: briefing.VariantSpeaking, Mark: "LIMITE"}, "LIMITE"},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.order.Note = note
			got, err := d.PackContents(t.Context(), c.order)
			if err != nil || got.Mark != c.want {
				t.Errorf("mark %q, %v; want %q", got.Mark, err, c.want)
			}
		})
	}
}

// A mark typed for one comparison may raise that of what it shows, never lower it.
func TestMatrixMarkIsNeverLowered(t *testing.T) {
	d, note := seat(t)
	for _, c := range []struct{ typed, want string }{
		{"", "RESTRICTED"}, {"LIMITE", "RESTRICTED"}, {"CONFIDENTIAL", "CONFIDENTIAL"},
	} {
		m, err := d.Matrix(t.Context(), briefing.MatrixOrder{Note: note, Audience: briefing.ForDelegation, Mark: c.typed})
		if err != nil {
			t.Fatal(err)
		}
		if m.Mark != c.want {
			t.Errorf("with %q typed: %q, want %q", c.typed, m.Mark, c.want)
		}
	}
}

// Looking at what would go to capital sends nothing; remarks go when ticked.
func TestReviewContents(t *testing.T) {
	d, note := seat(t)
	for _, ticked := range []bool{false, true} {
		r, err := d.ReviewContents(t.Context(), briefing.ReviewOrder{
			Note: note, Due: "2031-1", Contact: "A. Keeper", Choice: briefing.ReviewChoice{Remarks: ticked},
		})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Rows) != 1 || r.Contact != "A. Keeper" {
			t.Fatalf("%d rows, contact %q", len(r.Rows), r.Contact)
		}
		if got := r.Rows[0].Remarks != ""; got != ticked || r.Remarks != ticked {
			t.Errorf("ticked %v: remarks %q", ticked, r.Rows[0].Remarks)
		}
	}
	batches, err := d.Batches(t.Context())
	if err != nil || len(batches) != 0 {
		t.Errorf("%d batches, %v", len(batches), err)
	}
	if p := dossier(t, d, note).Positions[0]; p.State != briefing.StateDraft {
		t.Errorf("the position is %q", p.State)
	}
}
