package sheet

import (
	"slices"

	"placard/briefing"
)

// matrixHead is the row of heads, below the delegations' names.
const matrixHead = 2

// field is a column of a sheet of rows: its head, its look and what it says.
type field struct {
	key   string
	look  look
	width float64
	say   func(b *book, r *briefing.MatrixRow) cell
	part  briefing.Part // the column is there where the gate left it open
}

func said(l look, say func(r *briefing.MatrixRow) string) func(*book, *briefing.MatrixRow) cell {
	return func(_ *book, r *briefing.MatrixRow) cell { return text(l, say(r)) }
}

// matrixFields are the columns before those of the delegations: ours first.
var matrixFields = []field{
	{"place", lookLink, 15, said(lookLink, placeOf), briefing.PartNoteText},
	{"our_stance", lookStance, 16, func(b *book, r *briefing.MatrixRow) cell { return text(lookStance, r.Ours.Say(b.words)) }, briefing.PartStance},
	{"our_line", lookLocked, 38, said(lookLocked, func(r *briefing.MatrixRow) string { return r.Line }), briefing.PartSpoken},
	{"subject", lookSmall, 40, said(lookSmall, subjectOf), briefing.PartNoteText},
	{"ask", lookSmall, 20, said(lookSmall, func(r *briefing.MatrixRow) string { return r.Ask }), briefing.PartNoteText},
	{"status", lookLocked, 13, func(b *book, r *briefing.MatrixRow) cell { return text(lookLocked, statusOf(b, r)) }, briefing.PartClearanceState},
	{"priority", lookLocked, 12, func(b *book, r *briefing.MatrixRow) cell { return text(lookLocked, priorityOf(b, r)) }, briefing.PartReasons},
	{"updated", lookLocked, 11, said(lookLocked, func(r *briefing.MatrixRow) string { return string(r.Updated) }), briefing.PartHistory},
}

// countFields follow where there is anything to count. How far others stand
// from us is our reasoning, not an outsider's.
var countFields = []field{
	{"for", lookCount, 8.5, func(_ *book, r *briefing.MatrixRow) cell { return number(r.For) }, briefing.PartOthersOpen},
	{"against", lookCount, 8.5, func(_ *book, r *briefing.MatrixRow) cell { return number(r.Against) }, briefing.PartOthersOpen},
	{"reserved", lookCount, 9.5, func(_ *book, r *briefing.MatrixRow) cell { return number(r.Reserved) }, briefing.PartOthersOpen},
	{"neutral", lookCount, 8.5, func(_ *book, r *briefing.MatrixRow) cell { return number(r.Neutral) }, briefing.PartOthersOpen},
	{"gap", lookCount, 8.5, func(_ *book, r *briefing.MatrixRow) cell { return gapOf(r) }, briefing.PartReasons},
}

// lastFields stand behind the delegations, where any row has them.
var lastFields = []field{
	{"landing_zone", lookLocked, 34, said(lookLocked, func(r *briefing.MatrixRow) string { return r.LandingZone }), briefing.PartReasons},
}

func statusOf(b *book, r *briefing.MatrixRow) string {
	if r.Status == briefing.StateNone {
		return ""
	}
	status := b.words.Say("state." + string(r.Status))
	if r.Stale {
		status += ", " + b.words.Say("state.stale")
	}
	return status
}

func priorityOf(b *book, r *briefing.MatrixRow) string {
	if r.Priority == briefing.PriorityUnset {
		return ""
	}
	return b.words.Say("priority." + string(r.Priority))
}

// open keeps the fields whose part the gate left open.
func open(fields []field, m *briefing.Matrix) []field {
	var out []field
	for _, f := range fields {
		if m.Shown[f.part] {
			out = append(out, f)
		}
	}
	return out
}

// wide is the arrangement of the matrix sheet.
type wide struct {
	first, last []field
	block       []cellField // of each delegation
}

// cellField is a column of a delegation's block.
type cellField struct {
	key   string
	width float64
	say   func(b *book, c briefing.MatrixCell) cell
	part  briefing.Part
}

var cellFields = []cellField{
	{"stance", 15, stanceOf, briefing.PartStance},
	{"short", 28, func(_ *book, c briefing.MatrixCell) cell { return text(lookLocked, c.Text) }, briefing.PartNoteText},
	{"source", 18, func(b *book, c briefing.MatrixCell) cell { return text(lookLocked, sourceOf(b, c)) }, briefing.PartNoteText},
	{"date", 11, func(_ *book, c briefing.MatrixCell) cell { return text(lookLocked, string(c.Date)) }, briefing.PartNoteText},
	{"confidence", 11, func(b *book, c briefing.MatrixCell) cell { return text(lookLocked, confidenceOf(b, c.Confidence)) }, briefing.PartOthersClosed},
}

