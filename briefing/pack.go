package briefing

import "time"

// Variant is the layout of a pack. What stands in it is the audience's matter.
type Variant string

// The variants.
const (
	VariantFull       Variant = "full"
	VariantOnePage    Variant = "onepage"
	VariantSpeaking   Variant = "speaking"
	VariantRestricted Variant = "restricted"
)

// Pack is one issue of the briefing document: its date and number are its own.
type Pack struct {
	ID       ID        `cbor:"1,keyasint" json:"id"`
	Number   int       `cbor:"2,keyasint" json:"number"`
	Meeting  ID        `cbor:"3,keyasint,omitempty" json:"meeting,omitempty"`
	Notes    []ID      `cbor:"4,keyasint" json:"notes"`
	Audience Audience  `cbor:"5,keyasint" json:"audience"`
	Variant  Variant   `cbor:"6,keyasint" json:"variant"`
	Mark     string    `cbor:"7,keyasint,omitempty" json:"mark,omitempty"`
	Language string    `cbor:"8,keyasint" json:"language"`
	Made     time.Time `cbor:"9,keyasint" json:"made"`
	Author   string    `cbor:"10,keyasint,omitempty" json:"author,omitempty"`
	// Upto is the last commit that the pack includes.
	Upto uint64 `cbor:"11,keyasint" json:"upto"`
}
