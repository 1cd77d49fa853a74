package reader

import (
	"fyne.io/fyne/v2"

	"placard/briefing"
)

// Row is one block of a note as the reader shows it. The reader keeps the
// slices it is given: hand over a fresh Row rather than change one.
type Row struct {
	ID string
	// Label is the printed number or mark: "12", "a".
	Label string
	Kind  briefing.Kind
	Text  string
	// Runs are the spans of Text, in bytes, with a look or a link of their own.
	Runs []briefing.Run
	// Indent is how many steps the block stands in: a bullet has 1, or 0 for the
	// same, a bullet in a bullet 2. Level is the depth of a heading, 1 the highest.
	Indent, Level int
	// RTL sets the block from right to left.
	RTL bool
	// Rows are a table's cells.
	Rows  [][]string
	Marks []Mark
	Chips []Chip
	// Notes are remarks for the margin. The i-th stands beside the line where
	// the i-th mark begins, or below the remark before it.
	Notes []string
	// Dim shows the block in the colour of lesser text.
	Dim bool
}

// Mark is a highlighted span of a row's text, in bytes.
type Mark struct {
	Start, End int
	// ID is what OnMark is told when the span is clicked.
	ID    string
	Color fyne.ThemeColorName
}

// Chip is a small label under a block: an ask, a stance, a state. Color names
// an ink of the theme, or a family with ".ink" and ".tint" colours.
type Chip struct {
	Text  string
	Color fyne.ThemeColorName
	// Solid fills the chip with its ink instead of its tint.
	Solid bool
}