// sourceOf says how we know a stance, and of whom where a group implies it.
func sourceOf(b *book, c briefing.MatrixCell) string {
	if c.Stance == briefing.StanceNone {
		return ""
	}
	source := joined(": ", b.words.Say("source."+string(c.Source)), c.SourceText)
	if c.Implied != "" {
		return b.say("implied_by", "Group", c.Implied) + "\n" + source
	}
	return source
}

func confidenceOf(b *book, confidence string) string {
	if confidence == "" {
		return ""
	}
	return b.words.Say("confidence." + confidence)
}

func wideOf(m *briefing.Matrix) wide {
	w := wide{first: open(matrixFields, m)}
	if slices.ContainsFunc(m.Rows, func(r briefing.MatrixRow) bool { return r.LandingZone != "" }) {
		w.last = open(lastFields, m)
	}
	if len(m.Columns) > 0 {
		w.first = append(w.first, open(countFields, m)...)
	}
	for _, f := range cellFields {
		if m.Shown[f.part] || f.part == briefing.PartStance {
			w.block = append(w.block, f)
		}
	}
	return w
}

// addMatrix is the wide sheet: a row a place, a block of columns a delegation.
func addMatrix(b *book, m *briefing.Matrix) error {
	w := wideOf(m)
	p := matrixPlan(b, m, w)
	return b.add(p, func(g *grid) error {
		if err := matrixNames(g, m, w); err != nil {
			return err
		}
		if err := g.heads(); err != nil {
			return err
		}
		for i := range m.Rows {
			if err := g.write(w.cells(b, &m.Rows[i])...); err != nil {
				return placed(err, m.Rows[i].Ref)
			}
		}
		return nil
	})
}

func matrixPlan(b *book, m *briefing.Matrix, w wide) plan {
	p := plan{
		name: b.say("tab.matrix"), rows: matrixHead + len(m.Rows), filter: matrixHead, scale: 65,
		firstHead: 1, lastHead: matrixHead, firstColumn: 1, titleCols: 2, keepRows: matrixHead, keepColumns: 2,
	}
	stances := func(column int) { p.stances = append(p.stances, p.span(column, matrixHead+1, column, p.rows)) }
	fields := func(list []field) {
		for _, f := range list {
			p.columns = append(p.columns, column{head: b.say("col." + f.key), top: lookHead, look: f.look, width: f.width})
		}
	}
	fields(w.first)
	stances(2)
	for i := range m.Columns {
		if i%blocksOnPage == 0 {
			p.pageBefore = append(p.pageBefore, len(p.columns)+1)
		}
		stances(len(p.columns) + 1)
		for _, f := range w.block {
			p.columns = append(p.columns, column{head: b.say("col." + f.key), top: lookHead, width: f.width})
		}
	}
	if len(m.Columns) > 0 && len(m.Columns)%blocksOnPage == 0 && len(w.last) > 0 {
		p.pageBefore = append(p.pageBefore, len(p.columns)+1)
	}
	fields(w.last)
	p.links = paragraphLinks(b, m)
	return p
}

// paragraphLinks lead from a row's place to its text.
func paragraphLinks(b *book, m *briefing.Matrix) []link {
	at := map[string]int{}
	for i := range m.Paragraphs {
		if label := m.Paragraphs[i].Label; label != "" && at[label] == 0 {
			at[label] = i + 2
		}
	}
	var out []link
	for i := range m.Rows {
		if row := at[m.Rows[i].Label]; row > 0 {
			out = append(out, link{cell: cellName(1, matrixHead+1+i), target: "'" + b.say("tab.paragraphs") + "'!" + cellName(1, row)})
		}
	}
	return out
}

// blocksOnPage is how many delegations a printed page holds beside the place
// and our stance.
const blocksOnPage = 2

// matrixNames writes the delegations' names over their blocks.
func matrixNames(g *grid, m *briefing.Matrix, w wide) error {
	cells := make([]cell, len(g.plan.columns))
	for i := range cells {
		cells[i].look = lookGroup
	}
	cells[1].text = g.book.say("ours")
	spans := [][2]int{}
	for i, c := range m.Columns {
		first := len(w.first) + i*len(w.block)
		cells[first].text = c.Name
		spans = append(spans, [2]int{first + 1, first + len(w.block)})
	}
	return g.writeHigh(cells, 18, spans...)
}

func (w wide) cells(b *book, r *briefing.MatrixRow) []cell {
	var cells []cell
	for _, f := range w.first {
		cells = append(cells, f.say(b, r))
	}
	for _, c := range r.Cells {
		for _, f := range w.block {
			cells = append(cells, f.say(b, c))
		}
	}
	for _, f := range w.last {
		cells = append(cells, f.say(b, r))
	}
	return cells
}
