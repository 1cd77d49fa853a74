package briefing

import (
	"context"
	"image"
)

// PagePicture draws a page of a document as it looks; see PagePictures. What
// cannot be drawn here has no pages: ErrUnsupported.
func (d *Desk) PagePicture(ctx context.Context, o Original, page, width int) (image.Image, error) {
	if d.Pictures == nil {
		return nil, ErrUnsupported.Because(nil, "Name", o.Name, "Format", "")
	}
	return d.Pictures.PagePicture(ctx, o, page, width)
}

// Original gives the file a note was read from, as it came: what PagePicture
// draws. Its password was not kept; who knows it fills it in.
func (d *Desk) Original(ctx context.Context, note ID) (Original, error) {
	n, _, err := get[*Note](ctx, d.Vault, Key{Table: TableNote, ID: note})
	if err != nil {
		return Original{}, err
	}
	data, err := d.Source(ctx, note)
	return Original{Name: n.Source.Name, Data: data}, err
}
