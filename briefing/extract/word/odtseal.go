package word

import (
	"bytes"
	"compress/flate"
	"crypto/aes"
	"crypto/cipher"
	"crypto/pbkdf2"
	"crypto/sha1" //nolint:gosec // the format derives its keys with it
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"io"
	"strings"

	"placard/briefing"
)

const (
	mostRounds = 2_000_000 // of the derivation of a key; today's programs do 100,000
	sumOver    = 1024      // bytes of a part that its checksum speaks of
)

// seal is what the list of an OpenDocument's parts says of a part that a
// password closes: AES-256 with a key of the password's hash.
type seal struct {
	iv, salt, sum []byte
	rounds        int
}

// readSeals finds the parts that are closed: ErrLocked where they are so in a
// way that is not known here. There are none in an open document.
func readSeals(zip *archive) (map[string]*seal, error) {
	manifest, err := zip.tree("META-INF/manifest.xml")
	if err != nil || manifest == nil {
		return nil, nil //nolint:nilerr // an odd list closes nothing
	}
	var seals map[string]*seal
	for _, entry := range manifest.kids {
		closed := entry.child("encryption-data")
		if closed == nil {
			continue
		}
		s := sealOf(closed)
		if s == nil {
			return nil, briefing.ErrLocked
		}
		if seals == nil {
			seals = map[string]*seal{}
		}
		seals[entry.attr("full-path")] = s
	}
	return seals, nil
}

// sealOf reads one description; nil where it is another way of closing.
func sealOf(closed *node) *seal {
	algorithm, start, key := closed.child("algorithm"), closed.child("start-key-generation"), closed.child("key-derivation")
	if algorithm == nil || start == nil || key == nil {
		return nil
	}
	s := &seal{rounds: key.number("iteration-count")}
	s.iv, _ = base64.StdEncoding.DecodeString(algorithm.attr("initialisation-vector"))
	s.salt, _ = base64.StdEncoding.DecodeString(key.attr("salt"))
	s.sum, _ = base64.StdEncoding.DecodeString(closed.attr("checksum"))
	known := strings.HasSuffix(algorithm.attr("algorithm-name"), "#aes256-cbc") && strings.HasSuffix(start.attr("start-key-generation-name"), "#sha256") &&
		key.attr("key-derivation-name") == "PBKDF2" && strings.HasSuffix(closed.attr("checksum-type"), "#sha256-1k")
	if !known || len(s.iv) != aes.BlockSize || len(s.salt) == 0 || s.rounds < 1 || s.rounds > mostRounds {
		return nil
	}
	return s
}

// open gives what the part holds, of at most limit bytes: ErrEncrypted where
// the password is another.
func (s *seal) open(data []byte, password string, limit int64) ([]byte, error) {
	if password == "" || len(data) == 0 || len(data)%aes.BlockSize != 0 {
		return nil, briefing.ErrEncrypted
	}
	start := sha256.Sum256([]byte(password))
	key, err := pbkdf2.Key(sha1.New, string(start[:]), s.salt, s.rounds, sha256.Size)
	if err != nil {
		return nil, briefing.ErrLocked.Because(err)
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, briefing.ErrLocked.Because(err)
	}
	packed := make([]byte, len(data))
	cipher.NewCBCDecrypter(block, s.iv).CryptBlocks(packed, data)
	packed = packed[:len(packed)-min(int(packed[len(packed)-1]), len(packed))]
	sum := sha256.Sum256(packed[:min(sumOver, len(packed))])
	if subtle.ConstantTimeCompare(sum[:], s.sum) != 1 {
		return nil, briefing.ErrEncrypted
	}
	plain, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(packed)), limit+1))
	if err != nil {
		return nil, briefing.ErrUnreadable.Because(err)
	}
	return plain, nil
}
