package briefing

import "context"

// Query is what is looked for.
type Query struct {
	// Words must all be there; words in quotation marks must follow each other
	// as they stand; the last word may be only begun.
	Words string
	// Notes narrows the search to these; none means all.
	Notes []ID
	// Limit is how many hits are wanted at most; 0 means 200.
	Limit int
}

// Match is a passage that holds all that was looked for.
type Match struct {
	Key  Key
	Part int // as Passage.Part
}

// Matches are the best passages for a query, best first.
type Matches struct {
	Best  []Match
	Total int // how many there are, those beyond the limit too
	// Mark tells the stretches of a text that are words of the query.
	Mark func(text string) []Span
}

// Span is a stretch of a text, in bytes.
type Span struct{ Start, End int }

// Finder looks for words in a vault: in any form of them in the languages it
// knows, accents and case aside. It knows every commit that is durable when a
// search begins.
type Finder interface {
	Find(ctx context.Context, q Query) (Matches, error)
	// Close keeps what was learnt for the next session.
	Close() error
}

// Shelf keeps what no backup needs: an index, which can be made again from the
// rest of a vault, and reviews that were broken off. It is sealed as the rest
// is. Losing it loses nothing that was imported.
type Shelf interface {
	// Shelve keeps data under a name of letters and digits, in place of what was there.
	Shelve(name string, data []byte) error
	// Shelved returns it; ErrNotFound where it is not there or not as it was.
	Shelved(name string) ([]byte, error)
	// Clear removes what begins with prefix, but the names.
	Clear(prefix string, keep ...string) error
}
