package sheet_test

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"placard/briefing"
	"placard/briefing/rows"
	"placard/briefing/sheet"
	"placard/briefing/stancemap"
)

// mayLeave is the allow-list of exports, written down a second time: y yes,
// c only what is cleared, o only when ticked, - never; for the delegation, the
// head, capital, allies and the public.
var mayLeave = map[string]string{
	"note": "yyyyy", "stance": "yyycc", "spoken": "yyycc", "speech": "yyyc-", "reasons": "yyy--", "restricted": "-yo--",
	"capital": "yyy--", "others_open": "yyoo-", "others_closed": "yyo--", "annotations": "yyo--",
	"background_open": "yyyy-", "background_closed": "yyy--", "history": "yyo--",
}

// kinds says under which row of the list each text field falls.
var kinds = map[briefing.Field]string{
	briefing.FieldOneLiner: "reasons", briefing.FieldObjective: "reasons", briefing.FieldRationale: "reasons", briefing.FieldIfRaised: "reasons",
	briefing.FieldIfPressed: "reasons", briefing.FieldPressLine: "reasons", briefing.FieldAgreedLanguage: "reasons", briefing.FieldLinkages: "reasons",
	briefing.FieldLandingZone: "reasons", briefing.FieldPreviousDecisions: "reasons",
	briefing.FieldLine: "spoken", briefing.FieldPoints: "spoken", briefing.FieldWording: "spoken", briefing.FieldEOP: "spoken", briefing.FieldOwnOption: "spoken",
	briefing.FieldSpeakingNote: "speech",
	briefing.FieldFallback:     "restricted", briefing.FieldRedLine: "restricted", briefing.FieldTactics: "restricted", briefing.FieldConditions: "restricted",
	briefing.FieldQuestion: "capital", briefing.FieldMinistry: "capital", briefing.FieldCapitalText: "capital", briefing.FieldCapitalComment: "capital",
	briefing.FieldOurAnswer:      "capital",
	briefing.FieldBackgroundOpen: "background_open", briefing.FieldBackgroundClosed: "background_closed",
}

// canary is a word that stands nowhere else; kind is a row of mayLeave, state
// "cleared" or "draft".
func canary(kind, state, what string) string { return "Q" + kind + "Q" + state + "Q" + what + "Q" }

var anyCanary = regexp.MustCompile(`Q([a-z_]+)Q(cleared|draft)Q(\w+)Q`)

// aviary is the waterways' dossier with a canary in every field of every
// position, observation and annotation.
func aviary(t *testing.T) *briefing.Dossier {
	t.Helper()
	d := waterways(t)
	d.Cleared = map[briefing.ID]*briefing.Position{}
	for _, p := range d.Positions {
		state := "draft"
		if p.State.Cleared() {
			state = "cleared"
		}
		fill(t, p, state)
	}
	stale := d.Positions[1] // its draft moved on: what was cleared stands beside it
	stale.State, stale.Stale = briefing.StateDraft, true
	was := *stale
	was.Texts = map[briefing.Field]string{}
	fill(t, &was, "draft")
	d.Cleared[stale.ID] = &was
	for _, o := range d.Observations {
		kind := "others_closed"
		if o.Source == briefing.SourceStated || o.Source == briefing.SourcePublished {
			kind = "others_open"
		}
		o.Text = canary(kind, "draft", "text")
		o.SourceText, o.Author = canary("others_closed", "draft", "source"), canary("history", "draft", "author")
	}
	for _, a := range d.Annotations {
		a.Text, a.Tags, a.Author = canary("annotations", "draft", "text"), []string{canary("annotations", "draft", "tag")}, canary("history", "draft", "annotator")
	}
	return d
}

func fill(t *testing.T, p *briefing.Position, state string) {
	t.Helper()
	for _, f := range briefing.Fields {
		kind := kinds[f]
		if kind == "" {
			t.Fatalf("the test does not know who may see %s", f)
		}
		p.SetText(f, canary(kind, state, f.String()))
	}
	p.Author, p.Tags = canary("history", state, "writer"), []string{canary("reasons", state, "tag")}
	p.Clearance = &briefing.Clearance{Name: canary("capital", state, "name"), Department: canary("capital", state, "department"), Date: "2026-11-12", Reference: canary("capital", state, "reference"), Revision: 1}
}

// leaves tells whether a canary may leave.
func leaves(kind, state string, audience int, ticked bool) bool {
	switch mayLeave[kind][audience] {
	case 'y':
		return true
	case 'c':
		return state == "cleared"
	case 'o':
		return ticked
	}
	return false
}

