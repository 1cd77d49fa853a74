package pack_test

import (
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"placard/assets"
	"placard/briefing"
	"placard/briefing/pack"
)

var forHead = briefing.Gate{Audience: briefing.ForHead, Author: "me"}

// A brief's parts come in the order in which a hurried reader stops reading.
func TestPackOrderOfParts(t *testing.T) {
	got := headings(fullPack(t, canaryDossier(briefing.StateDraft), forHead))
	want := []string{
		"Overview", "Agenda", "A fictional meeting", "Documents", "Signs of stance",
		"Paragraph 2 – choose 1 of 2, or an option of our own",
		"Decision asked", "Objective", "Line to take", "Speaking note", "Points to make", "If raised", "If pressed",
		"Proposed wording", "Agreed language",
		"For the reader alone: not to be shown, quoted or left on the table", "Fallback", "Red line", "Tactical arguments", "Conditions",
		"Options in our order", "Positions of others", "Landing zone", "Rationale", "Background (may be used)",
		"Background (not to be disclosed)", "Linkages", "Previous decisions", "Exchange with capital",
		"Explanation of position", "Press line", "Remarks",
		"Paragraph by paragraph", "Text of XY/2031/1",
	}
	if !slices.Equal(got, want) {
		t.Errorf("headings:\n got %q\nwant %q", got, want)
	}
}

// An option's title and stance are never left behind at the foot of a page,
// and every part of an ask stands before its first option.
func TestPackOptionsFollowTheirAskAndKeepTogether(t *testing.T) {
	d := canaryDossier(briefing.StateDraft)
	option := *d.Positions[0]
	option.ID, option.Subject = packID(11), briefing.Subject{Kind: briefing.OnOption, Block: "o1", Ask: "2", Option: "1"}
	d.Positions = append(d.Positions, &option)
	paper := fullPack(t, d, forHead)
	at := slices.IndexFunc(paper.Blocks, func(b briefing.PaperBlock) bool {
		return b.Kind == briefing.PaperHeading && strings.HasPrefix(b.Runs[0].Text, "Option 1")
	})
	if at < 0 {
		t.Fatal("the option has no heading")
	}
	for _, b := range paper.Blocks[at : at+2] {
		if !b.Together {
			t.Errorf("%q may part from what follows", b.Runs[0].Text)
		}
	}
	for _, b := range paper.Blocks[at+1:] {
		if b.Kind == briefing.PaperHeading && b.Level == 2 {
			t.Errorf("%q of the ask stands behind its option", b.Runs[0].Text)
		}
		if b.Kind == briefing.PaperPageBreak {
			break
		}
	}
}

func TestPackQuotesTheAskWithItsNumberFirst(t *testing.T) {
	text := paperText(fullPack(t, canaryDossier(briefing.StateDraft), forHead))
	if want := "Paragraph 2#src_b2: “Members are asked to choose one of two roads.”"; !strings.Contains(text, want) {
		t.Errorf("no quotation %q in\n%s", want, text)
	}
}

// Of a long paragraph the sentences that ask are quoted, whole, with what was
// left out shown.
func TestPackQuotesOnlyTheAskingSentences(t *testing.T) {
	d := canaryDossier(briefing.StateDraft)
	filler := strings.Repeat("Much has been said before. ", 40)
	ask := "The secretariat asks members for their views. It requests them, e.g. in writing, to name a road."
	d.Text.Blocks[1].Text = filler + ask + " " + filler
	at := len(filler)
	d.Asks[0].Reason = briefing.Reason{Start: at + 16, End: at + 20}
	d.Asks[0].Also = []briefing.Reason{{Start: at + 50, End: at + 60}}
	text := paperText(fullPack(t, d, forHead))
	if want := ": “[…] " + ask + " […]”"; !strings.Contains(text, want) {
		t.Errorf("no quotation %q", want)
	}
}

