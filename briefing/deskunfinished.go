package briefing

import (
	"bytes"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
)

// ReviewShelf is the name under which the shelf keeps reviews that were broken
// off: the one thing there that cannot be made again.
const ReviewShelf = "review"

// keptReview is a proposal with what only its own package may touch.
type keptReview struct {
	Proposal *Proposal
	Read     []Block
	Undone   []Correction
	Data     []byte
}

// KeepReviews keeps documents that are under review, with their corrections,
// sealed on the vault's shelf, in place of those kept before; none lets them
// go. Passwords are not kept. ErrDiskFull, ErrReadOnly.
func (d *Desk) KeepReviews(ctx context.Context, reviews []*Proposal) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	kept := make([]keptReview, len(reviews))
	for i, p := range reviews {
		kept[i] = keptReview{Proposal: p, Read: p.read, Undone: p.undone, Data: p.data}
	}
	var out bytes.Buffer
	if err := gob.NewEncoder(&out).Encode(kept); err != nil {
		return fmt.Errorf("write down reviews: %w", err)
	}
	return d.Vault.Shelve(ReviewShelf, out.Bytes())
}

// KeptReviews gives the documents whose review was broken off, as they were;
// what came into the vault meanwhile is left out.
func (d *Desk) KeptReviews(ctx context.Context) ([]*Proposal, error) {
	data, err := d.Vault.Shelved(ReviewShelf)
	if errors.Is(err, ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var kept []keptReview
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(&kept); err != nil {
		return nil, nil //nolint:nilerr // of another version: as good as none
	}
	var out []*Proposal
	for _, k := range kept {
		p := k.Proposal
		p.read, p.undone, p.data = k.Read, k.Undone, k.Data
		kin, err := d.Kin(ctx, p)
		if err != nil {
			return nil, err
		}
		if kin.Same == nil {
			out = append(out, p)
		}
	}
	return out, nil
}

// Original is the document as it came, without a password.
func (p *Proposal) Original() Original { return Original{Name: p.Note.Source.Name, Data: p.data} }
