// Package search finds words in a vault as they are typed: in notes,
// annotations, positions and observations, in any form they take in English,
// French, Spanish, Russian and Arabic, accents and case aside, Chinese by pairs
// of characters, symbols of documents whole.
//
// An Index is a list of segments. A segment is made once and never changed: the
// passages of some entities, and for each word where it stands. What is written
// anew goes into a new segment and kills the older passages; small segments are
// merged. Segments are kept on the vault's shelf, sealed as everything is, and can
// be made again from the vault at any time.
package search
