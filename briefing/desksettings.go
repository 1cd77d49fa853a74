package briefing

import (
	"context"
	"errors"
)

// Settings of the vault; their zero value where none were saved.
func (d *Desk) Settings(ctx context.Context) (Settings, error) {
	r, err := d.Vault.Get(ctx, (&Settings{}).Key())
	if errors.Is(err, ErrNotFound) {
		return Settings{}, nil
	}
	if err != nil {
		return Settings{}, err
	}
	s, err := as[*Settings](r)
	if err != nil {
		return Settings{}, err
	}
	return *s, nil
}

// SaveSettings replaces the settings. Phrases that do not compile are
// refused: ErrInvalid.
func (d *Desk) SaveSettings(ctx context.Context, s Settings) error {
	if _, err := d.triggers(s); err != nil {
		return err
	}
	base, err := d.baseOf(ctx, s.Key())
	if err != nil {
		return err
	}
	_, err = d.commit(ctx, Act{Code: "act.settings"}, Put(&s, base))
	return err
}

// changeSettings changes the settings as they are now, in one act.
func (d *Desk) changeSettings(ctx context.Context, act Act, change func(*Settings)) error {
	s, err := d.Settings(ctx)
	if err != nil {
		return err
	}
	base, err := d.baseOf(ctx, s.Key())
	if err != nil {
		return err
	}
	change(&s)
	_, err = d.commit(ctx, act, Put(&s, base))
	return err
}

// triggers are the built-in phrases and the user's own.
func (d *Desk) triggers(s Settings) (Triggers, error) {
	own, err := ParseTriggers(s.Triggers)
	if err != nil {
		return nil, ErrInvalid.Because(err, "Value", "triggers")
	}
	return append(DefaultTriggers(), own...), nil
}

// actSeeded is the one act that cannot be undone: what a new vault starts with.
const actSeeded = "act.seeded"

// Seed fills a new vault with the directory's delegations and groups and the
// settings to start from. A vault that has delegations is left alone.
func (d *Desk) Seed(ctx context.Context, s Settings) error {
	have, err := d.Delegations(ctx)
	if err != nil || len(have) > 0 {
		return err
	}
	list, err := d.Directory.Delegations()
	if err != nil {
		return err
	}
	changes := []Change{Put(&s, 0)}
	for i := range list {
		changes = append(changes, Put(&list[i], 0))
	}
	_, err = d.commit(ctx, Act{Code: actSeeded}, changes...)
	return err
}
