package briefing

import "time"

// Paper is a document to be set: a pack as headings, paragraphs, tables and
// boxes, with nothing in it that its audience may not see. Publishers lay it
// out; they add no words of their own but those in Furniture.
type Paper struct {
	Title     string
	Subject   string
	Author    string    // the delegation, never a person
	Language  string    // BCP 47
	Made      time.Time // the pack's own date
	Mark      string    // handling mark, top and bottom of every page
	Reference string    // "Pack 3 · 24 November 2026"
	Copy      string    // copy number; empty for none
	Template  []byte    // a DOCX whose styles a DOCX takes; nil for the publisher's own
	Letter    bool      // US Letter instead of A4
	Large     bool      // large type, for speaking from
	// Snug papers set what stands between two page breaks smaller where it
	// would else take more than a page, as far as it stays legible.
	Snug      bool
	Demo      string // the word shown on every page of a demo vault, else empty
	Furniture PaperWords
	Cover     []PaperBlock
	Blocks    []PaperBlock
}

// PaperWords are the words a layout needs: "Page", "of", "Contents".
type PaperWords struct {
	Page, Of, Contents, Copy string
	// Refresh tells a reader of the DOCX how page numbers of the contents are updated.
	Refresh string
}

// PaperKind is the kind of a paper's block.
type PaperKind string

// The kinds of block in a paper.
const (
	PaperHeading   PaperKind = "heading"
	PaperText      PaperKind = "text"
	PaperQuote     PaperKind = "quote" // the note's own words
	PaperBullet    PaperKind = "bullet"
	PaperCall      PaperKind = "call"       // shaded call-out: the line to take
	PaperBox       PaperKind = "restricted" // bordered box: fallback, red line
	PaperTable     PaperKind = "table"
	PaperContents  PaperKind = "contents"
	PaperPageBreak PaperKind = "page_break"
	PaperSpeech    PaperKind = "speech" // large type
	PaperSmall     PaperKind = "small"  // sources, stamps
)

// PaperBlock is one block of a paper.
type PaperBlock struct {
	Kind   PaperKind
	Level  int    // of a heading or a bullet, 1 the highest; of the contents, the lowest listed
	Anchor string // bookmark; links point to it as "#anchor"
	// Title is the lead-in of a call-out or box, set bold, and the printed
	// number or mark of a text or a bullet, hung in the margin.
	Title string
	Runs  []PaperRun
	Table *PaperTableBody
	RTL   bool
	Lang  string // where it differs from the paper's
	// Together keeps the block on the page of the next one.
	Together bool
}

// PaperRun is text of one look.
type PaperRun struct {
	Text   string
	Style  Style
	Link   string // "https://…" or "#anchor"
	Note   string // text of a footnote whose mark follows the run
	Family Family // stance colour, where the run is a stance
}

// PaperTableBody is a table; the first Head rows repeat on each page and no
// row splits. The last cell of a row that has fewer than there are widths
// spans the rest.
type PaperTableBody struct {
	Head   int
	Widths []int // percent of the text width
	Rows   [][]PaperCell
}

// PaperCell is a cell: runs, and a tint where it holds a stance.
type PaperCell struct {
	Runs   []PaperRun
	Family Family
	Bold   bool
}
