package cli_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"placard/app/cli"
)

// damage changes a byte in the middle of the vault's journal.
func (u *user) damage() {
	u.t.Helper()
	names, err := filepath.Glob(filepath.Join(u.dir, "journal", "*.pj"))
	if err != nil || len(names) == 0 {
		u.t.Fatalf("no journal: %v", err)
	}
	name := slices.Max(names)
	data, err := os.ReadFile(name)
	if err != nil {
		u.t.Fatal(err)
	}
	data[len(data)-40] ^= 1
	if err := os.WriteFile(name, data, 0o600); err != nil {
		u.t.Fatal(err)
	}
}

// Damage is found by the check, said where it is by who opens the vault, and
// repaired without a loss.
func TestDamageIsFoundSaidAndRepaired(t *testing.T) {
	u := withSample(t)
	u.must("position", "set", "LC/2031/7", "11", "--stance", "S", "--line", "We support the theme.")
	before := u.must("position", "show", "LC/2031/7", "11")
	u.damage()
	if code, out := u.run("vault", "check"); code != cli.Failed || !strings.Contains(out, "journal:") {
		t.Errorf("check: exit %d, %q", code, out)
	}
	if got := u.must("position", "show", "LC/2031/7", "11"); got != before {
		t.Errorf("after the repair:\n got %s\nwant %s", got, before)
	}
	for _, want := range []string{"made it anew", "Nothing that was saved is lost", "LC/2031/7, 11: position", "is kept in"} {
		if !strings.Contains(u.words.String(), want) {
			t.Errorf("not said: %q in %s", want, u.words.String())
		}
	}
	u.must("vault", "check")
	u.must("vault", "rebuild")
	if got := u.must("position", "show", "LC/2031/7", "11"); got != before || strings.Contains(u.words.String(), "made it anew") {
		t.Errorf("after rebuilding: %s, %s", got, u.words.String())
	}
}
