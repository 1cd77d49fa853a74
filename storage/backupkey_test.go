package storage

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"filippo.io/age"

	"placard/briefing"
)

// Whoever holds the recovery key opens a backup at once; whoever knows a
// passphrase, through the identity file that travels beside it.
func TestBackupsOpenForWhoMayOpenTheVault(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "vault")
	vaults, second := testVaults(t), []byte("the deputy's own words")
	created, err := vaults.Create(t.Context(), dir, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	defer shut(t, created.Vault)
	if err := vaults.AddSlot(t.Context(), dir, passphrase, second, "deputy"); err != nil {
		t.Fatal(err)
	}
	k, err := created.Vault.(*vault).keyFile()
	if err != nil {
		t.Fatal(err)
	}
	sealed := sealBackup(t, k, "the words of a backup")
	recovery, err := age.ParseX25519Identity(created.RecoveryKey)
	if err != nil {
		t.Fatal(err)
	}
	files := k.identities()
	if len(files) != 2 || files[0].name != "identity.age" || files[1].name != "identity-2.age" {
		t.Fatalf("identity files: %d", len(files))
	}
	identities := []*age.X25519Identity{recovery}
	for i, secret := range [][]byte{passphrase, second} {
		identity, err := openIdentity(files[i].data, secret)
		if err != nil {
			t.Fatalf("%s: %v", files[i].name, err)
		}
		identities = append(identities, identity)
	}
	for i, identity := range identities {
		if got, err := openAge(sealed, identity); err != nil || string(got) != "the words of a backup" {
			t.Errorf("identity %d: got %q, %v", i, got, err)
		}
	}
	if _, err := openIdentity(files[0].data, second); !errors.Is(err, briefing.ErrWrongPassphrase) {
		t.Errorf("another's passphrase: %v", err)
	}
	if _, err := openIdentity(files[0].data[:40], passphrase); !errors.Is(err, briefing.ErrVaultDamaged) {
		t.Errorf("half an identity file: %v", err)
	}
}

// The stock age tool opens a backup with the recovery key as it is printed.
func TestStockAgeOpensABackup(t *testing.T) {
	tool, err := exec.LookPath("age")
	if err != nil {
		t.Skip("the age tool is not installed")
	}
	dir := filepath.Join(t.TempDir(), "vault")
	created, err := testVaults(t).Create(t.Context(), dir, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	defer shut(t, created.Vault)
	k, err := created.Vault.(*vault).keyFile()
	if err != nil {
		t.Fatal(err)
	}
	printed := filepath.Join(t.TempDir(), "recovery.txt")
	if err := os.WriteFile(printed, []byte(created.RecoveryKey+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), tool, "--decrypt", "-i", printed)
	cmd.Stdin = bytes.NewReader(sealBackup(t, k, "words"))
	if got, err := cmd.Output(); err != nil || string(got) != "words" {
		t.Errorf("got %q, %v", got, err)
	}
}

func sealBackup(t *testing.T, k *keyFile, words string) []byte {
	t.Helper()
	recipients, err := k.recipients()
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w, err := age.Encrypt(&out, recipients...)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(words)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
