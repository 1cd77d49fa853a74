package briefing

import "cmp"

// PackOrder says which pack is wanted.
type PackOrder struct {
	Note     ID
	Audience Audience
	Variant  Variant
	Mark     string // empty: the vault's own; it never lowers what the content demands
	Language string // empty: the vault's own
	Format   string // "docx", "pdf"
	Ticked   map[Part]bool
	Letter   bool
	Copy     string    // number of this copy; empty for none
	Items    []Subject // the items wanted, in their order; empty: all, in the note's
	Since    int       // number of an earlier pack: what changed since it is shown; 0 for nothing
	Pace     int       // words a minute; 0: the interpreters'
	// Freeze keeps the exact file in the vault.
	Freeze bool
	// Template is a DOCX of the user's whose styles a DOCX takes; nil for ours.
	Template []byte
}

// gate is the order's allow-list.
func (o PackOrder) gate(author string) Gate {
	return Gate{Audience: o.Audience, Ticked: o.Ticked, Author: author, Annex: o.Variant == VariantRestricted}
}

// mark is the least that the pack carries. The vault's own is the floor of
// papers that stay inside; one for outsiders holds only what may be shown to
// them, and may be marked lower.
func (o PackOrder) mark(own string) string {
	if o.Mark == "" || o.Audience.Outsider() {
		return cmp.Or(o.Mark, own)
	}
	return HighestMark(o.Mark, own)
}

// ticks are the parts ticked, in the allow-list's order.
func (o PackOrder) ticks() []Part {
	var out []Part
	for _, p := range Parts {
		if o.Ticked[p] {
			out = append(out, p)
		}
	}
	return out
}
