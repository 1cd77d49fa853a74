package app

import (
	"testing"
	"time"
)

// The vault locks itself once nobody did anything for four minutes; work in
// between begins the wait anew, and a dialog's words go too.
func TestIdleVaultLocksItself(t *testing.T) {
	st := newStage(t)
	clock := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	st.s.now = func() time.Time { return clock }
	st.createVault()
	st.importSample()
	pass := func(d time.Duration) {
		for end := clock.Add(d); clock.Before(end); {
			clock = clock.Add(idleLook)
			st.ring()
		}
	}
	pass(idleLock - time.Minute)
	st.choose("11")
	pass(idleLock - time.Minute)
	if st.s.open == nil {
		t.Fatal("locked although somebody worked")
	}
	st.command("find")
	title := st.s.dossier().Note.Title
	pass(idleLock + time.Minute)
	if st.s.open != nil {
		t.Fatal("still open")
	}
	st.sees(st.s.say("start.unlock.title"))
	st.seesNot(title)
}
