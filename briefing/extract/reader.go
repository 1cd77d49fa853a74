package extract

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"path"
	"path/filepath"
	"strings"

	"placard/briefing"
)

// maxSource is the largest file that is read, in bytes.
const maxSource = 64 << 20

// Reader recognises documents in this process. Files of others are better read
// through a Child.
type Reader struct{}

var _ briefing.Extractor = Reader{}

// New gives a Reader.
func New() Reader { return Reader{} }

// Extract reads a document: ErrEmptyFile, ErrTooLarge, ErrBinaryFile,
// ErrUnsupported (Name says the format), and the context's error.
func (Reader) Extract(ctx context.Context, o briefing.Original, progress briefing.Progress) (*briefing.Recognized, error) {
	name, data := o.Name, o.Data
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return nil, briefing.ErrEmptyFile.Because(nil, "Name", baseName(name))
	case len(data) > maxSource:
		return nil, briefing.ErrTooLarge.Because(nil, "Name", baseName(name), "Limit", "64 MB")
	}
	f := formatOf(name, data)
	if f.read == nil {
		return nil, briefing.ErrUnsupported.Because(nil, "Name", baseName(name), "Format", f.name)
	}
	m, err := f.read(ctx, data, progress)
	if err != nil {
		return nil, named(err, name)
	}
	r, err := recognize(ctx, m)
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	r.Note.Source = briefing.Source{Name: baseName(name), Format: f.name, Size: int64(len(data)), SHA256: hex.EncodeToString(sum[:])}
	return r, nil
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
