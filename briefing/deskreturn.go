package briefing

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"path/filepath"
	"strings"
)

// ReadReturn reads a workbook that came back and compares it with what was
// sent and what is held now. Nothing is saved. Errors as Returns gives them;
// a workbook of another vault, or of a batch that was taken back, comes with a
// finding that blocks.
func (d *Desk) ReadReturn(ctx context.Context, name string, data []byte) (*Reconciliation, error) {
	back, err := d.Returns.ReadReview(ctx, data, d.Words)
	if err != nil {
		return nil, err
	}
	back.Name, back.SHA256, back.data = filepath.Base(name), fingerprint(data), data
	batches, err := d.Batches(ctx)
	if err != nil {
		return nil, err
	}
	b := batchOf(back, batches)
	if b == nil {
		findings := append(back.Findings, Finding{Weight: WeighBlock, Code: "batch_unknown"})
		return &Reconciliation{Returned: back, Findings: findings}, nil
	}
	now, err := d.standings(ctx, b, batches, back.SHA256)
	if err != nil {
		return nil, err
	}
	r := Merge(b, back, now)
	stored, err := d.stored(ctx, r)
	if err == nil && stored != nil {
		r.Stored = true
		r.Findings = append(r.Findings, Finding{Weight: WeighNote, Code: "already_stored", Is: stored.Name})
	}
	return r, err
}

// batchOf finds the batch that a workbook says it is. One that lost all four
// places is known by its rows: every hidden id with its fingerprint, or every
// reference, must be the batch's.
func batchOf(back *Returned, batches []*Batch) *Batch {
	for _, b := range batches {
		for _, c := range back.Claims {
			if c.ID == b.ID.String() {
				return b
			}
		}
	}
	if len(back.Claims) > 0 {
		return nil
	}
	var best *Batch
	most := 0
	for _, b := range batches { // the newest first
		if n := matched(back, b); n > most {
			best, most = b, n
		}
	}
	return best
}

// matched counts the rows that two signals give to the batch, the fingerprint
// of this very batch among them where it is there.
func matched(back *Returned, b *Batch) int {
	x, n := indexRows(b), 0
	for i := range back.Rows {
		row := &back.Rows[i]
		m := x.match(row)
		if m.row >= 0 && len(m.doubts) == 0 && cmp.Or(row.Text(ColSum), b.Rows[m.row].Sum) == b.Rows[m.row].Sum {
			n++
		}
	}
	return n
}

// standings are today's positions of a batch, with what other workbooks than
// the one that is read say of them.
func (d *Desk) standings(ctx context.Context, b *Batch, batches []*Batch, sha256 string) (map[ID]Standing, error) {
	voices, err := d.voices(ctx, b.ID, sha256)
	if err != nil {
		return nil, err
	}
	words := d.Words.In(b.Language)
	out := make(map[ID]Standing, len(b.Rows))
	for _, row := range b.Rows {
		p, revision, err := get[*Position](ctx, d.Vault, row.position())
		if errors.Is(err, ErrNotFound) {
			out[row.Position] = Standing{}
			continue
		}
		if err != nil {
			return nil, err
		}
		out[row.Position] = Standing{
			Position: p, Revision: revision, Now: says(p, words), Later: laterBatch(b, batches, p.ID),
			Settled: p.settledBy(b.ID), Voices: voices[p.ID],
		}
	}
	return out, nil
}

// voices are the answers that came back for a batch in other workbooks than
// the one with the fingerprint, by positions.
func (d *Desk) voices(ctx context.Context, batch ID, sha256 string) (map[ID][]Voice, error) {
	out := map[ID][]Voice{}
	err := all(ctx, d.Vault, TableReturn, batch, func(r *Return, _ uint64) {
		if r.SHA256 == sha256 {
			return
		}
		for _, a := range r.Answers {
			out[a.Position] = append(out[a.Position], Voice{ReturnAnswer: a, File: r.Name, SHA256: r.SHA256, At: r.At})
		}
	})
	return out, err
}

func (r *BatchRow) position() Key { return Key{Table: TablePosition, Parent: r.Note, ID: r.Position} }

// laterBatch is the number of a newer batch, not taken back, that holds the
// position too.
func laterBatch(b *Batch, batches []*Batch, position ID) int {
	for _, x := range batches {
		if x.Number <= b.Number || x.State == BatchClosed || x.State == BatchRejected {
			continue
		}
		for i := range x.Rows {
			if x.Rows[i].Position == position {
				return x.Number
			}
		}
	}
	return 0
}

// says is a position as the workbook's columns would say it today.
func says(p *Position, w Words) map[ReviewColumn]string {
	say := func(f Field) string { return strings.TrimSpace(PlainLines(p.Text(f))) }
	return map[ReviewColumn]string{
		ColStance: p.Stance.Say(w), ColLine: say(FieldLine), ColPoints: cmp.Or(say(FieldPoints), say(FieldSpeakingNote)),
		ColFallback: say(FieldFallback), ColRedLine: say(FieldRedLine),
	}
}

// stored is the file as it was taken in before; nil where it was not.
func (d *Desk) stored(ctx context.Context, r *Reconciliation) (*Return, error) {
	var found *Return
	err := all(ctx, d.Vault, TableReturn, r.Batch.ID, func(x *Return, _ uint64) {
		if x.SHA256 == r.Returned.SHA256 && bytes.Equal(x.Bytes, r.Returned.data) {
			found = x
		}
	})
	return found, err
}

// ReturnsOf lists the workbooks that came back for a batch, oldest first.
func (d *Desk) ReturnsOf(ctx context.Context, batch ID) ([]*Return, error) {
	var out []*Return
	err := all(ctx, d.Vault, TableReturn, batch, func(r *Return, _ uint64) { out = append(out, r) })
	return out, err
}
