package assets

import (
	"context"
	"fmt"

	"placard/briefing"
)

// Fill prepares a desk on an empty vault as the demo's delegation did: the
// sample is imported, and what Demo holds is saved step by step, as a person
// would have typed it.
func Fill(ctx context.Context, desk *briefing.Desk) error {
	demo, err := ReadDemo()
	if err != nil {
		return err
	}
	if err := desk.Seed(ctx, demo.Settings); err != nil {
		return err
	}
	name, data := Sample()
	proposal, err := desk.Recognize(ctx, briefing.Original{Name: name, Data: data}, nil)
	if err != nil {
		return err
	}
	note, err := desk.Import(ctx, proposal)
	if err != nil {
		return err
	}
	for i := range demo.Delegations {
		if err := desk.SaveDelegation(ctx, &demo.Delegations[i], 0); err != nil {
			return fmt.Errorf("delegation %s: %w", demo.Delegations[i].Code, err)
		}
	}
	return demo.write(ctx, desk, note.ID)
}

// write saves what hangs on the note.
func (d *Demo) write(ctx context.Context, desk *briefing.Desk, note briefing.ID) error {
	x, err := desk.Dossier(ctx, note)
	if err != nil {
		return err
	}
	for _, p := range d.Positions {
		if err := p.save(ctx, desk, x); err != nil {
			return fmt.Errorf("position on %s: %w", p.Label, err)
		}
	}
	for _, a := range d.Annotations {
		b, err := place(x, a.Label)
		if err != nil {
			return err
		}
		a.Anchor = briefing.Anchor{Block: b.ID, Quote: briefing.Quote{Exact: a.Quote}}
		if _, err := desk.Annotate(ctx, note, a.Annotation); err != nil {
			return fmt.Errorf("annotation on %s: %w", a.Label, err)
		}
	}
	for _, o := range d.Observations {
		b, err := place(x, o.Label)
		if err != nil {
			return err
		}
		o.Note, o.Subject = note, x.SubjectOf(b)
		if _, err := desk.Observe(ctx, o.Observation); err != nil {
			return fmt.Errorf("observation on %s: %w", o.Label, err)
		}
	}
	return nil
}

// save writes the position as a draft and then takes it where the demo says.
func (p *DemoPosition) save(ctx context.Context, desk *briefing.Desk, x *briefing.Dossier) error {
	b, err := place(x, p.Label)
	if err != nil {
		return err
	}
	state, clearance := p.State, p.Clearance
	p.Note, p.Subject = x.Note.ID, x.SubjectOf(b)
	saved, base, err := desk.SavePosition(ctx, p.Position, 0)
	if err != nil {
		return err
	}
	switch {
	case clearance != nil:
		_, _, err = desk.ClearPosition(ctx, saved.Key(), base, *clearance)
	case state != saved.State && state != briefing.StateNone:
		_, _, err = desk.MovePosition(ctx, saved.Key(), base, state)
	}
	return err
}

func place(x *briefing.Dossier, label string) (*briefing.Block, error) {
	l, err := briefing.ParseLabel(label)
	if err != nil {
		return nil, err
	}
	return x.Text.Find(l)
}
