package briefing

import "context"

// asOf is the dossier as it was after a commit: what later commits touched is
// taken back, the rest is shared.
func (d *Desk) asOf(ctx context.Context, x *Dossier, upto uint64) (*Dossier, error) {
	touched := map[Key]bool{}
	err := d.Vault.Commits(ctx, func(e Entry) error {
		if e.Sequence <= upto {
			return ErrStop
		}
		for _, t := range e.Touched {
			touched[t.Key] = true
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	past := *x
	past.Before, past.Upto = nil, upto
	for k := range touched {
		if k.Parent != x.Note.ID && k != x.Note.Key() && k != x.Text.Key() && k.Table != TableMeeting {
			continue
		}
		old, err := d.revisionAt(ctx, k, upto)
		if err != nil {
			return nil, err
		}
		past.putBack(k, old)
	}
	past.sort()
	return &past, nil
}

// revisionAt is an entity as it was after a commit; nil where there was none.
func (d *Desk) revisionAt(ctx context.Context, k Key, upto uint64) (Entity, error) {
	list, err := d.Vault.Revisions(ctx, k)
	if err != nil {
		return nil, err
	}
	var old Entity
	for _, r := range list {
		if r.Sequence <= upto {
			old = r.Value
		}
	}
	return old, nil
}

// putBack replaces an entity of the dossier by what it was. A note or a text
// that was not there yet stays: there is nothing to compare with.
func (d *Dossier) putBack(k Key, old Entity) {
	switch k.Table {
	case TableNote:
		if n, ok := old.(*Note); ok {
			d.Note = n
		}
	case TableText:
		if t, ok := old.(*Text); ok {
			d.Text = t
		}
	case TableMeeting:
		d.Meetings = putBack(d.Meetings, k, old, false)
	case TableAsk:
		d.Asks = putBack(d.Asks, k, old, true)
	case TablePosition:
		d.Positions = putBack(d.Positions, k, old, true)
	case TableAnnotation:
		d.Annotations = putBack(d.Annotations, k, old, true)
	case TableObservation:
		d.Observations = putBack(d.Observations, k, old, true)
	case TableFile, TableDelegation, TableBatch, TablePack, TableSetting, TableReturn, TablePairing:
	}
}

// putBack makes a new list with the entity as it was. One that is gone today
// comes back at the end where add says so.
func putBack[E Entity](list []E, k Key, old Entity, add bool) []E {
	var out []E
	was, have := old.(E)
	for _, e := range list {
		switch {
		case e.Key() != k:
			out = append(out, e)
		case have:
			out = append(out, was)
			have = false
		}
	}
	if have && add {
		out = append(out, was)
	}
	return out
}
