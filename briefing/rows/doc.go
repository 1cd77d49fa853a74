// Package rows decides what stands in the rows of a workbook: the comparison
// of everybody's stances, and the review that goes to capital. What it builds
// has passed the gate; sheet decides how it looks.
//
// A row is a place in the note (place.go), in the note's order, under a
// reference that people can read out (ref.go).
package rows
