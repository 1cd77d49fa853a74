package cli_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"placard/app/cli"
)

// A second person gets a passphrase of their own, uses it, and loses it again.
func TestTwoPeopleAndOneVault(t *testing.T) {
	u := withSample(t)
	mine := u.secret
	theirs := u.file("theirs.txt", u.must("passphrase"))
	u.must("vault", "slot", "add", "--label", "Deputy", "--new-passphrase-file", theirs)
	if got := u.must("vault", "slots"); !strings.Contains(got, "3\tPassphrase\tDeputy") {
		t.Errorf("slots: %q", got)
	}
	u.secret = theirs
	if got := u.must("notes"); !strings.Contains(got, "LC/2031/7") {
		t.Errorf("with the second passphrase: %q", got)
	}
	u.secret = mine
	u.must("vault", "slot", "remove", "3")
	u.secret = theirs
	if code, _ := u.run("notes"); code != cli.WrongPassphrase {
		t.Errorf("with a removed passphrase: exit %d, want %d", code, cli.WrongPassphrase)
	}
	u.secret = mine
	weak := u.file("weak.txt", "placard2031\n")
	if code, _ := u.run("vault", "slot", "add", "--new-passphrase-file", weak); code != cli.Failed || !strings.Contains(u.words.String(), "guessed too soon") {
		t.Errorf("a weak passphrase: exit %d, %s", code, u.words.String())
	}
}

// The page with the recovery key opens the vault, and its text form is what
// the age tool takes as an identity.
func TestRecoveryPage(t *testing.T) {
	u := newUser(t)
	page := filepath.Join(filepath.Dir(u.dir), "recovery.txt")
	if out := u.must("vault", "create", "--recovery", page); out != "" {
		t.Errorf("the key is shown besides: %q", out)
	}
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for line := range strings.Lines(string(data)) {
		if !strings.HasPrefix(line, "#") && strings.TrimSpace(line) != "" {
			keys = append(keys, line)
		}
	}
	if len(keys) != 1 || !strings.Contains(string(data), "“vault”") {
		t.Fatalf("the page says:\n%s", data)
	}
	u.secret = u.file("recovery-key.txt", keys[0])
	u.must("notes")
	if tool, err := exec.LookPath("age-keygen"); err == nil {
		if out, err := exec.CommandContext(t.Context(), tool, "-y", page).CombinedOutput(); err != nil || !strings.HasPrefix(string(out), "age1") {
			t.Errorf("age-keygen -y: %s, %v", out, err)
		}
	}
	if code, _ := u.run("vault", "create", "--vault", u.dir+"2", "--recovery", page); code != cli.Failed {
		t.Error("a page that is there was written over")
	}
}

func TestVaultInASyncedFolderIsSaid(t *testing.T) {
	u := newUser(t)
	u.dir = filepath.Join(filepath.Dir(u.dir), "Dropbox", "vault")
	for _, args := range [][]string{{"vault", "create"}, {"notes"}} {
		u.must(args...)
		if got := u.words.String(); !strings.Contains(got, "Dropbox keeps this folder") {
			t.Errorf("%v: %q", args, got)
		}
	}
}
