package storage

import (
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"errors"

	"placard/briefing"
)

// vaultID tells vaults apart; it is part of every seal's place.
type vaultID [16]byte

// ring holds the keys of an open vault, each derived from the data key by
// HKDF-SHA256 with the vault's id as salt, so that none leads to another.
type ring struct {
	id      vaultID
	journal sealer
	values  sealer
	badger  []byte // AES-256, Badger's own layer under ours
	file    []byte // authenticates vault.key
	tally   []byte // see mark
	sums    []byte // authenticates the list of sums of a backup

	outgoing []byte // authenticates what leaves and comes back, see MAC
}

func newRing(dataKey []byte, id vaultID) (*ring, error) {
	var errs []error
	key := func(use string) []byte {
		k, err := hkdf.Key(sha256.New, dataKey, id[:], "placard/1/"+use, 32)
		errs = append(errs, err)
		return k
	}
	r := &ring{id: id, badger: key("badger"), file: key("file"), tally: key("tally"), sums: key("backup sums"), outgoing: key("outgoing")}
	journal, values := key("journal"), key("values")
	defer clear(journal)
	defer clear(values)
	pack, err := newPacker()
	if err := errors.Join(append(errs, err)...); err != nil {
		return nil, err
	}
	if r.journal, err = newSealer(journal, pack); err != nil {
		return nil, err
	}
	r.values, err = newSealer(values, pack)
	return r, err
}

// seal authenticates the list of sums of a backup: the keys it is sealed to are
// public, and a stranger could write one.
func (r *ring) seal(sums []byte) []byte {
	mac := hmac.New(sha256.New, r.sums)
	mac.Write(sums)
	return mac.Sum(nil)
}

// journalPlace is the associated data of a journal record: vault ‖ sequence.
func (r *ring) journalPlace(sequence uint64) []byte {
	return binary.BigEndian.AppendUint64(append([]byte(nil), r.id[:]...), sequence)
}

// wipe clears the keys that are ours to clear; the ciphers keep copies until
// they are collected.
func (r *ring) wipe() {
	clear(r.badger)
	clear(r.file)
	clear(r.tally)
	clear(r.sums)
	clear(r.outgoing)
}

// mark is a keyed fingerprint of an entity at a revision; 0 for revision 0.
// The sum of the marks of all heads, modulo 2^64, tells whether the heads in
// the database are today's, all of them: a lost or older one changes the sum.
func (r *ring) mark(k briefing.Key, revision uint64) uint64 {
	if revision == 0 {
		return 0
	}
	mac := hmac.New(sha256.New, r.tally)
	mac.Write(binary.BigEndian.AppendUint64(headKey(k), revision))
	return binary.BigEndian.Uint64(mac.Sum(nil))
}
