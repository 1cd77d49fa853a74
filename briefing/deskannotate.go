package briefing

import (
	"context"
	"slices"
	"strings"
)

// Annotate saves a new annotation on a block or a phrase of it; the quote's
// words must stand in the block (ErrNotFound).
func (d *Desk) Annotate(ctx context.Context, note ID, a Annotation) (*Annotation, error) {
	text, _, err := get[*Text](ctx, d.Vault, Key{Table: TableText, ID: note})
	if err != nil {
		return nil, err
	}
	if err := a.tie(text); err != nil {
		return nil, err
	}
	if a.ID, err = d.newID(); err != nil {
		return nil, err
	}
	settings, err := d.Settings(ctx)
	if err != nil {
		return nil, err
	}
	a.Note, a.Author, a.Created = note, settings.Author, d.Now().UTC()
	a.Changed = a.Created
	if a.Author == "" {
		a.Author = d.Author
	}
	if err := a.tidy(); err != nil {
		return nil, err
	}
	_, err = d.commit(ctx, Act{Code: "act.annotate", Args: []string{a.Anchor.Label}}, Put(&a, 0))
	return &a, err
}

// tie completes the annotation's anchor from the text.
func (a *Annotation) tie(text *Text) error {
	b := text.Block(a.Anchor.Block)
	if b == nil {
		return ErrNotFound.Because(nil, "Value", a.Anchor.Block)
	}
	label := text.LabelOf(b).String()
	start, end, ok := a.Anchor.Quote.Find(b.Text)
	if a.Anchor.Quote.Exact != "" && !ok {
		return ErrNotFound.Because(nil, "Value", a.Anchor.Quote.Exact)
	}
	a.Anchor = AnchorAt(b, start, end)
	a.Anchor.Label = label
	return nil
}

// tidy checks what a person typed.
func (a *Annotation) tidy() error {
	a.Text = strings.TrimSpace(a.Text)
	if a.Text == "" {
		return ErrInvalid.Because(nil, "Value", "text")
	}
	if a.Kind == "" {
		a.Kind = KindRemark
	}
	if !slices.Contains(AnnotationKinds, a.Kind) {
		return ErrInvalid.Because(nil, "Value", string(a.Kind))
	}
	a.Tags = tidyTags(a.Tags)
	return checkLength("annotation", a.Text)
}

// tidyTags trims tags and drops empty and repeated ones.
func tidyTags(tags []string) []string {
	var out []string
	for _, t := range tags {
		t = strings.TrimPrefix(strings.TrimSpace(t), "#")
		if t != "" && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

// EditAnnotation replaces the words, kind, tags and privacy of an annotation
// on revision base; its anchor and its author stay.
func (d *Desk) EditAnnotation(ctx context.Context, a Annotation, base uint64) (*Annotation, error) {
	now, _, err := get[*Annotation](ctx, d.Vault, a.Key())
	if err != nil {
		return nil, err
	}
	now.Text, now.Kind, now.Tags, now.Private, now.Changed = a.Text, a.Kind, a.Tags, a.Private, d.Now().UTC()
	if err := now.tidy(); err != nil {
		return nil, err
	}
	_, err = d.commit(ctx, Act{Code: "act.annotation_edit", Args: []string{now.Anchor.Label}}, Put(now, base))
	return now, err
}

// RemoveAnnotation removes an annotation at revision base; undo brings it back.
func (d *Desk) RemoveAnnotation(ctx context.Context, k Key, base uint64) error {
	now, _, err := get[*Annotation](ctx, d.Vault, k)
	if err != nil {
		return err
	}
	_, err = d.commit(ctx, Act{Code: "act.annotation_remove", Args: []string{now.Anchor.Label}}, Drop(k, base))
	return err
}
