package extract

import (
	"slices"
	"strings"
	"testing"

	"placard/briefing"
)

// The requirements on the real note, one by one; the golden file holds the
// rest.

func TestRealNoteMetadata(t *testing.T) {
	r, _ := readReal(t)
	for what, c := range map[string][2]string{
		"symbol":            {r.Note.Symbol, "IC/2005/13"},
		"title":             {r.Note.Title, "Towards Policy Coherence on Migration: Discussion Note"},
		"body":              {r.Note.Body, "Informal Meeting of the IOM Council Steering Group"},
		"organization":      {r.Note.Organization, "IOM"},
		"date":              {string(r.Note.Date), "2005-10-20"},
		"meeting date":      {string(r.Note.MeetingDate), "2005-10-25"},
		"language":          {r.Note.Language, "en"},
		"original language": {r.Note.OriginalLanguage, "en"},
	} {
		if c[0] != c[1] {
			t.Errorf("%s: got %q, want %q", what, c[0], c[1])
		}
	}
}

func TestRealNoteBlocks(t *testing.T) {
	r, _ := readReal(t)
	text := briefing.Text{Blocks: r.Blocks}
	var labels []string
	headings := 0
	for _, b := range r.Blocks {
		if b.Kind == briefing.KindParagraph {
			labels = append(labels, b.Label)
		}
		if b.Kind == briefing.KindHeading {
			headings++
		}
	}
	if want := strings.Fields("1 2 3 4 5 6 7 8 9 10 11 12 13"); !slices.Equal(labels, want) {
		t.Errorf("paragraphs %v, want %v", labels, want)
	}
	if headings != 3 {
		t.Errorf("%d headings, want 3", headings)
	}
	for _, c := range []struct{ label, ends string }{
		{"3", "General Assembly in 2006."},    // over a page end
		{"12#1", "planning in their regard."}, // over a page end
		{"5#3", "Migration and Development."},
		{"12#3", "of health workers."},
		{"13", "convened next year."}, // right behind a bullet
	} {
		label, err := briefing.ParseLabel(c.label)
		if err != nil {
			t.Fatal(err)
		}
		b, err := text.Find(label)
		if err != nil || !strings.HasSuffix(b.Text, c.ends) {
			t.Errorf("%s: %v; does not end with %q", c.label, err, c.ends)
		}
	}
	for _, label := range []string{"5#4", "12#4", "14"} {
		l, _ := briefing.ParseLabel(label)
		if _, err := text.Find(l); err == nil {
			t.Errorf("%s is there and should not be", label)
		}
	}
}

func TestRealNoteLooksAndLinks(t *testing.T) {
	r, _ := readReal(t)
	text := briefing.Text{Blocks: r.Blocks}
	styled := map[briefing.Style]int{}
	for _, b := range r.Blocks {
		for _, run := range b.Runs {
			styled[run.Style&(briefing.Bold|briefing.Italic)]++
		}
	}
	if styled[briefing.Bold] == 0 || styled[briefing.Italic] == 0 || styled[briefing.Bold|briefing.Italic] != 1 {
		t.Errorf("runs by style: %v", styled)
	}
	eight, err := text.Find(briefing.Label{Label: "8"})
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(eight.Runs, func(r briefing.Run) bool { return r.NoteRef != "" })
	if i < 0 {
		t.Fatal("the mark in 8 points nowhere")
	}
	note := text.Block(eight.Runs[i].NoteRef)
	if note == nil || note.Kind != briefing.KindFootnote || note.Label != "1" {
		t.Fatalf("the mark in 8 points to %+v", note)
	}
	if len(note.Runs) != 1 || !strings.HasSuffix(note.Runs[0].Link, "iswmd%5F200502.shtml") {
		t.Errorf("footnote 1 has runs %+v", note.Runs)
	}
	six, err := text.Find(briefing.Label{Label: "6"})
	if err != nil {
		t.Fatal(err)
	}
	three, err := text.Find(briefing.Label{Label: "3"})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(six.Runs, func(r briefing.Run) bool { return r.Link == "#"+three.ID }) {
		t.Errorf("6 does not link to 3: %+v", six.Runs)
	}
}

