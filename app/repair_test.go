package app

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// A damaged vault is repaired on opening, and the window says what was
// recovered, where.
func TestRepairIsSaid(t *testing.T) {
	st := newStage(t)
	st.createVault()
	st.importSample()
	st.choose("11")
	st.s.stance("S")
	st.ring()
	st.command("vault_check")
	st.sees("Everything opens and fits together")
	st.press(st.s.say("window.close"))
	st.command("lock")
	names, err := filepath.Glob(filepath.Join(st.s.VaultDir, "journal", "*.pj"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no journal: %v", err)
	}
	name := slices.Max(names)
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)-40] ^= 1
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
	st.fill(0, goodPassphrase)
	st.press(st.s.say("start.unlock"))
	st.sees(st.s.say("repair.title"))
	st.sees("Nothing that was saved is lost")
	st.sees("LC/2031/7, 11: position")
	st.press(st.s.say("window.close"))
	st.choose("11")
	if got := st.stanceOn("11"); got != "S" {
		t.Errorf("after the repair the stance is %q", got)
	}
}
