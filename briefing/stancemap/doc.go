// Package stancemap draws the stance map of a comparison: delegations down,
// places across, a coloured cell with a sign at each crossing. It draws what
// it is given, which has passed the gate; it knows no format of papers or
// workbooks.
//
// A map is laid out once as shapes (layout.go); an SVG and a PNG are the same
// shapes written in two ways. Signs are outlines of its own, so that no font
// has to hold them.
package stancemap
