package briefing

import (
	"context"
	"strings"
)

// Kin are the notes of the vault that a proposal belongs with.
type Kin struct {
	// Same is the note read from the same file, byte for byte; nil for none.
	Same *Note
	// Earlier have the proposal's symbol and other words, newest first: the
	// proposal may revise one.
	Earlier []*Note
	// Family have its symbol but for Rev., Add. and Corr., newest first.
	Family []*Note
}

// None tells whether the vault holds nothing that belongs with the proposal.
func (k Kin) None() bool { return k.Same == nil && len(k.Earlier) == 0 && len(k.Family) == 0 }

// Kin looks a proposal up among the notes of the vault.
func (d *Desk) Kin(ctx context.Context, p *Proposal) (Kin, error) {
	notes, err := d.Notes(ctx)
	if err != nil {
		return Kin{}, err
	}
	var k Kin
	symbol := foldSymbol(p.Note.Symbol)
	for _, n := range notes {
		switch own := foldSymbol(n.Symbol); {
		case n.Source.SHA256 == p.Note.Source.SHA256:
			k.Same = n
		case symbol == "" || own == "":
		case own == symbol:
			k.Earlier = append(k.Earlier, n)
		case FamilyOf(own) == FamilyOf(symbol):
			k.Family = append(k.Family, n)
		}
	}
	return k, nil
}

// foldSymbol writes a symbol as it is compared.
func foldSymbol(symbol string) string {
	return strings.ToUpper(strings.Join(strings.Fields(symbol), ""))
}

// Revise says that a proposal replaces an earlier note: it goes to that note's
// meeting, and the meetings it proposes are not made unless asked for again.
func (p *Proposal) Revise(earlier *Note) {
	p.Note.Revises, p.Note.Related = earlier.ID, nil
	p.join(earlier)
}

// Relate says that a proposal belongs with a note of the vault.
func (p *Proposal) Relate(other *Note) {
	p.Note.Revises, p.Note.Related = ID{}, []ID{other.ID}
	p.join(other)
}

// StandAlone takes Revise and Relate back.
func (p *Proposal) StandAlone() {
	p.Note.Revises, p.Note.Related, p.Join = ID{}, nil, ID{}
	for i, m := range p.Meetings {
		p.Accept[i] = m.Role != RoleAnnounced
	}
}

func (p *Proposal) join(other *Note) {
	if other.Meeting.IsZero() {
		return
	}
	p.Join = other.Meeting
	clear(p.Accept)
}
