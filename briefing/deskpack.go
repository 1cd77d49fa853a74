package briefing

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"strconv"
)

// ExportPack sets a pack and writes it to w. Its number, date and mark, and
// the file itself where it is frozen, are in the vault before the first byte
// is written, so that a pack in the room is always known to it.
func (d *Desk) ExportPack(ctx context.Context, w io.Writer, o PackOrder, progress Progress) (*Pack, error) {
	x, err := d.packDossier(ctx, o)
	if err != nil {
		return nil, err
	}
	pack, err := d.newPack(ctx, x, o)
	if err != nil {
		return nil, err
	}
	file, err := d.publish(ctx, x, pack, o, progress)
	if err != nil {
		return nil, err
	}
	changes := []Change{Put(pack, 0)}
	if o.Freeze {
		changes = append(changes, Put(&File{Note: pack.ID, Bytes: file}, 0))
	}
	if _, err := d.commit(ctx, Act{Code: "act.pack", Args: []string{strconv.Itoa(pack.Number)}}, changes...); err != nil {
		return nil, err
	}
	_, err = w.Write(file)
	return pack, err
}

// PackPreview is the file that ExportPack would write now. Nothing is recorded.
func (d *Desk) PackPreview(ctx context.Context, o PackOrder, progress Progress) ([]byte, error) {
	x, err := d.packDossier(ctx, o)
	if err != nil {
		return nil, err
	}
	pack, err := d.newPack(ctx, x, o)
	if err != nil {
		return nil, err
	}
	return d.publish(ctx, x, pack, o, progress)
}

// publish sets the pack and notes on it what only the paper knows: the mark
// that it carries, and the hash of the file.
func (d *Desk) publish(ctx context.Context, x *Dossier, pack *Pack, o PackOrder, progress Progress) ([]byte, error) {
	publisher := d.Publishers[o.Format]
	if publisher == nil {
		return nil, ErrUnsupported.Because(nil, "Name", o.Format)
	}
	paper, err := d.paper(x, pack, o)
	if err != nil {
		return nil, err
	}
	paper.Template = o.Template
	var file bytes.Buffer
	if err := publisher.Publish(ctx, &file, paper, progress); err != nil {
		return nil, err
	}
	sum := sha256.Sum256(file.Bytes())
	pack.Mark, pack.SHA256 = paper.Mark, hex.EncodeToString(sum[:])
	return file.Bytes(), nil
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
		Meeting: x.Note.Meeting, Notes: []ID{o.Note}, Audience: o.Audience, Variant: o.Variant, Mark: o.mark(x.Settings.Mark),
		Language: cmp.Or(o.Language, x.Settings.Language, d.Words.Language()), Author: x.Settings.Author, Upto: x.Upto,
		Copy: o.Copy, Format: o.Format, Letter: o.Letter, Items: o.Items, Since: o.Since, Pace: o.Pace, Frozen: o.Freeze,
		Ticked: o.ticks(),
	}
}

// Packs lists the packs made, oldest first.
func (d *Desk) Packs(ctx context.Context) ([]*Pack, error) {
	var out []*Pack
	err := all(ctx, d.Vault, TablePack, ID{}, func(p *Pack, _ uint64) { out = append(out, p) })
	return out, err
}
