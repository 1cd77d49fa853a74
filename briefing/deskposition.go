package briefing

import (
	"context"
	"maps"
	"slices"
	"strconv"
)

// SavePosition saves what a person typed: a new position (base 0 and no id)
// or today's on revision base. Its state follows by rule; saving what is
// already there does nothing. It returns the position as saved with its
// revision. ErrConflict where it moved on or the subject has one already,
// ErrTooLong, ErrInvalid.
func (d *Desk) SavePosition(ctx context.Context, p Position, base uint64) (*Position, uint64, error) {
	if err := p.check(); err != nil {
		return nil, 0, err
	}
	text, _, err := get[*Text](ctx, d.Vault, Key{Table: TableText, ID: p.Note})
	if err != nil {
		return nil, 0, err
	}
	before, err := d.positionBefore(ctx, &p, base)
	if err != nil {
		return nil, 0, err
	}
	if before != nil && before.sameWords(&p) {
		return before, base, nil
	}
	if err := d.completePosition(ctx, &p, before, text); err != nil {
		return nil, 0, err
	}
	r, err := d.commit(ctx, positionAct(before, &p), Put(&p, base))
	if err != nil {
		return nil, 0, err
	}
	return &p, r.revision(), nil
}

// positionBefore is today's position of the same id; nil for a new one, which
// must not stand beside another on its subject.
func (d *Desk) positionBefore(ctx context.Context, p *Position, base uint64) (*Position, error) {
	if !p.ID.IsZero() {
		if base == 0 {
			return nil, ErrConflict
		}
		before, _, err := get[*Position](ctx, d.Vault, p.Key())
		return before, err
	}
	var twin *Position
	err := all(ctx, d.Vault, TablePosition, p.Note, func(x *Position, _ uint64) {
		if x.Subject == p.Subject {
			twin = x
		}
	})
	if err == nil && twin != nil {
		err = ErrConflict
	}
	return nil, err
}

// completePosition fills what nobody types: id, anchor, author, times, state.
func (d *Desk) completePosition(ctx context.Context, p, before *Position, text *Text) error {
	now := d.Now().UTC()
	p.Changed = now
	if before != nil {
		p.Subject, p.Anchor, p.Author, p.Created = before.Subject, before.Anchor, before.Author, before.Created
		p.Owner, p.From, p.Archived = before.Owner, before.From, ""
		p.Clearance, p.State, p.Stale, p.Replies = before.Clearance, before.State, before.Stale, before.Replies
		p.demote()
		return nil
	}
	b := text.Block(p.Subject.Block)
	if b == nil {
		return ErrNotFound.Because(nil, "Value", p.Subject.Block)
	}
	id, err := d.newID()
	if err != nil {
		return err
	}
	settings, err := d.Settings(ctx)
	if err != nil {
		return err
	}
	p.ID, p.Created, p.Author = id, now, settings.Author
	p.Anchor = AnchorAt(b, 0, 0)
	p.Anchor.Label = text.LabelOf(b).String()
	p.State, p.Stale, p.Clearance, p.Replies = StateDraft, false, nil, nil
	return nil
}

// demote applies the rule that a change of text makes a clearance stale and
// takes a sent or ready text back to draft. Nothing of the clearance is lost.
func (p *Position) demote() {
	if p.State.Cleared() || p.State == StatePartlyCleared || p.State == StateNoObjection {
		p.Stale = p.Clearance != nil
	}
	p.State = StateDraft
}

// sameWords tells whether q says what p says.
func (p *Position) sameWords(q *Position) bool {
	return p.Stance == q.Stance && p.Priority == q.Priority && p.Intervene == q.Intervene &&
		maps.Equal(p.Texts, q.Texts) && maps.Equal(p.Marks, q.Marks) && p.Mark == q.Mark &&
		p.Due == q.Due && slices.Equal(p.Ranking, q.Ranking) && p.Seconds == q.Seconds &&
		slices.Equal(p.Tags, q.Tags)
}

// check refuses what no editor should let through.
func (p *Position) check() error {
	for f, text := range p.Texts {
		if f.String() == "" {
			return ErrInvalid.Because(nil, "Value", "field "+strconv.Itoa(int(f)))
		}
		if text == "" {
			delete(p.Texts, f)
		}
		if err := checkLength(f.String(), text); err != nil {
			return err
		}
	}
	if _, ok := ParseStance(string(p.Stance)); !ok {
		return ErrInvalid.Because(nil, "Value", string(p.Stance))
	}
	if !p.Due.Valid() {
		return ErrInvalid.Because(nil, "Value", string(p.Due))
	}
	p.Tags = tidyTags(p.Tags)
	return p.checkRanking()
}

