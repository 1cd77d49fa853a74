package briefing

import "context"

// KeySlot is one of the secrets that open a vault, as its key file tells.
type KeySlot struct {
	Number   int    `json:"number"` // from 1, in the key file's order
	Recovery bool   `json:"recovery,omitempty"`
	Label    string `json:"label,omitempty"` // whose passphrase it is, in people's words
}

// KeySlots is the optional ability of Vaults to have more than one passphrase
// open a vault. The secret may be any that opens it; the vault may be open
// meanwhile. Errors are those of Open.
type KeySlots interface {
	// Slots lists what opens the vault.
	Slots(ctx context.Context, dir string, secret []byte) ([]KeySlot, error)
	// AddSlot lets one more passphrase open the vault: ErrTooManySlots,
	// ErrInvalid where the label is too long.
	AddSlot(ctx context.Context, dir string, secret, fresh []byte, label string) error
	// RemoveSlot takes a passphrase's right away: ErrLastSlot where it is the
	// only passphrase or the recovery key, ErrNotFound where there is no such slot.
	RemoveSlot(ctx context.Context, dir string, secret []byte, number int) error
}

// SlotLister is the optional ability of an open Vault to list what opens it.
type SlotLister interface {
	Slots(ctx context.Context) ([]KeySlot, error)
}

// The problems of key slots.
var (
	ErrLastSlot     = &Problem{Code: "last_slot"}
	ErrTooManySlots = &Problem{Code: "too_many_slots"}
)

// MaxSlotLabel is how many characters a slot's label may have.
const MaxSlotLabel = 60
