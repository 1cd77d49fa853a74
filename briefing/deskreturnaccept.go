package briefing

import (
	"context"
	"maps"
	"slices"
	"strconv"
)

// Acceptance is a person's word on one row of a returned workbook.
type Acceptance struct {
	Row int // place in Reconciliation.Rows
	// Clearance is who agreed, as the person who accepts has made sure of; a
	// name and a day are needed where the decision clears.
	Clearance Clearance
	// Despite takes the answer although the row raises doubts.
	Despite bool
}

// AcceptReturn takes a workbook in, in one commit that one undo takes back:
// the file is kept byte for byte, answered positions are "returned", comments
// become annotations by their authors and new points proposed positions. Only
// the rows accepted go further, and only an approval clears: a blank row, "no
// objection", "defer", "redraft" and "no position" never do.
//
// The same file again brings nothing in a second time; without acceptances
// it does nothing. ErrReturnRefused where the report blocks, ErrReturnDoubts
// where an accepted row has doubts and Despite is not set, ErrConflict where a
// position moved on since the comparison, ErrInvalid where an acceptance
// lacks a name or day, or the row an answer.
func (d *Desk) AcceptReturn(ctx context.Context, r *Reconciliation, accepted ...Acceptance) error {
	if r.Blocked() || r.Batch == nil {
		return ErrReturnRefused
	}
	stored, err := d.stored(ctx, r)
	if err != nil || stored != nil && len(accepted) == 0 {
		return err
	}
	in := intake{desk: d, r: r, positions: map[ID]*Change{}, texts: map[ID]*Text{}}
	if stored == nil {
		if err := in.takeIn(ctx); err != nil {
			return err
		}
	}
	for _, a := range accepted {
		if err := in.accept(a); err != nil {
			return err
		}
	}
	if err := in.batch(ctx); err != nil {
		return err
	}
	act := Act{Code: "act.return", Args: []string{strconv.Itoa(r.Batch.Number), r.Returned.Name}}
	_, err = d.commit(ctx, act, in.all()...)
	return err
}

// intake collects the changes of one workbook.
type intake struct {
	desk      *Desk
	r         *Reconciliation
	positions map[ID]*Change
	order     []ID
	others    []Change
	texts     map[ID]*Text
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
	p.Changed = in.desk.Now().UTC()
	c := Put(&p, row.now.Revision)
	in.positions[id], in.order = &c, append(in.order, id)
	return &p
}

func cloneTexts(texts map[Field]string) map[Field]string {
	out := make(map[Field]string, len(texts))
	maps.Copy(out, texts)
	return out
}

// accept applies one row to its position.
func (in *intake) accept(a Acceptance) error {
	if a.Row < 0 || a.Row >= len(in.r.Rows) {
		return ErrInvalid.Because(nil, "Value", strconv.Itoa(a.Row))
	}
	row := &in.r.Rows[a.Row]
	switch {
	case row.Decision == "":
		return ErrInvalid.Because(nil, "Value", row.Ref)
	case row.now == nil:
		return ErrNotFound.Because(nil, "Value", row.Ref)
	case row.State != StateSent && row.State != StateReturned, row.Moved():
		return ErrConflict
	case asked(row.Doubts) && !a.Despite:
		return ErrReturnDoubts.Because(nil, "Value", row.Ref)
	}
	p := in.position(row)
	if p.State != StateSent && p.State != StateReturned {
		return ErrConflict // two rows of one workbook accepted for one position
	}
	return in.decide(p, row, a.Clearance)
}

func asked(doubts []Finding) bool {
	return slices.ContainsFunc(doubts, func(f Finding) bool { return f.Weight == WeighAsk })
}

// decide takes the position where capital's decision takes it.
func (in *intake) decide(p *Position, row *ReviewedRow, c Clearance) error {
	changed := row.Text != "" || row.Stance != StanceNone || row.Limits != ""
	switch row.Decision {
	case DecisionApprove, DecisionChanges:
		if c.Name == "" || !c.Date.Full() || !c.Date.Valid() || row.Decision == DecisionChanges && !changed {
			return ErrInvalid.Because(nil, "Value", c.Name+" "+string(c.Date))
		}
		p.State = StateCleared
		if changed {
			p.State = StateClearedChanged
			in.takeWords(p, row)
		}
		c.Revision, c.Batch = row.now.Revision, in.r.Batch.ID
		p.Clearance, p.Stale = &c, false
	case DecisionRedraft:
		p.State = StateRedraft
	case DecisionDefer:
		p.State = StateDeferred
	case DecisionNoObject:
		p.State = StateNoObjection
	case DecisionNoPosition:
		p.State = StateReturned
	}
	setWhere(p, FieldCapitalText, row.Text)
	setWhere(p, FieldCapitalComment, JoinText("\n", row.Comment, row.Limits))
	return p.check()
}

// takeWords makes what capital wrote ours: what was cleared is what we say.
// What we had said stays in the batch and in the history.
func (in *intake) takeWords(p *Position, row *ReviewedRow) {
	setWhere(p, FieldLine, row.Text)
	if row.Stance != StanceNone {
		p.Stance = row.Stance
	}
}

func setWhere(p *Position, f Field, text string) {
	if text != "" {
		p.SetText(f, text)
	}
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
