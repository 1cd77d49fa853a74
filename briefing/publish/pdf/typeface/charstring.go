package typeface

import (
	"math"

	"github.com/go-text/typesetting/font/opentype"
)

// Operators of Type 2 charstrings (Adobe Technical Note 5177).
const (
	opLines   = 5
	opCurves  = 8
	opEnd     = 14
	opMove    = 21
	mostStack = 48 // operands that an interpreter must hold
)

// charstring writes one glyph's shape. Quadratic curves become cubic ones;
// points are rounded to whole units from where the pen stands, so that
// rounding never adds up.
type charstring struct {
	code []byte
	args []int
	op   byte
	x, y int // the pen, as written
}

// charstringOf writes a glyph with its width.
func charstringOf(width float64, shape []opentype.Segment) []byte {
	c := &charstring{}
	c.code = appendNumber(c.code, int(math.Round(width)))
	for _, s := range shape {
		c.segment(s)
	}
	c.flush()
	return append(c.code, opEnd)
}

func (c *charstring) segment(s opentype.Segment) {
	switch a := s.Args; s.Op {
	case opentype.SegmentOpMoveTo:
		c.flush()
		c.put(opMove, a[0])
		c.flush()
	case opentype.SegmentOpLineTo:
		c.put(opLines, a[0])
	case opentype.SegmentOpQuadTo:
		from := opentype.SegmentPoint{X: float32(c.x), Y: float32(c.y)}
		c.put(opCurves, toward(from, a[0]), toward(a[1], a[0]), a[1])
	case opentype.SegmentOpCubeTo:
		c.put(opCurves, a[0], a[1], a[2])
	}
}

// toward is the point two thirds of the way from an end of a quadratic curve
// to its control point.
func toward(from, control opentype.SegmentPoint) opentype.SegmentPoint {
	return opentype.SegmentPoint{X: from.X + (control.X-from.X)*2/3, Y: from.Y + (control.Y-from.Y)*2/3}
}

// put adds points to the operator being collected.
func (c *charstring) put(op byte, points ...opentype.SegmentPoint) {
	if op != c.op || len(c.args)+2*len(points) > mostStack {
		c.flush()
		c.op = op
	}
	for _, p := range points {
		x, y := int(math.Round(float64(p.X))), int(math.Round(float64(p.Y)))
		c.args = append(c.args, x-c.x, y-c.y)
		c.x, c.y = x, y
	}
}

func (c *charstring) flush() {
	if len(c.args) == 0 {
		return
	}
	for _, n := range c.args {
		c.code = appendNumber(c.code, n)
	}
	c.code = append(c.code, c.op)
	c.args = c.args[:0]
}

// appendNumber encodes an operand of a charstring.
func appendNumber(b []byte, n int) []byte {
	switch {
	case -107 <= n && n <= 107:
		return append(b, byte(n+139))
	case 108 <= n && n <= 1131:
		n -= 108
		return append(b, byte(n>>8+247), byte(n))
	case -1131 <= n && n <= -108:
		n = -n - 108
		return append(b, byte(n>>8+251), byte(n))
	}
	return append(b, 28, byte(n>>8), byte(n))
}
