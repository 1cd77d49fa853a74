package storage

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"placard/briefing"
)

var (
	_ briefing.KeySlots   = (*Vaults)(nil)
	_ briefing.SlotLister = (*vault)(nil)
)

// ChangePassphrase seals the data key for a fresh passphrase, with the cost a
// new vault would have, in the slot that old opened; where old is the recovery
// key, in the first of a passphrase. The vault may be open meanwhile.
func (v *Vaults) ChangePassphrase(ctx context.Context, dir string, old, fresh []byte) error {
	return v.rekey(ctx, dir, old, fresh, func(k *keyFile, u *unlocked, s slot) error {
		at := u.slot
		if k.Slots[at].Kind == slotRecovery {
			at = slices.IndexFunc(k.Slots, isPassphrase)
		}
		if at < 0 {
			return briefing.ErrVaultDamaged.Because(fmt.Errorf("passphrase slot: %w", errMissing))
		}
		label, err := k.Slots[at].name(u.keys)
		if err != nil {
			return briefing.ErrVaultDamaged.Because(err)
		}
		s.setName(label, u.keys)
		k.Slots[at] = s
		return nil
	})
}

// AddSlot lets one more passphrase open the vault.
func (v *Vaults) AddSlot(ctx context.Context, dir string, secret, fresh []byte, label string) error {
	label = strings.TrimSpace(label)
	if utf8.RuneCountInString(label) > briefing.MaxSlotLabel {
		return briefing.ErrInvalid.Because(errTooLong, "Value", label)
	}
	return v.rekey(ctx, dir, secret, fresh, func(k *keyFile, u *unlocked, s slot) error {
		if len(k.Slots) == maxSlots {
			return briefing.ErrTooManySlots
		}
		s.setName(label, u.keys)
		k.Slots = append(k.Slots, s)
		return nil
	})
}

// rekey has put place a fresh passphrase's slot in the key file.
func (v *Vaults) rekey(ctx context.Context, dir string, secret, fresh []byte, put func(*keyFile, *unlocked, slot) error) error {
	if len(fresh) == 0 {
		return briefing.ErrWeakPassphrase
	}
	return v.changeKeys(ctx, dir, secret, func(k *keyFile, u *unlocked) error {
		s, err := passphraseSlot(u, fresh, v.cost(), v.derive)
		if err != nil {
			return err
		}
		return put(k, u, s)
	})
}

// RemoveSlot takes a passphrase's right away. One passphrase and the recovery
// key always stay.
func (v *Vaults) RemoveSlot(ctx context.Context, dir string, secret []byte, number int) error {
	return v.changeKeys(ctx, dir, secret, func(k *keyFile, _ *unlocked) error {
		if number < 1 || number > len(k.Slots) {
			return briefing.ErrNotFound.Because(nil, "Value", fmt.Sprint(number))
		}
		if !isPassphrase(k.Slots[number-1]) || k.passphrases() == 1 {
			return briefing.ErrLastSlot
		}
		k.Slots = slices.Delete(k.Slots, number-1, number)
		return nil
	})
}

// Slots lists what opens a vault.
func (v *Vaults) Slots(ctx context.Context, dir string, secret []byte) ([]briefing.KeySlot, error) {
	k, u, err := v.unlockFile(ctx, dir, secret)
	if err != nil {
		return nil, err
	}
	defer u.wipe()
	return k.list(u.keys)
}

// Slots lists what opens this vault.
func (v *vault) Slots(ctx context.Context) ([]briefing.KeySlot, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	v.life.RLock()
	defer v.life.RUnlock()
	if v.closed {
		return nil, errClosed
	}
	k, err := v.keyFile()
	if err != nil {
		return nil, err
	}
	return k.list(v.keys)
}

func (k *keyFile) list(keys *ring) (list []briefing.KeySlot, err error) {
	for i := range k.Slots {
		label, err := k.Slots[i].name(keys)
		if err != nil {
			return nil, briefing.ErrVaultDamaged.Because(err)
		}
		list = append(list, briefing.KeySlot{Number: i + 1, Recovery: !isPassphrase(k.Slots[i]), Label: label})
	}
	return list, nil
}

// changeKeys unlocks the key file, has change alter it, and writes it whole.
func (v *Vaults) changeKeys(ctx context.Context, dir string, secret []byte, change func(*keyFile, *unlocked) error) error {
	k, u, err := v.unlockFile(ctx, dir, secret)
	if err != nil {
		return err
	}
	defer u.wipe()
	if err := change(k, u); err != nil {
		return err
	}
	return saveProblem(k.write(v.disk, filepath.Join(dir, keyFileName), u.keys))
}

func (v *Vaults) unlockFile(ctx context.Context, dir string, secret []byte) (*keyFile, *unlocked, error) {
	k, err := readKeyFile(v.disk, filepath.Join(dir, keyFileName))
	if err != nil {
		return nil, nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	u, err := k.unlock(secret, v.derive)
	return k, u, err
}

func (v *Vaults) cost() KDF {
	if v.kdf != (KDF{}) {
		return v.kdf
	}
	return calibrate(v.derive)
}

func isPassphrase(s slot) bool { return s.Kind == slotPassphrase }

func (k *keyFile) passphrases() int {
	n := 0
	for i := range k.Slots {
		if isPassphrase(k.Slots[i]) {
			n++
		}
	}
	return n
}
