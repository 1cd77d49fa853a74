package rows_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"placard/assets"
	"placard/briefing"
	"placard/briefing/rows"
)

// harbour is a small fictional note: paragraph 1, a choice of one of two in
// paragraph 2, and a position on each.
func harbour() *briefing.Dossier {
	d := &briefing.Dossier{
		Note: &briefing.Note{ID: briefing.ID{1}, Symbol: "HB/4", Title: "Harbour dues"},
		Text: &briefing.Text{Note: briefing.ID{1}, Blocks: []briefing.Block{
			{ID: "h", Kind: briefing.KindHeading, Part: briefing.PartBody, Text: "Dues"},
			{ID: "a", Kind: briefing.KindParagraph, Part: briefing.PartBody, Label: "1", Text: "Dues rose."},
			{ID: "c", Kind: briefing.KindContinuation, Part: briefing.PartBody, Parent: "a", Text: "They will rise again."},
			{ID: "b", Kind: briefing.KindParagraph, Part: briefing.PartBody, Label: "2", Text: "Members are invited to choose one."},
			{ID: "o1", Kind: briefing.KindBullet, Part: briefing.PartBody, Parent: "b", Text: "Weight"},
			{ID: "o2", Kind: briefing.KindBullet, Part: briefing.PartBody, Parent: "b", Text: "Length"},
		}},
		Asks: []*briefing.Ask{{
			ID: briefing.ID{9}, Note: briefing.ID{1}, Code: "2", Block: "b", Class: briefing.AskChoose, Strength: briefing.Strong, Choose: 1,
			Options: []briefing.Option{{Code: "1", Block: "o1", Title: "Weight"}, {Code: "2", Block: "o2", Title: "Length"}},
		}},
		Revisions: map[briefing.Key]uint64{},
	}
	put := func(n byte, s briefing.Subject, state briefing.PositionState, ministry string) {
		p := &briefing.Position{ID: briefing.ID{n}, Note: briefing.ID{1}, Subject: s, State: state, Stance: briefing.StanceSupports}
		p.SetText(briefing.FieldLine, "Line "+string('0'+rune(n)))
		p.SetText(briefing.FieldMinistry, ministry)
		d.Positions = append(d.Positions, p)
		d.Revisions[p.Key()] = uint64(n) * 10
	}
	put(3, briefing.Subject{Kind: briefing.OnOption, Block: "o2", Ask: "2", Option: "2"}, briefing.StateReady, "Ports")
	put(4, briefing.Subject{Kind: briefing.OnParagraph, Block: "a"}, briefing.StateDraft, "Treasury")
	put(5, briefing.Subject{Kind: briefing.OnAsk, Block: "b", Ask: "2"}, briefing.StateCleared, "Ports")
	put(6, briefing.Subject{Kind: briefing.OnOption, Block: "o1", Ask: "2", Option: "1"}, briefing.StateNone, "Ports")
	return d
}

var (
	toCapital = briefing.Gate{Audience: briefing.ForCapital}
	inEnglish = assets.Words("en")
)

func review(t *testing.T, d *briefing.Dossier, c briefing.ReviewChoice) *briefing.Review {
	t.Helper()
	r, err := rows.Builder{}.Review(d, &briefing.Batch{Due: "2026-12-01", Language: "en"}, c, toCapital, inEnglish)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func rowRefs(r *briefing.Review) string {
	var refs []string
	for _, row := range r.Batch.Rows {
		refs = append(refs, row.Ref)
	}
	return strings.Join(refs, " ")
}

// What waits for clearance goes, in the note's order; a choice narrows it.
func TestReviewPicksRows(t *testing.T) {
	for _, c := range []struct {
		name    string
		choice  briefing.ReviewChoice
		want    string
		ballots int
	}{
		{"what is in draft or ready", briefing.ReviewChoice{}, "HB/4-P1 HB/4-P2-O2", 1},
		{"of one ministry", briefing.ReviewChoice{Ministry: " treasury "}, "HB/4-P1", 0},
		{"of another, with its ballot", briefing.ReviewChoice{Ministry: "Ports"}, "HB/4-P2-O2", 1},
		{"single ones, cleared before", briefing.ReviewChoice{Positions: []briefing.ID{{5}}}, "HB/4-P2-A", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := review(t, harbour(), c.choice)
			if got := rowRefs(r); got != c.want || len(r.Ballots) != c.ballots {
				t.Errorf("rows %q with %d ballots, want %q with %d", got, len(r.Ballots), c.want, c.ballots)
			}
		})
	}
}

