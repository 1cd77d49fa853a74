package app

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

func TestCreateVaultThenUnlockIt(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.sees(st.s.say("library.empty"))
	st.command("lock")
	st.sees(st.s.say("start.unlock.title"))
	st.fill(0, goodPassphrase)
	st.press(st.s.say("start.unlock"))
	st.sees(st.s.say("library.empty"))
}

func TestRecoveryKeyMustBeKeptBeforeTheVaultOpens(t *testing.T) {
	st := newStage(t)
	st.s.showStart()
	st.fill(0, goodPassphrase)
	st.fill(1, goodPassphrase)
	st.press(st.s.say("start.create"))
	st.sees(st.s.say("start.recovery.title"))
	for _, o := range st.objects() {
		if b, ok := o.(*button); ok && b.Text == st.s.say("start.recovery.go") && !b.Disabled() {
			t.Error("the vault can be opened before the key is said to be kept")
		}
	}
	st.press(st.s.say("start.recovery.copy"))
	key := st.s.App.Clipboard().Content()
	if key == "" {
		t.Fatal("Copy put nothing on the clipboard")
	}
	st.tick(st.s.say("start.recovery.kept"))
	st.press(st.s.say("start.recovery.go"))
	st.command("lock")
	st.seesNot(key)
	st.fill(0, key)
	st.press(st.s.say("start.unlock"))
	st.sees(st.s.say("library.empty"))
}

func TestCreateRefusesWeakAndDifferingPassphrases(t *testing.T) {
	st := newStage(t)
	st.s.showStart()
	st.fill(0, "1234")
	st.sees("tried first") // how strong it is, while typing
	st.fill(1, "1234")
	st.press(st.s.say("start.create"))
	st.sees("guessed too soon")
	st.fill(0, goodPassphrase)
	st.press(st.s.say("start.create"))
	st.sees("differ")
	if st.s.open != nil {
		t.Error("a vault was opened")
	}
}

// Whatever is wrong with a passphrase, the words are the same, and the field
// is empty again.
func TestWrongPassphraseSaysWhatIsSafe(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.command("lock")
	for _, wrong := range []string{"not it", "", "AGE-SECRET-KEY-1QQQ"} {
		st.fill(0, wrong)
		st.press(st.s.say("start.unlock"))
		st.sees("did not open")
		st.sees("Nothing was changed")
		for _, o := range st.objects() {
			if f, ok := o.(*field); ok && f.Password && f.Text != "" {
				t.Errorf("after %q the field still holds it", wrong)
			}
		}
	}
}

func TestStartPageIsAllKeyboard(t *testing.T) {
	st := newStage(t)
	st.s.showStart()
	first, ok := st.s.window.Canvas().Focused().(*field)
	if !ok || !first.Password {
		t.Fatalf("the focus is on %T, want the passphrase's field", st.s.window.Canvas().Focused())
	}
	first.SetText(goodPassphrase)
	first.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	second, ok := st.s.window.Canvas().Focused().(*field)
	if !ok || second == first {
		t.Fatal("Return does not go to the second field")
	}
	second.SetText(goodPassphrase)
	second.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	st.work()
	if _, ok := st.s.window.Canvas().Focused().(*check); !ok {
		t.Errorf("the focus is on %T, want the box to tick", st.s.window.Canvas().Focused())
	}
}

func TestLockClearsTheWords(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.importSample()
	title := st.s.dossier().Note.Title
	st.sees(title)
	st.command("lock")
	st.seesNot(title)
	if strings.Contains(st.s.window.Title(), st.s.say("window.no_note")) || strings.Contains(st.s.window.Title(), title) {
		t.Errorf("the title bar still says %q", st.s.window.Title())
	}
	if st.s.dossier() != nil || len(st.s.pages) != 0 || st.s.frame != nil {
		t.Error("the locked window still holds what was read")
	}
}
