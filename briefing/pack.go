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
	// Copy numbers the copies of one pack; empty for none.
	Copy string `cbor:"12,keyasint,omitempty" json:"copy,omitempty"`
	// Format is that of the file: "docx", "pdf".
	Format string `cbor:"13,keyasint,omitempty" json:"format,omitempty"`
	Letter bool   `cbor:"14,keyasint,omitempty" json:"letter,omitempty"`
	// Items are those chosen, in their order; all in the note's where empty.
	Items []Subject `cbor:"15,keyasint,omitempty" json:"items,omitempty"`
	// Since is the number of the earlier pack whose changes are shown; 0 for none.
	Since int `cbor:"16,keyasint,omitempty" json:"since,omitempty"`
	// Pace of speaking in words a minute; 0 for the interpreters'.
	Pace int `cbor:"17,keyasint,omitempty" json:"pace,omitempty"`
	// SHA256 of the file, and whether the vault keeps the file itself.
	SHA256 string `cbor:"18,keyasint,omitempty" json:"sha256,omitempty"`
	Frozen bool   `cbor:"19,keyasint,omitempty" json:"frozen,omitempty"`
	// Ticked are the parts that left only because somebody ticked them.
	Ticked []Part `cbor:"20,keyasint,omitempty" json:"ticked,omitempty"`
}

// PackItem is an item that a pack has or could have.
type PackItem struct {
	Subject Subject
	Title   string
}
