package storage

import (
	"bytes"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"

	"placard/briefing"
)

const (
	keyFileName   = "vault.key"
	keyFileFormat = "placard.vault"
	// version of the vault as a whole: what is newer is refused untouched.
	version = 1

	maxKeyFile = 64 << 10 // bytes
	maxSlots   = 8        // each costs a key derivation
)

// keyFile is vault.key: JSON, so that people can see what protects a vault.
type keyFile struct {
	Format  string `json:"format"`
	Version int    `json:"version"`
	ID      []byte `json:"id"`
	// Backup is what backups are sealed to, besides the recovery key.
	Backup backupKey `json:"backup"`
	Slots  []slot    `json:"slots"`
	// MAC of everything above, under a key derived from the data key.
	MAC []byte `json:"mac"`
}

// newKeyFile makes a vault's keys: the file, what it unlocks and the recovery
// key.
func newKeyFile(passphrase []byte, cost KDF, derive derivation) (k *keyFile, keys *ring, recovery string, err error) {
	var id vaultID
	rand.Read(id[:])
	u := &unlocked{dataKey: make([]byte, dataKeySize)}
	rand.Read(u.dataKey)
	defer clear(u.dataKey)
	if u.keys, err = newRing(u.dataKey, id); err != nil {
		return nil, nil, "", err
	}
	k = &keyFile{Format: keyFileFormat, Version: version, ID: id[:]}
	if k.Backup, u.backup, err = newBackupKey(u.keys); err != nil {
		return nil, nil, "", err
	}
	words, err := passphraseSlot(u, passphrase, cost, derive)
	if err != nil {
		return nil, nil, "", err
	}
	printed, recovery, err := recoverySlot(u.dataKey, id)
	k.Slots = []slot{words, printed}
	return k, u.keys, recovery, err
}

// readKeyFile reads a vault's key file: ErrNoVault, ErrVaultNewer,
// ErrVaultDamaged. It cannot know yet whether somebody changed it; unlock does.
func readKeyFile(d disk, name string) (*keyFile, error) {
	data, err := readWhole(d, name, maxKeyFile)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, briefing.ErrNoVault.Because(err)
	}
	if err != nil {
		return nil, openProblem(err)
	}
	return parseKeyFile(data)
}

// parseKeyFile takes exactly what encode writes: no other spelling of the same
// JSON, so that there is nothing in the file the MAC does not cover.
func parseKeyFile(data []byte) (*keyFile, error) {
	var head struct {
		Format  string `json:"format"`
		Version int    `json:"version"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return nil, briefing.ErrVaultDamaged.Because(fmt.Errorf("read %s: %w", keyFileName, err))
	}
	if head.Format == keyFileFormat && head.Version > version {
		return nil, briefing.ErrVaultNewer.Because(nil, "Version", head.Version)
	}
	k := &keyFile{}
	if err := json.Unmarshal(data, k); err != nil {
		return nil, briefing.ErrVaultDamaged.Because(fmt.Errorf("read %s: %w", keyFileName, err))
	}
	if err := k.check(data); err != nil {
		return nil, briefing.ErrVaultDamaged.Because(err)
	}
	return k, nil
}

func (k *keyFile) check(data []byte) error {
	if k.Format != keyFileFormat || k.Version < 0 || k.Version > version || len(k.ID) != len(vaultID{}) {
		return errors.New("not a key file")
	}
	if len(k.Slots) == 0 || len(k.Slots) > maxSlots {
		return errors.New("too few or too many slots")
	}
	if err := k.Backup.check(); err != nil {
		return err
	}
	for i := range k.Slots {
		if err := k.Slots[i].check(); err != nil {
			return fmt.Errorf("slot %d: %w", i, err)
		}
	}
	same, err := k.encode()
	if err != nil {
		return err
	}
	if !bytes.Equal(same, data) {
		return errors.New("key file is not in its own form")
	}
	return nil
}

// unlock gives the keys to who knows a secret of the vault:
// ErrWrongPassphrase, and ErrVaultDamaged where somebody changed the file.
func (k *keyFile) unlock(secret []byte, derive derivation) (*unlocked, error) {
	u, err := k.try(secret, derive)
	if err != nil {
		return nil, err
	}
	if u.keys, err = newRing(u.dataKey, k.vault()); err != nil {
		return nil, err
	}
	if err := k.verify(u.keys); err != nil {
		return nil, err
	}
	if u.backup, err = k.Backup.identity(u.keys); err != nil {
		return nil, briefing.ErrVaultDamaged.Because(err)
	}
	return u, nil
}

// try finds the slot that the secret opens. A secret that opens none costs the
// whole work of every slot, whatever it looks like and however the slots fare,
// so that neither words nor time tell what was wrong.
func (k *keyFile) try(secret []byte, derive derivation) (*unlocked, error) {
	identity, err := identityOf(secret)
	if err != nil {
		return nil, err
	}
	for i := range k.Slots {
		if key := k.Slots[i].open(secret, identity, k.vault(), derive); key != nil {
			return &unlocked{dataKey: key, slot: i}, nil
		}
	}
	return nil, briefing.ErrWrongPassphrase
}

// verify holds the file against its MAC.
func (k *keyFile) verify(keys *ring) error {
	sum, err := k.sum(keys)
	if err != nil {
		return err
	}
	if !hmac.Equal(sum, k.MAC) {
		return briefing.ErrVaultDamaged.Because(errors.New("key file was changed"))
	}
	return nil
}

// write seals the file with its MAC and puts it in place whole.
func (k *keyFile) write(d disk, name string, r *ring) (err error) {
	if k.MAC, err = k.sum(r); err != nil {
		return err
	}
	data, err := k.encode()
	if err != nil {
		return err
	}
	return writeWhole(d, name, data)
}

func (k *keyFile) sum(r *ring) ([]byte, error) {
	bare := *k
	bare.MAC = nil
	data, err := bare.encode()
	if err != nil {
		return nil, err
	}
	mac := hmac.New(sha256.New, r.file)
	mac.Write(data)
	return mac.Sum(nil), nil
}

func (k *keyFile) encode() ([]byte, error) {
	data, err := json.MarshalIndent(k, "", "  ")
	return append(data, '\n'), err
}

func (k *keyFile) vault() vaultID { return vaultID(k.ID) }
