package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"placard/app/cli"
)

// Backup, wipe, restore on the command line: the export is the same, byte for
// byte.
func TestBackupWipeRestore(t *testing.T) {
	u := withSample(t)
	u.must("position", "set", "LC/2031/7", "11", "--stance", "S", "--line", "We support the theme.", "--red-line", "No new fees.")
	u.must("annotate", "LC/2031/7", "12#2", "--text", "Ask the navy.")
	u.must("undo")
	before, after := filepath.Join(t.TempDir(), "before.json"), filepath.Join(t.TempDir(), "after.json")
	u.must("export", "json", "--out", before)
	made := strings.Split(strings.TrimSpace(u.must("vault", "backup", t.TempDir())), "\t")
	if len(made) != 3 {
		t.Fatalf("printed %q: want the backup, its commits and an identity file", made)
	}
	if err := os.RemoveAll(u.dir); err != nil {
		t.Fatal(err)
	}
	u.must("vault", "restore", made[0], u.dir)
	u.must("export", "json", "--out", after)
	want, err := os.ReadFile(before)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile(after); err != nil || string(got) != string(want) {
		t.Errorf("the export differs: %d bytes, %d before; %v", len(got), len(want), err)
	}
	if code, _ := u.run("vault", "restore", made[0], u.dir); code != cli.Failed || !strings.Contains(u.words.String(), "already holds a vault") {
		t.Errorf("restoring over a vault: exit %d, %s", code, u.words.String())
	}
	u.secret = u.file("wrong.txt", "not these words at all\n")
	if code, _ := u.run("vault", "restore", made[0], filepath.Join(t.TempDir(), "other")); code != cli.WrongPassphrase {
		t.Errorf("a wrong passphrase: exit %d, %s", code, u.words.String())
	}
}
