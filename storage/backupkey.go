package storage

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/bits"
	"path/filepath"
	"runtime/debug"

	"filippo.io/age"

	"placard/briefing"
)

// backupKey is the age identity that a vault's backups are sealed to besides
// the recovery key. The vault keeps it sealed under its own keys; each
// passphrase slot holds it sealed to the passphrase as the stock age tool
// reads it, since the passphrase is not at hand when a backup is made.
type backupKey struct {
	Recipient string `json:"recipient"`
	Wrapped   []byte `json:"wrapped"`
}

// backupPlace is the associated data of the sealed backup key.
const backupPlace = keyFileName + "/backup"

var errBackupKey = errors.New("backup key is not this vault's")

// newBackupKey makes a vault's backup key.
func newBackupKey(keys *ring) (backupKey, *age.X25519Identity, error) {
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		return backupKey{}, nil, err
	}
	return backupKey{
		Recipient: identity.Recipient().String(),
		Wrapped:   keys.values.seal([]byte(identity.String()), []byte(backupPlace)),
	}, identity, nil
}

// identity opens the backup key with the keys of the vault.
func (b backupKey) identity(keys *ring) (*age.X25519Identity, error) {
	plain, err := keys.values.open(b.Wrapped, []byte(backupPlace))
	if err != nil {
		return nil, err
	}
	defer clear(plain)
	identity, err := age.ParseX25519Identity(string(plain))
	if err != nil || identity.Recipient().String() != b.Recipient {
		return nil, errBackupKey
	}
	return identity, nil
}

func (b backupKey) check() error {
	if _, err := age.ParseX25519Recipient(b.Recipient); err != nil || len(b.Wrapped) < sealCost {
		return errors.New("no backup key")
	}
	return nil
}

// recipients are whom a backup of the vault is sealed to: its backup key and
// its recovery key.
func (k *keyFile) recipients() ([]age.Recipient, error) {
	names := []string{k.Backup.Recipient}
	for i := range k.Slots {
		if k.Slots[i].Kind == slotRecovery {
			names = append(names, k.Slots[i].Recipient)
		}
	}
	recipients := make([]age.Recipient, len(names))
	for i, name := range names {
		r, err := age.ParseX25519Recipient(name)
		if err != nil {
			return nil, err
		}
		recipients[i] = r
	}
	return recipients, nil
}

// identityFile is the backup key sealed to one passphrase: what travels beside
// a backup, and "age --decrypt -i" takes.
type identityFile struct {
	name string
	data []byte
}

// identities are the identity files of a vault, one a passphrase.
func (k *keyFile) identities() []identityFile {
	var files []identityFile
	for i := range k.Slots {
		if k.Slots[i].Kind != slotPassphrase {
			continue
		}
		name := "identity.age"
		if len(files) > 0 {
			name = fmt.Sprintf("identity-%d.age", len(files)+1)
		}
		files = append(files, identityFile{name, k.Slots[i].Identity})
	}
	return files
}

// sealIdentity seals the backup key to a passphrase with age's scrypt, which
// takes as much memory as the slot's argon2id: 1 KiB a step. age wants a
// string, which cannot be wiped; the passphrase is one only while it is set.
func sealIdentity(identity *age.X25519Identity, passphrase []byte, cost KDF) ([]byte, error) {
	typed := composed(passphrase)
	defer clear(typed)
	recipient, err := age.NewScryptRecipient(string(typed))
	if err != nil {
		return nil, err
	}
	recipient.SetWorkFactor(bits.Len32(cost.Memory) - 1)
	if cost.Memory >= kdfSmall {
		defer debug.FreeOSMemory()
	}
	text := "# public key: " + identity.Recipient().String() + "\n" + identity.String() + "\n"
	return sealAge([]byte(text), recipient)
}

// openIdentity opens an identity file: ErrWrongPassphrase, ErrVaultDamaged.
func openIdentity(data, passphrase []byte) (*age.X25519Identity, error) {
	typed := composed(passphrase)
	defer clear(typed)
	secret, err := age.NewScryptIdentity(string(typed))
	if err != nil {
		return nil, briefing.ErrWrongPassphrase
	}
	secret.SetMaxWorkFactor(bits.Len(kdfMaxMemory) - 1)
	defer debug.FreeOSMemory()
	plain, err := openAge(data, secret)
	if _, wrong := errors.AsType[*age.NoIdentityMatchError](err); wrong {
		return nil, briefing.ErrWrongPassphrase
	}
	if err != nil {
		return nil, briefing.ErrVaultDamaged.Because(err)
	}
	defer clear(plain)
	identities, err := age.ParseIdentities(bytes.NewReader(plain))
	if err == nil && len(identities) == 1 {
		if identity, ok := identities[0].(*age.X25519Identity); ok {
			return identity, nil
		}
	}
	return nil, briefing.ErrVaultDamaged.Because(errBackupKey)
}

// keyFile is the key file of an open vault as it stands now: a passphrase may
// have changed since the vault was opened.
func (v *vault) keyFile() (*keyFile, error) {
	k, err := readKeyFile(v.disk, filepath.Join(v.dir, keyFileName))
	if err != nil {
		return nil, err
	}
	return k, k.verify(v.keys)
}

// maxSealed is how many bytes of a small age file are read.
const maxSealed = 4 << 10

// openAge opens a small age file.
func openAge(sealed []byte, identity age.Identity) ([]byte, error) {
	r, err := age.Decrypt(bytes.NewReader(sealed), identity)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.LimitReader(r, maxSealed))
}

// sealAge seals a few bytes as an age file.
func sealAge(plain []byte, to age.Recipient) ([]byte, error) {
	var sealed bytes.Buffer
	w, err := age.Encrypt(&sealed, to)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(plain); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return sealed.Bytes(), nil
}