func TestPackSaysWhereAnAskIsUnanswered(t *testing.T) {
	d := canaryDossier(briefing.StateDraft)
	d.Positions = nil
	if text := paperText(fullPack(t, d, forHead)); strings.Count(text, "No position yet") != 2 {
		t.Errorf("the overview and the brief should say that there is no position:\n%s", text)
	}
	// Outside, whether we have one is not told.
	for _, positions := range [][]*briefing.Position{nil, canaryDossier(briefing.StateDraft).Positions} {
		d.Positions = positions
		text := paperText(fullPack(t, d, briefing.Gate{Audience: briefing.ForAllies}))
		if strings.Contains(text, "No position yet") || !strings.Contains(text, "No position is shared in this paper") {
			t.Errorf("allies learn about our position:\n%s", text)
		}
	}
}

// Only a named person's agreement to the text as it stands reads as approval.
func TestPackStamps(t *testing.T) {
	signed := &briefing.Clearance{Name: "A. Lindqvist", Department: "Treaties", Date: "2031-01-02", Reference: "T/5"}
	for _, c := range []struct {
		name      string
		state     briefing.PositionState
		stale     bool
		clearance *briefing.Clearance
		want      string
	}{
		{"cleared", briefing.StateCleared, false, signed, "Cleared by A. Lindqvist (Treaties) on 2 January 2031, ref. T/5"},
		{"delivered", briefing.StateDelivered, false, signed, "Cleared by A. Lindqvist (Treaties) on 2 January 2031, ref. T/5"},
		{"with changes", briefing.StateClearedChanged, false, signed, "Cleared with changes by A. Lindqvist (Treaties) on 2 January 2031, ref. T/5"},
		{"partly", briefing.StatePartlyCleared, false, signed, "Only partly cleared, by A. Lindqvist"},
		{"nobody named", briefing.StateCleared, false, nil, "Clearance not recorded: treat as a draft"},
		{"stale", briefing.StateDraft, true, signed, "Not cleared as it stands: changed since A. Lindqvist"},
		{"no objection", briefing.StateNoObjection, false, signed, "Capital raised no objection. This is not an approval"},
		{"draft", briefing.StateDraft, false, nil, "Draft, not cleared"},
		{"sent", briefing.StateSent, false, nil, "With capital, not cleared"},
		{"returned", briefing.StateReturned, false, nil, "Back from capital, not yet taken over: not cleared"},
	} {
		d := canaryDossier(briefing.StateDraft)
		p := d.Positions[0]
		p.State, p.Stale, p.Clearance = c.state, c.stale, c.clearance
		text := paperText(fullPack(t, d, forHead))
		if !strings.Contains(text, c.want) {
			t.Errorf("%s: no stamp %q", c.name, c.want)
		}
		if approved := strings.Contains(text, "Cleared by") || strings.Contains(text, "Cleared with changes by"); approved != strings.HasPrefix(c.want, "Cleared ") {
			t.Errorf("%s: reads as approval: %v", c.name, approved)
		}
	}
}

// The most restrictive mark of what is in the paper marks the whole; what the
// audience does not get does not raise it.
func TestPackMark(t *testing.T) {
	d := canaryDossier(briefing.StateDraft)
	d.Settings.Mark = "RESTRICTED"
	d.Positions[0].Marks = map[briefing.Field]string{briefing.FieldRedLine: "SECRET", briefing.FieldLine: "limite"}
	if got := fullPack(t, d, forHead).Mark; got != "SECRET" {
		t.Errorf("for the head: %q, want the red line's mark", got)
	}
	if got := fullPack(t, d, briefing.Gate{Audience: briefing.ForDelegation}).Mark; got != "RESTRICTED" {
		t.Errorf("for the delegation: %q, want the vault's mark", got)
	}
}

