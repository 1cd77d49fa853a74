package briefing

import (
	"cmp"
	"context"
	"strconv"
)

// FindBatch finds a batch by its number; ErrNotFound.
func (d *Desk) FindBatch(ctx context.Context, number int) (*Batch, error) {
	batches, err := d.Batches(ctx)
	if err != nil {
		return nil, err
	}
	for _, b := range batches {
		if b.Number == number {
			return b, nil
		}
	}
	return nil, ErrNotFound.Because(nil, "Value", strconv.Itoa(number))
}

// NextRound is the order for the next round of a batch: to the same people,
// in the same language, only what is still open, with the round before shown.
// What was ticked then has to be ticked anew. ErrNothingToExport where
// nothing is open.
func (d *Desk) NextRound(ctx context.Context, batch ID) (ReviewOrder, error) {
	b, _, err := get[*Batch](ctx, d.Vault, Key{Table: TableBatch, ID: batch})
	if err != nil {
		return ReviewOrder{}, err
	}
	o := ReviewOrder{RoundOf: batch, To: b.To, Mark: b.Mark, Language: b.Language, Rounds: 1}
	if len(b.Rows) > 0 {
		o.Note = b.Rows[0].Note
	}
	positions, err := d.openRows(ctx, b)
	if err == nil && len(positions) == 0 {
		err = ErrNothingToExport
	}
	o.Choice.Positions = positions
	return o, err
}

func (d *Desk) openRows(ctx context.Context, b *Batch) ([]ID, error) {
	if len(b.Rows) == 0 {
		return []ID{}, nil
	}
	var held []*Position
	err := all(ctx, d.Vault, TablePosition, b.Rows[0].Note, func(p *Position, _ uint64) { held = append(held, p) })
	return b.OpenRows(held), err
}

// rounds completes an order that is the next round of a batch, or that shows
// earlier ones.
func (d *Desk) rounds(ctx context.Context, o ReviewOrder) (ReviewOrder, error) {
	if !o.RoundOf.IsZero() && o.Choice.Positions == nil {
		next, err := d.NextRound(ctx, o.RoundOf)
		if err != nil {
			return o, err
		}
		o.Choice.Positions = next.Choice.Positions
		o.To, o.Mark, o.Language = cmp.Or(o.To, next.To), cmp.Or(o.Mark, next.Mark), cmp.Or(o.Language, next.Language)
		o.Rounds = max(o.Rounds, next.Rounds)
	}
	if o.Rounds == 0 {
		return o, nil
	}
	batches, err := d.Batches(ctx)
	if err != nil {
		return o, err
	}
	back := map[ID][]*Return{}
	for _, b := range batches {
		if back[b.ID], err = d.ReturnsOf(ctx, b.ID); err != nil {
			return o, err
		}
	}
	o.Choice.Earlier = earlierRounds(batches, back, o.Rounds)
	return o, nil
}
