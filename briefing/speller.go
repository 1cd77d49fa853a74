package briefing

import "context"

// Misspelling is a word that no dictionary knows, with words like it.
type Misspelling struct {
	Word string
	Like []string // the likeliest first; may be empty
}

// Speller tells which words of a text are spelled wrong.
type Speller interface {
	// Unknown lists at most n words of the text that neither the dictionary nor
	// known has, in their order. Of the languages the one is taken that knows
	// most of the text, the first preferred; those without a dictionary are
	// passed over, and without any nothing is unknown.
	Unknown(ctx context.Context, languages []string, text string, known func(word string) bool, n int) ([]Misspelling, error)
}
