package briefing

import (
	"context"
	"errors"
)

// Compare sets two versions of a note side by side: ErrNotFound where one is
// not in the vault, ErrInvalid where they are one.
func (d *Desk) Compare(ctx context.Context, older, newer ID) (*Comparison, error) {
	if older == newer {
		return nil, ErrInvalid.Because(nil, "Value", older.String())
	}
	c := &Comparison{}
	var err error
	if c.Older, err = d.Dossier(ctx, older); err != nil {
		return nil, err
	}
	if c.Newer, err = d.Dossier(ctx, newer); err != nil {
		return nil, err
	}
	pairing, _, err := d.pairing(ctx, older, newer)
	if err != nil {
		return nil, err
	}
	was, is := c.Older.Note.Language, c.Newer.Note.Language
	c.Translated, c.Hand = was != "" && is != "" && was != is, pairing.Links
	c.Pairs = Align(c.Older.Text, c.Newer.Text, c.Hand, c.Translated)
	return c, nil
}

// pairing is what was said of two versions so far, with its revision.
func (d *Desk) pairing(ctx context.Context, older, newer ID) (*Pairing, uint64, error) {
	p := &Pairing{Older: older, Newer: newer}
	found, revision, err := get[*Pairing](ctx, d.Vault, p.Key())
	if errors.Is(err, ErrNotFound) {
		revision, err = d.baseOf(ctx, p.Key())
		return p, revision, err
	}
	if err != nil {
		return nil, 0, err
	}
	return found, revision, nil
}

// Pair says by hand which passages belong together: for these, what was said
// before no longer counts. Blocks that are not there are ErrNotFound.
func (d *Desk) Pair(ctx context.Context, older, newer ID, links ...Link) error {
	c, err := d.Compare(ctx, older, newer)
	if err != nil {
		return err
	}
	for _, l := range links {
		if l.Old != "" && c.PairOfOld(l.Old) == nil || l.New != "" && c.PairOfNew(l.New) == nil || l == (Link{}) {
			return ErrNotFound.Because(nil, "Value", l.Old+" "+l.New)
		}
	}
	p, base, err := d.pairing(ctx, older, newer)
	if err != nil {
		return err
	}
	p.relink(links)
	_, err = d.commit(ctx, Act{Code: "act.pair", Args: []string{c.Newer.Note.name()}}, Put(p, base))
	return err
}

// Unpair forgets what was paired by hand.
func (d *Desk) Unpair(ctx context.Context, older, newer ID) error {
	p, base, err := d.pairing(ctx, older, newer)
	if err != nil || len(p.Links) == 0 {
		return err
	}
	p.Links = nil
	note, _, err := get[*Note](ctx, d.Vault, Key{Table: TableNote, ID: newer})
	if err != nil {
		return err
	}
	_, err = d.commit(ctx, Act{Code: "act.pair", Args: []string{note.name()}}, Put(p, base))
	return err
}

// name is the note's symbol, else the name of its file.
func (n *Note) name() string {
	if n.Symbol != "" {
		return n.Symbol
	}
	return n.Source.Name
}

// againstRevised sets a note against the one it revises; nil where it revises
// none that is still there.
func (d *Desk) againstRevised(ctx context.Context, n *Note) (*Comparison, error) {
	if n.Revises.IsZero() || n.Revises == n.ID {
		return nil, nil
	}
	c, err := d.Compare(ctx, n.Revises, n.ID)
	if errors.Is(err, ErrNotFound) {
		return nil, nil
	}
	return c, err
}
