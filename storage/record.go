package storage

import (
	"time"

	"github.com/fxamacker/cbor/v2"

	"placard/briefing"
)

// commitRecord is a commit as the journal holds it: enough to write it into an
// empty database, without looking at what is there.
type commitRecord struct {
	Act     briefing.Act   `cbor:"1,keyasint"`
	By      string         `cbor:"2,keyasint,omitempty"`
	At      time.Time      `cbor:"3,keyasint"`
	Undoes  uint64         `cbor:"4,keyasint,omitempty"`
	Redoes  uint64         `cbor:"5,keyasint,omitempty"`
	Changes []changeRecord `cbor:"6,keyasint"`
}

// changeRecord is one entity's new revision.
type changeRecord struct {
	Key      briefing.Key `cbor:"1,keyasint"`
	Revision uint64       `cbor:"2,keyasint"`
	// Previous is the sequence of the revision before; 0 for the first.
	Previous uint64 `cbor:"3,keyasint,omitempty"`
	// Value is the entity; nothing where this revision removes it.
	Value cbor.RawMessage `cbor:"4,keyasint,omitempty"`
	// Gap is how many revisions between the one before and this are lost to
	// damage: a rebuilt vault keeps the numbers of those that are there.
	Gap uint64 `cbor:"5,keyasint,omitempty"`
}

// before is the revision that this one followed; 0 for none.
func (c *changeRecord) before() uint64 { return c.Revision - 1 - c.Gap }

// revisionRecord is an entity's revision as the database holds it. Previous
// leads to the one before it, whose seal needs its sequence: a chain back to
// the first, of which no link can be left out.
type revisionRecord struct {
	Previous uint64          `cbor:"1,keyasint,omitempty"`
	At       time.Time       `cbor:"2,keyasint"`
	By       string          `cbor:"3,keyasint,omitempty"`
	Act      briefing.Act    `cbor:"4,keyasint"`
	Value    cbor.RawMessage `cbor:"5,keyasint,omitempty"`
	Gap      uint64          `cbor:"6,keyasint,omitempty"`
}

// logRecord is a commit without its values: the log's entry.
type logRecord struct {
	Act     briefing.Act     `cbor:"1,keyasint"`
	By      string           `cbor:"2,keyasint,omitempty"`
	At      time.Time        `cbor:"3,keyasint"`
	Undoes  uint64           `cbor:"4,keyasint,omitempty"`
	Redoes  uint64           `cbor:"5,keyasint,omitempty"`
	Touched []briefing.Touch `cbor:"6,keyasint"`
}

// revision is what the change makes of its entity.
func (c *commitRecord) revision(change *changeRecord) revisionRecord {
	return revisionRecord{Previous: change.Previous, At: c.At, By: c.By, Act: c.Act, Value: change.Value, Gap: change.Gap}
}

func (c *commitRecord) log() logRecord {
	return logRecord{Act: c.Act, By: c.By, At: c.At, Undoes: c.Undoes, Redoes: c.Redoes, Touched: c.touched()}
}

func (c *commitRecord) touched() []briefing.Touch {
	touched := make([]briefing.Touch, len(c.Changes))
	for i := range c.Changes {
		touched[i] = briefing.Touch{Key: c.Changes[i].Key, Revision: c.Changes[i].Revision}
	}
	return touched
}

// wipe clears the values.
func (c *commitRecord) wipe() {
	for i := range c.Changes {
		clear(c.Changes[i].Value)
	}
}

// record is the revision as the vault's readers know it.
func (r *revisionRecord) record(k briefing.Key, revision, sequence uint64) (briefing.Record, error) {
	defer clear(r.Value)
	value, err := r.entity(k)
	return briefing.Record{Key: k, Revision: revision, Sequence: sequence, At: r.At, By: r.By, Act: r.Act, Value: value}, err
}

// entity is the revision's value, decoded afresh; nil where it is a removal.
func (r *revisionRecord) entity(k briefing.Key) (briefing.Entity, error) {
	if len(r.Value) == 0 {
		return nil, nil //nolint:nilnil // a removal has no value, and is no error
	}
	value := briefing.NewEntity(k.Table)
	if value == nil {
		return nil, briefing.ErrVaultNewer.Because(nil, "Table", int(k.Table))
	}
	if err := decode(r.Value, value); err != nil {
		return nil, err
	}
	return value, nil
}

func (l *logRecord) entry(sequence uint64) briefing.Entry {
	return briefing.Entry{
		Sequence: sequence, Act: l.Act, By: l.By, At: l.At,
		Undoes: l.Undoes, Redoes: l.Redoes, Touched: l.Touched,
	}
}
