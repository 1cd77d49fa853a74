package rows

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"placard/briefing"
)

// Builder builds what workbooks hold. It keeps nothing between two of them.
type Builder struct{}

var _ briefing.Tabler = Builder{}

// Matrix makes the comparison of one note. Its columns are the delegations and
// groups of which something is known that may leave, and those asked for; its
// rows the numbered paragraphs, asks and options, and agenda items on which
// something is held. ErrNothingToExport for a note without any of these.
func (Builder) Matrix(d *briefing.Dossier, delegations []briefing.ID, g briefing.Gate, words briefing.Words) (*briefing.Matrix, error) {
	x := matrixBuilder{d: d, g: g, w: words, on: map[briefing.Subject]map[briefing.ID][]*briefing.Observation{}}
	x.m = &briefing.Matrix{
		Title: d.Note.Title, Meeting: sayMeeting(d, words), Mark: d.Settings.Mark, Reference: d.Note.Symbol,
		Demo: sayDemo(d, words), Audience: g.Audience, Shown: map[briefing.Part]bool{}, Made: noteDay(d.Note),
	}
	for _, p := range briefing.Parts {
		x.m.Shown[p] = g.Open(p, true)
	}
	x.observations()
	x.columns(delegations)
	x.rows()
	x.paragraphs()
	if len(x.m.Rows) == 0 {
		return nil, briefing.ErrNothingToExport
	}
	return x.m, nil
}

// matrixBuilder is one comparison in the making.
type matrixBuilder struct {
	d *briefing.Dossier
	g briefing.Gate
	w briefing.Words
	m *briefing.Matrix
	// on holds what may leave of the observations, by subject and delegation.
	on map[briefing.Subject]map[briefing.ID][]*briefing.Observation
	// groups that speak for members, those that speak as one first.
	groups []*briefing.Delegation
}

// noteDay is the note's date, or none.
func noteDay(n *briefing.Note) time.Time {
	t, _ := n.Date.Time()
	return t
}

// observations passes every observation through the gate once.
func (x *matrixBuilder) observations() {
	for _, o := range x.d.Observations {
		seen := x.g.Observation(o)
		if seen == nil {
			continue
		}
		if x.g.Audience.Outsider() {
			seen.Stance = seen.Stance.Outside()
		}
		if x.on[o.Subject] == nil {
			x.on[o.Subject] = map[briefing.ID][]*briefing.Observation{}
		}
		x.on[o.Subject][o.Delegation] = append(x.on[o.Subject][o.Delegation], seen)
		x.touched(o.Created)
	}
}

// touched keeps the newest moment; outsiders don't learn when we worked.
func (x *matrixBuilder) touched(at time.Time) {
	if x.g.Open(briefing.PartHistory, false) && at.After(x.m.Made) {
		x.m.Made = at
	}
}

// columns are the delegations asked for and those something is known of:
// groups first, each by name.
func (x *matrixBuilder) columns(asked []briefing.ID) {
	wanted := map[briefing.ID]bool{}
	if x.g.Open(briefing.PartOthersOpen, false) || x.g.Open(briefing.PartOthersClosed, false) {
		for _, id := range asked {
			wanted[id] = true
		}
	}
	for _, by := range x.on {
		for id := range by {
			wanted[id] = true
		}
	}
	for _, it := range x.d.Delegations {
		if wanted[it.ID] {
			x.m.Columns = append(x.m.Columns, briefing.MatrixColumn{
				Delegation: it.ID, Code: it.Code, Name: it.Name(x.w.Language()), Group: it.Kind == briefing.KindGroup,
			})
		}
		if it.Rule == briefing.GroupSpeaksAsOne || it.Rule == briefing.GroupMayDeviate {
			x.groups = append(x.groups, it)
		}
	}
	slices.SortStableFunc(x.m.Columns, func(a, b briefing.MatrixColumn) int {
		if a.Group != b.Group {
			return boolFirst(a.Group)
		}
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.Code, b.Code))
	})
	slices.SortStableFunc(x.groups, func(a, b *briefing.Delegation) int {
		if a.Rule != b.Rule {
			return boolFirst(a.Rule == briefing.GroupSpeaksAsOne)
		}
		return strings.Compare(a.Code, b.Code)
	})
}

