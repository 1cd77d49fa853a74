package app

import (
	"testing"
	"time"

	"placard/briefing"
)

// A vault that locks itself takes an unfinished review along: corrections and
// words being typed are there when somebody opens it again.
func TestAnIdleLockKeepsTheReview(t *testing.T) {
	st := newStage(t)
	clock := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	st.s.now = func() time.Time { return clock }
	st.createVault()
	p := st.review(map[string]string{"a.txt": gappy, "b.txt": "1. The lamp burns.\n\n2. It will.\n"})
	st.letter('q')
	corrected := p.found.Blocks
	var other string
	for _, b := range p.found.Blocks {
		if b.ID != p.blocks.at {
			other = b.ID
		}
	}
	p.blocks.reveal(other)
	p.blocks.words.open(p.blocks.current(), true)
	p.blocks.words.field.SetText("Words that nobody kept.")
	for range int(idleLock/idleLook) + 4 {
		clock = clock.Add(idleLook)
		st.ring()
	}
	if st.s.open != nil {
		t.Fatal("still open")
	}
	st.fill(0, goodPassphrase)
	st.press(st.s.say("start.unlock"))
	st.sees(st.s.say("import.unfinished.title"))
	st.press(st.s.say("import.unfinished.yes"))
	p = st.s.pages[pageImport].(*importPage)
	if p.found == nil || p.queue.now.name != "a.txt" || len(p.found.Corrections) != 2 {
		t.Fatalf("not under review again: %+v", p.queue.now)
	}
	text := briefing.Text{Blocks: p.found.Blocks}
	if got := text.Block(other).Text; got != "Words that nobody kept." {
		t.Errorf("the typed words are %q", got)
	}
	if len(p.found.Blocks) != len(corrected) {
		t.Errorf("%d blocks, want %d", len(p.found.Blocks), len(corrected))
	}
	st.press(st.s.say("import.accept"))
	st.press(st.s.say("import.accept"))
	if n := len(st.notes()); n != 2 {
		t.Errorf("%d notes, want both documents", n)
	}
	st.command("lock")
	st.fill(0, goodPassphrase)
	st.press(st.s.say("start.unlock"))
	st.seesNot(st.s.say("import.unfinished.title"))
}
