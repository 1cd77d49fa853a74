package word

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"strings"

	"placard/briefing"
)

const (
	maxParts = 10_000    // files in an archive
	maxPart  = 128 << 20 // unpacked bytes of one
	maxTotal = 256 << 20 // unpacked bytes of all that is read
)

// archive is a document that is a ZIP of parts.
type archive struct {
	parts map[string]*zip.File
	left  int64 // unpacked bytes that may still be read
	// seals are the parts that the password opens.
	seals    map[string]*seal
	password string
}

// openArchive opens the ZIP: ErrUnreadable where it is none, ErrTooLarge where
// it has too many parts.
func openArchive(data []byte) (*archive, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, briefing.ErrUnreadable.Because(err)
	}
	if len(z.File) > maxParts {
		return nil, briefing.ErrTooLarge
	}
	a := &archive{parts: map[string]*zip.File{}, left: maxTotal}
	for _, f := range z.File {
		a.parts[strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")] = f
	}
	return a, nil
}

// read unpacks a part; nil without an error where there is none. What the
// archive claims of a part's size is not believed.
func (a *archive) read(name string) ([]byte, error) {
	f := a.parts[name]
	if f == nil {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, briefing.ErrUnreadable.Because(err)
	}
	defer r.Close()
	limit := min(maxPart, a.left)
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, briefing.ErrUnreadable.Because(err)
	}
	if s := a.seals[name]; s != nil {
		if data, err = s.open(data, a.password, limit); err != nil {
			return nil, err
		}
	}
	if int64(len(data)) > limit {
		return nil, briefing.ErrTooLarge
	}
	a.left -= int64(len(data))
	return data, nil
}

// tree unpacks and parses a part; nil without an error where there is none.
func (a *archive) tree(name string) (*node, error) {
	data, err := a.read(name)
	if err != nil || data == nil {
		return nil, err
	}
	root, err := parse(data)
	if err != nil {
		return nil, unreadable(err)
	}
	return root, nil
}

// unreadable turns a parser's error into the document's; problems stay.
func unreadable(err error) error {
	if _, known := errors.AsType[*briefing.Problem](err); known {
		return err
	}
	return briefing.ErrUnreadable.Because(err)
}
