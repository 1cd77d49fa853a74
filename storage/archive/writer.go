package archive

import (
	"archive/tar"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"

	"placard/briefing"
)

// Writer writes an archive: NewWriter, Commit in order, Now, Close. It holds
// some megabytes of lines before they become an entry.
type Writer struct {
	tar    *tar.Writer
	header Header
	sums   bytes.Buffer
	count  Manifest

	folder string // where the lines held belong
	first  uint64 // number that names their entry
	lines  bytes.Buffer
	held   int               // bytes of files since the part began
	files  map[string]string // where today's bytes of an entity are, by its name
}

// NewWriter begins an archive; h needs the vault, the time and the commits.
func NewWriter(w io.Writer, h Header, keyFile []byte) (*Writer, error) {
	h.Format, h.Version = format, version
	h.Made = h.Made.UTC().Truncate(1e9)
	a := &Writer{tar: tar.NewWriter(w), header: h, files: map[string]string{}}
	if err := a.entry(readmeName, []byte(readme)); err != nil {
		return nil, err
	}
	if err := a.json(headerName, h); err != nil {
		return nil, err
	}
	return a, a.entry(keyFileName, keyFile)
}

// Commit adds the next commit.
func (a *Writer) Commit(c *Commit) error {
	if c.Sequence != a.count.Commits+1 {
		return fmt.Errorf("commit %d: %w", c.Sequence, errOrder)
	}
	if err := a.part(commitsDir, c.Sequence); err != nil {
		return err
	}
	line := commitLine{Sequence: c.Sequence, At: c.At, By: c.By, Act: c.Act, Undoes: c.Undoes, Redoes: c.Redoes}
	for i := range c.Changes {
		file, err := a.document(c, i)
		if err != nil {
			return err
		}
		change, err := c.Changes[i].line(file)
		if err != nil {
			return err
		}
		line.Changes = append(line.Changes, change)
	}
	a.count.Commits++
	a.count.Revisions += len(c.Changes)
	return a.line(line)
}

// document writes the bytes of a change as an entry; its name, or none.
func (a *Writer) document(c *Commit, at int) (name string, err error) {
	change := &c.Changes[at]
	p := bytesOf(change.Value)
	if change.Value == nil || p == nil || *p == nil {
		delete(a.files, nameOf(change.Key))
		return "", nil
	}
	name = fileName(c, at)
	a.files[nameOf(change.Key)] = name
	a.count.Files++
	a.held += len(*p)
	return name, a.entry(name, *p)
}

// nameOf an entity, in words of JSON.
func nameOf(k briefing.Key) string { return k.Table.String() + k.Parent.String() + k.ID.String() }

// Now adds an entity as it stands today; after the commits.
func (a *Writer) Now(t *Today) error {
	if err := a.part(todayDir, uint64(a.count.Entities)+1); err != nil {
		return err
	}
	change, err := t.line(a.files[nameOf(t.Key)])
	if err != nil {
		return err
	}
	a.count.Entities++
	return a.line(todayLine{changeLine: change, Sequence: t.Sequence, At: t.At, By: t.By})
}

// Close ends the archive. seal authenticates the list of sums.
func (a *Writer) Close(seal func([]byte) []byte) (Manifest, error) {
	if err := a.flush(); err != nil {
		return Manifest{}, err
	}
	if err := a.json(manifestName, a.count); err != nil {
		return Manifest{}, err
	}
	sums := bytes.Clone(a.sums.Bytes())
	if err := a.entry(sumsName, sums); err != nil {
		return Manifest{}, err
	}
	if err := a.entry(sealName, fmt.Appendf(nil, "%x\n", seal(sums))); err != nil {
		return Manifest{}, err
	}
	return a.count, a.tar.Close()
}

// part begins an entry of lines where the one under way is of another folder
// or large enough. The documents that a line names come before its entry and
// after the entry before.
func (a *Writer) part(folder string, number uint64) error {
	if a.folder == folder && a.lines.Len()+a.held <= partLimit {
		return nil
	}
	if err := a.flush(); err != nil {
		return err
	}
	a.folder, a.first = folder, number
	return nil
}

func (a *Writer) line(v any) error {
	e := json.NewEncoder(&a.lines)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

func (a *Writer) flush() error {
	if a.lines.Len() == 0 {
		return nil
	}
	err := a.entry(fmt.Sprintf("%s/%08d.ndjson", a.folder, a.first), a.lines.Bytes())
	clear(a.lines.Bytes())
	a.lines.Reset()
	a.held = 0
	return err
}

func (a *Writer) json(name string, v any) error {
	data, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return err
	}
	return a.entry(name, append(data, '\n'))
}

// entry writes a file into the archive.
func (a *Writer) entry(name string, data []byte) error {
	if len(data) > entryLimit {
		return briefing.ErrTooLarge.Because(fmt.Errorf("%s has %d bytes", name, len(data)))
	}
	fmt.Fprintf(&a.sums, "%x  %s\n", sha256.Sum256(data), name)
	h := &tar.Header{Name: name, Mode: 0o600, Size: int64(len(data)), ModTime: a.header.Made, Format: tar.FormatPAX}
	if err := a.tar.WriteHeader(h); err != nil {
		return err
	}
	_, err := a.tar.Write(data)
	return err
}
