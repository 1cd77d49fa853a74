package storage

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/dgraph-io/badger/v4"
)

// batch writes commits into the database. One that is larger than Badger
// takes at once goes in by several transactions, the state last: until then
// the commit counts as missing, and applying it again comes to the same.
type batch struct {
	db    *database
	txn   *badger.Txn
	state state
}

func (d *database) batch(from state) *batch {
	return &batch{db: d, txn: d.badger.NewTransaction(true), state: from}
}

// apply adds a commit. The values of c are read until commit.
func (b *batch) apply(sequence uint64, c *commitRecord) error {
	if sequence != b.state.Applied+1 {
		return fmt.Errorf("commit %d after %d: %w", sequence, b.state.Applied, errOrder)
	}
	for i := range c.Changes {
		if err := b.revision(sequence, c, &c.Changes[i]); err != nil {
			return err
		}
	}
	for i := range c.Changes {
		change := &c.Changes[i]
		if err := b.put(headKey(change.Key), change.head(sequence).bytes(), 0, 0); err != nil {
			return err
		}
		b.state = b.state.after(b.db.keys, change.Key, change.before(), change.Revision)
	}
	entry, err := encode(c.log())
	if err != nil {
		return err
	}
	b.state.Applied = sequence
	return b.put(logKey(sequence), entry, 0, sequence)
}

// revision cuts a revision into pieces; the first tells how many there are.
func (b *batch) revision(sequence uint64, c *commitRecord, change *changeRecord) error {
	data, err := encode(c.revision(change))
	if err != nil {
		return err
	}
	defer clear(data)
	count := max(1, (len(data)+pieceLimit-1)/pieceLimit)
	for n := range count {
		piece := data[n*pieceLimit : min(len(data), (n+1)*pieceLimit)]
		if n == 0 {
			piece = append(binary.BigEndian.AppendUint32(nil, uint32(count)), piece...)
		}
		key := pieceKey(change.Key, change.Revision, uint32(n))
		if err := b.put(key, piece, change.Revision, sequence); err != nil {
			return err
		}
	}
	return nil
}

func (b *batch) put(key, plain []byte, revision, sequence uint64) error {
	entry := badger.NewEntry(key, b.db.keys.values.seal(plain, place(key, revision, sequence)))
	err := b.txn.SetEntry(entry)
	if !errors.Is(err, badger.ErrTxnTooBig) {
		return err
	}
	if err := b.txn.Commit(); err != nil {
		return err
	}
	b.txn = b.db.badger.NewTransaction(true)
	return b.txn.SetEntry(entry)
}

// commit writes what was added and returns the state it led to.
func (b *batch) commit() (state, error) {
	if err := b.put(stateKey(), b.state.bytes(), 0, 0); err != nil {
		return state{}, err
	}
	return b.state, b.txn.Commit()
}

// write applies one commit whose record is durable already.
func (d *database) write(from state, sequence uint64, c *commitRecord) (to state, err error) {
	err = guard(func() error {
		b := d.batch(from)
		defer func() { b.txn.Discard() }()
		if err := b.apply(sequence, c); err != nil {
			return err
		}
		to, err = b.commit()
		return err
	})
	return to, err
}
