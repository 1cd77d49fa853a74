package briefing

import (
	"context"
	"strconv"
)

// CarryOver does what a plan says, as one act: the newer version gets the
// positions, remarks and stances, and those whose text is gone are archived.
// The earlier version keeps its own. It says how many positions went along;
// ErrConflict where something moved on since the plan was made.
func (d *Desk) CarryOver(ctx context.Context, p *CarryPlan) (int, error) {
	x := carrier{d: d, plan: p}
	for _, collect := range []func() error{x.positions, x.annotations, x.observations} {
		if err := collect(); err != nil {
			return 0, err
		}
	}
	for _, a := range p.Asks {
		x.changes = append(x.changes, Put(a, p.Newer.Base(a)))
	}
	if len(x.changes) == 0 {
		return 0, nil
	}
	act := Act{Code: "act.carry", Args: []string{p.Newer.Note.name(), strconv.Itoa(x.count)}}
	_, err := d.commit(ctx, act, x.changes...)
	return x.count, err
}

// carrier collects the changes of one carrying over.
type carrier struct {
	d       *Desk
	plan    *CarryPlan
	changes []Change
	count   int
}

func (x *carrier) positions() error {
	now := x.d.Now().UTC()
	for i := range x.plan.Steps {
		s := &x.plan.Steps[i]
		if s.Outcome == CarryArchived {
			gone := *s.Position
			gone.State, gone.Archived, gone.Changed = StateOvertaken, ArchivedTextDeleted, now
			x.changes = append(x.changes, Put(&gone, x.plan.Older.Base(s.Position)))
		}
		if !s.Goes() {
			continue
		}
		id, err := x.d.newID()
		if err != nil {
			return err
		}
		p := s.carried(x.plan.Newer, x.plan.optionCodes(s.Position.Subject, s.To[s.Chosen]), id, now)
		x.changes = append(x.changes, Put(p, 0))
		x.count++
	}
	return nil
}

func (x *carrier) annotations() error {
	for _, a := range x.plan.Annotations {
		fresh := *a
		var err error
		if fresh.ID, err = x.d.newID(); err != nil {
			return err
		}
		x.changes = append(x.changes, Put(&fresh, 0))
	}
	return nil
}

func (x *carrier) observations() error {
	for _, o := range x.plan.Observations {
		fresh := *o
		var err error
		if fresh.ID, err = x.d.newID(); err != nil {
			return err
		}
		x.changes = append(x.changes, Put(&fresh, 0))
	}
	return nil
}
