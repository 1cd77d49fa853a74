package briefing

import (
	"slices"
	"strings"
	"testing"
)

// The field's own table, Who may see what: delegation, head, capital, allies,
// public. y yes, c what is cleared, o when ticked, - never.
const table = `
note_text         y y y y y
stance            y y y c c
spoken            y y y c c
speech            y y y c -
reasons           y y y - -
restricted        - y o - -
capital           y y y - -
clearance_state   y y y - -
others_open       y y o o -
others_closed     y y o - -
annotations       y y o - -
background_open   y y y y -
background_closed y y y - -
history           y y o - -`

func TestTheGateOpensCellByCell(t *testing.T) {
	rows := strings.Split(strings.TrimSpace(table), "\n")
	if len(rows) != len(Parts) {
		t.Fatalf("%d rows for %d parts", len(rows), len(Parts))
	}
	for _, row := range rows {
		cells := strings.Fields(row)
		part := Part(cells[0])
		for i, a := range Audiences {
			cell := cells[i+1]
			for _, cleared := range []bool{false, true} {
				for _, ticked := range []bool{false, true} {
					g := Gate{Audience: a, Ticked: map[Part]bool{part: ticked}}
					want := cell == "y" || cell == "c" && cleared || cell == "o" && ticked
					if got := g.Open(part, cleared); got != want {
						t.Errorf("%s for %s, cleared %v, ticked %v: got %v", part, a, cleared, ticked, got)
					}
				}
			}
		}
	}
}

func TestTheGateKnowsEveryField(t *testing.T) {
	for _, f := range Fields {
		if _, ok := fieldParts[f]; !ok {
			t.Errorf("%s has no row in the allow-list: it is never exported", f)
		}
	}
	if len(Fields) != len(fieldNames) {
		t.Errorf("%d fields in order, %d named", len(Fields), len(fieldNames))
	}
}

// full is a cleared position with its own name in every field.
func full() *Position {
	p := &Position{
		Stance: StanceRedLine, State: StateCleared, Priority: PriorityMust, Due: "2031-05-20", Mark: "RESTRICTED",
		Clearance: &Clearance{Name: "B. Harbour", Date: "2031-05-16"}, Author: "A. Keeper", Tags: []string{"fees"},
	}
	for _, f := range Fields {
		p.SetText(f, "words of "+f.String())
	}
	return p
}

func TestOutsidersGetClearedWordsAndNoMore(t *testing.T) {
	for _, a := range []Audience{ForAllies, ForPublic} {
		g := Gate{Audience: a, Ticked: map[Part]bool{PartRestricted: true, PartReasons: true, PartCapital: true}}
		got := g.Position(full())
		if got.Stance != StanceOpposes {
			t.Errorf("%s sees %q for a red line", a, got.Stance)
		}
		for f := range got.Texts {
			spoken := slices.Contains([]Field{FieldLine, FieldPoints, FieldWording, FieldEOP, FieldOwnOption}, f)
			shared := f == FieldSpeakingNote || f == FieldBackgroundOpen
			if !spoken && (!shared || a == ForPublic) {
				t.Errorf("%s sees %s", a, f)
			}
		}
		if got.Clearance != nil || got.Priority != "" || got.Due != "" || got.State != "" || got.Author != "" || got.Tags != nil {
			t.Errorf("%s sees %+v", a, got)
		}
		stale := full()
		stale.Stale = true
		draft := full()
		draft.State = StateDraft
		for _, p := range []*Position{stale, draft} {
			got := g.Position(p)
			if a == ForPublic && got != nil {
				t.Errorf("the public sees what is not cleared: %+v", got)
			}
			if a == ForAllies && (got.Stance != StanceNone || len(got.Texts) != 1 || got.Text(FieldBackgroundOpen) == "") {
				t.Errorf("allies see more of a draft than the open background: %+v", got)
			}
		}
	}
}

func TestTheDelegationsPackHasNoRedLine(t *testing.T) {
	ticked := map[Part]bool{PartRestricted: true}
	g := Gate{Audience: ForDelegation, Ticked: ticked}
	if got := g.Position(full()); got.Text(FieldRedLine)+got.Text(FieldFallback)+got.Text(FieldTactics)+got.Text(FieldConditions) != "" {
		t.Errorf("got %v", got.Texts)
	}
	g.Annex = true
	if got := g.Position(full()); got.Text(FieldRedLine) == "" {
		t.Error("the restricted annex has no red line")
	}
	if got := (Gate{Audience: ForHead}).Position(full()); got.Text(FieldRedLine) == "" {
		t.Error("the head sees no red line")
	}
}

func TestPrivateAnnotationsAreTheAuthorsAlone(t *testing.T) {
	a := &Annotation{Text: "words", Private: true, Author: "A. Keeper"}
	if (Gate{Audience: ForDelegation, Author: "C. Other"}).Annotation(a) != nil {
		t.Error("another member sees it")
	}
	if (Gate{Audience: ForDelegation, Author: "A. Keeper"}).Annotation(a) == nil {
		t.Error("the author does not see it")
	}
}
