package briefing

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// as gives a record's value as its type; an error means a damaged vault.
func as[E Entity](r Record) (E, error) {
	e, ok := r.Value.(E)
	if !ok {
		return e, ErrVaultDamaged.Because(fmt.Errorf("table %d holds %T", r.Key.Table, r.Value))
	}
	return e, nil
}

// all reads a table, or what stands under one parent in it.
func all[E Entity](ctx context.Context, s Store, t Table, parent ID, each func(E, uint64)) error {
	return s.Scan(ctx, t, parent, func(r Record) error {
		e, err := as[E](r)
		if err != nil {
			return err
		}
		each(e, r.Revision)
		return nil
	})
}

// get reads one entity with its revision.
func get[E Entity](ctx context.Context, s Store, k Key) (e E, revision uint64, err error) {
	r, err := s.Get(ctx, k)
	if err != nil {
		return e, 0, err
	}
	e, err = as[E](r)
	return e, r.Revision, err
}

// baseOf is today's revision of an entity, 0 where it never was. A removed
// entity counts on from its removal.
func (d *Desk) baseOf(ctx context.Context, k Key) (uint64, error) {
	past, err := d.Vault.Revisions(ctx, k)
	if errors.Is(err, ErrNotFound) || err == nil && len(past) == 0 {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	return past[len(past)-1].Revision, nil
}

// Revision is today's revision of an entity: the base of an edit. It is 0
// where the entity is new.
func (d *Desk) Revision(ctx context.Context, k Key) (uint64, error) { return d.baseOf(ctx, k) }

// Notes lists the notes, newest document first.
func (d *Desk) Notes(ctx context.Context) ([]*Note, error) {
	var out []*Note
	err := all(ctx, d.Vault, TableNote, ID{}, func(n *Note, _ uint64) { out = append(out, n) })
	slices.SortStableFunc(out, func(a, b *Note) int { return cmp.Compare(b.Date, a.Date) })
	return out, err
}

// Meetings lists the meetings, the next first.
func (d *Desk) Meetings(ctx context.Context) ([]*Meeting, error) {
	var out []*Meeting
	err := all(ctx, d.Vault, TableMeeting, ID{}, func(m *Meeting, _ uint64) { out = append(out, m) })
	slices.SortStableFunc(out, func(a, b *Meeting) int { return cmp.Compare(a.Start, b.Start) })
	return out, err
}

// Delegations lists delegations and groups in key order.
func (d *Desk) Delegations(ctx context.Context) ([]*Delegation, error) {
	var out []*Delegation
	err := all(ctx, d.Vault, TableDelegation, ID{}, func(x *Delegation, _ uint64) { out = append(out, x) })
	return out, err
}

// FindNote finds a note by its id or symbol; ErrNotFound, ErrAmbiguous where
// several notes share the symbol.
func (d *Desk) FindNote(ctx context.Context, ref string) (*Note, error) {
	notes, err := d.Notes(ctx)
	if err != nil {
		return nil, err
	}
	var found []*Note
	for _, n := range notes {
		if n.ID.String() == ref {
			return n, nil
		}
		if strings.EqualFold(n.Symbol, strings.TrimSpace(ref)) {
			found = append(found, n)
		}
	}
	switch len(found) {
	case 0:
		return nil, ErrNotFound.Because(nil, "Value", ref)
	case 1:
		return found[0], nil
	}
	return nil, ErrAmbiguous.Because(nil, "Value", ref)
}

// Dossier reads everything held on a note.
func (d *Desk) Dossier(ctx context.Context, note ID) (*Dossier, error) {
	out := &Dossier{Revisions: map[Key]uint64{}}
	// First, so that what is read after it is at least as new as Upto says.
	err := d.Vault.Commits(ctx, func(e Entry) error { out.Upto = e.Sequence; return ErrStop })
	if err != nil {
		return nil, err
	}
	if out.Note, err = keep[*Note](ctx, d, out, Key{Table: TableNote, ID: note}); err != nil {
		return nil, err
	}
	if out.Text, err = keep[*Text](ctx, d, out, Key{Table: TableText, ID: note}); err != nil {
		return nil, err
	}
	if out.Settings, err = d.Settings(ctx); err != nil {
		return nil, err
	}
	for _, read := range []func() error{
		func() error { return collect(ctx, d, out, TableAsk, note, &out.Asks) },
		func() error { return collect(ctx, d, out, TablePosition, note, &out.Positions) },
		func() error { return collect(ctx, d, out, TableAnnotation, note, &out.Annotations) },
		func() error { return collect(ctx, d, out, TableObservation, note, &out.Observations) },
		func() error { return collect(ctx, d, out, TableDelegation, ID{}, &out.Delegations) },
		func() error { return d.linkedMeetings(ctx, out) },
		func() error { return d.clearedBefore(ctx, out) },
	} {
		if err := read(); err != nil {
			return nil, err
		}
	}
	out.sort()
	return out, nil
}

func keep[E Entity](ctx context.Context, d *Desk, out *Dossier, k Key) (E, error) {
	e, revision, err := get[E](ctx, d.Vault, k)
	out.Revisions[k] = revision
	return e, err
}

func collect[E Entity](ctx context.Context, d *Desk, out *Dossier, t Table, parent ID, into *[]E) error {
	return all(ctx, d.Vault, t, parent, func(e E, revision uint64) {
		*into = append(*into, e)
		out.Revisions[e.Key()] = revision
	})
}

// linkedMeetings reads the meeting the note serves and those linked to it.
func (d *Desk) linkedMeetings(ctx context.Context, out *Dossier) error {
	if out.Note.Meeting.IsZero() {
		return nil
	}
	m, err := keep[*Meeting](ctx, d, out, Key{Table: TableMeeting, ID: out.Note.Meeting})
	if errors.Is(err, ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	out.Meetings = append(out.Meetings, m)
	for _, id := range m.Linked {
		linked, err := keep[*Meeting](ctx, d, out, Key{Table: TableMeeting, ID: id})
		if errors.Is(err, ErrNotFound) {
			continue
		}
		if err != nil {
			return err
		}
		out.Meetings = append(out.Meetings, linked)
	}
	return nil
}

// sort puts what hangs on blocks in the blocks' order.
func (d *Dossier) sort() {
	order := make(map[string]int, len(d.Text.Blocks))
	for i, b := range d.Text.Blocks {
		order[b.ID] = i
	}
	slices.SortStableFunc(d.Asks, func(a, b *Ask) int { return cmp.Compare(order[a.Block], order[b.Block]) })
	slices.SortStableFunc(d.Positions, func(a, b *Position) int { return cmp.Compare(order[a.Subject.Block], order[b.Subject.Block]) })
	slices.SortStableFunc(d.Annotations, func(a, b *Annotation) int {
		return cmp.Compare(order[a.Anchor.Block], order[b.Anchor.Block])
	})
	slices.SortStableFunc(d.Observations, func(a, b *Observation) int { return cmp.Compare(a.Date, b.Date) })
}

// Source gives the bytes a note was read from, as they came.
func (d *Desk) Source(ctx context.Context, note ID) ([]byte, error) {
	f, _, err := get[*File](ctx, d.Vault, Key{Table: TableFile, ID: note})
	if err != nil {
		return nil, err
	}
	return f.Bytes, nil
}
