package reader

import (
	"strings"

	"fyne.io/fyne/v2"

	"placard/briefing"
)

// look is how a kind of block is set. Lengths are in ems of the plain text.
type look struct {
	scale        float32 // of the letters
	style        fyne.TextStyle
	dim          bool
	above, below float32 // room between blocks
	indent       float32
	mark         string // hangs before the text: a bullet, "(a)"
	numbered     bool   // the label stands in the gutter
	rule         rule
}

// rule is a thin line that sets a block apart.
type rule int

const (
	noRule rule = iota
	ruleAbove
	ruleBelow
	ruleBeside // along a quotation
)

// Indents, in ems: a step of a list, and what a block with a hanging mark
// stands in for its first step.
const (
	indentStep    = 1.7
	hangingIndent = 0.8
)

var bold = fyne.TextStyle{Bold: true}

// lookOf is the look of a row. A kind the reader does not know is plain text.
func lookOf(row *Row) look {
	l := look{scale: 1, above: 0.35, below: 0.35, indent: float32(row.Indent) * indentStep}
	hanging := hangingIndent + float32(max(row.Indent-1, 0))*indentStep
	switch row.Kind {
	case briefing.KindMasthead:
		l.scale, l.above, l.below, l.dim = 0.93, 0.1, 0.1, true
	case briefing.KindFurniture:
		l.scale, l.dim = 0.8, true
	case briefing.KindHeading:
		l.heading(row.Level)
	case briefing.KindAnnex:
		l.scale, l.style, l.above, l.below, l.rule = 1.3, bold, 1.4, 0.5, ruleAbove
	case briefing.KindParagraph:
		l.numbered = true
	case briefing.KindSubparagraph:
		l.indent = hanging
		l.mark = parenthesis(row.Label)
	case briefing.KindBullet:
		l.indent = hanging
		l.mark = bullet(row.Label)
	case briefing.KindQuotation:
		l.indent = float32(max(row.Indent, 1)) * indentStep
		l.rule = ruleBeside
	case briefing.KindPreamble:
		l.indent = float32(max(row.Indent, 1)) * indentStep
	case briefing.KindFootnote:
		l.scale, l.mark = 0.85, row.Label
		l.above, l.below = 0.2, 0.2
	case briefing.KindAgendaDay:
		l.scale, l.style, l.above, l.below, l.rule = 1.1, bold, 1, 0.3, ruleBelow
	case briefing.KindAgendaSlot:
		l.style, l.above, l.below, l.dim = bold, 0.6, 0.15, true
	case briefing.KindAgendaItem:
		l.indent = hanging
		l.mark = dotted(row.Label)
	case briefing.KindContinuation, briefing.KindText, briefing.KindTable:
	}
	l.dim = l.dim || row.Dim
	if l.mark == "" && row.Label != "" {
		l.numbered = true
	}
	return l
}

// heading sets levels 1 to 3 apart by size, deeper ones by weight alone.
func (l *look) heading(level int) {
	l.style, l.above, l.below = bold, 1, 0.3
	switch level {
	case 1:
		l.scale = 1.45
	case 0, 2:
		l.scale = 1.22
	case 3:
		l.scale = 1.08
	default:
		l.style.Italic, l.above = true, 0.7
	}
}

func bullet(label string) string {
	if label == "" {
		return "•"
	}
	return label
}

// parenthesis prints the mark of a sub-paragraph, kept without its
// punctuation, as notes do: "(a)".
func parenthesis(label string) string {
	if label == "" || strings.ContainsAny(label, "().") {
		return label
	}
	return "(" + label + ")"
}

func dotted(label string) string {
	if label == "" || strings.ContainsAny(label, "(). ") {
		return label
	}
	return label + "."
}
