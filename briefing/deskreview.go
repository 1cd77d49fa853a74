package briefing

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"strconv"
)

// ReviewOrder says what goes to capital.
type ReviewOrder struct {
	Note     ID
	To       string
	Due      Date
	Mark     string
	Language string
	Choice   ReviewChoice
	Contact  string
	// RoundOf is the batch that this is the next round of: its rows that are
	// still open go, unless Choice names others.
	RoundOf ID
	// Rounds is how many earlier rounds each row shows.
	Rounds int
}

// ReviewContents is what capital's workbook would hold. Nothing is recorded,
// and a due date that is none yet is no error.
func (d *Desk) ReviewContents(ctx context.Context, o ReviewOrder) (*Review, error) {
	x, err := d.Dossier(ctx, o.Note)
	if err != nil {
		return nil, err
	}
	if o, err = d.rounds(ctx, o); err != nil {
		return nil, err
	}
	return d.review(x, d.orderedBatch(x, o), o)
}

func (d *Desk) review(x *Dossier, b *Batch, o ReviewOrder) (*Review, error) {
	review, err := d.Tabler.Review(x, b, o.Choice, o.gate(x), d.Words.In(b.Language))
	if err != nil {
		return nil, err
	}
	review.Contact = o.Contact
	return review, nil
}

// ExportReview writes capital's workbook to w. The batch with what was sent,
// word for word, is in the vault, and the positions are "sent", before the
// first byte is written.
func (d *Desk) ExportReview(ctx context.Context, w io.Writer, o ReviewOrder) (*Batch, error) {
	x, err := d.Dossier(ctx, o.Note)
	if err != nil {
		return nil, err
	}
	if o, err = d.rounds(ctx, o); err != nil {
		return nil, err
	}
	batch, err := d.newBatch(ctx, x, o)
	if err != nil {
		return nil, err
	}
	review, err := d.review(x, batch, o)
	if err != nil {
		return nil, err
	}
	d.seal(review)
	var file bytes.Buffer
	if err := d.Workbook.WriteReview(ctx, &file, review, d.Words.In(batch.Language)); err != nil {
		return nil, err
	}
	*batch = review.Batch
	batch.Mark = review.Mark
	changes := append([]Change{Put(batch, 0)}, d.sent(x, batch)...)
	if _, err := d.commit(ctx, Act{Code: "act.review", Args: []string{strconv.Itoa(batch.Number), batch.To}}, changes...); err != nil {
		return nil, err
	}
	_, err = file.WriteTo(w)
	return batch, err
}

func (o ReviewOrder) gate(x *Dossier) Gate {
	ticked := map[Part]bool{
		PartRestricted: o.Choice.Restricted, PartAnnotations: o.Choice.Remarks,
		PartOthersOpen: o.Choice.Others, PartOthersClosed: o.Choice.Others,
	}
	return Gate{Audience: ForCapital, Ticked: ticked, Author: x.Settings.Author}
}

func (d *Desk) newBatch(ctx context.Context, x *Dossier, o ReviewOrder) (*Batch, error) {
	if !o.Due.Valid() {
		return nil, ErrInvalid.Because(nil, "Value", string(o.Due))
	}
	number, round := 1, 1
	err := all(ctx, d.Vault, TableBatch, ID{}, func(b *Batch, _ uint64) {
		number = max(number, b.Number+1)
		if b.ID == o.RoundOf {
			round = max(b.Round, 1) + 1
		}
	})
	if err != nil {
		return nil, err
	}
	id, err := d.newID()
	if err != nil {
		return nil, err
	}
	b := d.orderedBatch(x, o)
	b.ID, b.Number, b.State, b.Created = id, number, BatchSent, d.Now().UTC()
	b.Previous, b.Round = o.RoundOf, round
	return b, nil
}

// orderedBatch is the batch of an order before it has a number.
func (d *Desk) orderedBatch(x *Dossier, o ReviewOrder) *Batch {
	return &Batch{
		To: o.To, Due: o.Due, Mark: cmp.Or(o.Mark, x.Settings.Mark),
		Language: cmp.Or(o.Language, x.Settings.Language, d.Words.Language()),
		Author:   x.Settings.Author, Meeting: x.Note.Meeting,
	}
}

// sent are the changes that take the batch's positions to "sent".
func (d *Desk) sent(x *Dossier, b *Batch) []Change {
	in := map[ID]bool{}
	for _, row := range b.Rows {
		in[row.Position] = true
	}
	var out []Change
	for _, p := range x.Positions {
		if !in[p.ID] || p.Closed() || p.State == StateSent {
			continue
		}
		q := *p
		q.State, q.Stale, q.Changed = StateSent, p.Clearance != nil, d.Now().UTC()
		if q.Due == "" {
			q.Due = b.Due
		}
		out = append(out, Put(&q, x.Base(p)))
	}
	return out
}

// Batches lists the trips to capital, newest first.
func (d *Desk) Batches(ctx context.Context) ([]*Batch, error) {
	var out []*Batch
	err := all(ctx, d.Vault, TableBatch, ID{}, func(b *Batch, _ uint64) { out = append([]*Batch{b}, out...) })
	return out, err
}

// RecallBatch takes a batch back that capital has not answered: it is closed
// and its positions are drafts again.
func (d *Desk) RecallBatch(ctx context.Context, id ID) error {
	b, base, err := get[*Batch](ctx, d.Vault, Key{Table: TableBatch, ID: id})
	if err != nil {
		return err
	}
	if b.State != BatchSent {
		return ErrInvalid.Because(nil, "Value", string(b.State))
	}
	b.State = BatchClosed
	changes := []Change{Put(b, base)}
	for _, row := range b.Rows {
		p, revision, err := get[*Position](ctx, d.Vault, Key{Table: TablePosition, Parent: row.Note, ID: row.Position})
		if errors.Is(err, ErrNotFound) || err == nil && p.State != StateSent {
			continue
		}
		if err != nil {
			return err
		}
		p.State, p.Changed = StateDraft, d.Now().UTC()
		changes = append(changes, Put(p, revision))
	}
	_, err = d.commit(ctx, Act{Code: "act.recall", Args: []string{strconv.Itoa(b.Number)}}, changes...)
	return err
}
