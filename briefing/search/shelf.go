package search

import (
	"context"
	"crypto/rand"
	"errors"
	"strings"
	"time"

	"github.com/fxamacker/cbor/v2"

	"placard/briefing"
)

// version of what stands on the shelf; another is made anew.
const version = 1

// contents says which segments make up the index and up to which commit.
type contents struct {
	Version  int       `cbor:"1,keyasint"`
	Sequence uint64    `cbor:"2,keyasint"` // of the last commit that is in
	At       time.Time `cbor:"3,keyasint"` // and when it was: a vault that was put back has another
	Segments []string  `cbor:"4,keyasint"`
	// Dead are the passages of each segment that another took the place of.
	Dead [][]bool `cbor:"5,keyasint"`
}

// On the shelf, all that is the index's begins with prefix.
const (
	prefix       = "index"
	contentsName = prefix + "contents"
)

// many is how long the lists of a segment may be.
const many = 1 << 24

// newest is the vault's last commit; zero in an empty vault.
func (x *Index) newest(ctx context.Context) (last briefing.Entry, err error) {
	err = x.vault.Commits(ctx, func(e briefing.Entry) error {
		last = e
		return briefing.ErrStop
	})
	return last, err
}

// load reads the index from the shelf. One that is not there, or not of this
// vault's past, is begun anew.
func (x *Index) load(ctx context.Context) error {
	c, segments := x.shelved()
	if segments == nil {
		return x.begin(ctx)
	}
	same := false
	err := x.vault.Commits(ctx, func(e briefing.Entry) error {
		if e.Sequence > c.Sequence {
			return nil
		}
		same = e.Sequence == c.Sequence && e.At.Equal(c.At)
		return briefing.ErrStop
	})
	if err != nil {
		return err
	}
	if !same {
		return x.begin(ctx)
	}
	x.segments, x.last = segments, briefing.Entry{Sequence: c.Sequence, At: c.At}
	return nil
}

// shelved reads all segments; none where one is missing.
func (x *Index) shelved() (c contents, out []*segment) {
	if !x.get(contentsName, &c) || c.Version != version || len(c.Dead) != len(c.Segments) {
		return c, nil
	}
	for i, name := range c.Segments {
		s := &segment{name: name}
		if !x.get(name, s) || len(c.Dead[i]) != 0 && len(c.Dead[i]) != len(s.Parts) {
			return c, nil
		}
		s.revive(c.Dead[i])
		out = append(out, s)
	}
	return c, out
}

// revive makes a segment that was read ready for use.
func (s *segment) revive(dead []bool) {
	s.alive = len(s.Parts)
	if len(dead) == 0 {
		return
	}
	s.dead = dead
	for _, d := range dead {
		if d {
			s.alive--
		}
	}
}

// begin notes everything as unread.
func (x *Index) begin(ctx context.Context) error {
	last, err := x.newest(ctx)
	if err != nil {
		return err
	}
	x.segments, x.last = nil, last
	for _, t := range []briefing.Table{
		briefing.TableNote, briefing.TableText, briefing.TableAnnotation, briefing.TablePosition, briefing.TableObservation,
	} {
		err := x.vault.Scan(ctx, t, briefing.ID{}, func(r briefing.Record) error {
			x.dirty[r.Key] = true
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// get reads a thing from the shelf; what does not open is not there.
func (x *Index) get(name string, into any) bool {
	data, err := x.vault.Shelved(name)
	if err != nil {
		return false
	}
	mode, err := cbor.DecOptions{MaxArrayElements: many}.DecMode()
	return err == nil && mode.Unmarshal(data, into) == nil
}

func (x *Index) put(name string, thing any) error {
	data, err := cbor.Marshal(thing)
	if err != nil {
		return err
	}
	return x.vault.Shelve(name, data)
}

// Close keeps the index on the shelf. One that was never used is there still,
// and is brought up to date when it is.
func (x *Index) Close() error {
	x.mu.Lock()
	defer x.mu.Unlock()
	if !x.ready {
		return nil
	}
	if err := x.catchUp(context.Background()); err != nil {
		return err
	}
	return x.save()
}

func (x *Index) save() error {
	c := contents{Version: version, Sequence: x.last.Sequence, At: x.last.At}
	keep := []string{contentsName}
	for _, s := range x.segments {
		if s.name == "" {
			name := prefix + strings.ToLower(rand.Text())
			if err := x.put(name, s); err != nil {
				return err
			}
			s.name = name
		}
		c.Segments, c.Dead = append(c.Segments, s.name), append(c.Dead, s.dead)
		keep = append(keep, s.name)
	}
	return errors.Join(x.put(contentsName, c), x.vault.Clear(prefix, keep...))
}