// Whatever stands in the workbook or in the map is allowed for its audience:
// every part of the file is looked through.
func TestMatrixLeaksNothing(t *testing.T) {
	for who, audience := range briefing.Audiences {
		for _, ticked := range []bool{false, true} {
			t.Run(fmt.Sprint(audience, ticked), func(t *testing.T) {
				g := briefing.Gate{Audience: audience, Ticked: map[briefing.Part]bool{}, Author: "R. Ferris"}
				for _, p := range briefing.Parts {
					g.Ticked[p] = ticked
				}
				parts := everything(t, g)
				seen := map[string]bool{}
				for name, part := range parts {
					for _, m := range anyCanary.FindAllSubmatch(part, -1) {
						seen[string(m[0])] = true
						if !leaves(string(m[1]), string(m[2]), who, ticked) {
							t.Errorf("%s stands in %s", m[0], name)
						}
					}
				}
				if !seen[canary("spoken", "cleared", "line_to_take")] {
					t.Errorf("the cleared line is missing: the test sees nothing")
				}
			})
		}
	}
}

// everything is each part of the workbook, with a correspondence table in it,
// and the map.
func everything(t *testing.T, g briefing.Gate) map[string][]byte {
	t.Helper()
	older, newer := aviary(t), aviary(t)
	c := &briefing.Comparison{Older: older, Newer: newer, Pairs: briefing.Align(older.Text, newer.Text, nil, false)}
	m, err := rows.Builder{}.Matrix(newer, nil, g, english)
	if err != nil {
		t.Fatal(err)
	}
	m.Correspondence = c.Correspondence(g)
	var book, picture bytes.Buffer
	if err := sheet.New().WriteMatrix(t.Context(), &book, m, english); err != nil {
		t.Fatal(err)
	}
	if err := (stancemap.Maps{}).DrawMap(t.Context(), &picture, m, stancemap.SVG, english); err != nil {
		t.Fatal(err)
	}
	parts := partsOf(t, book.Bytes())
	parts["map.svg"] = picture.Bytes()
	return parts
}

// The correspondence table says for each passage what was done and what our
// position was; an outsider's has no column for how far it had come.
func TestMatrixHoldsTheCorrespondence(t *testing.T) {
	d := waterways(t)
	c := &briefing.Comparison{Older: d, Newer: d, Pairs: briefing.Align(d.Text, d.Text, nil, false)}
	for _, g := range []briefing.Gate{house, {Audience: briefing.ForPublic}} {
		m, err := rows.Builder{}.Matrix(d, nil, g, english)
		if err != nil {
			t.Fatal(err)
		}
		m.Correspondence = c.Correspondence(g)
		var out bytes.Buffer
		if err := sheet.New().WriteMatrix(t.Context(), &out, m, english); err != nil {
			t.Fatal(err)
		}
		table, err := open(t, out.Bytes()).GetRows("Correspondence")
		if err != nil {
			t.Fatal(err)
		}
		inside := slices.Contains(table[0], "Status then")
		if inside != (g.Audience == briefing.ForDelegation) {
			t.Errorf("%s: heads are %q", g.Audience, table[0])
		}
		if g.Audience == briefing.ForDelegation {
			if got := strings.Join(find(t, open(t, out.Bytes()), "Correspondence", "4")[:5], "|"); got != "4|4|= same|✓ supports|ready" {
				t.Errorf("row 4 = %q", got)
			}
		}
	}
}

// What was cleared stands beside the draft that moved on.
func TestMatrixSetsDraftBesideCleared(t *testing.T) {
	d := waterways(t)
	p := d.Positions[4]
	was := *p
	was.Texts = map[briefing.Field]string{briefing.FieldLine: "Westmark agrees to the chair’s list."}
	p.State, p.Stale = briefing.StateDraft, true
	d.Cleared = map[briefing.ID]*briefing.Position{p.ID: &was}
	data, _ := writeMatrix(t, d, house, english)
	row := strings.Join(find(t, open(t, data), "Our positions", "Item 2"), "|")
	for _, want := range []string{"Westmark supports the chair’s list.", "Westmark agrees to the chair’s list.", "differs", "draft"} {
		if !strings.Contains(row, want) {
			t.Errorf("the row lacks %q: %s", want, row)
		}
	}
}

// The overview has a chart that follows the cells, and the map with words for
// those who do not see it.
func TestOverviewFigures(t *testing.T) {
	data, m := writeMatrix(t, waterways(t), house, english)
	parts := partsOf(t, data)
	drawing, chart := string(parts["xl/drawings/drawing1.xml"]), string(parts["xl/charts/chart1.xml"])
	for _, want := range []string{stancemap.Alt(m, english), english.Say("sheet.chart.alt")} {
		if !strings.Contains(drawing, want) {
			t.Errorf("no words for %q", want)
		}
	}
	head := 0
	list, _ := open(t, data).GetRows("Overview")
	for i, r := range list {
		if len(r) > 3 && r[3] == "For" {
			head = i + 1
		}
	}
	if want := fmt.Sprintf("'Overview'!$D$%d", head); !strings.Contains(strings.ReplaceAll(chart, "&#39;", "'"), want) {
		t.Errorf("the chart's first series is not named by %s", want)
	}
	if parts["xl/media/image1.png"] == nil {
		t.Error("the map is missing")
	}
}
