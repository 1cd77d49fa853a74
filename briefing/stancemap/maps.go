package stancemap

import (
	"context"
	"io"

	"placard/briefing"
)

// Maps draws stance maps. The zero value is ready; it is safe for concurrent
// use.
type Maps struct{}

var _ briefing.Mapper = Maps{}

// The formats.
const (
	SVG = "svg"
	PNG = "png"
)

// DrawMap draws the map in a format. Two maps of one comparison are the same
// bytes. ErrUnsupported for another format, ErrNothingToExport where nobody's
// stance stands in the comparison, ErrMapTooLarge for a PNG past all sense.
func (Maps) DrawMap(ctx context.Context, w io.Writer, m *briefing.Matrix, format string, words briefing.Words) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	s := layOut(m, words)
	if s == nil {
		return briefing.ErrNothingToExport
	}
	switch format {
	case SVG:
		_, err := io.WriteString(w, s.svg(Alt(m, words)))
		return err
	case PNG:
		return s.png(w)
	}
	return briefing.ErrUnsupported.Because(nil, "Name", format)
}

// Alt says in words what the map shows, for those who do not see it.
func Alt(m *briefing.Matrix, words briefing.Words) string {
	return words.Say("map.alt", "Reference", m.Reference, "Places", len(held(m)), "Delegations", len(m.Columns))
}

// held are the rows that say anything.
func held(m *briefing.Matrix) []*briefing.MatrixRow {
	var out []*briefing.MatrixRow
	for i := range m.Rows {
		if m.Rows[i].Holds() {
			out = append(out, &m.Rows[i])
		}
	}
	return out
}