func TestReviewNeedsCapitalsGateAndRows(t *testing.T) {
	d := harbour()
	_, err := rows.Builder{}.Review(d, &briefing.Batch{}, briefing.ReviewChoice{}, briefing.Gate{Audience: briefing.ForAllies}, inEnglish)
	if !errors.Is(err, briefing.ErrInvalid) {
		t.Errorf("for allies: %v, want invalid_value", err)
	}
	_, err = rows.Builder{}.Review(d, &briefing.Batch{}, briefing.ReviewChoice{Ministry: "Nobody"}, toCapital, inEnglish)
	if !errors.Is(err, briefing.ErrNothingToExport) {
		t.Errorf("no row: %v, want nothing_to_export", err)
	}
}

// The manifest knows the revision that was sent, and what the row said.
func TestReviewManifest(t *testing.T) {
	d := harbour()
	b := &briefing.Batch{Due: "2026-12-01"}
	r, err := rows.Builder{}.Review(d, b, briefing.ReviewChoice{}, toCapital, inEnglish)
	if err != nil {
		t.Fatal(err)
	}
	if b.Rows != nil {
		t.Error("the caller's batch was changed")
	}
	sent := r.Batch.Rows[0]
	if sent.Base != 40 || sent.Position != (briefing.ID{4}) || sent.Subject.Block != "a" {
		t.Errorf("row = %+v", sent)
	}
	for column, want := range map[briefing.ReviewColumn]string{
		briefing.ColText: "Dues rose.\nThey will rise again.", briefing.ColLine: "Line 4", briefing.ColItem: "Dues",
		briefing.ColReplyBy: "2026-12-01", briefing.ColStance: "✓ supports", briefing.ColPara: "1", briefing.ColBase: "40",
	} {
		if got := sent.Sent[string(column)]; got != want {
			t.Errorf("%s = %q, want %q", column, got, want)
		}
	}
	for column := range sent.Sent {
		if briefing.ReviewColumn(column).Input() {
			t.Errorf("%s is capital's to fill in, yet was sent", column)
		}
	}
}

// The fingerprint survives a program that reflows text, and no change of words.
func TestReviewFingerprint(t *testing.T) {
	sum := func(line string) string {
		d := harbour()
		d.Positions[1].SetText(briefing.FieldLine, line)
		return review(t, d, briefing.ReviewChoice{}).Batch.Rows[0].Sum
	}
	first := sum("We agree to the dues.")
	if first != sum("We  agree\nto the dues. ") {
		t.Error("spaces change the fingerprint")
	}
	if first == sum("We agree to no dues.") {
		t.Error("words do not change the fingerprint")
	}
	moved := harbour()
	moved.Positions[1].SetText(briefing.FieldLine, "")
	moved.Positions[1].SetText(briefing.FieldPoints, "We agree to the dues.")
	if first == review(t, moved, briefing.ReviewChoice{}).Batch.Rows[0].Sum {
		t.Error("a text moved to another column keeps the fingerprint")
	}
}

// A ballot offers every option in the note's order, with our ranking.
func TestReviewBallot(t *testing.T) {
	d := harbour()
	d.Asks[0].OwnOption = true
	d.Positions[2].Ranking = []briefing.Rank{{Option: "2", Place: 1}}
	d.Positions[2].SetText(briefing.FieldOwnOption, "Beam")
	ballot := review(t, d, briefing.ReviewChoice{}).Ballots[0]
	var got []string
	for _, o := range ballot.Options {
		got = append(got, o.Title+"/"+o.Text+"/"+string('0'+rune(o.Place)))
	}
	want := []string{"Weight/Weight/0", "Length/Length/1", "Our own option/Beam/0"}
	if !slices.Equal(got, want) || ballot.Choose != 1 {
		t.Errorf("choose %d of %q, want 1 of %q", ballot.Choose, got, want)
	}
	refused := harbour()
	refused.Asks[0].State = briefing.AskRefused
	if n := len(review(t, refused, briefing.ReviewChoice{}).Ballots); n != 0 {
		t.Errorf("a refused ask has %d ballots", n)
	}
}

// A position's own mark, or that of a field that leaves, marks the whole.
func TestReviewMark(t *testing.T) {
	d := harbour()
	d.Settings.Mark = "LIMITE"
	d.Positions[1].SetText(briefing.FieldFallback, "Half the dues.")
	d.Positions[1].Marks = map[briefing.Field]string{briefing.FieldFallback: "SECRET"}
	d.Positions[0].Mark = "RESTRICTED"
	if got := review(t, d, briefing.ReviewChoice{}).Mark; got != "RESTRICTED" {
		t.Errorf("mark = %q, want that of the highest position", got)
	}
	g := briefing.Gate{Audience: briefing.ForCapital, Ticked: map[briefing.Part]bool{briefing.PartRestricted: true}}
	r, err := rows.Builder{}.Review(d, &briefing.Batch{}, briefing.ReviewChoice{}, g, inEnglish)
	if err != nil || r.Mark != "SECRET" {
		t.Errorf("with the fallback: %q, %v; want SECRET", r.Mark, err)
	}
}
