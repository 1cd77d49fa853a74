package briefing

// Rating is how well a passphrase withstands somebody who has the disk.
type Rating struct {
	// Score runs from 0 (guessed at once) to 4 (out of reach).
	Score int
	// Hint is a catalogue code of what would help; empty for none.
	Hint string
}

// Enough is the lowest score a new vault takes.
const Enough = 3

// Strength rates passphrases before they are used.
type Strength interface {
	Rate(passphrase string) Rating
}

// PassphraseMaker is the optional ability of a Strength to make a passphrase
// that is out of reach of guessing, of words a person can remember.
type PassphraseMaker interface {
	Make() (string, error)
}
