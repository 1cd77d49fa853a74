package briefing

import (
	"context"
	"strings"
)

// Hit is one place that holds all the words looked for.
type Hit struct {
	Note   ID          `json:"note"`
	Symbol string      `json:"symbol"`
	Block  string      `json:"block"`
	Label  string      `json:"label"`
	In     HitKind     `json:"in"`
	Text   string      `json:"text"`
	On     SubjectKind `json:"on,omitempty"`
}

// HitKind says where a hit was found.
type HitKind string

// The places of hits.
const (
	HitText        HitKind = "text"
	HitAnnotation  HitKind = "annotation"
	HitPosition    HitKind = "position"
	HitObservation HitKind = "observation"
)

// Search finds the places that hold all the words, anywhere in a word, accents
// and case aside, at most limit of them. It scans: right first, an index may
// come behind it.
func (d *Desk) Search(ctx context.Context, words string, limit int) ([]Hit, error) {
	want := strings.Fields(Fold(words))
	if len(want) == 0 {
		return nil, nil
	}
	notes, err := d.Notes(ctx)
	if err != nil {
		return nil, err
	}
	var hits []Hit
	for _, n := range notes {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		found, err := d.searchNote(ctx, n, want)
		if err != nil {
			return nil, err
		}
		if hits = append(hits, found...); len(hits) >= limit {
			return hits[:limit], nil
		}
	}
	return hits, nil
}

func (d *Desk) searchNote(ctx context.Context, n *Note, want []string) ([]Hit, error) {
	x, err := d.Dossier(ctx, n.ID)
	if err != nil {
		return nil, err
	}
	var hits []Hit
	add := func(block string, in HitKind, text string) {
		if !holds(text, want) {
			return
		}
		h := Hit{Note: n.ID, Symbol: n.Symbol, Block: block, In: in, Text: text}
		if b := x.Text.Block(block); b != nil {
			h.Label = x.Text.LabelOf(b).String()
		}
		hits = append(hits, h)
	}
	for _, b := range x.Text.Blocks {
		add(b.ID, HitText, b.Text)
	}
	for _, a := range x.Annotations {
		add(a.Anchor.Block, HitAnnotation, a.Text)
	}
	for _, p := range x.Positions {
		for _, f := range Fields {
			add(p.Subject.Block, HitPosition, p.Text(f))
		}
	}
	for _, o := range x.Observations {
		add(o.Subject.Block, HitObservation, o.Text)
	}
	return hits, nil
}

func holds(text string, want []string) bool {
	if text == "" {
		return false
	}
	folded := Fold(text)
	for _, w := range want {
		if !strings.Contains(folded, w) {
			return false
		}
	}
	return true
}