func TestRealNoteDocuments(t *testing.T) {
	r, _ := readReal(t)
	want := map[string]briefing.DocumentStatus{
		"Background paper": briefing.DocumentExpected,
		"Report of the Global Commission on International Migration": briefing.DocumentExpected,
		"Provisional Agenda of the Council":                          briefing.DocumentAttached,
	}
	for _, d := range r.Note.Documents {
		if status, ok := want[d.Title]; ok && status == d.Status {
			delete(want, d.Title)
		}
	}
	if len(want) > 0 {
		t.Errorf("missing %v in %+v", want, r.Note.Documents)
	}
}

func TestRealNoteMeetings(t *testing.T) {
	r, _ := readReal(t)
	if len(r.Note.Annexes) != 1 || r.Note.Annexes[0].Symbol != "MC/2171" || r.Note.Annexes[0].Date != "2005-10-06" {
		t.Errorf("annexes %+v", r.Note.Annexes)
	}
	if len(r.Meetings) != 2 {
		t.Fatalf("%d meetings, want 2", len(r.Meetings))
	}
	serves, annexed := r.Meetings[0], r.Meetings[1]
	if serves.Role != briefing.RoleServes || serves.Start != "2005-10-25" || serves.Agenda != nil {
		t.Errorf("the meeting it serves: %+v", serves)
	}
	if annexed.Role != briefing.RoleAnnexed || annexed.Title != "IOM Council, 90th session" || annexed.Session != "90th session" ||
		annexed.Start != "2005-11-29" || annexed.End != "2005-12-02" || annexed.Room != "Conference Room XVII" || annexed.Place != "Palais des Nations, Geneva" {
		t.Errorf("the meeting whose agenda is annexed: %+v", annexed)
	}
	if annexed.Agenda == nil || annexed.Agenda.Symbol != "MC/2171" || len(annexed.Agenda.Items) != 3 {
		t.Fatalf("agenda %+v", annexed.Agenda)
	}
	for i, item := range annexed.Agenda.Items {
		slot := briefing.Slot{Date: "2005-11-29", Start: "10:00", End: "11:00"}
		if item.Label != string(rune('1'+i)) || item.Slot != slot || !strings.HasPrefix(item.Cluster, "Opening procedures") {
			t.Errorf("item %+v", item)
		}
	}
}

func TestRealNoteAsks(t *testing.T) {
	_, asks := readReal(t)
	got := map[string]briefing.Ask{}
	for _, a := range asks {
		got[a.Code] = a
	}
	for code, want := range map[string][2]string{
		"1": {"views", "strong"}, "10": {"propose", "strong"}, "11": {"propose", "strong"}, "12": {"choose", "strong"},
		"4": {"soft", "soft"}, "8": {"soft", "soft"}, "13": {"soft", "soft"},
	} {
		if a := got[code]; string(a.Class) != want[0] || a.Strength != want[1] {
			t.Errorf("ask %s: got %s %s, want %v", code, a.Class, a.Strength, want)
		}
		delete(got, code)
	}
	if len(got) > 0 {
		t.Errorf("asks that nobody asked: %v", got)
	}
	for _, a := range asks {
		switch a.Code {
		case "1":
			if !slices.Equal(a.SummaryOf, []string{"11", "12"}) || a.Open() {
				t.Errorf("1 announces %v, open %v", a.SummaryOf, a.Open())
			}
		case "12":
			if a.Choose != 2 || len(a.Options) != 3 || !a.OwnOption || a.Options[1].Title != "South/South Migration" {
				t.Errorf("12: choose %d, own %v, %+v", a.Choose, a.OwnOption, a.Options)
			}
		}
		if a.Strength == briefing.Strong && a.Due != "2005-10-25" {
			t.Errorf("ask %s is due %q", a.Code, a.Due)
		}
	}
}
