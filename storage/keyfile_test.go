package storage

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"placard/briefing"
)

func TestRecoveryKeyOpens(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "vault")
	created, err := testVaults(t).Create(t.Context(), dir, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	commit(t, created.Vault, briefing.Put(remark(1, "kept"), 0))
	shut(t, created.Vault)
	if !strings.HasPrefix(created.RecoveryKey, "AGE-SECRET-KEY-1") {
		t.Errorf("recovery key %q is no age identity", created.RecoveryKey[:16])
	}
	for _, typed := range []string{created.RecoveryKey, " " + strings.ToLower(created.RecoveryKey) + "\n", created.RecoveryKey[:16] + " " + created.RecoveryKey[16:20] + "\u00a0" + created.RecoveryKey[20:]} {
		v, err := testVaults(t).Open(t.Context(), dir, []byte(typed))
		if err != nil {
			t.Fatalf("recovery key: %v", err)
		}
		if got := textOf(t, v, 1); got != "kept" {
			t.Errorf("got %q", got)
		}
		shut(t, v)
	}
}

func TestWrongSecretsAreAllTheSame(t *testing.T) {
	v, dir := create(t)
	shut(t, v)
	_, other, err := recoverySlot(make([]byte, dataKeySize), vaultID{})
	if err != nil {
		t.Fatal(err)
	}
	damaged := copyVault(t, dir)
	rewriteKeyFile(t, damaged, func(k *keyFile) { k.Slots[0].Wrapped = k.Slots[0].Wrapped[:3] })
	tests := []struct{ name, dir, secret string }{
		{"wrong passphrase", dir, "wrong"},
		{"empty", dir, ""},
		{"another's recovery key", dir, other},
		{"half a recovery key", dir, other[:30]},
		{"not even text", dir, "\xff\xfe\x00"},
		{"damaged slot", damaged, string(passphrase)},
	}
	for _, tt := range tests {
		vaults, derived := testVaults(t), 0
		vaults.derive = func(secret, salt []byte, cost KDF) []byte {
			derived++
			if cost != cheap {
				t.Errorf("%s: cost %+v, want %+v", tt.name, cost, cheap)
			}
			return deriveKey(secret, salt, cost)
		}
		_, err := vaults.Open(t.Context(), tt.dir, []byte(tt.secret))
		if !errors.Is(err, briefing.ErrWrongPassphrase) || err.Error() != briefing.ErrWrongPassphrase.Error() {
			t.Errorf("%s: got %v, want the same words as always", tt.name, err)
		}
		if derived != 1 {
			t.Errorf("%s: %d key derivations, want 1", tt.name, derived)
		}
	}
	open(t, dir)
}

func TestPassphraseInAnotherUnicodeForm(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "vault")
	created, err := testVaults(t).Create(t.Context(), dir, []byte("\u00e9l\u00e9ments"))
	if err != nil {
		t.Fatal(err)
	}
	shut(t, created.Vault)
	v, err := testVaults(t).Open(t.Context(), dir, []byte("e\u0301le\u0301ments"))
	if err != nil {
		t.Fatalf("the same letters from another keyboard: %v", err)
	}
	shut(t, v)
}

func TestChangePassphrase(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "vault")
	vaults := testVaults(t)
	created, err := vaults.Create(t.Context(), dir, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	commit(t, created.Vault, briefing.Put(remark(1, "kept"), 0))
	fresh, third := []byte("fresh words"), []byte("third words")
	if err := vaults.ChangePassphrase(t.Context(), dir, []byte("wrong"), fresh); !errors.Is(err, briefing.ErrWrongPassphrase) {
		t.Errorf("wrong old passphrase: %v", err)
	}
	if err := vaults.ChangePassphrase(t.Context(), dir, passphrase, fresh); err != nil {
		t.Fatalf("while open: %v", err)
	}
	shut(t, created.Vault)
	if _, err := vaults.Open(t.Context(), dir, passphrase); !errors.Is(err, briefing.ErrWrongPassphrase) {
		t.Errorf("the old passphrase: %v", err)
	}
	if err := vaults.ChangePassphrase(t.Context(), dir, []byte(created.RecoveryKey), third); err != nil {
		t.Fatalf("a forgotten passphrase, with the recovery key: %v", err)
	}
	for _, secret := range [][]byte{third, []byte(created.RecoveryKey)} {
		v, err := vaults.Open(t.Context(), dir, secret)
		if err != nil {
			t.Fatal(err)
		}
		if got := textOf(t, v, 1); got != "kept" {
			t.Errorf("got %q", got)
		}
		shut(t, v)
	}
}

