// Package palette holds the colours of papers, whatever they are published as.
package palette

import "placard/briefing"

// One ink, one accent, greys; the restricted box has its own dark red. Colours
// are six hexadecimal digits.
const (
	Ink      = "1B1F24"
	Quiet    = "4A525B"
	Accent   = "1F3A5F"
	Link     = "0D4F98"
	Rule     = "C9CED4"
	HeadFill = "EEF1F4"
	CallFill = "EDF2F8"
	BoxInk   = "63051D"
	BoxFill  = "FBF4F5"
	DemoFill = "8A4C00"
	White    = "FFFFFF"
)

// Tint is the ground of a cell that holds a stance and the colour of the
// stance's words. The glyph and the word always stand there too.
type Tint struct{ Fill, Ink string }

var tints = map[briefing.Family]Tint{
	briefing.FamilySupports:  {"E4EDF7", "0D4F98"},
	briefing.FamilyAmended:   {"E2F1F4", "1F6675"},
	briefing.FamilyNeutral:   {"EEEFF0", "4A4B4C"},
	briefing.FamilyConcern:   {"FBEEDC", "8A4C00"},
	briefing.FamilyOpposes:   {"F9E6DF", "9E2B05"},
	briefing.FamilyRedLine:   {"F4DDE3", "63051D"},
	briefing.FamilyUndecided: {"FFFFFF", "4A525B"},
}

// Of is the tint of a family of stances; ok is false for text that is none.
func Of(f briefing.Family) (t Tint, ok bool) {
	t, ok = tints[f]
	return t, ok
}
