// Package manuscript is the form between a file and its structure: the passages
// of a document in reading order with their looks and with whatever the format
// itself knows of them. It knows no format and no structure.
package manuscript

import "placard/briefing"

// Manuscript is a document as a format reader hands it on: passages in reading
// order, before anything is known of its structure.
type Manuscript struct {
	Format   string // "text", "markdown", "docx"
	Passages []Passage
	Left     map[string]int // what the reader left out, by code
}

// Hint is what the source itself says a passage is. Plain text says nothing.
type Hint uint8

// What a source may say of a passage.
const (
	HintNone Hint = iota
	HintHeading
	HintBullet
	HintQuote
	HintNote // a footnote or an endnote
	HintFurniture
	HintTable
	HintTitle // a line of the title (level 1) or of what stands above it (2)
)

// Fixed tells whether the source leaves no doubt what the passage is.
func (h Hint) Fixed() bool {
	return h == HintNote || h == HintFurniture || h == HintTable || h == HintQuote || h == HintBullet
}

// Passage is the text that the source keeps together: a paragraph of a word
// processor, an element of a page, lines of plain text that were one before
// they were wrapped.
type Passage struct {
	Rich
	Hint Hint
	// level is the depth the hint is about: of a heading 1 the highest, of a
	// list 0 the outermost.
	Level int
	// label is the number the source computed and did not type: "1.", "(a)".
	Label string
	// mark is the source's own name of a note; runs point to it with NoteRef.
	Mark string
	Rows [][]string // of a table
	Page int        // from 1; 0 where the source has no pages
	// picture says that the page is an image whose words nobody has read: the
	// passage is empty.
	Picture bool
	// Place is where on the page it begins; nil where the source does not say.
	Place *briefing.Place
	// doubts are why the reader is unsure of the passage.
	Doubts []string
	// glued says that the source leaves no gap between this passage and the
	// one before, so that both may be one.
	Glued bool
	// indent is the left edge in the source's own measure: blanks in plain text.
	Indent int
}

// LongestPassage in bytes; what is longer was not written by people.
const LongestPassage = 32 << 10
