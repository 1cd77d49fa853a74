package briefing

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
)

// PackFile is the exact file of a frozen pack; ErrNotFound where the vault
// keeps none, ErrVaultDamaged where it is no longer what was written.
func (d *Desk) PackFile(ctx context.Context, pack ID) ([]byte, error) {
	p, _, err := get[*Pack](ctx, d.Vault, Key{Table: TablePack, ID: pack})
	if err != nil {
		return nil, err
	}
	data, err := d.Source(ctx, pack)
	if err != nil {
		return nil, err
	}
	if sum := sha256.Sum256(data); hex.EncodeToString(sum[:]) != p.SHA256 {
		return nil, ErrVaultDamaged
	}
	return data, nil
}

// PackShifts tells what has changed since a pack was made: what its reader
// does not know.
func (d *Desk) PackShifts(ctx context.Context, pack ID) ([]Shift, error) {
	p, _, err := get[*Pack](ctx, d.Vault, Key{Table: TablePack, ID: pack})
	if err != nil {
		return nil, err
	}
	var out []Shift
	for _, note := range p.Notes {
		x, err := d.Dossier(ctx, note)
		if err != nil {
			return nil, err
		}
		before, err := d.asOf(ctx, x, p.Upto)
		if err != nil {
			return nil, err
		}
		out = append(out, x.Since(before)...)
	}
	return out, nil
}
