package cli

import (
	"context"

	"placard/briefing"
)

// noVault is the vault of a command that works without one: it holds nothing
// and refuses to save.
type noVault struct{}

var _ briefing.Vault = noVault{}

// Get finds nothing.
func (noVault) Get(context.Context, briefing.Key) (briefing.Record, error) {
	return briefing.Record{}, briefing.ErrNotFound
}

// Scan finds nothing.
func (noVault) Scan(context.Context, briefing.Table, briefing.ID, func(briefing.Record) error) error {
	return nil
}

// Commit refuses.
func (noVault) Commit(context.Context, briefing.Commit) (briefing.Receipt, error) {
	return briefing.Receipt{}, briefing.ErrNoVault
}

// Revisions finds nothing.
func (noVault) Revisions(context.Context, briefing.Key) ([]briefing.Record, error) { return nil, nil }

// Commits finds nothing.
func (noVault) Commits(context.Context, func(briefing.Entry) error) error { return nil }

// Close does nothing.
func (noVault) Close() error { return nil }

// Shelve refuses.
func (noVault) Shelve(string, []byte) error { return briefing.ErrNoVault }

// Shelved finds nothing.
func (noVault) Shelved(string) ([]byte, error) { return nil, briefing.ErrNotFound }

// Clear does nothing.
func (noVault) Clear(string, ...string) error { return nil }
