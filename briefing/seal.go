package briefing

import (
	"encoding/binary"
	"encoding/hex"
)

// Sealer is an optional second ability of a Vault: it authenticates what
// leaves and comes back, under a key that never leaves.
type Sealer interface {
	// MAC of data under a label; nil where the vault is closed.
	MAC(label string, data []byte) []byte
}

// sealBytes are how much of a MAC a workbook carries: nobody can try values
// against a vault that is not theirs.
const sealBytes = 12

// seal replaces the fingerprints of a review's rows, which anybody can
// compute, by MACs under the vault's key that cover the batch and the
// position too, and seals the workbook as a whole. A row that was forged, or
// that comes from another workbook or vault, shows. Without a Sealer the
// fingerprints stay.
func (d *Desk) seal(r *Review) {
	vault, ok := d.Vault.(Sealer)
	if !ok {
		return
	}
	id := r.Batch.ID
	whole := append([]byte(nil), id[:]...)
	for i := range r.Rows {
		sent := &r.Batch.Rows[i]
		said := append(append([]byte(nil), id[:]...), sent.Position[:]...)
		said = append(binary.BigEndian.AppendUint64(said, sent.Base), sent.Sum...)
		sum := short(vault.MAC("review row", said))
		r.Rows[i].Sum, sent.Sum, sent.Sent[string(ColSum)] = sum, sum, sum
		whole = append(whole, sum...)
	}
	r.Batch.Seal = short(vault.MAC("review", whole))
}

func short(mac []byte) string {
	return hex.EncodeToString(mac[:min(len(mac), sealBytes)])
}
