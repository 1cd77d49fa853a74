package briefing

import (
	"context"
	"maps"
	"slices"
	"strconv"
)

// Amendment is what is set on several positions at once; what is empty stays
// as it is.
type Amendment struct {
	Stance   Stance
	Owner    string // who of us prepares it
	Ministry string // who answers in capital
}

// AmendPositions sets the same on the positions of several subjects of a note,
// in one act that one undo takes back. A subject without a position gets one.
// It returns how many were changed: none is no error and no act. ErrNotFound
// where a subject's block is gone, ErrTooLong, ErrInvalid.
func (d *Desk) AmendPositions(ctx context.Context, note ID, subjects []Subject, a Amendment) (int, error) {
	x, err := d.Dossier(ctx, note)
	if err != nil {
		return 0, err
	}
	var changes []Change
	for _, s := range subjects {
		p, base, err := d.amended(ctx, x, s, a)
		if err != nil {
			return 0, err
		}
		if p != nil {
			changes = append(changes, Put(p, base))
		}
	}
	act := Act{Code: "act.many_assign", Args: []string{strconv.Itoa(len(changes)), a.whom()}}
	if a.Stance != StanceNone {
		act = Act{Code: "act.many_stance", Args: []string{strconv.Itoa(len(changes)), string(a.Stance)}}
	}
	return d.commitMany(ctx, act, changes)
}

// whom names who was assigned.
func (a Amendment) whom() string {
	if a.Owner == "" {
		return a.Ministry
	}
	return a.Owner
}

// amended is a subject's position with the amendment; nil where that changes
// nothing. Who prepares it is no word of the text: no clearance suffers.
func (d *Desk) amended(ctx context.Context, x *Dossier, s Subject, a Amendment) (*Position, uint64, error) {
	before := x.Position(s)
	p, base := Position{Note: x.Note.ID, Subject: s}, uint64(0)
	if before != nil {
		p, base = *before, x.Base(before)
		p.Texts = maps.Clone(before.Texts)
	}
	if a.Stance != StanceNone {
		p.Stance = a.Stance
	}
	if a.Ministry != "" {
		p.SetText(FieldMinistry, a.Ministry)
	}
	if err := p.check(); err != nil {
		return nil, 0, err
	}
	same := before != nil && before.sameWords(&p)
	if same && (a.Owner == "" || a.Owner == before.Owner) {
		return nil, 0, nil
	}
	p.Changed = d.Now().UTC()
	if !same {
		if err := d.completePosition(ctx, &p, before, x.Text); err != nil {
			return nil, 0, err
		}
	}
	if a.Owner != "" {
		p.Owner = a.Owner
	}
	return &p, base, nil
}

// MovePositions takes the positions of several subjects to another state in
// one act; those that have no such step, and subjects without a position, are
// left alone. It returns how many moved.
func (d *Desk) MovePositions(ctx context.Context, note ID, subjects []Subject, to PositionState) (int, error) {
	x, err := d.Dossier(ctx, note)
	if err != nil {
		return 0, err
	}
	var changes []Change
	for _, s := range subjects {
		before := x.Position(s)
		if before == nil || !slices.Contains(before.Moves(), to) {
			continue
		}
		p := *before
		p.State, p.Archived, p.Changed = to, "", d.Now().UTC()
		changes = append(changes, Put(&p, x.Base(before)))
	}
	return d.commitMany(ctx, Act{Code: "act.many_state", Args: []string{strconv.Itoa(len(changes)), string(to)}}, changes)
}

func (d *Desk) commitMany(ctx context.Context, act Act, changes []Change) (int, error) {
	if len(changes) == 0 {
		return 0, nil
	}
	_, err := d.commit(ctx, act, changes...)
	return len(changes), err
}
