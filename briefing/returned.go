package briefing

import "slices"

// Returned is a workbook that came back, as it was read. Nothing in it is
// believed yet: whose it is and what its rows answer is for Merge to say.
type Returned struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
	// Claims are the places that say which workbook this is; every program
	// loses one of them.
	Claims   []WorkbookClaim `json:"claims"`
	Language string          `json:"language,omitempty"`
	// Seal is what the workbook carries to show that it is ours.
	Seal    string           `json:"-"`
	Columns []ReviewColumn   `json:"columns"` // those that were found
	Rows    []ReturnedRow    `json:"-"`
	Ballots []ReturnedOption `json:"ballots,omitempty"`
	Points  []ReturnedPoint  `json:"-"`
	// Remarks that stand on no row.
	Remarks  []Remark  `json:"remarks,omitempty"`
	Findings []Finding `json:"-"`

	data []byte
}

// WorkbookClaim is what one place in a workbook says of its identity.
type WorkbookClaim struct {
	Place string `json:"place"` // "property", "meta", "name", "identifier"
	ID    string `json:"id"`
}

// ReturnedRow is a row of the Review sheet, or a row between ours.
type ReturnedRow struct {
	Sheet  string                        `json:"sheet"`
	Number int                           `json:"row"` // as the sheet counts
	Cells  map[ReviewColumn]ReturnedCell `json:"cells"`
	// Remarks: notes and threaded comments on the row's cells, and what
	// stands in columns that are not ours.
	Remarks []Remark  `json:"remarks,omitempty"`
	Doubts  []Finding `json:"doubts,omitempty"`
}

// ReturnedCell is what a cell says, cleaned: escapes decoded, line ends plain.
type ReturnedCell struct {
	Cell string `json:"cell"` // "T5"
	Text string `json:"text"`
	// Code is the word of a list by its code in the catalogue, or a date as
	// ISO 8601; empty where the text is neither.
	Code string `json:"code,omitempty"`
}

// Text of a column; empty where it is blank or was not found.
func (r *ReturnedRow) Text(c ReviewColumn) string { return r.Cells[c].Text }

// Answered tells whether capital wrote anything in the row's own cells.
func (r *ReturnedRow) Answered() bool {
	return slices.ContainsFunc(reviewInputs, func(c ReviewColumn) bool { return r.Text(c) != "" })
}

// Remark is a note or comment of somebody's, outside the cells that ask for
// one.
type Remark struct {
	Sheet  string `json:"sheet"`
	Cell   string `json:"cell"`
	Author string `json:"author,omitempty"`
	Text   string `json:"text"`
}

// ReturnedOption is what capital chose on the Options sheet.
type ReturnedOption struct {
	Sheet    string `json:"sheet"`
	Number   int    `json:"row"`
	Ref      string `json:"ref"` // without its check character
	Title    string `json:"title"`
	Own      string `json:"own,omitempty"` // the text of an own option
	Chosen   bool   `json:"chosen"`
	Rank     string `json:"rank,omitempty"`
	Comment  string `json:"comment,omitempty"`
	Ministry string `json:"ministry,omitempty"`
	Person   string `json:"name,omitempty"`
	Date     string `json:"date,omitempty"`
}

// ReturnedPoint is a point of capital's own.
type ReturnedPoint struct {
	Where string `json:"where,omitempty"` // the item or paragraph
	About string `json:"about,omitempty"`
	ReturnedRow
}

// The problems of a workbook that can't be taken in at all.
var (
	ErrNotAReview      = &Problem{Code: "not_a_review"}
	ErrWorkbookFormat  = &Problem{Code: "workbook_format"} // Name: "ods", "xls" or empty
	ErrWorkbookDamaged = &Problem{Code: "workbook_damaged"}
	ErrReturnRefused   = &Problem{Code: "return_refused"}
	ErrReturnDoubts    = &Problem{Code: "return_doubts"}
)