func TestNewerVaultIsLeftUntouched(t *testing.T) {
	v, dir := create(t)
	shut(t, v)
	name := filepath.Join(dir, keyFileName)
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	data = bytes.Replace(data, []byte(`"version": 1`), []byte(`"version": 2, "new": true`), 1)
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
	before := snapshot(t, dir)
	vaults := testVaults(t)
	vaults.derive = func([]byte, []byte, KDF) []byte { t.Error("a newer vault's keys were tried"); return make([]byte, 32) }
	if _, err := vaults.Open(t.Context(), dir, passphrase); !errors.Is(err, briefing.ErrVaultNewer) {
		t.Errorf("open: got %v", err)
	}
	if err := vaults.ChangePassphrase(t.Context(), dir, passphrase, []byte("x")); !errors.Is(err, briefing.ErrVaultNewer) {
		t.Errorf("change: got %v", err)
	}
	after := snapshot(t, dir)
	for name, was := range before {
		if after[name] != was {
			t.Errorf("%s was touched", filepath.Base(name))
		}
	}
}

func TestHostileCosts(t *testing.T) {
	v, dir := create(t)
	shut(t, v)
	for _, cost := range []KDF{
		{Time: 3, Memory: 100 << 20, Threads: 4},
		{Time: 1 << 30, Memory: 1 << 10, Threads: 1},
		{Time: 3, Memory: 1 << 10, Threads: 255},
		{},
		{Time: 3, Memory: 1, Threads: 4},
	} {
		hostile := copyVault(t, dir)
		rewriteKeyFile(t, hostile, func(k *keyFile) { k.Slots[0].KDF = &cost })
		vaults := testVaults(t)
		vaults.derive = func([]byte, []byte, KDF) []byte { t.Errorf("%+v was paid", cost); return make([]byte, 32) }
		if _, err := vaults.Open(t.Context(), hostile, passphrase); !errors.Is(err, briefing.ErrVaultDamaged) {
			t.Errorf("%+v: got %v", cost, err)
		}
	}
}

// Every change of a byte of the key file is noticed, whichever secret opens.
func TestChangedKeyFileIsNoticed(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "vault")
	created, err := testVaults(t).Create(t.Context(), dir, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	shut(t, created.Vault)
	good, err := os.ReadFile(filepath.Join(dir, keyFileName))
	if err != nil {
		t.Fatal(err)
	}
	for i := range good {
		changed := bytes.Clone(good)
		changed[i] ^= 1 << (i % 8)
		k, err := parseKeyFile(changed)
		if err != nil {
			continue
		}
		for _, secret := range []string{string(passphrase), created.RecoveryKey} {
			if _, err := k.unlock([]byte(secret), deriveKey); err == nil {
				t.Errorf("byte %d changed and accepted", i)
			}
		}
	}
}

