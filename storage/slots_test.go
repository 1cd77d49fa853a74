package storage

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"placard/briefing"
)

var deputy = []byte("the deputy's own words")

// withDeputy is a closed vault that two passphrases open.
func withDeputy(t *testing.T) (dir, recovery string) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "vault")
	created, err := testVaults(t).Create(t.Context(), dir, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	shut(t, created.Vault)
	if err := testVaults(t).AddSlot(t.Context(), dir, passphrase, deputy, "Deputy head "); err != nil {
		t.Fatal(err)
	}
	return dir, created.RecoveryKey
}

// opens tells whether a secret opens the vault.
func opens(t *testing.T, dir string, secret []byte) bool {
	t.Helper()
	v, err := testVaults(t).Open(t.Context(), dir, secret)
	if err == nil {
		shut(t, v)
	} else if !errors.Is(err, briefing.ErrWrongPassphrase) {
		t.Errorf("open: %v", err)
	}
	return err == nil
}

func TestEachPassphraseOpens(t *testing.T) {
	dir, recovery := withDeputy(t)
	for _, secret := range []string{string(passphrase), string(deputy), recovery} {
		if !opens(t, dir, []byte(secret)) {
			t.Errorf("%.6s… does not open the vault", secret)
		}
	}
	got, err := testVaults(t).Slots(t.Context(), dir, deputy)
	want := []briefing.KeySlot{{Number: 1}, {Number: 2, Recovery: true}, {Number: 3, Label: "Deputy head"}}
	if err != nil || len(got) != 3 || got[0] != want[0] || got[1] != want[1] || got[2] != want[2] {
		t.Errorf("slots: got %+v, %v; want %+v", got, err, want)
	}
}

// A label is somebody's words: the key file, which anybody can read, does not
// show it.
func TestLabelIsSealed(t *testing.T) {
	dir, _ := withDeputy(t)
	data, err := os.ReadFile(filepath.Join(dir, keyFileName))
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(data, []byte("Deputy")) || bytes.Contains(data, []byte("RGVwdXR5")) {
		t.Error("the label stands in vault.key")
	}
}

// Each changes their own passphrase; the recovery key makes a new first one.
func TestChangingOnesOwnPassphrase(t *testing.T) {
	dir, recovery := withDeputy(t)
	vaults, fresh, third := testVaults(t), []byte("fresh words"), []byte("third words")
	if err := vaults.ChangePassphrase(t.Context(), dir, deputy, fresh); err != nil {
		t.Fatal(err)
	}
	if err := vaults.ChangePassphrase(t.Context(), dir, []byte(recovery), third); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		secret []byte
		want   bool
	}{{passphrase, false}, {deputy, false}, {fresh, true}, {third, true}} {
		if got := opens(t, dir, tt.secret); got != tt.want {
			t.Errorf("%q opens the vault: %v, want %v", tt.secret, got, tt.want)
		}
	}
	slots, err := vaults.Slots(t.Context(), dir, fresh)
	if err != nil || slots[2].Label != "Deputy head" {
		t.Errorf("the label is gone: %+v, %v", slots, err)
	}
}

func TestRemovedPassphraseOpensNoMore(t *testing.T) {
	dir, recovery := withDeputy(t)
	vaults := testVaults(t)
	for _, tt := range []struct {
		name   string
		secret string
		number int
		want   error
	}{
		{"a wrong secret", "wrong", 3, briefing.ErrWrongPassphrase},
		{"the recovery key's slot", string(passphrase), 2, briefing.ErrLastSlot},
		{"no such slot", string(passphrase), 4, briefing.ErrNotFound},
		{"slot 0", string(passphrase), 0, briefing.ErrNotFound},
		{"the deputy's", string(passphrase), 3, nil},
		{"the last passphrase", recovery, 1, briefing.ErrLastSlot},
	} {
		if err := vaults.RemoveSlot(t.Context(), dir, []byte(tt.secret), tt.number); !errors.Is(err, tt.want) {
			t.Errorf("%s: got %v, want %v", tt.name, err, tt.want)
		}
	}
	if opens(t, dir, deputy) || !opens(t, dir, passphrase) {
		t.Error("want the deputy's passphrase gone and the first one kept")
	}
}

func TestSlotsHaveTheirBounds(t *testing.T) {
	dir, _ := withDeputy(t)
	vaults := testVaults(t)
	if err := vaults.AddSlot(t.Context(), dir, deputy, []byte("x"), strings.Repeat("é", briefing.MaxSlotLabel+1)); !errors.Is(err, briefing.ErrInvalid) {
		t.Errorf("a long label: %v", err)
	}
	if err := vaults.AddSlot(t.Context(), dir, deputy, nil, ""); !errors.Is(err, briefing.ErrWeakPassphrase) {
		t.Errorf("no passphrase: %v", err)
	}
	var err error
	for n := 4; n <= maxSlots+1; n++ {
		err = vaults.AddSlot(t.Context(), dir, passphrase, []byte{'p', byte('0' + n)}, "")
	}
	if !errors.Is(err, briefing.ErrTooManySlots) {
		t.Errorf("slot %d: got %v", maxSlots+1, err)
	}
}
