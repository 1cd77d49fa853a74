package app

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"placard/briefing"
)

// Locking takes every word off the window at once, before anything is saved,
// also behind a dialog; what was begun in a field is saved all the same.
func TestLockCoversTheWindowAtOnce(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.importSample()
	st.choose("11")
	title := st.s.dossier().Note.Title
	box := st.s.side.(*inspector).position.fieldBox(briefing.FieldLine)
	box.edit.SetText("We can live with it.")
	st.s.find() // a dialog
	for _, c := range st.s.list {
		if c.code == "lock" && !st.s.can(c) {
			t.Fatal("a dialog keeps the vault open")
		}
	}
	st.s.lock()
	st.seesNot(title)
	st.seesNot("We can live with it.")
	if st.s.inDialog() {
		t.Error("the dialog is still there")
	}
	st.work()
	st.sees(st.s.say("start.unlock.title"))
	st.fill(0, goodPassphrase)
	st.press(st.s.say("start.unlock"))
	st.choose("11")
	d := st.s.dossier()
	b, _ := d.Text.Find(briefing.Label{Label: "11"})
	if p := d.Position(d.SubjectOf(b)); p == nil || p.Text(briefing.FieldLine) != "We can live with it." {
		t.Error("what was typed is gone")
	}
}

// Where the program starts anew after locking, the window closes and says so.
func TestLockEndsTheWindow(t *testing.T) {
	st := newStage(t)
	st.s.Restarts = true
	st.createVault()
	closed := false
	st.s.window.SetOnClosed(func() { closed = true })
	st.command("lock")
	if !closed || !st.s.locked || st.s.open != nil {
		t.Errorf("closed %v, starts anew %v", closed, st.s.locked)
	}
}

// The wait is what Settings says, and a machine that slept locks whatever it is.
func TestTimeToLockIsSet(t *testing.T) {
	st := newStage(t)
	clock := time.Date(2026, 11, 24, 9, 0, 0, 0, time.UTC)
	st.s.now = func() time.Time { return clock }
	st.createVault()
	st.s.prefs.SetInt(prefIdle, 1)
	clock = clock.Add(idleLook)
	st.ring()
	if st.s.open == nil {
		t.Fatal("locked too soon")
	}
	for range 4 {
		clock = clock.Add(idleLook)
		st.ring()
	}
	if st.s.open != nil {
		t.Error("still open after a minute")
	}
	st.fill(0, goodPassphrase)
	st.press(st.s.say("start.unlock"))
	st.s.prefs.SetInt(prefIdle, 20)
	clock = clock.Add(2 * time.Minute) // the lid was shut
	st.ring()
	if st.s.open != nil {
		t.Error("still open after the machine slept")
	}
}

func TestLeavingTheMachineLocks(t *testing.T) {
	st := newStage(t)
	st.s.left() // nothing is open
	st.createVault()
	st.s.left()
	st.work()
	if st.s.open != nil {
		t.Error("still open")
	}
	st.sees(st.s.say("start.unlock.title"))
}

func TestClipboardIsEmptiedWhileItIsOurs(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.importSample()
	st.choose("12")
	board := st.s.App.Clipboard()
	st.command("copy_quotation")
	if board.Content() == "" {
		t.Fatal("nothing was copied")
	}
	st.ring()
	if got := board.Content(); got != "" {
		t.Errorf("after the wait the clipboard holds %q", got)
	}
	st.command("copy_quotation")
	board.SetContent("somebody else's")
	st.ring()
	if got := board.Content(); got != "somebody else's" {
		t.Errorf("what another program copied is gone: %q", got)
	}
	st.command("copy_quotation")
	st.command("lock")
	if got := board.Content(); got != "" {
		t.Errorf("after locking the clipboard holds %q", got)
	}
}

// What is copied out of a field is ours too; copying nothing takes nothing
// over.
func TestFieldsCopyForAWhile(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.importSample()
	st.choose("11")
	board := st.s.App.Clipboard()
	box := st.s.side.(*inspector).position.fieldBox(briefing.FieldRedLine)
	box.edit.SetText("No new fees.")
	st.s.window.Canvas().Focus(box.edit)
	board.SetContent("another's")
	box.edit.TypedShortcut(&fyne.ShortcutCopy{Clipboard: board})
	st.ring()
	if got := board.Content(); got != "another's" {
		t.Fatalf("copying nothing left %q", got)
	}
	box.edit.TypedShortcut(&fyne.ShortcutSelectAll{})
	box.edit.TypedShortcut(&fyne.ShortcutCopy{Clipboard: board})
	if got := board.Content(); got != "No new fees." {
		t.Fatalf("copied %q", got)
	}
	st.ring()
	if got := board.Content(); got != "" {
		t.Errorf("after the wait the clipboard holds %q", got)
	}
}