// A position on an option stands under its ask; one whose text has gone is
// still in the paper.
func TestPackKeepsEveryPosition(t *testing.T) {
	d := canaryDossier(briefing.StateDraft)
	add := func(s briefing.Subject, label, line string) {
		p := &briefing.Position{ID: packID(byte(60 + len(d.Positions))), Subject: s, State: briefing.StateDraft, Anchor: briefing.Anchor{Label: label}}
		p.SetText(briefing.FieldLine, line)
		d.Positions = append(d.Positions, p)
	}
	add(briefing.Subject{Kind: briefing.OnOption, Block: "o1", Ask: "2", Option: "1"}, "2#1", canary("option"))
	add(briefing.Subject{Kind: briefing.OnParagraph, Block: "b1"}, "1", canary("paragraph"))
	add(briefing.Subject{Kind: briefing.OnParagraph, Block: "gone"}, "17", canary("gone"))
	paper := fullPack(t, d, forHead)
	text := paperText(paper)
	for _, name := range []string{"option", "paragraph", "gone"} {
		if !strings.Contains(text, canary(name)) {
			t.Errorf("the position on the %s is missing", name)
		}
	}
	list := headings(paper)
	ask := slices.IndexFunc(list, func(s string) bool { return strings.HasPrefix(s, "Paragraph 2 – ") })
	option := slices.Index(list, "Option 1: High road")
	gone := slices.Index(list, "17 (no longer in the text)")
	if ask < 0 || option < ask || gone < option {
		t.Errorf("order of briefs: ask %d, option %d, gone %d in %q", ask, option, gone, list)
	}
}

func TestPackSpeakingHasWhatIsSaid(t *testing.T) {
	d := canaryDossier(briefing.StateDraft)
	d.Positions[0].SetText(briefing.FieldSpeakingNote, strings.Repeat("word ", 150))
	d.Positions[0].Seconds = 60
	quiet := &briefing.Position{ID: packID(70), Subject: briefing.Subject{Kind: briefing.OnParagraph, Block: "b1"}, Stance: briefing.StanceSupports}
	d.Positions = append(d.Positions, quiet)
	paper, err := buildPack(t, d, briefing.VariantSpeaking, forHead)
	if err != nil {
		t.Fatal(err)
	}
	text := paperText(paper)
	if want := "150 words · 1\u00a0min\u00a030\u00a0s · 30\u00a0s over the 1\u00a0min aimed at"; !strings.Contains(text, want) {
		t.Errorf("no length %q", want)
	}
	if !paper.Large {
		t.Error("a paper to speak from is set in large type")
	}
	if strings.Contains(text, "Paragraph 1 ") {
		t.Error("an item on which nothing is said has a page")
	}
	if strings.Contains(text, "red line") || strings.Contains(text, canary("red_line")) {
		t.Error("a paper that lies open on the table shows the red line")
	}
}

func TestPackHasTheNotesFootnotes(t *testing.T) {
	d := canaryDossier(briefing.StateDraft)
	d.Text.Blocks[0].Text = "Introduction.1"
	d.Text.Blocks[0].Runs = []briefing.Run{{Start: 13, End: 14, Style: briefing.Superscript, NoteRef: "f1"}}
	d.Text.Blocks = append(d.Text.Blocks, briefing.Block{ID: "f1", Kind: briefing.KindFootnote, Part: briefing.PartBody, Label: "1", Text: "See elsewhere."})
	paper := fullPack(t, d, forHead)
	var notes []string
	for _, b := range paper.Blocks {
		for _, r := range b.Runs {
			if r.Note != "" {
				notes = append(notes, r.Note)
			}
		}
	}
	if !slices.Equal(notes, []string{"See elsewhere."}) {
		t.Errorf("footnotes %q, want the one, once", notes)
	}
	if strings.Count(paperText(paper), "See elsewhere.") != 1 {
		t.Error("the footnote stands twice")
	}
}

// The date and the number are the pack's: the same pack is the same paper.
func TestPackIsDeterministic(t *testing.T) {
	a := fullPack(t, canaryDossier(briefing.StateCleared), forHead)
	b := fullPack(t, canaryDossier(briefing.StateCleared), forHead)
	if !reflect.DeepEqual(a, b) {
		t.Error("the same pack gave another paper")
	}
	if a.Reference != "Pack 7 · 31 January 2031" {
		t.Errorf("reference %q", a.Reference)
	}
}

