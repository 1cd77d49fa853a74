package stancemap

import "placard/briefing"

// scene is a picture as shapes, in points from its upper left corner.
type scene struct {
	width, height float64
	areas         []area
	signs         []sign
	labels        []label
}

// area is a rectangle; a colour is six hexadecimal digits, "" for none.
type area struct {
	x, y, width, height float64
	fill, edge          string
	dashed              bool
}

// sign is a stance's glyph about a middle.
type sign struct {
	x, y, size float64
	stance     briefing.Stance
	ink        string
}

// label is a line of text; y is its base line.
type label struct {
	x, y, size float64
	text, ink  string
	bold       bool
	anchor     anchor
}

// anchor is which end of a label stands at its x.
type anchor uint8

const (
	atStart anchor = iota
	atMiddle
	atEnd
)

func (s *scene) area(a area)   { s.areas = append(s.areas, a) }
func (s *scene) sign(g sign)   { s.signs = append(s.signs, g) }
func (s *scene) label(l label) { s.labels = append(s.labels, l) }

// shade is the ground and the ink of a family of stances: computed for
// contrast and for colour blindness. The sign stands on it anyway.
type shade struct{ ground, pale string }

var shades = map[briefing.Family]shade{
	briefing.FamilySupports:  {"0D4F98", "E4EDF7"},
	briefing.FamilyAmended:   {"2D7F91", "E2F1F4"},
	briefing.FamilyNeutral:   {"606162", "EEEFF0"},
	briefing.FamilyConcern:   {"AF6100", "FBEEDC"},
	briefing.FamilyOpposes:   {"9E2B05", "F9E6DF"},
	briefing.FamilyRedLine:   {"63051D", "F4DDE3"},
	briefing.FamilyUndecided: {"4A525B", "FFFFFF"},
}

const (
	ink   = "1B1F24"
	muted = "4A525B"
	edge  = "C3C8CE"
	paper = "FFFFFF"
)
