package briefing

// ReviewWhich says which positions are meant by how far they have come.
type ReviewWhich string

// The choices, in the order in which they are offered.
const (
	ReviewDrafted ReviewWhich = "drafted" // in draft or ready
	ReviewReady   ReviewWhich = "ready"   // declared ready alone
	ReviewOpen    ReviewWhich = "open"    // all that is not cleared, sent ones too
)

// ReviewWhiches lists them.
var ReviewWhiches = []ReviewWhich{ReviewDrafted, ReviewReady, ReviewOpen}

func (w ReviewWhich) picks(p *Position) bool {
	switch w {
	case ReviewReady:
		return p.State == StateReady
	case ReviewOpen:
		return !p.Closed()
	case ReviewDrafted:
	}
	return p.State == StateDraft || p.State == StateReady
}

// ReviewPositions are the positions that go to capital: by how far they have
// come and, where section is a heading's or an agenda item's block, under that.
// Never nil.
func (d *Dossier) ReviewPositions(which ReviewWhich, section string) []ID {
	under := d.sections()
	out := []ID{}
	for _, p := range d.Positions {
		if which.picks(p) && (section == "" || under[p.Subject.Block] == section) {
			out = append(out, p.ID)
		}
	}
	return out
}

// ReviewSections are the headings and agenda items that positions stand under,
// in the order of the note.
func (d *Dossier) ReviewSections() []*Block {
	under, held := d.sections(), map[string]bool{}
	for _, p := range d.Positions {
		held[under[p.Subject.Block]] = true
	}
	var out []*Block
	for i := range d.Text.Blocks {
		if b := &d.Text.Blocks[i]; held[b.ID] {
			out = append(out, b)
		}
	}
	return out
}

// sections are the heading or agenda item in force at each block; a new part
// has none yet.
func (d *Dossier) sections() map[string]string {
	out := map[string]string{}
	section, part := "", ""
	for i := range d.Text.Blocks {
		b := &d.Text.Blocks[i]
		if b.Part != part {
			section, part = "", b.Part
		}
		if b.Kind == KindHeading || b.Kind == KindAgendaItem || b.Kind == KindAnnex {
			section = b.ID
		}
		out[b.ID] = section
	}
	return out
}
