package storage

import (
	"encoding/json"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"placard/briefing"
)

// A copy of the vault from an earlier day, put in its place, is said when it
// is opened, until somebody takes it or it has come as far again.
func TestRolledBackVaultIsSaid(t *testing.T) {
	memory := filepath.Join(t.TempDir(), "config", "seen.json")
	vaults := New(Options{KDF: cheap, Log: slog.New(slog.DiscardHandler), Seen: memory})
	dir := filepath.Join(t.TempDir(), "vault")
	created, err := vaults.Create(t.Context(), dir, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	commit(t, created.Vault, briefing.Put(remark(1, "first"), 0))
	shut(t, created.Vault)
	earlier := copyVault(t, dir)
	missing := func(dir string, then func(briefing.Vault)) uint64 {
		t.Helper()
		v, err := vaults.Open(t.Context(), dir, passphrase)
		if err != nil {
			t.Fatal(err)
		}
		defer shut(t, v)
		n := v.(briefing.Remembered).Missing()
		then(v)
		return n
	}
	nothing := func(briefing.Vault) {}
	grow := func(v briefing.Vault) {
		for n := range 3 {
			commit(t, v, briefing.Put(remark(10+n, "more"), 0))
		}
	}
	if got := missing(dir, grow); got != 0 {
		t.Errorf("the vault itself: %d missing", got)
	}
	for range 2 {
		if got := missing(earlier, nothing); got != 3 {
			t.Errorf("the copy of an earlier day: %d missing, want 3", got)
		}
	}
	if _, err := vaults.Check(t.Context(), earlier, passphrase, nil); err != nil {
		t.Fatal(err)
	}
	if got := missing(earlier, func(v briefing.Vault) {
		if err := v.(briefing.Remembered).AcceptOlder(); err != nil {
			t.Error(err)
		}
	}); got != 3 {
		t.Errorf("after a check: %d missing, want 3", got)
	}
	if got := missing(earlier, grow); got != 0 {
		t.Errorf("once it was taken: %d missing", got)
	}
	wantOnlyNumbers(t, memory)
}

// The memory outside the vault holds its id and a number, nothing else.
func wantOnlyNumbers(t *testing.T, memory string) {
	t.Helper()
	data, err := os.ReadFile(memory)
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]uint64
	if err := json.Unmarshal(data, &all); err != nil || len(all) != 1 {
		t.Fatalf("%s: %v", data, err)
	}
	for id := range all {
		if !regexp.MustCompile(`^[0-9a-f]{32}$`).MatchString(id) {
			t.Errorf("%q is no id", id)
		}
	}
}

// What this machine remembers may be lost or spoilt: the vault opens.
func TestSpoiltMemoryIsNoHarm(t *testing.T) {
	memory := filepath.Join(t.TempDir(), "seen.json")
	vaults := New(Options{KDF: cheap, Log: slog.New(slog.DiscardHandler), Seen: memory})
	v, dir := create(t)
	shut(t, v)
	for _, spoilt := range []string{"", "null", "[1,2]", `{"x":"y"}`, "\xff"} {
		if err := os.WriteFile(memory, []byte(spoilt), 0o600); err != nil {
			t.Fatal(err)
		}
		v, err := vaults.Open(t.Context(), dir, passphrase)
		if err != nil {
			t.Fatalf("%q: %v", spoilt, err)
		}
		if got := v.(briefing.Remembered).Missing(); got != 0 {
			t.Errorf("%q: %d missing", spoilt, got)
		}
		shut(t, v)
		wantOnlyNumbers(t, memory)
	}
}
