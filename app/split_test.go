package app

import (
	"strings"
	"testing"

	"placard/assets"
	"placard/briefing"
)

// numberedText is a text of numbered paragraphs with as many lines of prose after
// each as its number says.
func numberedText(prose map[string]int, labels ...string) *briefing.Text {
	t := &briefing.Text{}
	for _, l := range labels {
		t.Blocks = append(t.Blocks, briefing.Block{ID: "p" + l, Kind: briefing.KindParagraph, Part: briefing.PartBody, Label: l})
		for range prose[l] {
			t.Blocks = append(t.Blocks, briefing.Block{ID: "t" + l, Kind: briefing.KindText, Part: briefing.PartBody})
		}
	}
	return t
}

// What stands beside a place is the same number, and between two numbers the
// same way from one to the other.
func TestTextsPairByNumber(t *testing.T) {
	a := numberedText(map[string]int{"2": 1}, "1", "2", "3", "5")
	b := numberedText(map[string]int{"2": 3}, "1", "2", "3", "4", "5")
	p := pairUp(a, b)
	for _, c := range []struct {
		id    string
		share float64
		want  string
		at    float64
	}{
		{"p1", 0, "p1", 0}, {"p2", 0.5, "p2", 1}, {"p2", 0, "p2", 0}, {"p3", 0, "p3", 0}, {"p3", 0.5, "p4", 0}, {"p5", 0.25, "p5", 0.25},
	} {
		got, share := p.across(0, c.id, c.share)
		if got != c.want && (c.at != 1 || !strings.HasPrefix(got, "t")) {
			t.Errorf("beside %s at %.2f stands %s at %.2f, want %s at %.2f", c.id, c.share, got, share, c.want, c.at)
		}
	}
	if got := p.twin(0, "p3"); got != "p3" {
		t.Errorf("the twin of 3 is %q", got)
	}
	if got := p.twin(1, "p4"); got != "" {
		t.Errorf("4 stands on one side only, and its twin is %q", got)
	}
	if got, _ := p.across(1, "p4", 0); got != "p3" {
		t.Errorf("beside 4 stands %s, want the paragraph before", got)
	}
}

// Numbers that go back do not cross the others.
func TestPairsNeverCross(t *testing.T) {
	p := pairUp(numberedText(nil, "1", "2", "3"), numberedText(nil, "2", "1", "3"))
	for i := 1; i < len(p.rungs); i++ {
		if p.rungs[i][0] < p.rungs[i-1][0] || p.rungs[i][1] < p.rungs[i-1][1] {
			t.Errorf("rung %v stands before %v", p.rungs[i], p.rungs[i-1])
		}
	}
}

// onSplit opens the sample with another version of it beside.
func onSplit(t *testing.T) (*stage, *notePage) {
	t.Helper()
	st := newStage(t)
	st.createVault()
	st.importSample()
	first := st.s.dossier().Note.ID
	name, data := assets.Sample()
	other := strings.Replace(string(data), "Keepers", "Wardens", 1) + "\n"
	found, err := st.s.open.Recognize(t.Context(), briefing.Original{Name: name, Data: []byte(other)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := st.s.open.Import(t.Context(), found); err != nil {
		t.Fatal(err)
	}
	st.work()
	st.s.openNote(first, "")
	st.work()
	st.command("split")
	return st, st.s.pages[pageNote].(*notePage)
}

func TestSplitViewScrollsTogether(t *testing.T) {
	st, p := onSplit(t)
	if p.beside == nil || p.beside.pairs == nil {
		t.Fatal("nothing stands beside the note")
	}
	st.sees(p.beside.notes[0].Symbol)
	st.choose("12")
	far := st.blockBeside(p)
	if far.Label != "12" {
		t.Errorf("beside 12 stands %q", far.Label)
	}
	near := blockAt(t, st, "5").ID
	p.text.MoveTo(near, 0)
	p.moved(p.text.Top())
	if top, _ := p.beside.text.Top(); p.beside.pairs.twin(0, near) != top {
		t.Errorf("the note beside begins with %s", top)
	}
	p.beside.text.OnSelect(p.beside.pairs.twin(0, near))
	if st.s.block != near {
		t.Errorf("choosing 5 beside selects %s", st.s.block)
	}
	st.command("split")
	if p.beside != nil || !p.inspects {
		t.Error("the note beside does not go away")
	}
}

// blockBeside is the block marked in the note beside.
func (st *stage) blockBeside(p *notePage) *briefing.Block {
	st.t.Helper()
	side := p.beside.pairs.blocks[1]
	for i := range side {
		if side[i].ID == p.beside.text.Selected() {
			return &side[i]
		}
	}
	st.t.Fatal("nothing is marked beside")
	return nil
}

// The outline marks the heading of what is scrolled to.
func TestOutlineFollowsTheScroll(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.importSample()
	p := st.s.pages[pageNote].(*notePage)
	last := ""
	for _, b := range st.s.dossier().Text.Blocks {
		if b.Kind == briefing.KindHeading {
			last = b.ID
		}
	}
	p.reads(last)
	if got := st.s.frame.outline.list; got == nil || st.s.frame.outline.read != last {
		t.Errorf("the outline reads %q", st.s.frame.outline.read)
	}
	if !st.s.frame.outline.before(last) {
		t.Error("the heading scrolled to is not marked")
	}
}

// Looking for a symbol offers the note, never to undo its import.
func TestFinderDoesNotUndoWhatIsLookedFor(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.importSample()
	hits := matching(st.s.targets(), st.s.dossier().Note.Symbol)
	if len(hits) == 0 || hits[0].kind != st.s.say("finder.note") {
		t.Errorf("the first of %d is %+v", len(hits), hits)
	}
}
