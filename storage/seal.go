package storage

import (
	"crypto/cipher"
	"crypto/rand"
	"fmt"

	"github.com/klauspost/compress/zstd"
	"golang.org/x/crypto/chacha20poly1305"
)

// A sealed value is
//
//	version(1) ‖ nonce(24) ‖ XChaCha20-Poly1305(plain)
//
// with the version and the caller's words of where it belongs as associated
// data: a value moved to another key, revision or sequence does not open.
const (
	sealedPlain  byte = 1
	sealedPacked byte = 2 // the plain text was compressed with zstd

	sealHead = 1 + chacha20poly1305.NonceSizeX
	sealCost = sealHead + chacha20poly1305.Overhead

	packFrom   = 1 << 10 // bytes from which compressing pays
	maxPlain   = 1 << 30 // bytes that an opened value may unpack to
	packWindow = 1 << 18 // bytes the compressor looks back
)

// sealer seals with one key. It is safe for concurrent use.
type sealer struct {
	aead cipher.AEAD
	pack *packer
}

// packer compresses; one serves all sealers of a vault.
type packer struct {
	enc *zstd.Encoder
	dec *zstd.Decoder
}

func newPacker() (*packer, error) {
	enc, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1),
		zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithWindowSize(packWindow), zstd.WithZeroFrames(true))
	if err != nil {
		return nil, fmt.Errorf("compressor: %w", err)
	}
	dec, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxPlain))
	if err != nil {
		return nil, fmt.Errorf("decompressor: %w", err)
	}
	return &packer{enc: enc, dec: dec}, nil
}

func newSealer(key []byte, pack *packer) (sealer, error) {
	aead, err := chacha20poly1305.NewX(key)
	return sealer{aead: aead, pack: pack}, err
}

// seal wraps plain for the place that ad names.
func (s sealer) seal(plain, ad []byte) []byte {
	version := sealedPlain
	if len(plain) >= packFrom {
		if packed := s.pack.enc.EncodeAll(plain, nil); len(packed) < len(plain) {
			version, plain = sealedPacked, packed
			defer clear(packed)
		}
	}
	out := make([]byte, sealHead, sealCost+len(plain))
	out[0] = version
	rand.Read(out[1:sealHead])
	return s.aead.Seal(out, out[1:sealHead], plain, versioned(version, ad))
}

// open unwraps what was sealed for the place that ad names; errSeal where it
// was not. The plain text is a fresh buffer, the caller's to wipe.
func (s sealer) open(sealed, ad []byte) ([]byte, error) {
	if len(sealed) < sealCost || sealed[0] != sealedPlain && sealed[0] != sealedPacked {
		return nil, errSeal
	}
	plain, err := s.aead.Open(nil, sealed[1:sealHead], sealed[sealHead:], versioned(sealed[0], ad))
	if err != nil {
		return nil, errSeal
	}
	if sealed[0] == sealedPlain {
		return plain, nil
	}
	defer clear(plain)
	unpacked, err := s.pack.dec.DecodeAll(plain, nil)
	if err != nil {
		return nil, fmt.Errorf("unpack: %w", err)
	}
	return unpacked, nil
}

func versioned(version byte, ad []byte) []byte {
	return append([]byte{version}, ad...)
}
