package storage

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"

	"placard/briefing"
)

var _ briefing.Sealer = (*vault)(nil)

// MAC authenticates data that leaves the vault and comes back, with a key of
// its own, derived from the data key. The label keeps uses apart. 32 bytes;
// nil once the vault is closed.
func (v *vault) MAC(label string, data []byte) []byte {
	v.life.RLock()
	defer v.life.RUnlock()
	if v.closed {
		return nil
	}
	mac := hmac.New(sha256.New, v.keys.outgoing)
	mac.Write(binary.BigEndian.AppendUint32(nil, uint32(len(label))))
	mac.Write([]byte(label))
	mac.Write(data)
	return mac.Sum(nil)
}
