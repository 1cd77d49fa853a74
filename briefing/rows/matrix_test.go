package rows_test

import (
	"testing"

	"placard/briefing"
	"placard/briefing/rows"
)

// quay is the harbour note with three delegations and two groups: "Bloc"
// speaks as one for A from 2025 to mid-2026, members of "Club" may deviate,
// "List" only shares information.
func quay(said ...*briefing.Observation) *briefing.Dossier {
	d := harbour()
	add := func(n byte, code string, rule briefing.GroupRule, members ...briefing.Member) {
		kind := briefing.KindState
		if rule != "" {
			kind = briefing.KindGroup
		}
		d.Delegations = append(d.Delegations, &briefing.Delegation{
			ID: briefing.ID{n}, Code: code, Kind: kind, Rule: rule, Names: map[string]string{"en": code}, Members: members,
		})
	}
	add(20, "A", "")
	add(21, "B", "")
	add(30, "Bloc", briefing.GroupSpeaksAsOne, briefing.Member{Delegation: briefing.ID{20}, From: "2025-01-01", Until: "2026-06-30"})
	add(31, "Club", briefing.GroupMayDeviate, briefing.Member{Delegation: briefing.ID{20}}, briefing.Member{Delegation: briefing.ID{21}})
	add(32, "List", briefing.GroupInformation, briefing.Member{Delegation: briefing.ID{21}})
	d.Observations = said
	return d
}

func observed(who byte, s briefing.Stance, source briefing.SourceKind, date briefing.Date) *briefing.Observation {
	return &briefing.Observation{
		Subject: briefing.Subject{Kind: briefing.OnParagraph, Block: "a"}, Delegation: briefing.ID{who}, Stance: s, Source: source, Date: date,
	}
}

func matrix(t *testing.T, d *briefing.Dossier, asked ...briefing.ID) *briefing.Matrix {
	t.Helper()
	m, err := rows.Builder{}.Matrix(d, asked, briefing.Gate{Audience: briefing.ForDelegation}, inEnglish)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// cellOn is a delegation's cell in the row of paragraph 1.
func cellOn(t *testing.T, m *briefing.Matrix, code string) briefing.MatrixCell {
	t.Helper()
	for i, c := range m.Columns {
		if c.Code == code {
			return m.Rows[0].Cells[i]
		}
	}
	t.Fatalf("no column %s", code)
	return briefing.MatrixCell{}
}

func TestMatrixImpliesByDatedMembership(t *testing.T) {
	for _, c := range []struct {
		name    string
		said    []*briefing.Observation
		stance  briefing.Stance
		implied string
	}{
		{"a group binds its member", []*briefing.Observation{observed(30, briefing.StanceOpposes, briefing.SourceStated, "2026-06-30")}, briefing.StanceOpposes, "Bloc"},
		{"not after it left", []*briefing.Observation{observed(30, briefing.StanceOpposes, briefing.SourceStated, "2026-07-01")}, briefing.StanceNone, ""},
		{"not before it joined", []*briefing.Observation{observed(30, briefing.StanceOpposes, briefing.SourceStated, "2024-12-31")}, briefing.StanceNone, ""},
		{"its own word stands before its group's", []*briefing.Observation{
			observed(30, briefing.StanceOpposes, briefing.SourcePublished, "2026-06-01"), observed(20, briefing.StanceConcerns, briefing.SourceHearsay, "2026-01-01"),
		}, briefing.StanceConcerns, ""},
		{"one that speaks as one stands before one that may deviate", []*briefing.Observation{
			observed(31, briefing.StanceSupports, briefing.SourcePublished, "2026-06-02"), observed(30, briefing.StanceOpposes, briefing.SourceStated, "2026-06-01"),
		}, briefing.StanceOpposes, "Bloc"},
		{"the latest of the best source holds", []*briefing.Observation{
			observed(20, briefing.StanceSupports, briefing.SourceStated, "2026-01-01"), observed(20, briefing.StanceOpposes, briefing.SourceTold, "2026-06-01"),
			observed(20, briefing.StanceAccepts, briefing.SourceStated, "2026-02-01"),
		}, briefing.StanceAccepts, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := cellOn(t, matrix(t, quay(c.said...), briefing.ID{20}), "A")
			if got.Stance != c.stance || got.Implied != c.implied {
				t.Errorf("A = %q by %q, want %q by %q", got.Stance, got.Implied, c.stance, c.implied)
			}
		})
	}
}

func TestMatrixGroupsThatDoNotBind(t *testing.T) {
	m := matrix(t, quay(observed(32, briefing.StanceOpposes, briefing.SourceStated, "2026-06-01")), briefing.ID{21})
	if got := cellOn(t, m, "B"); got.Stance != briefing.StanceNone {
		t.Errorf("B = %q by %q; its group only shares information", got.Stance, got.Implied)
	}
	if row := m.Rows[0]; row.Against != 1 {
		t.Errorf("against = %d, want the group itself", row.Against)
	}
}

// Implied stances count for nobody, the group that spoke counts once.
func TestMatrixCountsWhoSpoke(t *testing.T) {
	m := matrix(t, quay(
		observed(31, briefing.StanceOpposes, briefing.SourceStated, "2026-06-01"),
		observed(21, briefing.StanceAccepts, briefing.SourceTold, "2026-06-01"),
	), briefing.ID{20})
	row := m.Rows[0]
	if row.For != 1 || row.Against != 1 || row.Reserved != 0 || row.Neutral != 0 {
		t.Errorf("for %d, against %d, reserved %d, neutral %d; want 1 1 0 0", row.For, row.Against, row.Reserved, row.Neutral)
	}
	if !row.Apart || row.Gap != 4 { // we support (2), the group opposes (-2)
		t.Errorf("gap = %d, %v; want 4", row.Gap, row.Apart)
	}
}

// Rows are the numbered paragraphs, asks and options, each once; a delegation
// that was asked for has a column though nothing is known of it.
func TestMatrixRowsAndColumns(t *testing.T) {
	m := matrix(t, quay(), briefing.ID{21})
	var got string
	for _, r := range m.Rows {
		got += string(r.Kind) + " " + r.Label + "; "
	}
	if want := "paragraph 1; ask 2; option Paragraph 2, first bullet; option Paragraph 2, second bullet; "; got != want {
		t.Errorf("rows = %s, want %s", got, want)
	}
	if len(m.Columns) != 1 || m.Columns[0].Code != "B" {
		t.Errorf("columns = %+v, want B alone", m.Columns)
	}
	if m.Rows[1].Text != "Members are invited to choose one." || m.Rows[0].Line != "Line 4" {
		t.Errorf("text %q, our line %q", m.Rows[1].Text, m.Rows[0].Line)
	}
}

// The public sees no other delegation, asked for or not.
func TestMatrixForThePublicHasNoColumns(t *testing.T) {
	d := quay(observed(20, briefing.StanceOpposes, briefing.SourcePublished, "2026-06-01"))
	m, err := rows.Builder{}.Matrix(d, []briefing.ID{{20}}, briefing.Gate{Audience: briefing.ForPublic}, inEnglish)
	if err != nil {
		t.Fatal(err)
	}
	if len(m.Columns) != 0 || len(m.Long) != 0 {
		t.Errorf("columns %+v, observations %+v", m.Columns, m.Long)
	}
	if m.Rows[0].Line != "" || m.Rows[1].Line == "" {
		t.Errorf("lines %q, %q; want the cleared one alone", m.Rows[0].Line, m.Rows[1].Line)
	}
}
