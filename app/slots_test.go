package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"placard/briefing"
	"placard/storage"
)

// A second passphrase is added, opens the vault and is removed, all in
// Settings; each change wants a secret of today.
func TestASecondPassphrase(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.s.show(pageSettings)
	st.work()
	st.sees("Passphrase")
	st.sees("Recovery key")
	st.press(st.s.say("slots.add"))
	const theirs = "anchor pepper dozen violet"
	st.fill(0, "wrong")
	st.fill(1, theirs)
	st.fill(2, theirs)
	st.press(st.s.say("slots.add.go"))
	st.sees("did not open")
	st.fill(0, goodPassphrase)
	for _, o := range st.objects() {
		if f, ok := o.(*field); ok && f.PlaceHolder == st.s.say("slots.label.hint") {
			f.SetText("Deputy")
		}
	}
	st.press(st.s.say("slots.add.go"))
	st.sees("Passphrase of Deputy")
	st.command("lock")
	st.fill(0, theirs)
	st.press(st.s.say("start.unlock"))
	st.s.show(pageSettings)
	st.work()
	st.press(st.s.say("slots.remove"))
	st.fill(0, goodPassphrase)
	st.press(st.s.say("slots.remove.go"))
	st.command("lock")
	st.fill(0, theirs)
	st.press(st.s.say("start.unlock"))
	st.sees("did not open")
}

func TestChangeThePassphraseInSettings(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.s.show(pageSettings)
	st.work()
	st.press(st.s.say("slots.change"))
	st.fill(0, goodPassphrase)
	st.press(st.s.say("make.go"))
	made := st.s.Strength.(storage.Meter).Rate // the suggestion is as good as can be
	words := st.secret(1)
	if strings.Count(words, " ") != 5 || made(words).Score != 4 {
		t.Fatalf("the suggestion is %q", words)
	}
	st.sees(words) // to be written down
	st.press(st.s.say("slots.change.go"))
	st.sees("differ") // it must be typed once by hand
	st.fill(2, words)
	st.press(st.s.say("slots.change.go"))
	st.seesNot(words)
	st.command("lock")
	st.fill(0, goodPassphrase)
	st.press(st.s.say("start.unlock"))
	st.sees("did not open")
	st.fill(0, words)
	st.press(st.s.say("start.unlock"))
	st.sees(st.s.say("library.empty"))
}

// secret is what stands in the n-th field for secrets.
func (st *stage) secret(n int) string {
	st.t.Helper()
	for _, o := range st.objects() {
		if f, ok := o.(*field); ok && f.Password {
			if n == 0 {
				return f.Text
			}
			n--
		}
	}
	st.t.Fatal("no such field")
	return ""
}

// The page with the recovery key is written where the user says, and opens
// the vault.
func TestRecoveryPageIsSaved(t *testing.T) {
	st := newStage(t)
	st.s.showStart()
	st.fill(0, goodPassphrase)
	st.fill(1, goodPassphrase)
	st.press(st.s.say("start.create"))
	path := filepath.Join(t.TempDir(), "recovery.docx")
	st.saveAs(st.s.say("recovery.save"), path)
	if data, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(data), "PK") {
		t.Fatalf("%d bytes, %v", len(data), err)
	}
	st.sees("plain text")
}

func TestAFolderThatIsSyncedIsSaid(t *testing.T) {
	st := newStage(t)
	st.s.VaultDir = filepath.Join(t.TempDir(), "Nextcloud", "vault")
	st.s.showStart()
	st.sees("Nextcloud keeps this folder")
}

// older is a vault that lacks commits this machine saw before.
type older struct {
	briefing.Vault
	missing  uint64
	accepted bool
}

func (o *older) Missing() uint64 { return o.missing }

func (o *older) AcceptOlder() error {
	o.accepted = true
	return nil
}

func TestAnOlderVaultIsSaid(t *testing.T) {
	st := newStage(t)
	st.createVault()
	v := &older{Vault: st.s.open.Vault, missing: 12}
	st.s.enter(v, false)
	st.work()
	st.sees("last 12 saved changes")
	st.press(st.s.say("place.older.take"))
	if !v.accepted || st.s.inDialog() {
		t.Errorf("accepted %v, dialog %v", v.accepted, st.s.inDialog())
	}
}

func TestWhatIsProtectedIsSaid(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.command("safety")
	for _, want := range []string{"Programs that run under your name", "hibernates", "Being made to say"} {
		st.sees(want)
	}
}

// saveAs presses a button that asks where to, and says where.
func (st *stage) saveAs(button, path string) {
	st.t.Helper()
	st.press(button)
	f, ok := st.s.window.Canvas().Focused().(*field)
	if !ok {
		st.t.Fatal("nothing asks where to")
	}
	f.SetText(path)
	st.press(st.s.say("picker.save"))
}