// An agenda says each day, slot and cluster once, above what falls under it.
func TestPackAgendaSaysTimesOnce(t *testing.T) {
	d := canaryDossier(briefing.StateDraft)
	morning := briefing.Slot{Date: "2031-05-15", Start: "10:00", End: "11:00"}
	noon := briefing.Slot{Date: "2031-05-15", Start: "11:00", End: "12:00"}
	d.Meetings[0].Agenda.Items = []briefing.AgendaItem{
		{Label: "1", Title: "Opening", Slot: morning, Cluster: "Procedure"},
		{Label: "2", Title: "Officers", Slot: morning, Cluster: "Procedure"},
		{Label: "3", Title: "Roads", Slot: noon},
		{Label: "4", Title: "Bridges", Slot: noon},
	}
	var got []string
	for _, b := range fullPack(t, d, forHead).Blocks {
		if b.Table == nil || b.Table.Rows[0][0].Runs[0].Text != "Time" {
			continue
		}
		for _, row := range b.Table.Rows[1:] {
			var cells []string
			for _, c := range row {
				cells = append(cells, c.Runs[0].Text)
			}
			got = append(got, strings.Join(cells, "|"))
		}
	}
	want := []string{
		"Thursday, 15 May 2031", "10:00–11:00 · Procedure", "|1|Opening", "|2|Officers", "11:00–12:00|3|Roads", "|4|Bridges",
	}
	if !slices.Equal(got, want) {
		t.Errorf("agenda\n got %q\nwant %q", got, want)
	}
}

func TestPackOfADemoVaultSaysSo(t *testing.T) {
	d := canaryDossier(briefing.StateDraft)
	d.Settings.Demo = true
	if got := fullPack(t, d, forHead).Demo; got != "DEMO" {
		t.Errorf("demo word %q", got)
	}
}

// Every word of a paper is in the catalogue, in each language.
func TestPackSpeaksThreeLanguages(t *testing.T) {
	for _, language := range []string{"en", "fr", "es"} {
		for _, v := range []briefing.Variant{briefing.VariantFull, briefing.VariantOnePage, briefing.VariantSpeaking, briefing.VariantRestricted} {
			p := &briefing.Pack{Number: 1, Audience: briefing.ForHead, Variant: v, Language: language}
			paper, err := pack.Builder{}.Pack(canaryDossier(briefing.StateCleared), p, forHead, assets.Words("en"))
			if err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(paperText(paper)) {
				if strings.Contains(line, "⟦") || strings.Contains(line, "<no value>") {
					t.Errorf("%s, %s: %s", language, v, line)
				}
			}
			if paper.Language != language {
				t.Errorf("language %q, want %q", paper.Language, language)
			}
		}
	}
}

func TestPackWithoutAnythingToSay(t *testing.T) {
	d := canaryDossier(briefing.StateDraft)
	d.Asks, d.Positions = nil, nil
	if _, err := buildPack(t, d, briefing.VariantSpeaking, forHead); !errors.Is(err, briefing.ErrNothingToExport) {
		t.Errorf("speaking notes of nothing: %v", err)
	}
	if _, err := buildPack(t, d, "other", forHead); !errors.Is(err, briefing.ErrInvalid) {
		t.Errorf("unknown variant: %v", err)
	}
	d.Text = nil
	if text := paperText(fullPack(t, d, forHead)); !strings.Contains(text, "Nothing is asked") {
		t.Errorf("an empty dossier's pack says nothing:\n%s", text)
	}
}

// A long note with many positions is built in a moment: the window previews
// packs while people type.
func BenchmarkPack(b *testing.B) {
	d := canaryDossier(briefing.StateDraft)
	for i := range 1000 {
		id := "p" + strconv.Itoa(i)
		d.Text.Blocks = append(d.Text.Blocks, briefing.Block{
			ID: id, Kind: briefing.KindParagraph, Part: briefing.PartBody, Label: strconv.Itoa(i + 3), Text: strings.Repeat("Some words. ", 40),
		})
		if i%5 == 0 {
			pos := &briefing.Position{Subject: briefing.Subject{Kind: briefing.OnParagraph, Block: id}, Stance: briefing.StanceSupports}
			pos.SetText(briefing.FieldLine, "We agree.")
			d.Positions = append(d.Positions, pos)
		}
	}
	p := &briefing.Pack{Audience: briefing.ForHead, Variant: briefing.VariantFull, Language: "en"}
	words := assets.Words("en")
	for b.Loop() {
		if _, err := (pack.Builder{}).Pack(d, p, forHead, words); err != nil {
			b.Fatal(err)
		}
	}
}
