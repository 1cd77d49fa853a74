package storage

import (
	"errors"
	"runtime/debug"
	"time"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"
)

// KDF is what deriving a key from a passphrase costs: argon2id's passes,
// memory in KiB, and threads. It is stored with the slot it belongs to.
type KDF struct {
	Time    uint32 `json:"time"`
	Memory  uint32 `json:"memory_kib"`
	Threads uint8  `json:"threads"`
}

const (
	kdfTarget   = time.Second // what a new vault's derivation takes, about
	kdfMinTime  = 3           // passes, however slow the machine
	kdfThreads  = 4
	kdfMemory   = 256 << 10 // KiB
	kdfSmall    = 64 << 10  // KiB, where there is little memory
	smallMemory = 2 << 30   // bytes of memory below which a machine is small
)

// The most that a key file may ask for, so that a hostile one cannot take the
// machine: 1 GiB at once and about a minute.
const (
	kdfMaxTime    = 64
	kdfMaxMemory  = 1 << 20 // KiB
	kdfMaxThreads = 16
)

var errKDF = errors.New("cost of key derivation out of bounds")

// check refuses costs that argon2id cannot run or that nobody should pay.
func (k KDF) check() error {
	switch {
	case k.Time < 1 || k.Time > kdfMaxTime,
		k.Threads < 1 || k.Threads > kdfMaxThreads,
		k.Memory < 8*uint32(k.Threads) || k.Memory > kdfMaxMemory:
		return errKDF
	}
	return nil
}

// derivation makes a 32-byte key from a secret: argon2id, or a count of calls
// in tests.
type derivation func(secret, salt []byte, cost KDF) []byte

// deriveKey runs argon2id on the secret in Unicode form NFC, so that a
// passphrase typed on another keyboard is the same, and gives the memory back
// to the system at once.
func deriveKey(secret, salt []byte, cost KDF) []byte {
	typed := composed(secret)
	defer clear(typed)
	if cost.Memory >= kdfSmall {
		defer debug.FreeOSMemory()
	}
	return argon2.IDKey(typed, salt, cost.Time, cost.Memory, cost.Threads, 32)
}

// composed is a secret in Unicode form NFC, in a buffer of its own, the
// caller's to wipe.
func composed(secret []byte) []byte {
	return norm.NFC.Append(make([]byte, 0, 3*len(secret)), secret...)
}

// calibrate finds the cost that takes about a second on this machine. It times
// as many passes as are made anyway: a single one is mostly the system's
// finding the memory.
func calibrate(derive derivation) KDF {
	cost := KDF{Time: kdfMinTime, Memory: kdfMemory, Threads: kdfThreads}
	if total := systemMemory(); total != 0 && total < smallMemory {
		cost.Memory = kdfSmall
	}
	start := time.Now()
	clear(derive([]byte("calibration"), make([]byte, saltSize), cost))
	took := max(time.Since(start), time.Millisecond)
	cost.Time = min(max(uint32(kdfMinTime*kdfTarget/took), kdfMinTime), kdfMaxTime)
	return cost
}
