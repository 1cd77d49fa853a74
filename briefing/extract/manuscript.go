package extract

// manuscript is a document as a format reader hands it on: passages in reading
// order, before anything is known of its structure.
type manuscript struct {
	format   string // "text", "markdown", "docx"
	passages []passage
	left     map[string]int // what the reader left out, by code
}

// hint is what the source itself says a passage is. Plain text says nothing.
type hint uint8

const (
	hintNone hint = iota
	hintHeading
	hintBullet
	hintQuote
	hintNote // a footnote or an endnote
	hintFurniture
	hintTable
	hintTitle // a line of the title (level 1) or of what stands above it (2)
)

// passage is the text that the source keeps together: a paragraph of a word
// processor, an element of a page, lines of plain text that were one before
// they were wrapped.
type passage struct {
	rich
	hint hint
	// level is the depth the hint is about: of a heading 1 the highest, of a
	// list 0 the outermost.
	level int
	// label is the number the source computed and did not type: "1.", "(a)".
	label string
	// mark is the source's own name of a note; runs point to it with NoteRef.
	mark string
	rows [][]string // of a table
	page int        // from 1; 0 where the source has no pages
	// glued says that the source leaves no gap between this passage and the
	// one before, so that both may be one.
	glued bool
	// indent is the left edge in the source's own measure: blanks in plain text.
	indent int
}