// checkRanking wants each option once and each place once, from 1.
func (p *Position) checkRanking() error {
	options, places := map[string]bool{}, map[int]bool{}
	for _, r := range p.Ranking {
		if r.Place < 1 || options[r.Option] || places[r.Place] {
			return ErrInvalid.Because(nil, "Value", r.Option+" "+strconv.Itoa(r.Place))
		}
		options[r.Option], places[r.Place] = true, true
	}
	return nil
}

// moves are the states a person may take a position to from where it is.
// Clearing has a use-case of its own; sending and returning belong to batches.
var moves = map[PositionState][]PositionState{
	StateDraft:          {StateReady, StateOvertaken},
	StateReady:          {StateDraft, StateOvertaken},
	StateSent:           {StateDraft, StateOvertaken},
	StateReturned:       {StateDraft, StateRedraft, StateDeferred, StateOvertaken},
	StateCleared:        {StateDelivered, StateNotDelivered, StateOvertaken},
	StateClearedChanged: {StateDelivered, StateNotDelivered, StateOvertaken},
	StatePartlyCleared:  {StateDraft, StateDelivered, StateNotDelivered, StateOvertaken},
	StateRedraft:        {StateDraft},
	StateDeferred:       {StateDraft},
	StateNoObjection:    {StateDraft, StateDelivered, StateNotDelivered},
	StateDelivered:      {StateNotDelivered},
	StateNotDelivered:   {StateDelivered},
	StateOvertaken:      {StateDraft},
}

// Moves lists the states a person may take the position to.
func (p *Position) Moves() []PositionState { return moves[p.State] }

// MovePosition takes a position at revision base to another state.
// ErrInvalid where the rules have no such step.
func (d *Desk) MovePosition(ctx context.Context, k Key, base uint64, to PositionState) (*Position, uint64, error) {
	p, _, err := get[*Position](ctx, d.Vault, k)
	if err != nil {
		return nil, 0, err
	}
	if !slices.Contains(p.Moves(), to) {
		return nil, 0, ErrInvalid.Because(nil, "Value", string(p.State)+" → "+string(to))
	}
	p.State, p.Archived, p.Changed = to, "", d.Now().UTC()
	r, err := d.commit(ctx, Act{Code: "act.position_state", Args: []string{p.Anchor.Label, string(to)}}, Put(p, base))
	return p, r.revision(), err
}

// ClearPosition records that a named person agreed to the text as it stands
// at revision base: a human act with a name and a date.
func (d *Desk) ClearPosition(ctx context.Context, k Key, base uint64, c Clearance) (*Position, uint64, error) {
	p, revision, err := get[*Position](ctx, d.Vault, k)
	if err != nil {
		return nil, 0, err
	}
	if c.Name == "" || !c.Date.Full() || !c.Date.Valid() {
		return nil, 0, ErrInvalid.Because(nil, "Value", c.Name+" "+string(c.Date))
	}
	c.Revision = revision
	p.Clearance, p.State, p.Stale, p.Changed = &c, StateCleared, false, d.Now().UTC()
	r, err := d.commit(ctx, Act{Code: "act.position_clear", Args: []string{p.Anchor.Label, c.Name}}, Put(p, base))
	return p, r.revision(), err
}

// RemovePosition removes a position at revision base; its history stays.
func (d *Desk) RemovePosition(ctx context.Context, k Key, base uint64) error {
	p, _, err := get[*Position](ctx, d.Vault, k)
	if err != nil {
		return err
	}
	_, err = d.commit(ctx, Act{Code: "act.position_remove", Args: []string{p.Anchor.Label}}, Drop(k, base))
	return err
}

// positionAct names a save by the one thing it changed, where it is one.
func positionAct(before, p *Position) Act {
	label := p.Anchor.Label
	if before == nil {
		before = &Position{}
	}
	rest := *p
	rest.Stance = before.Stance
	if before.Stance != p.Stance && before.sameWords(&rest) {
		return Act{Code: "act.position_stance", Args: []string{label, string(p.Stance)}}
	}
	for _, f := range Fields {
		one := *p
		one.Texts = maps.Clone(p.Texts)
		one.SetText(f, before.Text(f))
		if before.Text(f) != p.Text(f) && before.sameWords(&one) {
			return Act{Code: "act.position_field", Args: []string{label, f.String()}}
		}
	}
	return Act{Code: "act.position", Args: []string{label}}
}
