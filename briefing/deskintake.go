package briefing

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"time"
)

// intake collects the changes of one workbook.
type intake struct {
	desk      *Desk
	r         *Reconciliation
	at        time.Time // one moment for all of it
	by        string
	positions map[ID]*Change
	order     []ID
	decided   map[ID]bool // positions that a row of this call settled
	others    []Change
	texts     map[ID]*Text
}

func (d *Desk) newIntake(ctx context.Context, r *Reconciliation) (*intake, error) {
	settings, err := d.Settings(ctx)
	if err != nil {
		return nil, err
	}
	return &intake{
		desk: d, r: r, at: d.Now().UTC(), by: cmp.Or(settings.Author, d.Author),
		positions: map[ID]*Change{}, decided: map[ID]bool{}, texts: map[ID]*Text{},
	}, nil
}

func (in *intake) all() []Change {
	out := slices.Clone(in.others)
	for _, id := range in.order {
		out = append(out, *in.positions[id])
	}
	return out
}

// position is a copy of a row's position to change, the same for all rows.
func (in *intake) position(row *ReviewedRow) *Position {
	id := row.Sent.Position
	if c := in.positions[id]; c != nil {
		if p, ok := c.Value.(*Position); ok {
			return p
		}
	}
	p := *row.now.Position
	p.Texts = cloneTexts(p.Texts)
	p.Changed = in.at
	c := Put(&p, row.now.Revision)
	in.positions[id], in.order = &c, append(in.order, id)
	return &p
}

func cloneTexts(texts map[Field]string) map[Field]string {
	out := make(map[Field]string, len(texts))
	maps.Copy(out, texts)
	return out
}

// batch moves the batch on: received, or reconciled once no position of it
// waits any more.
func (in *intake) batch(ctx context.Context) error {
	b, base, err := get[*Batch](ctx, in.desk.Vault, in.r.Batch.Key())
	if err != nil {
		return err
	}
	state := BatchReconciled
	for i := range b.Rows {
		if in.waiting(&b.Rows[i]) {
			state = BatchReceived
		}
	}
	if b.State != state {
		b.State = state
		in.others = append(in.others, Put(b, base))
	}
	return nil
}

// waiting tells whether a row's position still has to be decided.
func (in *intake) waiting(row *BatchRow) bool {
	var state PositionState
	for i := range in.r.Rows {
		if in.r.Rows[i].Sent.Position == row.Position {
			state = in.r.Rows[i].State
		}
	}
	if c := in.positions[row.Position]; c != nil {
		if p, ok := c.Value.(*Position); ok {
			state = p.State
		}
	}
	return state == StateSent || state == StateReturned || state == StateNone
}
