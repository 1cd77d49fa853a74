package briefing

import (
	"context"
	"errors"
)

// UndoAct is the act that Undo would take back; ErrNothingToUndo.
func (d *Desk) UndoAct(ctx context.Context) (Act, error) {
	e, err := d.undoTarget(ctx)
	return e.Act, err
}

// RedoAct is the act that Redo would bring back; ErrNothingToRedo.
func (d *Desk) RedoAct(ctx context.Context) (Act, error) {
	e, err := d.redoTarget(ctx)
	return e.Act, err
}

// Undo takes the newest act back by writing each entity's earlier revision as
// a new one: the history keeps both. It says what it took back.
func (d *Desk) Undo(ctx context.Context) (Act, error) {
	e, err := d.undoTarget(ctx)
	if err != nil {
		return Act{}, err
	}
	return e.Act, d.takeBack(ctx, e, Commit{Act: e.Act, Undoes: e.Sequence})
}

// Redo brings back what the newest undo took.
func (d *Desk) Redo(ctx context.Context) (Act, error) {
	e, err := d.redoTarget(ctx)
	if err != nil {
		return Act{}, err
	}
	return e.Act, d.takeBack(ctx, e, Commit{Act: e.Act, Redoes: e.Sequence})
}

// undoTarget walks back past undone acts and their undos.
func (d *Desk) undoTarget(ctx context.Context) (Entry, error) {
	var target Entry
	past := map[uint64]bool{}
	err := d.Vault.Commits(ctx, func(e Entry) error {
		switch {
		case e.Undoes != 0:
			past[e.Undoes] = true
		case past[e.Sequence]:
		case e.Act.Code == actSeeded, e.Act.Code == ActLost:
		default:
			target = e
			return ErrStop
		}
		return nil
	})
	if err == nil && target.Sequence == 0 {
		err = ErrNothingToUndo
	}
	return target, err
}

// redoTarget is the newest undo that was not redone and that no new act follows.
func (d *Desk) redoTarget(ctx context.Context) (Entry, error) {
	var target Entry
	redone := map[uint64]bool{}
	err := d.Vault.Commits(ctx, func(e Entry) error {
		switch {
		case e.Redoes != 0:
			redone[e.Redoes] = true
		case e.Undoes != 0 && redone[e.Sequence]:
		case e.Undoes != 0:
			target = e
			return ErrStop
		default:
			return ErrStop
		}
		return nil
	})
	if err == nil && target.Sequence == 0 {
		err = ErrNothingToRedo
	}
	return target, err
}

// takeBack writes what each touched entity was before the entry.
func (d *Desk) takeBack(ctx context.Context, e Entry, c Commit) error {
	for _, t := range e.Touched {
		past, err := d.Vault.Revisions(ctx, t.Key)
		if err != nil {
			return err
		}
		c.Changes = append(c.Changes, backTo(t, past))
	}
	_, err := d.commitAs(ctx, c)
	return err
}

// backTo is the change to the revision before the touch.
func backTo(t Touch, past []Record) Change {
	change := Change{Key: t.Key}
	for _, r := range past {
		if r.Revision < t.Revision && r.Act.Code != ActLost {
			change.Value = r.Value
		}
		change.Base = max(change.Base, r.Revision)
	}
	return change
}

// History lists an entity's revisions, oldest first.
func (d *Desk) History(ctx context.Context, k Key) ([]Record, error) {
	return d.Vault.Revisions(ctx, k)
}

// Restore writes an earlier revision of an entity as its newest; a position
// comes back as a draft, since nobody cleared it again.
func (d *Desk) Restore(ctx context.Context, k Key, revision uint64) error {
	past, err := d.Vault.Revisions(ctx, k)
	if err != nil {
		return err
	}
	var old Record
	for _, r := range past {
		if r.Revision == revision {
			old = r
		}
	}
	if old.Value == nil {
		return ErrNotFound
	}
	label := ""
	switch e := old.Value.(type) {
	case *Position:
		label = e.Anchor.Label
		e.demote()
	case *Annotation:
		label = e.Anchor.Label
	}
	_, err = d.commit(ctx, Act{Code: "act.restore", Args: []string{label}}, Put(old.Value, past[len(past)-1].Revision))
	return err
}

// Acts lists the newest n acts.
func (d *Desk) Acts(ctx context.Context, n int) ([]Entry, error) {
	var out []Entry
	err := d.Vault.Commits(ctx, func(e Entry) error {
		if len(out) == n {
			return ErrStop
		}
		out = append(out, e)
		return nil
	})
	if errors.Is(err, ErrStop) {
		err = nil
	}
	return out, err
}
