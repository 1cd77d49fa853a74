package search

import (
	"context"
	"errors"
	"slices"
	"sync"

	"placard/briefing"
)

// manyHits is how many are given where a query sets no limit.
const manyHits = 200

// Vault is what an Index reads and where it keeps itself.
type Vault interface {
	briefing.Store
	briefing.Log
	briefing.Shelf
}

// Index finds words in one open vault. It reads itself from the shelf with the
// first query, and then what was committed since. It is safe for concurrent use.
type Index struct {
	vault Vault

	mu       sync.Mutex
	ready    bool // read from the shelf, or begun anew
	segments []*segment
	dirty    map[briefing.Key]bool // changed and not read yet
	last     briefing.Entry        // the newest commit that is in, or whose entities are dirty
}

var _ briefing.Finder = (*Index)(nil)

// New makes the index of a vault.
func New(v Vault) *Index {
	return &Index{vault: v, dirty: map[briefing.Key]bool{}}
}

// Find looks for a query. Where much was written since the last, or nothing was
// ever indexed, that is read first; ctx ends it, and what was read stays read.
func (x *Index) Find(ctx context.Context, q briefing.Query) (briefing.Matches, error) {
	clauses := parse(q.Words)
	none := briefing.Matches{Mark: marker(clauses)}
	if len(clauses) == 0 {
		return none, nil
	}
	if q.Limit <= 0 {
		q.Limit = manyHits
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if err := x.catchUp(ctx); err != nil {
		return none, err
	}
	found := best(x.segments, clauses, q)
	found.Mark = none.Mark
	return found, nil
}

// catchUp reads what the index does not know yet.
func (x *Index) catchUp(ctx context.Context) error {
	if !x.ready {
		if err := x.load(ctx); err != nil {
			return err
		}
		x.ready = true
	}
	if err := x.hear(ctx); err != nil {
		return err
	}
	return x.read(ctx)
}

// hear notes what was committed since the last time.
func (x *Index) hear(ctx context.Context) error {
	last := x.last
	err := x.vault.Commits(ctx, func(e briefing.Entry) error {
		if e.Sequence <= x.last.Sequence {
			return briefing.ErrStop
		}
		if e.Sequence > last.Sequence {
			last = e
		}
		for _, t := range e.Touched {
			if searched(t.Key.Table) {
				x.dirty[t.Key] = true
			}
		}
		return nil
	})
	if err == nil {
		x.last = last
	}
	return err
}

// searched tells the tables whose entities hold words.
func searched(t briefing.Table) bool {
	switch t {
	case briefing.TableNote, briefing.TableText, briefing.TableAnnotation, briefing.TablePosition, briefing.TableObservation:
		return true
	case briefing.TableMeeting, briefing.TableFile, briefing.TableAsk, briefing.TableDelegation, briefing.TableBatch,
		briefing.TablePack, briefing.TableSetting, briefing.TableReturn, briefing.TablePairing:
	}
	return false
}

// read puts the entities that changed into segments.
func (x *Index) read(ctx context.Context) error {
	if len(x.dirty) == 0 {
		return nil
	}
	b := newBuilder()
	defer func() { x.take(b) }()
	for k := range x.dirty {
		if err := x.readOne(ctx, b, k); err != nil {
			return err
		}
		delete(x.dirty, k)
		if b.len() >= segmentSize {
			x.take(b)
			b = newBuilder()
		}
	}
	return nil
}

func (x *Index) readOne(ctx context.Context, b *builder, k briefing.Key) error {
	record, err := x.vault.Get(ctx, k)
	if errors.Is(err, briefing.ErrNotFound) {
		b.add(k, "", nil)
		return nil
	}
	if err != nil {
		return err
	}
	language, err := x.language(ctx, record.Value)
	if err != nil {
		return err
	}
	b.add(k, language, briefing.Passages(record.Value))
	return nil
}

// language of a note's words; what people write may be in any.
func (x *Index) language(ctx context.Context, e briefing.Entity) (string, error) {
	switch e := e.(type) {
	case *briefing.Note:
		return base(e.Language), nil
	case *briefing.Text:
		record, err := x.vault.Get(ctx, (&briefing.Note{ID: e.Note}).Key())
		if note, ok := record.Value.(*briefing.Note); err == nil && ok {
			return base(note.Language), nil
		}
		if !errors.Is(err, briefing.ErrNotFound) {
			return "", err
		}
	}
	return "", nil
}

// base is the language of a tag: "pt" of "pt-BR".
func base(tag string) string {
	return tag[:min(len(tag), 2)]
}

// take puts what was built beside the segments and takes the entities' older
// passages out.
func (x *Index) take(b *builder) {
	if len(b.seg.Entities) == 0 {
		return
	}
	fresh := b.segment()
	for _, s := range x.segments {
		for _, e := range fresh.Entities {
			s.kill(e.Key)
		}
	}
	x.segments = append(x.segments, fresh)
	x.tidy()
}

// tidy merges small segments and drops those in which nothing lives.
func (x *Index) tidy() {
	var small, large []*segment
	for _, s := range x.segments {
		if s.alive <= smallSegment {
			small = append(small, s)
		} else {
			large = append(large, s)
		}
	}
	if len(small) > fewSmall {
		x.segments = append(large, merge(small))
	}
	x.segments = slices.DeleteFunc(x.segments, func(s *segment) bool { return s.alive == 0 && len(x.segments) > 1 })
}
