package briefing

import "strings"

// Stance is the one-word code of a position: DOMAIN's scale from sponsoring
// to a red line. The code or its word always stands with a glyph.
type Stance string

// The scale.
const (
	StanceNone        Stance = "" // nothing chosen yet
	StanceSponsors    Stance = "SP"
	StanceSupports    Stance = "S"
	StanceAccepts     Stance = "A"
	StanceFlexible    Stance = "F"
	StanceAsks        Stance = "Q"
	StanceReservation Stance = "R"
	StanceConcerns    Stance = "C"
	StanceOpposes     Stance = "O"
	StanceRedLine     Stance = "X"
	StanceSilent      Stance = "N"
	StanceUnknown     Stance = "U"
)

// Stances is the scale in the order of the keys Alt+1 … Alt+9, Alt+0.
var Stances = []Stance{
	StanceSponsors, StanceSupports, StanceAccepts, StanceFlexible, StanceAsks,
	StanceReservation, StanceConcerns, StanceOpposes, StanceRedLine, StanceSilent, StanceUnknown,
}

// Family groups stances that share a colour and a glyph.
type Family string

// The families.
const (
	FamilySupports  Family = "supports"
	FamilyAmended   Family = "amended"
	FamilyNeutral   Family = "neutral"
	FamilyConcern   Family = "concern"
	FamilyOpposes   Family = "opposes"
	FamilyRedLine   Family = "redline"
	FamilyUndecided Family = "none"
)

// Family of the stance.
func (s Stance) Family() Family {
	switch s {
	case StanceSponsors, StanceSupports:
		return FamilySupports
	case StanceAccepts:
		return FamilyAmended
	case StanceFlexible:
		return FamilyNeutral
	case StanceAsks, StanceReservation, StanceConcerns:
		return FamilyConcern
	case StanceOpposes:
		return FamilyOpposes
	case StanceRedLine:
		return FamilyRedLine
	case StanceSilent, StanceUnknown, StanceNone:
		return FamilyUndecided
	}
	return FamilyUndecided
}

// Glyph is the sign that stands before the stance's word.
func (s Stance) Glyph() string {
	switch s.Family() {
	case FamilySupports:
		return "✓"
	case FamilyAmended:
		return "◐"
	case FamilyNeutral:
		return "–"
	case FamilyConcern:
		return "▲"
	case FamilyOpposes:
		return "✕"
	case FamilyRedLine:
		return "■"
	case FamilyUndecided:
		if s == StanceSilent {
			return "…"
		}
		return "?"
	}
	return "?"
}

// Say is the stance as people read it: its glyph, then its word; empty where
// none was chosen.
func (s Stance) Say(w Words) string {
	if s == StanceNone {
		return ""
	}
	return s.Glyph() + " " + w.Say("stance."+string(s))
}

// Outside is the stance as people outside the house may see it: a red line is
// shown as opposition.
func (s Stance) Outside() Stance {
	if s == StanceRedLine {
		return StanceOpposes
	}
	return s
}

// Score ranks the stance from 3 (sponsors) to -3 (red line); ok is false for
// those that say nothing. Gap to us is the difference of two scores.
func (s Stance) Score() (n int, ok bool) {
	switch s {
	case StanceSponsors:
		return 3, true
	case StanceSupports:
		return 2, true
	case StanceAccepts:
		return 1, true
	case StanceFlexible:
		return 0, true
	case StanceAsks, StanceReservation, StanceConcerns:
		return -1, true
	case StanceOpposes:
		return -2, true
	case StanceRedLine:
		return -3, true
	case StanceSilent, StanceUnknown, StanceNone:
		return 0, false
	}
	return 0, false
}

// ParseStance reads a code in any case; "" is StanceNone.
func ParseStance(code string) (Stance, bool) {
	if code == "" {
		return StanceNone, true
	}
	for _, s := range Stances {
		if strings.EqualFold(string(s), code) {
			return s, true
		}
	}
	return StanceNone, false
}
