package briefing

import (
	"context"
	"slices"
	"strings"
)

// Observe saves a new observation of another delegation's stance. It is never
// overwritten: what changes is a new observation.
func (d *Desk) Observe(ctx context.Context, o Observation) (*Observation, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	who, _, err := get[*Delegation](ctx, d.Vault, Key{Table: TableDelegation, ID: o.Delegation})
	if err != nil {
		return nil, err
	}
	settings, err := d.Settings(ctx)
	if err != nil {
		return nil, err
	}
	if o.ID, err = d.newID(); err != nil {
		return nil, err
	}
	o.Created, o.Author = d.Now().UTC(), settings.Author
	_, err = d.commit(ctx, Act{Code: "act.observe", Args: []string{who.Name("en"), string(o.Stance)}}, Put(&o, 0))
	return &o, err
}

func (o *Observation) check() error {
	if _, ok := ParseStance(string(o.Stance)); !ok || o.Stance == StanceNone {
		return ErrInvalid.Because(nil, "Value", string(o.Stance))
	}
	if !slices.Contains(SourceKinds, o.Source) {
		return ErrInvalid.Because(nil, "Value", string(o.Source))
	}
	if !o.Date.Valid() || o.Date == "" {
		return ErrInvalid.Because(nil, "Value", string(o.Date))
	}
	if o.Note.IsZero() || o.Subject.Block == "" {
		return ErrInvalid.Because(nil, "Value", "subject")
	}
	return checkLength("observation", o.Text)
}

// RemoveObservation removes an observation entered by mistake; undo brings it back.
func (d *Desk) RemoveObservation(ctx context.Context, k Key, base uint64) error {
	o, _, err := get[*Observation](ctx, d.Vault, k)
	if err != nil {
		return err
	}
	_, err = d.commit(ctx, Act{Code: "act.observation_remove", Args: []string{"", string(o.Stance)}}, Drop(k, base))
	return err
}

// FindDelegation finds a delegation by id, code or a name in any language.
func (d *Desk) FindDelegation(ctx context.Context, ref string) (*Delegation, error) {
	list, err := d.Delegations(ctx)
	if err != nil {
		return nil, err
	}
	for _, x := range list {
		if x.is(ref) {
			return x, nil
		}
	}
	return nil, ErrNotFound.Because(nil, "Value", ref)
}

func (d *Delegation) is(ref string) bool {
	if d.ID.String() == ref || strings.EqualFold(d.Code, ref) {
		return true
	}
	for _, n := range d.Names {
		if strings.EqualFold(n, ref) {
			return true
		}
	}
	return false
}

// SaveDelegation adds a delegation (base 0 and no id) or replaces one; a
// changed name is marked as the user's.
func (d *Desk) SaveDelegation(ctx context.Context, x *Delegation, base uint64) error {
	if strings.TrimSpace(x.Name("en")) == "" {
		return ErrInvalid.Because(nil, "Value", "name")
	}
	if x.ID.IsZero() {
		id, err := d.newID()
		if err != nil {
			return err
		}
		x.ID = id
	}
	x.Edited = x.Edited || base > 0
	_, err := d.commit(ctx, Act{Code: "act.delegation", Args: []string{x.Name("en")}}, Put(x, base))
	return err
}
