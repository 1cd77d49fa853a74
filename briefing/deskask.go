package briefing

import "context"

// ConfirmAsk says that a suggested ask is one.
func (d *Desk) ConfirmAsk(ctx context.Context, k Key, base uint64) error {
	return d.setAsk(ctx, k, base, "act.ask_confirm", func(a *Ask) { a.State = AskConfirmed })
}

// RefuseAsk says that a suggested ask is none; it can be confirmed again.
func (d *Desk) RefuseAsk(ctx context.Context, k Key, base uint64) error {
	return d.setAsk(ctx, k, base, "act.ask_refuse", func(a *Ask) { a.State = AskRefused })
}

// MergeAsk counts one ask as part of another of the same note.
func (d *Desk) MergeAsk(ctx context.Context, k Key, base uint64, into ID) error {
	if _, _, err := get[*Ask](ctx, d.Vault, Key{Table: TableAsk, Parent: k.Parent, ID: into}); err != nil {
		return err
	}
	return d.setAsk(ctx, k, base, "act.ask_merge", func(a *Ask) { a.State, a.MergedInto = AskMerged, into })
}

// SaveAsk replaces what a person may correct of an ask: its class, strength,
// options, how many to choose and when it is due.
func (d *Desk) SaveAsk(ctx context.Context, fixed Ask, base uint64) error {
	if fixed.Choose < 0 || fixed.Choose > len(fixed.Options)+1 || !fixed.Due.Valid() {
		return ErrInvalid.Because(nil, "Value", fixed.Code)
	}
	return d.setAsk(ctx, fixed.Key(), base, "act.ask_edit", func(a *Ask) {
		a.Class, a.Strength, a.Options, a.Choose = fixed.Class, fixed.Strength, fixed.Options, fixed.Choose
		a.OwnOption, a.Due, a.State = fixed.OwnOption, fixed.Due, AskConfirmed
	})
}

func (d *Desk) setAsk(ctx context.Context, k Key, base uint64, act string, set func(*Ask)) error {
	a, _, err := get[*Ask](ctx, d.Vault, k)
	if err != nil {
		return err
	}
	set(a)
	_, err = d.commit(ctx, Act{Code: act, Args: []string{a.Code}}, Put(a, base))
	return err
}
