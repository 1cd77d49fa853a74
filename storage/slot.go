package storage

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"errors"

	"filippo.io/age"
	"golang.org/x/crypto/chacha20poly1305"
)

// The kinds of slot.
const (
	slotPassphrase = "passphrase"
	slotRecovery   = "recovery"
)

const (
	dataKeySize = 32
	saltSize    = 16
)

// slot is the data key, sealed for one secret.
type slot struct {
	Kind      string `json:"kind"`
	Label     []byte `json:"label,omitempty"`     // people's words, sealed
	KDF       *KDF   `json:"argon2id,omitempty"`  // of a passphrase
	Salt      []byte `json:"salt,omitempty"`      // of a passphrase
	Recipient string `json:"recipient,omitempty"` // age's, of a recovery key
	Wrapped   []byte `json:"wrapped"`
	Identity  []byte `json:"identity,omitempty"` // the backup key, sealed to the passphrase by age
}

// unlocked is what a secret of a vault gives.
type unlocked struct {
	keys    *ring
	dataKey []byte
	backup  *age.X25519Identity
	slot    int // which slot opened
}

func (u *unlocked) wipe() {
	clear(u.dataKey)
	u.keys.wipe()
}

// passphraseSlot seals the data key and the backup key for a passphrase.
func passphraseSlot(u *unlocked, passphrase []byte, cost KDF, derive derivation) (slot, error) {
	s := slot{Kind: slotPassphrase, KDF: &cost, Salt: make([]byte, saltSize)}
	rand.Read(s.Salt)
	if err := s.wrap(u.dataKey, passphrase, u.keys.id, derive); err != nil {
		return slot{}, err
	}
	var err error
	s.Identity, err = sealIdentity(u.backup, passphrase, cost)
	return s, err
}

// wrap seals the data key under what derive makes of the passphrase.
func (s *slot) wrap(dataKey, passphrase []byte, id vaultID, derive derivation) error {
	key := derive(passphrase, s.Salt, *s.KDF)
	defer clear(key)
	aead, err := chacha20poly1305.NewX(key)
	if err != nil {
		return err
	}
	nonce := make([]byte, aead.NonceSize(), aead.NonceSize()+dataKeySize+aead.Overhead())
	rand.Read(nonce)
	s.Wrapped = aead.Seal(nonce, nonce, dataKey, s.place(id))
	return nil
}

// recoverySlot seals the data key for a fresh age identity and returns the
// identity: shown once, kept by a person, never here.
func recoverySlot(dataKey []byte, id vaultID) (slot, string, error) {
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		return slot{}, "", err
	}
	plain := append(id[:], dataKey...)
	defer clear(plain)
	sealed, err := sealAge(plain, identity.Recipient())
	if err != nil {
		return slot{}, "", err
	}
	s := slot{Kind: slotRecovery, Recipient: identity.Recipient().String(), Wrapped: sealed}
	return s, identity.String(), nil
}

// open gives the data key to who knows the slot's secret, else nil. It does
// its whole work either way.
func (s *slot) open(secret []byte, identity age.Identity, id vaultID, derive derivation) []byte {
	if s.Kind == slotRecovery {
		return s.openRecovery(identity, id)
	}
	key := derive(secret, s.Salt, *s.KDF)
	defer clear(key)
	aead, err := chacha20poly1305.NewX(key)
	if err != nil || len(s.Wrapped) < aead.NonceSize() {
		return nil
	}
	n := aead.NonceSize()
	dataKey, err := aead.Open(nil, s.Wrapped[:n], s.Wrapped[n:], s.place(id))
	if err != nil || len(dataKey) != dataKeySize {
		return nil
	}
	return dataKey
}

func (s *slot) openRecovery(identity age.Identity, id vaultID) []byte {
	plain, err := openAge(s.Wrapped, identity)
	if err != nil || len(plain) != len(id)+dataKeySize || !bytes.Equal(plain[:len(id)], id[:]) {
		return nil
	}
	return plain[len(id):]
}

// place binds a passphrase's slot to its vault and its cost.
func (s *slot) place(id vaultID) []byte {
	cost, _ := json.Marshal(s.KDF) //nolint:errchkjson // three numbers
	return bytes.Join([][]byte{[]byte("placard/1/slot"), id[:], s.Salt, cost}, nil)
}

// check refuses what no version of this program wrote.
func (s *slot) check() error {
	switch s.Kind {
	case slotPassphrase:
		if s.KDF == nil || len(s.Salt) != saltSize || len(s.Identity) == 0 {
			return errors.New("incomplete passphrase slot")
		}
		return s.KDF.check()
	case slotRecovery:
		if _, err := age.ParseX25519Recipient(s.Recipient); err != nil {
			return errors.New("recovery slot without a recipient")
		}
		return nil
	}
	return errors.New("unknown kind of slot")
}

// name reads the slot's label; empty for none.
func (s *slot) name(keys *ring) (string, error) {
	if len(s.Label) == 0 {
		return "", nil
	}
	plain, err := keys.values.open(s.Label, s.labelPlace())
	return string(plain), err
}

// setName seals a label into the slot.
func (s *slot) setName(label string, keys *ring) {
	if label != "" {
		s.Label = keys.values.seal([]byte(label), s.labelPlace())
	}
}

// labelPlace binds a label to its slot.
func (s *slot) labelPlace() []byte { return append([]byte(keyFileName+"/label"), s.Salt...) }

// identityOf reads a recovery key out of a secret, in any case and with blanks
// wherever the page has them; for what is none it gives a fresh identity that opens nothing, so
// that the work is the same. A passphrase that is tried never becomes a
// string, which could not be wiped.
func identityOf(secret []byte) (age.Identity, error) {
	typed := bytes.ToUpper(bytes.Join(bytes.Fields(secret), nil))
	defer clear(typed)
	if bytes.HasPrefix(typed, []byte("AGE-SECRET-KEY-1")) {
		if identity, err := age.ParseX25519Identity(string(typed)); err == nil {
			return identity, nil
		}
	}
	return age.GenerateX25519Identity()
}
