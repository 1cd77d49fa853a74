package extract

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"placard/briefing"
	"placard/briefing/extract/extracttest"
)

// realNote is a real discussion note. It belongs to its organization and is
// not part of the project.
const realNote = "../../../shared/notes/IC-2005-13.md"

// readReal recognises the real note; it skips the test where the note is not
// at hand.
func readReal(tb testing.TB) (*briefing.Recognized, []briefing.Ask) {
	tb.Helper()
	data, err := os.ReadFile(realNote)
	if err != nil {
		tb.Skip("the real note is not beside the project: ", err)
	}
	return extracttest.Recognize(tb, New(), "IC-2005-13.md", data)
}

// TestRealNoteGolden compares the whole recognised structure. The golden file
// holds no sentence of the document: of each block its place, its length and
// the hash of its words.
func TestRealNoteGolden(t *testing.T) {
	r, asks := readReal(t)
	checkGolden(t, "ic-2005-13.golden", structure(r, asks))
}

func checkGolden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	gotLines, wantLines := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range max(len(gotLines), len(wantLines)) {
		g, w := lineAt(gotLines, i), lineAt(wantLines, i)
		if g != w {
			t.Fatalf("%s:%d\n got  %s\n want %s", name, i+1, g, w)
		}
	}
}

func lineAt(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(nothing)"
}

// structure writes down what was recognised, without the document's sentences.
func structure(r *briefing.Recognized, asks []briefing.Ask) string {
	var b strings.Builder
	n := r.Note
	fmt.Fprintf(&b, "note symbol=%q title=%q organization=%q body=%q session=%q\n", n.Symbol, n.Title, n.Organization, n.Body, n.Session)
	fmt.Fprintf(&b, "note date=%s meeting=%s language=%s original=%s paragraphs=%d doubts=%d\n", n.Date, n.MeetingDate, n.Language, n.OriginalLanguage, n.Paragraphs, n.Doubts)
	for _, a := range n.Annexes {
		fmt.Fprintf(&b, "annex %s heading=%q symbol=%q title=%q date=%s original=%s\n", a.Part, a.Heading, a.Symbol, a.Title, a.Date, a.OriginalLanguage)
	}
	for _, x := range n.References {
		fmt.Fprintf(&b, "reference %s→%s %q\n", x.From, x.To, x.Text)
	}
	for _, d := range n.Documents {
		fmt.Fprintf(&b, "document %s %q symbol=%q at=%s link=%s\n", d.Status, d.Title, d.Symbol, d.Block, d.Link)
	}
	for _, block := range r.Blocks {
		writeBlock(&b, block)
	}
	for _, m := range r.Meetings {
		writeMeeting(&b, m)
	}
	for _, a := range asks {
		writeAsk(&b, a)
	}
	return b.String()
}

// quotable blocks are short facts and may be quoted.
var quotable = []briefing.Kind{briefing.KindHeading, briefing.KindAnnex, briefing.KindAgendaDay, briefing.KindAgendaSlot, briefing.KindAgendaItem}

func writeBlock(b *strings.Builder, block briefing.Block) {
	fmt.Fprintf(b, "%s %s %s series=%q label=%q level=%d parent=%q page=%d bytes=%d hash=%s", block.ID, block.Kind, block.Part,
		block.Series, block.Label, block.Level, block.Parent, block.Page, len(block.Text), briefing.TextHash(block.Text))
	if s := block.Slot; s != nil {
		fmt.Fprintf(b, " slot=%s/%s-%s", s.Date, s.Start, s.End)
	}
	if slices.Contains(quotable, block.Kind) {
		fmt.Fprintf(b, " %q", block.Text)
	}
	for _, d := range block.Doubts {
		fmt.Fprintf(b, " doubt=%s", d)
	}
	b.WriteByte('\n')
	for _, run := range block.Runs {
		fmt.Fprintf(b, "   run %d-%d style=%d link=%q note=%q\n", run.Start, run.End, run.Style, run.Link, run.NoteRef)
	}
}

func writeMeeting(b *strings.Builder, m briefing.Meeting) {
	fmt.Fprintf(b, "meeting %s %q organization=%q session=%q %s..%s room=%q place=%q\n", m.Role, m.Title, m.Organization, m.Session, m.Start, m.End, m.Room, m.Place)
	if m.Agenda == nil {
		return
	}
	fmt.Fprintf(b, "   agenda symbol=%q title=%q date=%s\n", m.Agenda.Symbol, m.Agenda.Title, m.Agenda.Date)
	for _, it := range m.Agenda.Items {
		fmt.Fprintf(b, "   item %s %q %s %s-%s cluster=%q block=%s\n", it.Label, it.Title, it.Slot.Date, it.Slot.Start, it.Slot.End, it.Cluster, it.Block)
	}
}

func writeAsk(b *strings.Builder, a briefing.Ask) {
	fmt.Fprintf(b, "ask %s block=%s class=%s strength=%s due=%s choose=%d own=%t summary_of=%v words=%q", a.Code, a.Block, a.Class, a.Strength, a.Due, a.Choose, a.OwnOption, a.SummaryOf, a.Reason.Words)
	for _, r := range a.Also {
		fmt.Fprintf(b, " also=%s:%q", r.Class, r.Words)
	}
	b.WriteByte('\n')
	for _, o := range a.Options {
		fmt.Fprintf(b, "   option %s block=%s %q\n", o.Code, o.Block, o.Title)
	}
}
