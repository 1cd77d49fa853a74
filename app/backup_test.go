package app

import (
	"path/filepath"
	"testing"
)

// typeInto types into the field with a hint.
func (st *stage) typeInto(hint, text string) {
	st.t.Helper()
	for _, o := range st.objects() {
		if f, ok := o.(*field); ok && f.PlaceHolder == st.s.say(hint) {
			f.SetText(text)
			return
		}
	}
	st.t.Fatalf("no field for %s", hint)
}

// A backup is made and restored in the window, and what was imported is there.
func TestBackUpAndRestoreInTheWindow(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.importSample()
	symbol := st.s.dossier().Note.Symbol
	to := t.TempDir()
	st.command("backup")
	st.typeInto("picker.path", to)
	st.press(st.s.say("picker.folder"))
	st.sees("It was read back")
	st.sees("with that one the passphrase opens the backup")
	st.press(st.s.say("window.close"))
	made, err := filepath.Glob(filepath.Join(to, "placard-*[0-9].age"))
	if err != nil || len(made) != 1 {
		t.Fatalf("backups: %v, %v", made, err)
	}
	st.command("restore")
	st.sees(st.s.say("restore.title"))
	st.seesNot(symbol)
	st.press(st.s.say("restore.go"))
	st.sees(st.s.say("restore.missing"))
	again := filepath.Join(t.TempDir(), "again")
	st.typeInto("restore.file.hint", made[0])
	st.typeInto("restore.folder.hint", again)
	st.fill(0, "not these words")
	st.press(st.s.say("restore.go"))
	st.sees("did not open with these words")
	st.fill(0, goodPassphrase)
	st.press(st.s.say("restore.go"))
	st.sees("Unlock it as before")
	st.fill(0, goodPassphrase)
	st.press(st.s.say("start.unlock"))
	st.sees(symbol)
}

// What takes long can be stopped, and leaves nothing.
func TestCancelledRestoreLeavesNothing(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.importSample()
	to := t.TempDir()
	st.s.backup(to)
	st.work()
	st.press(st.s.say("window.close"))
	made, err := filepath.Glob(filepath.Join(to, "placard-*[0-9].age"))
	if err != nil || len(made) != 1 {
		t.Fatalf("backups: %v, %v", made, err)
	}
	st.command("restore")
	again := filepath.Join(t.TempDir(), "again")
	st.typeInto("restore.file.hint", made[0])
	st.typeInto("restore.folder.hint", again)
	st.fill(0, goodPassphrase)
	hold := st.queue
	for _, o := range st.objects() {
		if b, ok := o.(*button); ok && b.Text == st.s.say("restore.go") {
			b.OnTapped()
		}
	}
	if len(st.queue) == len(hold) {
		t.Fatal("nothing was begun")
	}
	for _, o := range st.objects() {
		if b, ok := o.(*button); ok && b.Text == st.s.say("window.cancel") && b.Visible() {
			b.OnTapped()
		}
	}
	st.work()
	if left, err := filepath.Glob(again + "*"); err != nil || len(left) != 0 {
		t.Errorf("left %v, %v", left, err)
	}
	st.sees(st.s.say("restore.title"))
}
