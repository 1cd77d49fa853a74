//go:build race

package storage

// raceDetector makes everything several times slower: loops are shorter.
const raceDetector = true
