package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"placard/briefing"
)

// onTriage opens the inbox of the sample.
func onTriage(t *testing.T) (*stage, *triagePage) {
	t.Helper()
	st := newStage(t)
	st.createVault()
	st.importSample()
	st.command("triage")
	return st, st.s.pages[pageTriage].(*triagePage)
}

// sift turns one filter on.
func (p *triagePage) sift(s briefing.Sieve) {
	for i, x := range briefing.Sieves {
		if x == s {
			press(p.sieves.chips[i])
		}
	}
}

// label is the printed number of a line of the list.
func (p *triagePage) label(n int) string { return p.matter(n).Block.Label }

// The unanswered asks are gone through by two keys each: a stance, then
// Ctrl+Enter, which confirms the ask and goes to the next.
func TestAnsweringGoesToTheNextUnanswered(t *testing.T) {
	st, p := onTriage(t)
	p.sift(briefing.SieveUnanswered)
	open := st.s.dossier().Tally().Asks
	if len(p.shown) != open || open < 3 {
		t.Fatalf("%d lines for %d open asks", len(p.shown), open)
	}
	first, second := p.label(0), p.label(1)
	p.leaveFor(0)
	st.s.stance(briefing.StanceSupports)
	st.work()
	if p.label(p.at()) != first {
		t.Fatalf("the line in hand went away while it was answered")
	}
	st.command("next_ask")
	if got := p.label(p.at()); got != second {
		t.Errorf("Ctrl+Enter went to %s, want %s", got, second)
	}
	if len(p.shown) != open-1 {
		t.Errorf("%d lines are left of %d", len(p.shown), open)
	}
	for _, a := range st.s.dossier().AsksIn(blockAt(t, st, first).ID) {
		if a.Open() && a.State != briefing.AskConfirmed {
			t.Errorf("the answered ask is %s", a.State)
		}
	}
	for range open - 1 {
		st.s.stance(briefing.StanceAccepts)
		st.work()
		st.command("next_ask")
	}
	st.sees(st.s.say("triage.progress", "Done", open, "Count", open))
	st.sees(st.s.say("triage.all_answered"))
}

// Passing an ask is no answer to it.
func TestPassingConfirmsNothing(t *testing.T) {
	st, p := onTriage(t)
	p.sift(briefing.SieveUnanswered)
	st.command("next_ask")
	for _, a := range st.s.dossier().Asks {
		if a.State == briefing.AskConfirmed {
			t.Errorf("ask %s was confirmed", a.Code)
		}
	}
}

// Several lines are marked by keyboard, answered at once and taken back by one
// undo.
func TestManyAtOnceAndOneUndo(t *testing.T) {
	st, p := onTriage(t)
	p.sift(briefing.SieveUnanswered)
	open := len(p.shown)
	p.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	p.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	p.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	st.sees(st.s.say("triage.marked", "Count", 2))
	st.s.stance(briefing.StanceOpposes)
	st.work()
	if got := st.s.dossier().Tally().Answered; got != 2 {
		t.Fatalf("%d asks are answered, want 2", got)
	}
	st.sees(st.s.say("triage.done", "Count", 2))
	st.command("undo")
	if got := st.s.dossier().Tally().Answered; got != 0 {
		t.Errorf("%d asks are still answered after one undo", got)
	}
	p.list.TypedShortcut(&fyne.ShortcutSelectAll{})
	if got := len(p.marks.subjects()); got < open {
		t.Errorf("Ctrl+A marks %d of %d", got, open)
	}
}

func TestAssigningAndSendingTheMarked(t *testing.T) {
	st, p := onTriage(t)
	p.sift(briefing.SieveUnanswered)
	p.marks.all()
	st.s.stance(briefing.StanceSupports)
	st.work()
	p.amend(briefing.Amendment{Owner: "B. Other", Ministry: "Ministry of Ports"})
	st.work()
	st.sees(st.s.say("triage.owner", "Name", "B. Other"))
	n := len(p.marks.subjects())
	st.press(st.s.say("triage.send"))
	st.sees(st.s.say("capital.which.marked", "Count", n))
	st.sees(st.s.say("capital.rows", "Count", n))
	st.s.dialogs[0]()
	p.makeReady()
	st.work()
	for _, pos := range st.s.dossier().Positions {
		if pos.State != briefing.StateReady {
			t.Errorf("position on %s is %s", pos.Anchor.Label, pos.State)
		}
	}
}

// Filters that leave nothing offer to be cleared.
func TestEmptyFilterOffersToClear(t *testing.T) {
	st, p := onTriage(t)
	p.sift(briefing.SieveStale)
	st.sees(st.s.say("triage.none"))
	st.press(st.s.say("matrix.clear"))
	if len(p.shown) != len(p.all) {
		t.Errorf("%d of %d lines", len(p.shown), len(p.all))
	}
	if p.none.Visible() {
		t.Error("the offer is still there")
	}
}
