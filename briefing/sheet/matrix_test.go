package sheet_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"placard/briefing"
	"placard/briefing/rows"
	"placard/briefing/sheet"
)

func contextCancelled(tb testing.TB) (context.Context, context.CancelFunc) {
	tb.Helper()
	ctx, cancel := context.WithCancel(tb.Context())
	cancel()
	return ctx, cancel
}

var house = briefing.Gate{Audience: briefing.ForDelegation, Author: "R. Ferris"}

// find gives the row of a sheet whose first cell is the place.
func find(tb testing.TB, f *excelize.File, tab, place string) []string {
	tb.Helper()
	rows, err := f.GetRows(tab)
	if err != nil {
		tb.Fatal(err)
	}
	for _, r := range rows {
		if len(r) > 0 && r[0] == place {
			return r
		}
	}
	tb.Fatalf("no row %q in %s", place, tab)
	return nil
}

// What is stated stands apart from what a group implies, and only those in
// the group when it spoke are bound by it.
func TestMatrixImpliedStances(t *testing.T) {
	data, m := writeMatrix(t, waterways(t), house, english)
	f := open(t, data)
	row := find(t, f, "Matrix", "4")
	names := []string{}
	for _, c := range m.Columns {
		names = append(names, c.Name)
	}
	if got := strings.Join(names, ", "); got != "Delta Group, Upper Basin Union, Estovia, Karst, Norland, Sudria" {
		t.Fatalf("columns = %s", got)
	}
	want := map[string]string{
		"Upper Basin Union": "✓ supports", "Estovia": "▲ reservation", "Norland": "(✓ supports)", "Sudria": "✕ opposes", "Karst": "", "Delta Group": "",
	}
	first := len(row) - 6*5 - 1 // one last column: the landing zone
	for i, name := range names {
		if got := row[first+i*5]; got != want[name] {
			t.Errorf("%s = %q, want %q", name, got, want[name])
		}
	}
	if got := row[first+4*5+2]; got != "implied by Upper Basin Union\nstated in the room: MAGPIE, counsellor" {
		t.Errorf("source of Norland's stance = %q", got)
	}
}

func TestMatrixCounts(t *testing.T) {
	data, _ := writeMatrix(t, waterways(t), house, english)
	f := open(t, data)
	for place, want := range map[string]string{
		"4":                          "✓ supports 1 1 1 0 4",
		"3":                          "◐ can accept 0 1 0 1 4",
		"Paragraph 5, second bullet": "■ red line 1 0 0 0 6",
		"1":                          " 0 0 0 0 ",
	} {
		if got := strings.Join(find(t, f, "Overview", place)[2:8], " "); got != want {
			t.Errorf("%s: %q, want %q", place, got, want)
		}
	}
}

// Older observations stay in the long sheet; one of each delegation holds.
func TestMatrixKeepsOlderObservations(t *testing.T) {
	data, _ := writeMatrix(t, waterways(t), house, english)
	rows, err := open(t, data).GetRows("Observations")
	if err != nil {
		t.Fatal(err)
	}
	var estovia []string
	for _, r := range rows {
		if r[1] == "Estovia" {
			estovia = append(estovia, r[2]+" "+r[4]+" "+r[6])
		}
	}
	want := "▲ reservation stated in the room holds today|▲ concerns hearsay "
	if got := strings.Join(estovia, "|"); got != want {
		t.Errorf("Estovia = %q, want %q", got, want)
	}
}

// Colours hang on the words of a cell, so that they follow an edit.
func TestMatrixColoursFollowWords(t *testing.T) {
	data, _ := writeMatrix(t, waterways(t), house, english.In("fr"))
	f := open(t, data)
	formats, err := f.GetConditionalFormats("Tableau comparatif")
	if err != nil || len(formats) != 1 {
		t.Fatalf("formats = %v, %v", formats, err)
	}
	for ranges, rules := range formats {
		if got := len(strings.Fields(ranges)); got != 7 || !strings.HasPrefix(ranges, "B3:B12 ") {
			t.Errorf("coloured: %s", ranges)
		}
		if len(rules) != 12 {
			t.Fatalf("%d rules, want six families, stated and implied", len(rules))
		}
		if got := rules[0].Criteria; !strings.Contains(got, `TRIM(B3)="✓ appuie"`) || !strings.Contains(got, `TRIM(B3)="appuie"`) {
			t.Errorf("rule = %s", got)
		}
	}
}

