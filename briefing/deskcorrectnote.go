package briefing

import (
	"context"
	"reflect"
)

// CorrectNote corrects a note that is in the vault, made on a revision of its
// text. Blocks keep their ids; its asks are found again without losing what a
// person made of them; positions, annotations and others' stances stay on
// their words. One correction is one commit, so that Undo takes back all of
// it. Errors are those of Correct, ErrConflict, and ErrHeldTwice where two
// blocks that hold a position each would become one.
func (d *Desk) CorrectNote(ctx context.Context, note ID, base uint64, c Correction) error {
	x, err := d.Dossier(ctx, note)
	if err != nil {
		return err
	}
	blocks, err := corrected(x.Text.Blocks, c)
	if err != nil {
		return err
	}
	triggers, err := d.allTriggers(ctx)
	if err != nil {
		return err
	}
	move := newRelocation(x, blocks, triggers)
	changes, err := move.changes(d)
	if err != nil {
		return err
	}
	text := &Text{Note: note, Blocks: blocks, Corrections: append(x.Text.Corrections, c)}
	_, err = d.commit(ctx, c.Act(x.Text), append([]Change{Put(text, base)}, changes...)...)
	return err
}

// Act names the correction of a text for menus and the history.
func (c Correction) Act(t *Text) Act {
	return Act{Code: "act.correct", Args: []string{placeName(t, c.Block), string(c.Do)}}
}

// placeName is what people call a block: its label, else its first words.
func placeName(t *Text, id string) string {
	const words = 24
	b := t.Block(id)
	if b == nil {
		return id
	}
	if name := t.LabelOf(b).String(); b.Label != "" {
		return name
	}
	if runes := []rune(b.Text); len(runes) > words {
		return "“" + string(runes[:words]) + "…”"
	}
	return "“" + b.Text + "”"
}

// same tells whether an entity was left as it was.
func same[E Entity](a, b E) bool { return reflect.DeepEqual(a, b) }
