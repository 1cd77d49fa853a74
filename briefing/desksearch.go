package briefing

import (
	"context"
	"errors"
)

// Hit is one place that holds all the words looked for.
type Hit struct {
	Note   ID          `json:"note"`
	Symbol string      `json:"symbol"`
	Block  string      `json:"block,omitempty"`
	Label  string      `json:"label,omitempty"`
	In     HitKind     `json:"in"`
	Field  Field       `json:"field,omitzero"` // of a position
	Text   string      `json:"text"`
	Marks  []Span      `json:"-"` // the stretches of Text that were looked for
	On     SubjectKind `json:"on,omitempty"`
}

// HitKind says where a hit was found.
type HitKind string

// The places of hits.
const (
	HitNote        HitKind = "note"
	HitText        HitKind = "text"
	HitAnnotation  HitKind = "annotation"
	HitPosition    HitKind = "position"
	HitObservation HitKind = "observation"
)

// Hits are what a search found, best first.
type Hits struct {
	Hits  []Hit
	Total int // those beyond the limit too
}

// Search finds the places that hold all the words of a query.
func (d *Desk) Search(ctx context.Context, q Query) (Hits, error) {
	found, err := d.Finder.Find(ctx, q)
	if err != nil {
		return Hits{}, err
	}
	out := Hits{Total: found.Total}
	r := hitReader{desk: d, notes: map[ID]*Note{}, texts: map[ID]*Text{}}
	for _, m := range found.Best {
		if err := ctx.Err(); err != nil {
			return Hits{}, err
		}
		hit, err := r.hit(ctx, m)
		if errors.Is(err, ErrNotFound) {
			continue // removed meanwhile
		}
		if err != nil {
			return Hits{}, err
		}
		hit.Marks = found.Mark(hit.Text)
		out.Hits = append(out.Hits, hit)
	}
	return out, nil
}

// hitReader makes hits of matches and reads each note once.
type hitReader struct {
	desk  *Desk
	notes map[ID]*Note
	texts map[ID]*Text
}

func (r *hitReader) hit(ctx context.Context, m Match) (Hit, error) {
	note := m.Key.Parent
	if note.IsZero() {
		note = m.Key.ID
	}
	n, err := cached(ctx, r.desk, r.notes, (&Note{ID: note}).Key())
	if err != nil {
		return Hit{}, err
	}
	hit := Hit{Note: note, Symbol: n.Symbol}
	if m.Key.Table == TableNote {
		hit.In, hit.Text = HitNote, n.Title
		return hit, nil
	}
	text, err := cached(ctx, r.desk, r.texts, (&Text{Note: note}).Key())
	if err != nil {
		return Hit{}, err
	}
	if err := r.fill(ctx, &hit, m, text); err != nil {
		return Hit{}, err
	}
	if b := text.Block(hit.Block); b != nil {
		hit.Label = text.LabelOf(b).String()
	}
	return hit, nil
}

// fill says what was found and on which block.
func (r *hitReader) fill(ctx context.Context, hit *Hit, m Match, text *Text) error {
	if m.Key.Table == TableText {
		if m.Part >= len(text.Blocks) {
			return ErrNotFound
		}
		b := &text.Blocks[m.Part]
		hit.In, hit.Block, hit.Text = HitText, b.ID, b.Text
		return nil
	}
	record, err := r.desk.Vault.Get(ctx, m.Key)
	if err != nil {
		return err
	}
	switch e := record.Value.(type) {
	case *Annotation:
		hit.In, hit.Block, hit.Text = HitAnnotation, e.Anchor.Block, e.Text
	case *Position:
		hit.In, hit.Field, hit.On = HitPosition, Field(m.Part), e.Subject.Kind
		hit.Block, hit.Text = e.Subject.Block, e.Text(hit.Field)
	case *Observation:
		hit.In, hit.On, hit.Block, hit.Text = HitObservation, e.Subject.Kind, e.Subject.Block, e.Text
	}
	return nil
}

// cached reads an entity once.
func cached[E Entity](ctx context.Context, d *Desk, read map[ID]E, k Key) (E, error) {
	if e, ok := read[k.ID]; ok {
		return e, nil
	}
	var none E
	record, err := d.Vault.Get(ctx, k)
	if err != nil {
		return none, err
	}
	e, ok := record.Value.(E)
	if !ok {
		return none, ErrNotFound
	}
	read[k.ID] = e
	return e, nil
}
