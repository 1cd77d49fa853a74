package briefing

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"strconv"
)

// PackOrder says which pack is wanted.
type PackOrder struct {
	Note     ID
	Audience Audience
	Variant  Variant
	Mark     string // empty: the vault's own
	Language string // empty: the vault's own
	Format   string // "docx"
	Ticked   map[Part]bool
	Letter   bool
}

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
}

// gate is the order's allow-list.
func (o PackOrder) gate(author string) Gate {
	return Gate{Audience: o.Audience, Ticked: o.Ticked, Author: author, Annex: o.Variant == VariantRestricted}
}

// PackContents says what a pack would hold; without a variant, all that the
// audience may see.
func (d *Desk) PackContents(ctx context.Context, o PackOrder) (Contents, error) {
	x, err := d.Dossier(ctx, o.Note)
	if err != nil {
		return Contents{}, err
	}
	o.Variant = cmp.Or(o.Variant, VariantFull)
	c := x.contents(o.gate(x.Settings.Author))
	c.Mark, err = d.packMark(x, o)
	return c, err
}

// packMark is the mark that the paper would carry: its own where nothing
// stands in it.
func (d *Desk) packMark(x *Dossier, o PackOrder) (string, error) {
	pack := d.ordered(x, o)
	paper, err := d.Packer.Pack(x, pack, o.gate(x.Settings.Author), d.Words.In(pack.Language))
	if errors.Is(err, ErrNothingToExport) {
		return pack.Mark, nil
	}
	if err != nil {
		return "", err
	}
	return paper.Mark, nil
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

// ExportPack sets a pack and writes it to w. Its number and date are recorded
// before the first byte is written, so that a pack in the room is always
// known to the vault.
func (d *Desk) ExportPack(ctx context.Context, w io.Writer, o PackOrder, progress Progress) (*Pack, error) {
	publisher := d.Publishers[o.Format]
	if publisher == nil {
		return nil, ErrUnsupported.Because(nil, "Name", o.Format)
	}
	x, err := d.Dossier(ctx, o.Note)
	if err != nil {
		return nil, err
	}
	pack, err := d.newPack(ctx, x, o)
	if err != nil {
		return nil, err
	}
	paper, err := d.Packer.Pack(x, pack, o.gate(x.Settings.Author), d.Words.In(pack.Language))
	if err != nil {
		return nil, err
	}
	paper.Letter = o.Letter
	var file bytes.Buffer
	if err := publisher.Publish(ctx, &file, paper, progress); err != nil {
		return nil, err
	}
	if _, err := d.commit(ctx, Act{Code: "act.pack", Args: []string{strconv.Itoa(pack.Number)}}, Put(pack, 0)); err != nil {
		return nil, err
	}
	_, err = file.WriteTo(w)
	return pack, err
}

func (d *Desk) newPack(ctx context.Context, x *Dossier, o PackOrder) (*Pack, error) {
	number := 1
	err := all(ctx, d.Vault, TablePack, ID{}, func(p *Pack, _ uint64) { number = max(number, p.Number+1) })
	if err != nil {
		return nil, err
	}
	id, err := d.newID()
	if err != nil {
		return nil, err
	}
	pack := d.ordered(x, o)
	pack.ID, pack.Number, pack.Made = id, number, d.Now().UTC()
	return pack, nil
}

// ordered is the pack of an order before it has a number and a date.
func (d *Desk) ordered(x *Dossier, o PackOrder) *Pack {
	return &Pack{
		Meeting: x.Note.Meeting, Notes: []ID{o.Note}, Audience: o.Audience, Variant: o.Variant,
		Mark: cmp.Or(o.Mark, x.Settings.Mark), Language: cmp.Or(o.Language, x.Settings.Language, d.Words.Language()),
		Author: x.Settings.Author, Upto: x.Upto,
	}
}

// Packs lists the packs made, oldest first.
func (d *Desk) Packs(ctx context.Context) ([]*Pack, error) {
	var out []*Pack
	err := all(ctx, d.Vault, TablePack, ID{}, func(p *Pack, _ uint64) { out = append(out, p) })
	return out, err
}
