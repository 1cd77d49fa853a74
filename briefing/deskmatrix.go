package briefing

import (
	"cmp"
	"context"
	"errors"
	"io"
)

// ErrMapTooLarge says that a stance map is too large for a picture of pixels.
var ErrMapTooLarge = &Problem{Code: "map_too_large"}

// MatrixOrder says which comparison is wanted.
type MatrixOrder struct {
	Note        ID
	Audience    Audience
	Language    string
	Mark        string // joins that of what is shown: it never lowers it
	Ticked      map[Part]bool
	Delegations []ID // also shown when nothing is known of them
	// Earlier is a version of the note to set it against; zero for none.
	Earlier ID
}

// Matrix is the comparison as this audience may see it: what the window shows
// and the workbook holds.
func (d *Desk) Matrix(ctx context.Context, o MatrixOrder) (*Matrix, error) {
	x, err := d.Dossier(ctx, o.Note)
	if err != nil {
		return nil, err
	}
	gate := Gate{Audience: o.Audience, Ticked: o.Ticked, Author: x.Settings.Author}
	words := d.Words.In(cmp.Or(o.Language, x.Settings.Language, d.Words.Language()))
	m, err := d.Tabler.Matrix(x, o.Delegations, gate, words)
	if err != nil {
		return nil, err
	}
	if !o.Earlier.IsZero() {
		c, err := d.Compare(ctx, o.Earlier, o.Note)
		if err != nil {
			return nil, err
		}
		m.Correspondence = c.Correspondence(gate)
		m.Mark = HighestMark(m.Mark, m.Correspondence.Mark)
	}
	m.Mark = HighestMark(o.Mark, m.Mark)
	return m, nil
}

// ExportMatrix writes the comparison workbook to w, against the note that it
// revises where the order names no other.
func (d *Desk) ExportMatrix(ctx context.Context, w io.Writer, o MatrixOrder) error {
	if err := d.setEarlier(ctx, &o); err != nil {
		return err
	}
	m, err := d.Matrix(ctx, o)
	if err != nil {
		return err
	}
	settings, err := d.Settings(ctx)
	if err != nil {
		return err
	}
	return d.Workbook.WriteMatrix(ctx, w, m, d.Words.In(cmp.Or(o.Language, settings.Language, d.Words.Language())))
}

// ExportMap draws the stance map of the comparison to w, "svg" or "png".
func (d *Desk) ExportMap(ctx context.Context, w io.Writer, o MatrixOrder, format string) error {
	m, err := d.Matrix(ctx, o)
	if err != nil {
		return err
	}
	settings, err := d.Settings(ctx)
	if err != nil {
		return err
	}
	return d.Maps.DrawMap(ctx, w, m, format, d.Words.In(cmp.Or(o.Language, settings.Language, d.Words.Language())))
}

// setEarlier names the note that the order's note revises, where that is in
// the vault.
func (d *Desk) setEarlier(ctx context.Context, o *MatrixOrder) error {
	if !o.Earlier.IsZero() {
		return nil
	}
	n, _, err := get[*Note](ctx, d.Vault, Key{Table: TableNote, ID: o.Note})
	if err != nil || n.Revises.IsZero() {
		return err
	}
	if _, _, err = get[*Note](ctx, d.Vault, Key{Table: TableNote, ID: n.Revises}); err == nil {
		o.Earlier = n.Revises
	}
	if errors.Is(err, ErrNotFound) {
		return nil
	}
	return err
}