func boolFirst(first bool) int {
	if first {
		return -1
	}
	return 1
}

func (x *matrixBuilder) rows() {
	positions := map[briefing.Subject]*briefing.Position{}
	var held []briefing.Subject
	for _, p := range x.d.Positions {
		if seen := x.g.Position(p); seen != nil {
			positions[p.Subject] = seen
			held = append(held, p.Subject)
			x.m.Mark = briefing.HighestMark(append(shownMarks(seen, matrixFields), x.m.Mark)...)
			x.touched(p.Changed)
			if x.g.Open(briefing.PartHistory, false) {
				seen.Changed = p.Changed
			}
		}
	}
	for _, o := range x.d.Observations {
		if x.on[o.Subject] != nil {
			held = append(held, o.Subject)
		}
	}
	for _, at := range places(x.d, held, x.w) {
		p := positions[at.Subject]
		if at.Subject.Kind == briefing.OnItem && p == nil && x.on[at.Subject] == nil {
			continue
		}
		x.m.Rows = append(x.m.Rows, x.row(at, p))
	}
}

// matrixFields are the fields of ours that a row shows.
var matrixFields = []briefing.Field{briefing.FieldLine, briefing.FieldOneLiner, briefing.FieldPoints, briefing.FieldWording, briefing.FieldLandingZone}

// row compares one place; p is nil where we have said nothing that may leave.
func (x *matrixBuilder) row(at place, p *briefing.Position) briefing.MatrixRow {
	row := briefing.MatrixRow{
		Ref: at.Ref, Symbol: x.d.Note.Symbol, Label: at.Para, Heading: at.Section, Text: at.Text,
		Title: at.Title, Ask: at.Ask, Kind: at.Subject.Kind, Subject: at.Subject,
	}
	if p != nil {
		x.ours(&row, p)
	}
	for _, c := range x.m.Columns {
		cell := x.cell(at.Subject, c.Delegation)
		row.Cells = append(row.Cells, cell)
		count(&row, cell)
		row.Updated = max(row.Updated, cell.Date)
		x.long(at, c, cell)
	}
	return row
}

func (x *matrixBuilder) ours(row *briefing.MatrixRow, p *briefing.Position) {
	row.Ours, row.Status, row.Stale, row.Priority = p.Stance, p.State, p.Stale, p.Priority
	row.Line = cmp.Or(plainText(p.Text(briefing.FieldLine)), plainText(p.Text(briefing.FieldOneLiner)))
	row.Points, row.Wording = plainText(p.Text(briefing.FieldPoints)), plainText(p.Text(briefing.FieldWording))
	row.LandingZone = plainText(p.Text(briefing.FieldLandingZone))
	if c := p.Clearance; c != nil {
		row.Clearance = briefing.JoinText(", ", c.Name, c.Department, c.Date.Say(x.w), c.Reference)
	}
	x.cleared(row, p)
	if !p.Changed.IsZero() {
		row.Updated = briefing.DateOf(p.Changed)
	}
}

// paragraphs is the note's text without its furniture.
func (x *matrixBuilder) paragraphs() {
	section := ""
	for i := range x.d.Text.Blocks {
		b := &x.d.Text.Blocks[i]
		section = sectionAt(b, section)
		if b.Kind == briefing.KindFurniture || b.Kind == briefing.KindTable || strings.TrimSpace(b.Text) == "" {
			continue
		}
		heading := section
		if heading == b.Text {
			heading = ""
		}
		x.m.Paragraphs = append(x.m.Paragraphs, briefing.MatrixParagraph{
			Label: sayPlace(x.d, b, x.w), Heading: heading, Text: plainText(b.Text), Kind: b.Kind,
		})
	}
}
