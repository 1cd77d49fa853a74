package briefing

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// BuildMatrix makes the comparison of one note. Its columns are the
// delegations and groups of which something is known that may leave, and
// those asked for; its rows the numbered paragraphs, asks and options, and
// agenda items on which something is held. ErrNothingToExport for a note
// without any of these.
func BuildMatrix(d *Dossier, delegations []ID, g Gate, words Words) (*Matrix, error) {
	x := matrixBuilder{d: d, g: g, w: words, on: map[Subject]map[ID][]*Observation{}}
	x.m = &Matrix{
		Title: d.Note.Title, Meeting: d.sayMeeting(words), Mark: d.Settings.Mark, Reference: d.Note.Symbol,
		Demo: d.sayDemo(words), Audience: g.Audience, Shown: map[Part]bool{}, Made: noteDay(d.Note),
	}
	for p := range allowed {
		x.m.Shown[p] = g.Open(p, true)
	}
	x.observations()
	x.columns(delegations)
	x.rows()
	x.paragraphs()
	if len(x.m.Rows) == 0 {
		return nil, ErrNothingToExport
	}
	return x.m, nil
}

// matrixBuilder is the work of one BuildMatrix.
type matrixBuilder struct {
	d *Dossier
	g Gate
	w Words
	m *Matrix
	// on holds what may leave of the observations, by subject and delegation.
	on map[Subject]map[ID][]*Observation
	// groups that speak for members, those that speak as one first.
	groups []*Delegation
}

// noteDay is the note's date, or none.
func noteDay(n *Note) time.Time {
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
			x.on[o.Subject] = map[ID][]*Observation{}
		}
		x.on[o.Subject][o.Delegation] = append(x.on[o.Subject][o.Delegation], seen)
		x.touched(o.Created)
	}
}

// touched keeps the newest moment; outsiders don't learn when we worked.
func (x *matrixBuilder) touched(at time.Time) {
	if x.g.Open(PartHistory, false) && at.After(x.m.Made) {
		x.m.Made = at
	}
}

// columns are the delegations asked for and those something is known of:
// groups first, each by name.
func (x *matrixBuilder) columns(asked []ID) {
	wanted := map[ID]bool{}
	if x.g.Open(PartOthersOpen, false) || x.g.Open(PartOthersClosed, false) {
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
			x.m.Columns = append(x.m.Columns, MatrixColumn{
				Delegation: it.ID, Code: it.Code, Name: it.Name(x.w.Language()), Group: it.Kind == KindGroup,
			})
		}
		if it.Rule == GroupSpeaksAsOne || it.Rule == GroupMayDeviate {
			x.groups = append(x.groups, it)
		}
	}
	slices.SortStableFunc(x.m.Columns, func(a, b MatrixColumn) int {
		if a.Group != b.Group {
			return boolFirst(a.Group)
		}
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.Code, b.Code))
	})
	slices.SortStableFunc(x.groups, func(a, b *Delegation) int {
		if a.Rule != b.Rule {
			return boolFirst(a.Rule == GroupSpeaksAsOne)
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
	positions := map[Subject]*Position{}
	var held []Subject
	for _, p := range x.d.Positions {
		if seen := x.g.Position(p); seen != nil {
			positions[p.Subject] = seen
			held = append(held, p.Subject)
			x.m.Mark = HighestMark(append(shownMarks(seen, matrixFields), x.m.Mark)...)
			x.touched(p.Changed)
			if x.g.Open(PartHistory, false) {
				seen.Changed = p.Changed
			}
		}
	}
	for _, o := range x.d.Observations {
		if x.on[o.Subject] != nil {
			held = append(held, o.Subject)
		}
	}
	for _, place := range x.d.rowPlaces(held, x.w) {
		p := positions[place.Subject]
		if place.Subject.Kind == OnItem && p == nil && x.on[place.Subject] == nil {
			continue
		}
		x.m.Rows = append(x.m.Rows, x.row(place, p))
	}
}

// matrixFields are the fields of ours that a row shows.
var matrixFields = []Field{FieldLine, FieldOneLiner, FieldPoints, FieldWording, FieldLandingZone}

// row compares one place; p is nil where we have said nothing that may leave.
func (x *matrixBuilder) row(place rowPlace, p *Position) MatrixRow {
	row := MatrixRow{
		Ref: place.Ref, Symbol: x.d.Note.Symbol, Label: place.Para, Heading: place.Section, Text: place.Text,
		Title: place.Title, Ask: place.Ask, Kind: place.Subject.Kind, Subject: place.Subject,
	}
	if p != nil {
		x.ours(&row, p)
	}
	for _, c := range x.m.Columns {
		cell := x.cell(place.Subject, c.Delegation)
		row.Cells = append(row.Cells, cell)
		row.count(cell)
		row.Updated = max(row.Updated, cell.Date)
		x.long(place, c, cell)
	}
	return row
}

func (x *matrixBuilder) ours(row *MatrixRow, p *Position) {
	row.Ours, row.Status, row.Stale, row.Priority = p.Stance, p.State, p.Stale, p.Priority
	row.Line = firstText(plainText(p.Text(FieldLine)), plainText(p.Text(FieldOneLiner)))
	row.Points, row.Wording = plainText(p.Text(FieldPoints)), plainText(p.Text(FieldWording))
	row.LandingZone = plainText(p.Text(FieldLandingZone))
	if c := p.Clearance; c != nil {
		row.Clearance = joinText(", ", c.Name, c.Department, sayDate(x.w, c.Date), c.Reference)
	}
	if !p.Changed.IsZero() {
		row.Updated = DateOf(p.Changed)
	}
}

// paragraphs is the note's text without its furniture.
func (x *matrixBuilder) paragraphs() {
	section := ""
	for i := range x.d.Text.Blocks {
		b := &x.d.Text.Blocks[i]
		section = sectionAt(b, section)
		if b.Kind == KindFurniture || b.Kind == KindTable || strings.TrimSpace(b.Text) == "" {
			continue
		}
		heading := section
		if heading == b.Text {
			heading = ""
		}
		x.m.Paragraphs = append(x.m.Paragraphs, MatrixParagraph{
			Label: x.d.sayPlace(b, x.w), Heading: heading, Text: plainText(b.Text), Kind: b.Kind,
		})
	}
}
