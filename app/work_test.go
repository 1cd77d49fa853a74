package app

import (
	"context"
	"errors"
	"testing"

	"placard/briefing"
)

// Work over a second shows its name and Cancel; cancelled, it ends without an
// error dialog.
func TestLongWorkCanBeCancelled(t *testing.T) {
	st := newStage(t)
	st.createVault()
	var ended error
	st.s.run("Reading the tides", func(ctx context.Context, progress briefing.Progress) error {
		progress(40, 100)
		return ctx.Err()
	}, func(err error) { ended = err })
	st.seesNot("Reading the tides")
	for _, clock := range st.clocks { // a second passes before the work is done
		clock()
	}
	st.sees("Reading the tides")
	st.press(st.s.say("window.cancel"))
	if !errors.Is(ended, context.Canceled) {
		t.Fatalf("the work ended with %v, want cancelled", ended)
	}
	st.sees(st.s.say("window.cancelled"))
	if st.s.inDialog() || st.s.busy != 0 {
		t.Errorf("dialog %v, %d pieces of work left", st.s.inDialog(), st.s.busy)
	}
}

// Words that could not be saved are not locked away without a question.
func TestLockAsksBeforeUnsavedWordsGo(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.s.notSaved(briefing.ErrDiskFull)
	st.sees("NOT saved: The disk is full.")
	st.command("lock")
	if st.s.open == nil {
		t.Fatal("locked at once")
	}
	st.press(st.s.say("window.cancel"))
	st.sees(st.s.say("library.empty"))
	st.command("lock")
	st.press(st.s.say("command.lock"))
	st.sees(st.s.say("start.unlock.title"))
}

func TestQuickWorkKeepsItsOrder(t *testing.T) {
	st := newStage(t)
	var got []int
	for i := range 3 {
		st.s.quick(func(context.Context) error {
			got = append(got, i)
			return nil
		}, nil)
	}
	st.work()
	if len(got) != 3 || got[0] != 0 || got[2] != 2 {
		t.Errorf("done in order %v", got)
	}
}