// Outsiders see what is cleared and nothing else: no drafts, no red line, no
// confidences, and no trace of them in any part of the file.
func TestMatrixForOutsiders(t *testing.T) {
	for _, c := range []struct {
		audience briefing.Audience
		ticked   bool
		others   bool
	}{
		{briefing.ForPublic, true, false},
		{briefing.ForAllies, false, false},
		{briefing.ForAllies, true, true},
	} {
		t.Run(fmt.Sprint(c.audience, c.ticked), func(t *testing.T) {
			g := briefing.Gate{Audience: c.audience, Ticked: map[briefing.Part]bool{}}
			for _, p := range []briefing.Part{briefing.PartOthersOpen, briefing.PartOthersClosed, briefing.PartRestricted, briefing.PartAnnotations} {
				g.Ticked[p] = c.ticked
			}
			data, _ := writeMatrix(t, waterways(t), g, english)
			parts := partsOf(t, data)
			for p, word := range secrets {
				if p == briefing.PartOthersOpen && c.others {
					continue
				}
				if found := holds(parts, word); found != "" {
					t.Errorf("%s: %q stands in %s", p, word, found)
				}
			}
			for _, word := range []string{"red line", "■", "Gap to us", "R. Ferris", "Fees are a matter", "2026-11-16", "We prefer floods"} {
				if found := holds(parts, word); found != "" {
					t.Errorf("%q stands in %s", word, found)
				}
			}
			if holds(parts, "the chair’s list") == "" {
				t.Error("the cleared position is missing")
			}
			if c.others {
				row := find(t, open(t, data), "Overview", "3")
				if got := strings.Join(row[7:], ""); got != "–✕" {
					t.Errorf("others on 3 = %q, want flexible and, for a red line, opposes", got)
				}
			}
		})
	}
}

// The overview leads to the row of the matrix.
func TestOverviewLinks(t *testing.T) {
	data, m := writeMatrix(t, waterways(t), house, english)
	f := open(t, data)
	rows, err := f.GetRows("Overview")
	if err != nil {
		t.Fatal(err)
	}
	for i := range m.Rows {
		cell := fmt.Sprintf("A%d", len(rows)-len(m.Rows)+i+1)
		found, target, err := f.GetCellHyperLink("Overview", cell)
		if err != nil || !found {
			t.Fatalf("%s leads nowhere: %v", cell, err)
		}
		place := strings.TrimPrefix(target, "'Matrix'!")
		if got, want := value(t, f, "Matrix", place), value(t, f, "Overview", cell); got != want {
			t.Errorf("%s (%s) leads to %q", cell, want, got)
		}
	}
}

func TestMatrixInEveryLanguage(t *testing.T) {
	for _, language := range []string{"en", "fr", "es"} {
		data, _ := writeMatrix(t, waterways(t), house, english.In(language))
		for name, part := range partsOf(t, data) {
			if bytes.Contains(part, []byte("⟦")) || bytes.Contains(part, []byte("no value")) {
				t.Errorf("%s: a word is missing in %s", language, name)
			}
		}
	}
}

func TestMatrixIsDeterministic(t *testing.T) {
	first, _ := writeMatrix(t, waterways(t), house, english)
	for range 3 {
		if again, _ := writeMatrix(t, waterways(t), house, english); !bytes.Equal(first, again) {
			t.Fatal("two files of one matrix differ")
		}
	}
}

// room is a matrix of many rows and delegations, for measuring.
func room(b *testing.B, positions, delegations int) *briefing.Matrix {
	b.Helper()
	d := fleet(b, positions)
	d.Delegations, d.Observations = nil, nil
	for i := range delegations {
		who := id(byte(i + 1))
		d.Delegations = append(d.Delegations, &briefing.Delegation{ID: who, Code: fmt.Sprint("D", i), Names: map[string]string{"en": fmt.Sprint("Delegation ", i)}})
		for j, p := range d.Positions {
			d.Observations = append(d.Observations, &briefing.Observation{
				Subject: p.Subject, Delegation: who, Stance: briefing.Stances[(i+j)%9], Source: briefing.SourceStated, Date: "2026-11-10", Text: "Said so in the room.",
			})
		}
	}
	m, err := rows.Builder{}.Matrix(d, nil, house, english)
	if err != nil {
		b.Fatal(err)
	}
	return m
}

func BenchmarkMatrix500x60(b *testing.B) {
	m := room(b, 500, 60)
	defer reportCPU(b)()
	for b.Loop() {
		var out bytes.Buffer
		if err := sheet.New().WriteMatrix(b.Context(), &out, m, english); err != nil {
			b.Fatal(err)
		}
	}
}
