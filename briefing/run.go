package briefing

// Style is how the runs of a text look and what they are.
type Style uint8

// The styles a run can carry; they add up.
const (
	Bold Style = 1 << iota
	Italic
	Superscript
	Underline
	Strike
)

// Run is a span of a block's text, in bytes, with one look. Runs do not
// overlap and stand in order; text without a look of its own has no run.
type Run struct {
	Start int   `cbor:"1,keyasint" json:"start"`
	End   int   `cbor:"2,keyasint" json:"end"`
	Style Style `cbor:"3,keyasint,omitempty" json:"-"`
	// Link is an address outside ("https://…") or a block of this note ("#b12").
	Link string `cbor:"4,keyasint,omitempty" json:"link,omitempty"`
	// NoteRef is the id of the footnote block whose mark this run is.
	NoteRef string `cbor:"5,keyasint,omitempty" json:"note_ref,omitempty"`
}

// Has tells whether every style of s is set.
func (r Run) Has(s Style) bool { return r.Style&s == s }
