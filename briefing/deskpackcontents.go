package briefing

import (
	"cmp"
	"context"
	"errors"
	"strconv"
)

// Contents is what an export will hold: shown before anything leaves the vault.
type Contents struct {
	Audience Audience
	// Mark is the most restrictive of what will be in it.
	Mark  string
	Parts []Part // open for this audience, in the allow-list's order
	Shut  []Part // held back
	// Positions leave; Held back stay because they are not cleared.
	Positions, HeldBack int
	Observations        int
	// Items are those that a pack could have, chosen or not.
	Items []PackItem
	// Lacking are letters of the paper that the format has no shapes for.
	Lacking []rune
}

// PackContents says what a pack would hold; without a variant, all that the
// audience may see. ErrNotFound where it shall show changes since a pack that
// there is none of.
func (d *Desk) PackContents(ctx context.Context, o PackOrder) (Contents, error) {
	o.Variant = cmp.Or(o.Variant, VariantFull)
	x, err := d.packDossier(ctx, o)
	if err != nil {
		return Contents{}, err
	}
	gate, pack := o.gate(x.Settings.Author), d.ordered(x, o)
	c := x.contents(gate)
	c.Mark = pack.Mark
	if l, ok := d.Packer.(PackLister); ok {
		c.Items = l.PackItems(x, pack, gate, d.Words.In(pack.Language))
	}
	paper, err := d.paper(x, pack, o)
	if errors.Is(err, ErrNothingToExport) {
		return c, nil
	}
	if err != nil {
		return Contents{}, err
	}
	c.Mark = paper.Mark
	if l, ok := d.Publishers[o.Format].(Lettering); ok {
		c.Lacking = l.Lacking(paper)
	}
	return c, nil
}

// packDossier is the dossier of an order, with the earlier one that it is
// compared with.
func (d *Desk) packDossier(ctx context.Context, o PackOrder) (*Dossier, error) {
	x, err := d.Dossier(ctx, o.Note)
	if err == nil {
		x.Against, err = d.againstRevised(ctx, x.Note)
	}
	if err != nil || o.Since == 0 {
		return x, err
	}
	packs, err := d.Packs(ctx)
	if err != nil {
		return nil, err
	}
	for _, p := range packs {
		if p.Number == o.Since {
			x.Before, err = d.asOf(ctx, x, p.Upto)
			return x, err
		}
	}
	return nil, ErrNotFound.Because(nil, "Value", strconv.Itoa(o.Since))
}

// paper builds the paper of a pack.
func (d *Desk) paper(x *Dossier, pack *Pack, o PackOrder) (*Paper, error) {
	paper, err := d.Packer.Pack(x, pack, o.gate(x.Settings.Author), d.Words.In(pack.Language))
	if err != nil {
		return nil, err
	}
	paper.Letter, paper.Copy, paper.Made = o.Letter, o.Copy, pack.Made
	return paper, nil
}

func (d *Dossier) contents(g Gate) Contents {
	c := Contents{Audience: g.Audience}
	for _, p := range Parts {
		if g.Open(p, true) {
			c.Parts = append(c.Parts, p)
		} else {
			c.Shut = append(c.Shut, p)
		}
	}
	for _, p := range d.Positions {
		if g.Position(p) == nil {
			c.HeldBack++
		} else {
			c.Positions++
		}
	}
	for _, o := range d.Observations {
		if g.Observation(o) != nil {
			c.Observations++
		}
	}
	return c
}
