package reader

// columns is where the reader's columns stand at a width and a zoom: the
// gutter with the numbers, the text, the margin with the remarks, the bar. In
// a note set from right to left they stand the other way round.
type columns struct {
	em               float32 // the size of plain text
	gutterX, gutterW float32
	textX, textW     float32
	noteX, noteW     float32 // noteW is 0 where there is no room for a margin
	width            float32
	turned           bool
}

const (
	ringWidth  = 3   // of the focus ring, which stands inside the reader
	barWidth   = 16  // of the scroll bar, the ring's part included
	edgeWidth  = 4   // of the bar along the selected block
	marginFrom = 640 // the narrowest reader with a margin

	// In ems of the plain text; a line longer than the longest loses the eye.
	longestLine     = 46
	comfortableLine = 24 // what the margin must leave the text
	shortestLine    = 6
	widestNote      = 20
	narrowestNote   = 8
)

// columnsAt shares out a width. The gutter is as wide as the longest label.
func columnsAt(width, em, label float32, notes, turned bool) columns {
	c := columns{em: em, width: width, turned: turned}
	gap := em * 0.8
	c.gutterX = ringWidth + edgeWidth + em*0.3
	c.gutterW = min(max(label, em*1.6), em*6)
	c.textX = c.gutterX + c.gutterW + gap
	right := width - barWidth - gap
	end := right
	if room := right - c.textX - em*comfortableLine - gap; notes && width >= marginFrom && room >= em*narrowestNote {
		c.noteW = min(em*14, room)
		right -= c.noteW + gap
	}
	c.textW = min(max(right-c.textX, em*shortestLine), em*longestLine)
	c.noteX = c.textX + c.textW + gap
	if c.noteW > 0 {
		c.noteW = min(end-c.noteX, em*widestNote)
	}
	if turned {
		c.turn(width - barWidth)
	}
	return c
}

func (c *columns) turn(width float32) {
	c.gutterX = width - c.gutterX - c.gutterW
	c.noteX = width - c.noteX - c.noteW
	c.textX = width - c.textX - c.textW
}
