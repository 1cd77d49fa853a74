// Package pack decides what stands in a briefing pack and in which order: it
// builds the Paper of a dossier, through the gate. It does not know how a paper
// looks; publishers do.
//
// A paper is a front, a brief for each item, and a back. Which of these a
// variant has stands in layout.go, as data; each part of a brief is a function that sets
// one section and nothing where there is nothing to say.
package pack
