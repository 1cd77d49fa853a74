package extract

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"image"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"placard/briefing"
)

// maxSource is the largest file that is read, in bytes.
const maxSource = 64 << 20

// Reader recognises documents in this process. Files of others are better read
// through a Child.
type Reader struct{}

var (
	_ briefing.Extractor    = Reader{}
	_ briefing.PagePictures = Reader{}
)

// New gives a Reader.
func New() Reader { return Reader{} }

// Extract reads a document: ErrEmptyFile, ErrTooLarge, ErrBinaryFile,
// ErrUnsupported (Name says the format), and the context's error.
func (Reader) Extract(ctx context.Context, o briefing.Original, progress briefing.Progress) (*briefing.Recognized, error) {
	if err := sized(o); err != nil {
		return nil, err
	}
	name, data := o.Name, o.Data
	f := formatOf(name, data)
	if f.read == nil {
		return nil, briefing.ErrUnsupported.Because(nil, "Name", baseName(name), "Format", f.name)
	}
	m, err := f.read(ctx, o, progress)
	if err != nil {
		return nil, named(err, name)
	}
	r, err := recognize(ctx, m)
	if err != nil {
		return nil, err
	}
	if scan(r) && r.Note.Title == "" {
		r.Note.Title = strings.TrimSuffix(baseName(name), path.Ext(name))
	}
	sum := sha256.Sum256(data)
	r.Note.Source = briefing.Source{Name: baseName(name), Format: f.name, Size: int64(len(data)), SHA256: hex.EncodeToString(sum[:])}
	return r, nil
}

// scan tells whether the note is nothing but pages to type from.
func scan(r *briefing.Recognized) bool {
	return !slices.ContainsFunc(r.Blocks, func(b briefing.Block) bool { return !b.Scanned() })
}

// sized refuses what is too small or too large to be read.
func sized(o briefing.Original) error {
	switch {
	case len(bytes.TrimSpace(o.Data)) == 0:
		return briefing.ErrEmptyFile.Because(nil, "Name", baseName(o.Name))
	case len(o.Data) > maxSource:
		return briefing.ErrTooLarge.Because(nil, "Name", baseName(o.Name), "Limit", "64 MB")
	}
	return nil
}

// PagePicture draws a page: ErrUnsupported where the format has no pages,
// ErrNotFound behind the last, ErrInvalid for a width that is none, ErrTooLarge
// and the errors of Extract.
func (Reader) PagePicture(ctx context.Context, o briefing.Original, page, width int) (image.Image, error) {
	return drawPage(ctx, o, page, width)
}

func drawPage(ctx context.Context, o briefing.Original, page, width int) (*image.RGBA, error) {
	if err := sized(o); err != nil {
		return nil, err
	}
	f := formatOf(o.Name, o.Data)
	if f.draw == nil {
		return nil, briefing.ErrUnsupported.Because(nil, "Name", baseName(o.Name), "Format", f.name)
	}
	m, err := f.draw(ctx, o, page, width)
	if err != nil {
		return nil, named(err, o.Name)
	}
	return m, nil
}

// baseName is the name without its folders, whichever system wrote it.
func baseName(name string) string {
	return path.Base(strings.ReplaceAll(filepath.ToSlash(name), `\`, "/"))
}

// named adds the file's name to a problem that has none.
func named(err error, name string) error {
	if p, ok := asProblem(err); ok && len(p.Args) == 0 {
		return p.Because(p.Err, "Name", baseName(name))
	}
	return err
}
