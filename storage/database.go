package storage

import (
	"encoding/binary"
	"errors"
	"fmt"
	"log/slog"

	"github.com/dgraph-io/badger/v4"

	"placard/briefing"
)

const (
	databaseDir = "db"
	pieceLimit  = 256 << 10 // bytes of a value in one piece
)

// database is the vault's entities in Badger, every value under our own seal.
type database struct {
	badger *badger.DB
	keys   *ring
	room   *room // nil where the disk does not matter
}

func openDatabase(dir string, keys *ring, log *slog.Logger) (*database, error) {
	b, err := openBadger(dir, keys.badger, log)
	if err != nil {
		return nil, err
	}
	return &database{badger: b, keys: keys}, nil
}

func (d *database) close() error {
	return guard(d.badger.Close)
}

// head names today's revision of an entity.
type head struct {
	Revision uint64
	Sequence uint64 // of the commit that wrote it
	Removed  bool
}

func (h head) bytes() []byte {
	b := binary.BigEndian.AppendUint64(nil, h.Revision)
	b = binary.BigEndian.AppendUint64(b, h.Sequence)
	if h.Removed {
		return append(b, 1)
	}
	return append(b, 0)
}

func parseHead(b []byte) (head, error) {
	if len(b) != 17 {
		return head{}, errSeal
	}
	return head{binary.BigEndian.Uint64(b), binary.BigEndian.Uint64(b[8:]), b[16] == 1}, nil
}

// state says how far the database is and what it must hold then.
type state struct {
	Applied  uint64 // sequence of the newest commit that is wholly in
	Entities uint64 // heads, those of removed entities too
	Tally    uint64 // sum of the marks of all heads
}

func (s state) bytes() []byte {
	b := binary.BigEndian.AppendUint64(nil, s.Applied)
	b = binary.BigEndian.AppendUint64(b, s.Entities)
	return binary.BigEndian.AppendUint64(b, s.Tally)
}

// after is the state once an entity has a new revision in place of the one
// before. It depends on the commit alone, so that applying one twice comes to
// the same.
func (s state) after(keys *ring, k briefing.Key, before, revision uint64) state {
	if before == 0 {
		s.Entities++
	}
	s.Tally += keys.mark(k, revision) - keys.mark(k, before)
	return s
}

// state reads how far the database is; an empty one is at 0.
func (d *database) state() (state, error) {
	plain, err := d.get(stateKey(), 0, 0)
	if errors.Is(err, errMissing) {
		return state{}, d.mustBeEmpty()
	}
	if err != nil {
		return state{}, fmt.Errorf("state: %w", err)
	}
	if len(plain) != 24 {
		return state{}, fmt.Errorf("state: %w", errSeal)
	}
	n := binary.BigEndian.Uint64
	return state{Applied: n(plain), Entities: n(plain[8:]), Tally: n(plain[16:])}, nil
}

func (d *database) mustBeEmpty() error {
	return d.view(func(txn *badger.Txn) error {
		it := txn.NewIterator(badger.IteratorOptions{Prefix: []byte{prefixHead}})
		defer it.Close()
		if it.Rewind(); it.Valid() {
			return fmt.Errorf("state: %w", errMissing)
		}
		return nil
	})
}

// heads calls yield for every entity's head.
func (d *database) heads(yield func(briefing.Key, head, error)) error {
	options := badger.DefaultIteratorOptions
	options.Prefix = []byte{prefixHead}
	return d.view(func(txn *badger.Txn) error {
		it := txn.NewIterator(options)
		defer it.Close()
		for it.Rewind(); it.Valid(); it.Next() {
			key := it.Item().KeyCopy(nil)
			if len(key) != headSize {
				return fmt.Errorf("head: %w", errSeal)
			}
			var h head
			err := it.Item().Value(func(sealed []byte) (err error) {
				h, err = d.openHead(key, sealed)
				return err
			})
			yield(parseEntity(key[1:]), h, err)
		}
		return nil
	})
}

func (d *database) openHead(key, sealed []byte) (head, error) {
	plain, err := d.keys.values.open(sealed, place(key, 0, 0))
	if err != nil {
		return head{}, err
	}
	return parseHead(plain)
}

// revision reads one revision of an entity, sealed by a commit. The caller
// wipes its value.
func (d *database) revision(k briefing.Key, revision, sequence uint64) (revisionRecord, error) {
	var r revisionRecord
	data, err := d.pieces(k, revision, sequence)
	if err != nil {
		return r, fmt.Errorf("revision: %w", err)
	}
	defer clear(data)
	return r, decode(data, &r)
}

// pieces joins what cut took apart.
func (d *database) pieces(k briefing.Key, revision, sequence uint64) ([]byte, error) {
	first, err := d.get(pieceKey(k, revision, 0), revision, sequence)
	if err != nil {
		return nil, err
	}
	if len(first) < 4 {
		return nil, errSeal
	}
	count, data := binary.BigEndian.Uint32(first), first[4:]
	for n := uint32(1); n < count; n++ {
		next, err := d.get(pieceKey(k, revision, n), revision, sequence)
		if err != nil {
			return nil, err
		}
		data = append(data, next...)
		clear(next)
	}
	return data, nil
}

// log reads the log's entry of a commit.
func (d *database) log(sequence uint64) (logRecord, error) {
	var l logRecord
	data, err := d.get(logKey(sequence), 0, sequence)
	if err != nil {
		return l, fmt.Errorf("log entry %d: %w", sequence, err)
	}
	defer clear(data)
	return l, decode(data, &l)
}

// get opens the value of a key: errMissing, errSeal.
func (d *database) get(key []byte, revision, sequence uint64) (plain []byte, err error) {
	err = d.view(func(txn *badger.Txn) error {
		item, err := txn.Get(key)
		if errors.Is(err, badger.ErrKeyNotFound) {
			return errMissing
		}
		if err != nil {
			return err
		}
		return item.Value(func(sealed []byte) (err error) {
			plain, err = d.keys.values.open(sealed, place(key, revision, sequence))
			return err
		})
	})
	return plain, err
}

func (d *database) view(read func(*badger.Txn) error) error {
	return guard(func() error { return d.badger.View(read) })
}
