// Package extract reads the documents a delegation receives into the blocks of
// a briefing.Note.
//
// There is one pipeline. A format reader turns bytes into a manuscript: the
// passages of the document in reading order with their looks and with whatever
// the format itself knows of them (outline levels, computed list numbers, notes
// tied to marks). From there on the format is forgotten: furniture is set
// aside, halves that a page end tore apart are joined, labels are read and must
// follow one another, and each passage becomes a block. Reading a new format
// means writing one function from bytes to a manuscript, in a package that knows
// nothing of the stages behind it, and adding it to the table in format.go.
//
// Odd text is never an error: it yields less structure, and blocks that say
// what is doubtful about them. What is asked of the reader is found later, by
// briefing.FindAsks.
package extract