func TestKeyFileIsWrittenWhole(t *testing.T) {
	v, dir := create(t)
	shut(t, v)
	for n := 1; ; n++ {
		c := copyVault(t, dir)
		vaults := testVaults(t)
		broken := &faultyDisk{disk: osDisk{}, failAt: n, err: errInjected}
		vaults.disk = broken
		err := vaults.ChangePassphrase(t.Context(), c, passphrase, []byte("fresh"))
		if err == nil {
			if n < 5 {
				t.Errorf("only %d operations seen", n)
			}
			return
		}
		old, errOld := testVaults(t).Open(t.Context(), c, passphrase)
		fresh, errFresh := testVaults(t).Open(t.Context(), c, []byte("fresh"))
		if (errOld == nil) == (errFresh == nil) {
			t.Fatalf("operation %d failed: old passphrase %v, fresh one %v", n, errOld, errFresh)
		}
		if errOld == nil {
			shut(t, old)
		} else {
			shut(t, fresh)
		}
	}
}

// The one test with the real cost: it is calibrated, paid and stored, and the
// memory it takes is given back at once, that of the identity file too.
func TestRealKeyDerivation(t *testing.T) {
	if testing.Short() || raceDetector {
		t.Skip("takes seconds and 256 MiB; not with -short or -race")
	}
	dir := filepath.Join(t.TempDir(), "vault")
	vaults := New(Options{Log: testVaults(t).log})
	created, err := vaults.Create(t.Context(), dir, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	shut(t, created.Vault)
	k, err := readKeyFile(osDisk{}, filepath.Join(dir, keyFileName))
	if err != nil {
		t.Fatal(err)
	}
	cost := *k.Slots[0].KDF
	if cost.Time < kdfMinTime || cost.Memory < kdfSmall || cost.Threads != kdfThreads {
		t.Errorf("cost %+v is too little", cost)
	}
	before := resident(t)
	v, err := vaults.Open(t.Context(), dir, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	after := resident(t)
	t.Logf("cost %+v; resident before %d MB, open %d MB", cost, before>>20, after>>20)
	if after > 120<<20 {
		t.Errorf("%d MB are resident with the vault open: the derivation's memory was kept", after>>20)
	}
	shut(t, v)
}

// resident is the process's own memory that is not in files, in bytes; 0 where
// the system does not tell.
func resident(t *testing.T) int64 {
	t.Helper()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(status), "RssAnon:")
	kib, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
	n, err := strconv.ParseInt(kib, 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return n << 10
}

func rewriteKeyFile(tb testing.TB, dir string, change func(*keyFile)) {
	tb.Helper()
	name := filepath.Join(dir, keyFileName)
	data, err := os.ReadFile(name)
	if err != nil {
		tb.Fatal(err)
	}
	k := &keyFile{}
	if err := json.Unmarshal(data, k); err != nil {
		tb.Fatal(err)
	}
	change(k)
	if data, err = k.encode(); err != nil {
		tb.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o600); err != nil {
		tb.Fatal(err)
	}
}

func snapshot(tb testing.TB, dir string) map[string]string {
	tb.Helper()
	out := map[string]string{}
	for _, name := range files(tb, dir) {
		data, err := os.ReadFile(name)
		if err != nil {
			tb.Fatal(err)
		}
		out[name] = string(data)
	}
	return out
}

func FuzzKeyFile(f *testing.F) {
	dir := filepath.Join(f.TempDir(), "vault")
	created, err := testVaults(f).Create(f.Context(), dir, passphrase)
	if err != nil {
		f.Fatal(err)
	}
	shut(f, created.Vault)
	good, err := os.ReadFile(filepath.Join(dir, keyFileName))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add([]byte(`{"format":"placard.vault","version":9}`))
	f.Add([]byte(`{"format":"placard.vault","version":1,"id":"","slots":[]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		k, err := parseKeyFile(data)
		if err != nil {
			return
		}
		free := func(secret, salt []byte, cost KDF) []byte {
			if err := cost.check(); err != nil {
				t.Errorf("cost %+v would be paid", cost)
			}
			return deriveKey(secret, salt, cheap)
		}
		if _, err := k.unlock([]byte(created.RecoveryKey), free); err == nil && !bytes.Equal(data, good) {
			t.Error("a changed key file was accepted")
		}
	})
}
