package briefing

import (
	"cmp"
	"context"
	"slices"
	"strconv"
)

// Acceptance is a person's word on one row of a returned workbook.
type Acceptance struct {
	Row     int // place in Reconciliation.Rows
	Verdict Verdict
	// Line is our line to take in the words that VerdictEdit gives it.
	Line string
	// Answer is what we say to capital with VerdictReject.
	Answer string
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
// objection", "defer", "redraft" and "no position" never do. Where ministries
// say different things, the position is where their accepted answers take it
// together (Position.Consolidated).
//
// The same file again brings nothing in a second time; without acceptances
// it does nothing. ErrReturnRefused where the report blocks, ErrReturnDoubts
// where an accepted row has doubts and Despite is not set, ErrConflict where a
// position moved on since the comparison or a row was decided on before,
// ErrInvalid where an acceptance lacks a name, a day or words, or the row an
// answer.
func (d *Desk) AcceptReturn(ctx context.Context, r *Reconciliation, accepted ...Acceptance) error {
	if r.Blocked() || r.Batch == nil {
		return ErrReturnRefused
	}
	stored, err := d.stored(ctx, r)
	if err != nil || stored != nil && len(accepted) == 0 {
		return err
	}
	in, err := d.newIntake(ctx, r)
	if err != nil {
		return err
	}
	if stored == nil {
		if err := in.takeIn(ctx); err != nil {
			return err
		}
	}
	for _, a := range accepted {
		if err := in.accept(ctx, a); err != nil {
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

// accept applies one row to its position.
func (in *intake) accept(ctx context.Context, a Acceptance) error {
	row, err := in.acceptable(a)
	if err != nil {
		return err
	}
	in.decided[row.Sent.Position] = true
	p := in.position(row)
	if err := in.keepSaid(ctx, p, row); err != nil {
		return err
	}
	p.Replies = append(slices.Clone(p.Replies), in.reply(row, a))
	switch a.Verdict {
	case VerdictReject:
		p.State, p.Stale = StateDraft, p.Clearance != nil
		p.SetText(FieldOurAnswer, a.Answer)
	case VerdictEdit:
		err = in.edit(p, row, a)
	case VerdictAccept, "":
		err = in.decide(p, row, a.Clearance)
	}
	if err != nil {
		return err
	}
	return p.check()
}

// acceptable is the row that an acceptance is of, where it may be taken.
func (in *intake) acceptable(a Acceptance) (*ReviewedRow, error) {
	if a.Row < 0 || a.Row >= len(in.r.Rows) {
		return nil, ErrInvalid.Because(nil, "Value", strconv.Itoa(a.Row))
	}
	row := &in.r.Rows[a.Row]
	own := a.Verdict == VerdictEdit || a.Verdict == VerdictReject
	switch {
	case row.Position() == nil:
		return nil, ErrNotFound.Because(nil, "Value", row.Ref)
	case row.Decision == "" && (!own || !row.Answered() && !row.Asks()),
		a.Verdict == VerdictEdit && a.Line == "", a.Verdict == VerdictReject && a.Answer == "":
		return nil, ErrInvalid.Because(nil, "Value", row.Ref)
	case in.decided[row.Sent.Position], !own && !row.Open(), own && !row.Resolvable():
		return nil, ErrConflict
	case row.Asks() && !a.Despite && !own:
		return nil, ErrReturnDoubts.Because(nil, "Value", row.Ref)
	}
	return row, nil
}

func asked(doubts []Finding) bool {
	return slices.ContainsFunc(doubts, func(f Finding) bool { return f.Weight == WeighAsk })
}

// reply is what the position keeps of the answer and of who decided on it.
func (in *intake) reply(row *ReviewedRow, a Acceptance) Reply {
	return Reply{
		Batch: in.r.Batch.ID, SHA256: in.r.Returned.SHA256, Row: row.Row, Verdict: cmp.Or(a.Verdict, VerdictAccept),
		Decision: row.Decision, Text: row.Text, Claimed: row.Claimed, By: in.by, At: in.at, Reference: a.Clearance.Reference,
	}
}

// decide takes the position where the accepted decisions take it.
func (in *intake) decide(p *Position, row *ReviewedRow, c Clearance) error {
	approves := row.Decision == DecisionApprove || row.Decision == DecisionChanges
	if approves {
		if row.Decision == DecisionChanges && !row.Changes() {
			return ErrInvalid.Because(nil, "Value", row.Ref)
		}
		if row.Changes() {
			p.Replies[len(p.Replies)-1].Decision = DecisionChanges
			in.takeWords(p, row, row.Text)
		}
		if err := in.clear(p, row, c); err != nil {
			return err
		}
	}
	p.State = p.Consolidated(in.r.Batch.ID)
	if p.State == StateDeferred {
		p.Stance = StanceReservation // a scrutiny reservation, until capital has studied it
	}
	return nil
}

// edit accepts capital's answer in words of our own. Where nobody changed the
// position meanwhile they count as cleared, marked as edited; where somebody
// did, only capital's very words do: nobody there has seen any others, and
// the position is a draft for the next round.
func (in *intake) edit(p *Position, row *ReviewedRow, a Acceptance) error {
	approves := row.Decision == DecisionApprove || row.Decision == DecisionChanges
	verbatim := a.Line == row.Text
	in.takeWords(p, row, a.Line)
	if !approves || row.Moved() && !verbatim {
		p.State, p.Stale = StateDraft, p.Clearance != nil
		return nil
	}
	a.Clearance.Edited = !verbatim
	p.Replies[len(p.Replies)-1].Decision = DecisionChanges
	if err := in.clear(p, row, a.Clearance); err != nil {
		return err
	}
	p.State = p.Consolidated(in.r.Batch.ID)
	return nil
}

// clear records who agreed, and who took it for good.
func (in *intake) clear(p *Position, row *ReviewedRow, c Clearance) error {
	if c.Name == "" || !c.Date.Full() || !c.Date.Valid() {
		return ErrInvalid.Because(nil, "Value", c.Name+" "+string(c.Date))
	}
	c.Revision, c.Batch = row.now.Revision, in.r.Batch.ID
	c.AcceptedBy, c.AcceptedAt = in.by, in.at
	p.Clearance, p.Stale = &c, false
	return nil
}

// takeWords makes a line ours: what was cleared is what we say. What we had
// said stays in the batch and in the history.
func (in *intake) takeWords(p *Position, row *ReviewedRow, line string) {
	setWhere(p, FieldLine, line)
	if row.Stance != StanceNone {
		p.Stance = row.Stance
	}
}

func setWhere(p *Position, f Field, text string) {
	if text != "" {
		p.SetText(f, text)
	}
}
