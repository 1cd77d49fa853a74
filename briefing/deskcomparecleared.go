package briefing

import (
	"context"
	"errors"
)

// clearedBefore reads what was cleared of the positions that have moved on
// since: the draft and the last cleared version stand side by side.
func (d *Desk) clearedBefore(ctx context.Context, x *Dossier) error {
	for _, p := range x.Positions {
		if p.Clearance == nil || !p.Stale && p.State.Cleared() {
			continue
		}
		was, err := d.clearedText(ctx, p)
		if err != nil {
			return err
		}
		if was != nil && !was.sameWords(p) {
			if x.Cleared == nil {
				x.Cleared = map[ID]*Position{}
			}
			x.Cleared[p.ID] = was
		}
	}
	return nil
}

// clearedText is the position as it was cleared, on an earlier version of the
// note where its clearance was carried over; nil where that is not known.
func (d *Desk) clearedText(ctx context.Context, p *Position) (*Position, error) {
	key := p.Key()
	if p.Clearance.Of != nil {
		key = *p.Clearance.Of
	}
	past, err := d.Vault.Revisions(ctx, key)
	if errors.Is(err, ErrNotFound) {
		return nil, nil
	}
	for _, r := range past {
		if was, ok := r.Value.(*Position); ok && r.Revision == p.Clearance.Revision {
			return was, nil
		}
	}
	return nil, err
}

// ClearedVersion is what was cleared of a position: its own words where they
// stand, else those kept in Cleared; nil where nobody cleared it.
func (d *Dossier) ClearedVersion(p *Position) *Position {
	switch {
	case d.Cleared[p.ID] != nil:
		return d.Cleared[p.ID]
	case p.Clearance == nil:
		return nil
	}
	return p
}
