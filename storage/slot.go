package storage

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"errors"
	"io"

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
	KDF       *KDF   `json:"argon2id,omitempty"`  // of a passphrase
	Salt      []byte `json:"salt,omitempty"`      // of a passphrase
	Recipient string `json:"recipient,omitempty"` // age's, of a recovery key
	Wrapped   []byte `json:"wrapped"`
}

// passphraseSlot seals the data key for a passphrase.
func passphraseSlot(dataKey, passphrase []byte, id vaultID, cost KDF, derive derivation) (slot, error) {
	s := slot{Kind: slotPassphrase, KDF: &cost, Salt: make([]byte, saltSize)}
	rand.Read(s.Salt)
	key := derive(passphrase, s.Salt, cost)
	defer clear(key)
	aead, err := chacha20poly1305.NewX(key)
	if err != nil {
		return slot{}, err
	}
	nonce := make([]byte, aead.NonceSize(), aead.NonceSize()+dataKeySize+aead.Overhead())
	rand.Read(nonce)
	s.Wrapped = aead.Seal(nonce, nonce, dataKey, s.place(id))
	return s, nil
}

// recoverySlot seals the data key for a fresh age identity and returns the
// identity: shown once, kept by a person, never here.
func recoverySlot(dataKey []byte, id vaultID) (slot, string, error) {
	identity, err := age.GenerateX25519Identity()
	if err != nil {
		return slot{}, "", err
	}
	var sealed bytes.Buffer
	w, err := age.Encrypt(&sealed, identity.Recipient())
	if err != nil {
		return slot{}, "", err
	}
	if _, err := w.Write(append(id[:], dataKey...)); err != nil {
		return slot{}, "", err
	}
	if err := w.Close(); err != nil {
		return slot{}, "", err
	}
	s := slot{Kind: slotRecovery, Recipient: identity.Recipient().String(), Wrapped: sealed.Bytes()}
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
	r, err := age.Decrypt(bytes.NewReader(s.Wrapped), identity)
	if err != nil {
		return nil
	}
	plain, err := io.ReadAll(io.LimitReader(r, 4096))
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
		if s.KDF == nil || len(s.Salt) != saltSize {
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

// identityOf reads a recovery key out of a secret, in any case and with blanks
// around it; for what is none it gives a fresh identity that opens nothing, so
// that the work is the same. A passphrase never becomes a string, which could
// not be wiped.
func identityOf(secret []byte) (age.Identity, error) {
	typed := bytes.ToUpper(bytes.TrimSpace(secret))
	defer clear(typed)
	if bytes.HasPrefix(typed, []byte("AGE-SECRET-KEY-1")) {
		if identity, err := age.ParseX25519Identity(string(typed)); err == nil {
			return identity, nil
		}
	}
	return age.GenerateX25519Identity()
}
