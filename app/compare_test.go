package app

import (
	"strings"
	"testing"

	"placard/assets"
	"placard/briefing"
)

// importRevision holds positions on the open sample and imports a version of
// it in which 13 is reworded, 14 is gone and 10 is split.
func (st *stage) importRevision() (older, newer briefing.ID) {
	st.t.Helper()
	desk, x := st.s.open, st.s.dossier()
	for _, label := range []string{"10", "11", "13", "14"} {
		l, _ := briefing.ParseLabel(label)
		b, err := x.Text.Find(l)
		if err != nil {
			st.t.Fatal(err)
		}
		p := briefing.Position{Note: x.Note.ID, Subject: x.SubjectOf(b), Stance: briefing.StanceSupports}
		p.SetText(briefing.FieldLine, "Our line on "+label)
		saved, base, err := desk.SavePosition(st.t.Context(), p, 0)
		if err != nil {
			st.t.Fatal(err)
		}
		if _, _, err := desk.ClearPosition(st.t.Context(), saved.Key(), base, briefing.Clearance{Name: "C. Apital", Date: "2031-05-16"}); err != nil {
			st.t.Fatal(err)
		}
	}
	_, data := assets.Sample()
	text := strings.NewReplacer(
		"LC/2031/7", "LC/2031/7/Rev.1", "looking at dates outside", "looking for dates outside",
		"14. Members that think", "Members that think", "one year ahead. Hosts", "one year ahead.\n\n11. Hosts",
		"11. As the theme", "12. As the theme", "12. On the topics", "13. On the topics", "13. For both", "14. For both",
	).Replace(string(data))
	from, to := strings.Index(text, "Members that think"), strings.Index(text, "Annex\n")
	text = text[:from] + text[to:]
	p, err := desk.Recognize(st.t.Context(), briefing.Original{Name: "rev.md", Data: []byte(text)}, nil)
	if err != nil {
		st.t.Fatal(err)
	}
	note, err := desk.Import(st.t.Context(), p)
	if err != nil {
		st.t.Fatal(err)
	}
	st.s.openNote(note.ID, "")
	st.work()
	return x.Note.ID, note.ID
}

// comparing shows the comparison of the sample with its revision.
func comparing(t *testing.T) (*stage, *comparePage) {
	t.Helper()
	st := newStage(t)
	st.createVault()
	st.importSample()
	st.importRevision()
	st.s.show(pageCompare)
	st.work()
	return st, st.s.pages[pageCompare].(*comparePage)
}

func TestCompareShowsChangesAndStepsThroughThem(t *testing.T) {
	st, p := comparing(t)
	st.sees("± edited")
	st.sees("cleared")
	if p.x.Older.Note.Symbol != "LC/2031/7" {
		t.Errorf("the earlier version is %s", p.x.Older.Note.Symbol)
	}
	st.s.step(1)
	first := p.row()
	if first == nil || first.pair.Fate == briefing.FateSame {
		t.Fatalf("the next change is %+v", first)
	}
	st.s.step(1)
	st.s.step(-1)
	if p.row() != first {
		t.Error("back does not lead back")
	}
	p.chips[compareChanges].Tapped(nil)
	if len(p.shown) != len(p.rows) {
		t.Errorf("without a filter %d of %d rows show", len(p.shown), len(p.rows))
	}
}

func TestCompareShowsOldWordsLeftAndNewWordsRight(t *testing.T) {
	_, p := comparing(t)
	for _, r := range p.rows {
		if r.pair.Fate != briefing.FateEdited {
			continue
		}
		r.arrange(p.measure, 300)
		said := func(lines []diffLine, kind briefing.DiffKind) string {
			var out []string
			for _, l := range lines {
				for _, run := range l {
					if run.kind == kind {
						out = append(out, strings.TrimSpace(run.text))
					}
				}
			}
			return strings.Join(out, "|")
		}
		if got := said(r.oldLines, briefing.Gone) + "/" + said(r.newLines, briefing.New); got != "at/for" {
			t.Errorf("gone and new are %q", got)
		}
		return
	}
	t.Error("nothing is edited")
}

func TestComparePairsByHandAndForgets(t *testing.T) {
	st, p := comparing(t)
	edited := func() *compareRow {
		for n, i := range p.shown {
			if p.rows[i].pair.Fate == briefing.FateEdited {
				p.choose(n)
				return p.row()
			}
		}
		return nil
	}
	if edited() == nil {
		t.Fatal("nothing is edited")
	}
	st.press(st.s.say("compare.part"))
	if r := edited(); r != nil {
		t.Errorf("taken apart, %s is still edited", r.new)
	}
	st.sees(st.s.say("compare.by_hand"))
	st.press(st.s.say("compare.forget"))
	if edited() == nil {
		t.Error("what was said by hand is not forgotten")
	}
}

func TestCarryOverSaysWhatWillHappenFirst(t *testing.T) {
	st, _ := comparing(t)
	_, newer := st.s.dossier(), st.s.held.note
	st.press(st.s.say("compare.carry"))
	for _, o := range []briefing.CarryOutcome{briefing.CarryKept, briefing.CarryStale, briefing.CarryAsked, briefing.CarryArchived} {
		st.sees(st.s.say("carry." + string(o)))
	}
	st.press(st.s.say("compare.carry.yes"))
	x, err := st.s.open.Dossier(t.Context(), newer)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range x.Positions {
		got = append(got, p.Anchor.Label+" "+string(p.State))
	}
	if want := "12 cleared, 14 draft"; strings.Join(got, ", ") != want {
		t.Errorf("the new version has %q, want %q", got, want)
	}
	st.s.undo()
	st.work()
	if x, _ := st.s.open.Dossier(t.Context(), newer); len(x.Positions) != 0 {
		t.Errorf("one undo leaves %d positions", len(x.Positions))
	}
}
