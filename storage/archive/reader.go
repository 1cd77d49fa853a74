package archive

import (
	"archive/tar"
	"bufio"
	"bytes"
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"placard/briefing"
)

// Visitor hears what stands in an archive, in order.
type Visitor struct {
	// Begin comes first and gives the check of the list of sums, which the
	// vault's keys can make.
	Begin func(h Header, keyFile []byte) (seal func([]byte) []byte, err error)
	// Commit comes for each, by sequence.
	Commit func(*Commit) error
}

// Read reads an archive to its end: briefing.ErrVaultNewer for a newer format,
// else an error that says what is wrong with it. What the visitor heard
// counts only when Read returns without one.
func Read(ctx context.Context, r io.Reader, v Visitor) (Manifest, error) {
	a := &reader{visitor: v, files: map[string][]byte{}}
	in := tar.NewReader(r)
	for {
		h, err := in.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err := errors.Join(err, ctx.Err()); err != nil {
			return Manifest{}, fmt.Errorf("read backup: %w", err)
		}
		if err := a.entry(in, h); err != nil {
			return Manifest{}, fmt.Errorf("%s: %w", h.Name, err)
		}
	}
	return a.manifest, a.end(r)
}

// reader is one Read under way.
type reader struct {
	visitor  Visitor
	header   Header
	begun    bool
	sealed   bool
	seal     func([]byte) []byte
	sums     bytes.Buffer // of the entries so far
	listed   []byte       // the list of sums
	files    map[string][]byte
	counted  Manifest
	manifest Manifest
}

// entry reads one file of the archive. The order of the first and the last
// ones is fixed; nothing may follow the seal.
func (a *reader) entry(in io.Reader, h *tar.Header) error {
	if h.Typeflag != tar.TypeReg || h.Size > entryLimit || a.sealed {
		return errOrder
	}
	data, err := io.ReadAll(io.LimitReader(in, entryLimit))
	if err != nil {
		return err
	}
	before := bytes.Clone(a.sums.Bytes())
	fmt.Fprintf(&a.sums, "%x  %s\n", sha256.Sum256(data), h.Name)
	folder, _, nested := strings.Cut(h.Name, "/")
	switch {
	case h.Name == readmeName:
		return nil
	case h.Name == headerName:
		return a.head(data)
	case h.Name == keyFileName:
		return a.begin(data)
	case !a.begun:
		return errOrder
	case nested && folder == filesDir:
		a.files[h.Name] = data
		return nil
	case nested && folder == commitsDir:
		return a.commits(data)
	case nested && folder == todayDir:
		a.counted.Entities += bytes.Count(data, []byte("\n"))
		return nil
	case h.Name == manifestName:
		return json.Unmarshal(data, &a.manifest)
	case h.Name == sumsName:
		a.listed = data
		return same(before, data)
	case h.Name == sealName:
		return a.checkSeal(data)
	}
	return briefing.ErrVaultNewer.Because(errOrder)
}

func (a *reader) head(data []byte) error {
	if err := json.Unmarshal(data, &a.header); err != nil || a.header.Format != format {
		return errOrder
	}
	if a.header.Version > version {
		return briefing.ErrVaultNewer.Because(nil, "Version", a.header.Version)
	}
	return nil
}

func (a *reader) begin(keyFile []byte) (err error) {
	if a.header.Format != format || a.begun {
		return errOrder
	}
	a.begun = true
	a.seal, err = a.visitor.Begin(a.header, keyFile)
	return err
}

// commits reads a part. The files it names came before it.
func (a *reader) commits(data []byte) error {
	lines := bufio.NewReader(bytes.NewReader(data))
	d := json.NewDecoder(lines)
	for d.More() {
		var l commitLine
		if err := d.Decode(&l); err != nil {
			return err
		}
		c, err := a.commit(&l)
		if err != nil {
			return fmt.Errorf("commit %d: %w", l.Sequence, err)
		}
		if err := a.visitor.Commit(c); err != nil {
			return err
		}
	}
	clear(a.files)
	return nil
}

func (a *reader) commit(l *commitLine) (*Commit, error) {
	a.counted.Commits++
	if l.Sequence != a.counted.Commits {
		return nil, errOrder
	}
	c := &Commit{Sequence: l.Sequence, At: l.At, By: l.By, Act: l.Act, Undoes: l.Undoes, Redoes: l.Redoes}
	for i := range l.Changes {
		if l.Changes[i].File != "" {
			a.counted.Files++
		}
		change, err := l.Changes[i].change(a.files)
		if err != nil {
			return nil, err
		}
		c.Changes = append(c.Changes, change)
	}
	a.counted.Revisions += len(c.Changes)
	return c, nil
}

func (a *reader) checkSeal(data []byte) error {
	want, err := hex.DecodeString(strings.TrimSpace(string(data)))
	if err != nil || a.listed == nil || !hmac.Equal(want, a.seal(a.listed)) {
		return errSum
	}
	a.sealed = true
	return nil
}

// end holds what was counted against the manifest and reads what pads the
// archive: an encrypted stream is checked to its end only by reading it.
func (a *reader) end(r io.Reader) error {
	if _, err := io.Copy(io.Discard, r); err != nil {
		return err
	}
	if !a.sealed || a.counted != a.manifest || a.header.Commits != a.counted.Commits {
		return errSum
	}
	return nil
}

func same(got, want []byte) error {
	if !bytes.Equal(got, want) {
		return errSum
	}
	return nil
}
