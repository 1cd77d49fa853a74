package briefing

import (
	"cmp"
	"context"
	"slices"
)

// DamagePlace is a damaged change in people's terms: what it was, and where.
type DamagePlace struct {
	Damage
	// Note is the document's symbol or title, Label the paragraph's number;
	// empty where they are not known or there is none.
	Note, Label string
}

// Say names the place: "LC/2031/7, 12: position (change 14)".
func (p DamagePlace) Say(w Words) string {
	what := p.Key.Table.String()
	if what == "" {
		return w.Say("repair.unknown", "Sequence", p.Sequence)
	}
	return w.Say("repair.place", "Note", p.Note, "Label", p.Label, "What", w.Say("table."+what), "Sequence", p.Sequence)
}

// Places finds the document and the paragraph of each damaged change, as far
// as what is there tells.
func (d *Desk) Places(ctx context.Context, damaged []Damage) []DamagePlace {
	places := make([]DamagePlace, len(damaged))
	for i, x := range damaged {
		places[i] = d.place(ctx, x)
	}
	return places
}

func (d *Desk) place(ctx context.Context, x Damage) DamagePlace {
	p := DamagePlace{Damage: x}
	note, block := x.Key.Parent, ""
	switch value := d.lastKnown(ctx, x.Key).(type) {
	case *Ask:
		block = value.Block
	case *Position:
		block = value.Subject.Block
	case *Annotation:
		block = value.Anchor.Block
	case *Observation:
		block = value.Subject.Block
	}
	if x.Key.Table == TableNote || x.Key.Table == TableText || x.Key.Table == TableFile {
		note = x.Key.ID
	}
	if n, ok := d.lastKnown(ctx, Key{Table: TableNote, ID: note}).(*Note); ok {
		p.Note = cmp.Or(n.Symbol, n.Title)
	}
	if t, ok := d.lastKnown(ctx, Key{Table: TableText, ID: note}).(*Text); ok && t.Block(block) != nil {
		p.Label = t.Block(block).Label
	}
	return p
}

// lastKnown is the newest value of an entity that is there, removed or not;
// nil for none.
func (d *Desk) lastKnown(ctx context.Context, k Key) Entity {
	past, err := d.Vault.Revisions(ctx, k)
	if err != nil {
		return nil
	}
	for _, r := range slices.Backward(past) {
		if r.Value != nil {
			return r.Value
		}
	}
	return nil
}
