package briefing

import "time"

// Table is the kind of an entity: the first byte of its key. The numbers are
// stored: never reuse one.
type Table byte

// The tables.
const (
	TableMeeting     Table = 1
	TableNote        Table = 2
	TableText        Table = 3
	TableFile        Table = 4
	TableAsk         Table = 5
	TablePosition    Table = 6
	TableAnnotation  Table = 7
	TableDelegation  Table = 8
	TableObservation Table = 9
	TableBatch       Table = 10
	TablePack        Table = 11
	TableSetting     Table = 12
	TableReturn      Table = 13
	TablePairing     Table = 14
)

// Key names an entity. Parent groups what is read together: the note of a
// position, an ask, an annotation or an observation; zero for what stands
// alone.
type Key struct {
	Table  Table `cbor:"1,keyasint"`
	Parent ID    `cbor:"2,keyasint"`
	ID     ID    `cbor:"3,keyasint"`
}

// Entity is anything a vault keeps.
type Entity interface{ Key() Key }

// Key of the meeting.
func (m *Meeting) Key() Key { return Key{Table: TableMeeting, ID: m.ID} }

// Key of the note.
func (n *Note) Key() Key { return Key{Table: TableNote, ID: n.ID} }

// Key of the text: the note's id.
func (t *Text) Key() Key { return Key{Table: TableText, ID: t.Note} }

// Key of the file: the note's id.
func (f *File) Key() Key { return Key{Table: TableFile, ID: f.Note} }

// Key of the ask, under its note.
func (a *Ask) Key() Key { return Key{Table: TableAsk, Parent: a.Note, ID: a.ID} }

// Key of the position, under its note.
func (p *Position) Key() Key { return Key{Table: TablePosition, Parent: p.Note, ID: p.ID} }

// Key of the annotation, under its note.
func (a *Annotation) Key() Key { return Key{Table: TableAnnotation, Parent: a.Note, ID: a.ID} }

// Key of the delegation.
func (d *Delegation) Key() Key { return Key{Table: TableDelegation, ID: d.ID} }

// Key of the observation, under its note.
func (o *Observation) Key() Key { return Key{Table: TableObservation, Parent: o.Note, ID: o.ID} }

// Key of the batch.
func (b *Batch) Key() Key { return Key{Table: TableBatch, ID: b.ID} }

// Key of the returned workbook, under its batch.
func (r *Return) Key() Key { return Key{Table: TableReturn, Parent: r.Batch, ID: r.ID} }

// Key of the pack.
func (p *Pack) Key() Key { return Key{Table: TablePack, ID: p.ID} }

// Key of the pairing: the older note's id, under the newer.
func (p *Pairing) Key() Key { return Key{Table: TablePairing, Parent: p.Newer, ID: p.Older} }

// Key of the settings: there is one.
func (s *Settings) Key() Key { return Key{Table: TableSetting} }

// NewEntity makes an empty entity of a table to decode into; nil for a table
// that this version does not know.
func NewEntity(t Table) Entity {
	switch t {
	case TableMeeting:
		return &Meeting{}
	case TableNote:
		return &Note{}
	case TableText:
		return &Text{}
	case TableFile:
		return &File{}
	case TableAsk:
		return &Ask{}
	case TablePosition:
		return &Position{}
	case TableAnnotation:
		return &Annotation{}
	case TableDelegation:
		return &Delegation{}
	case TableObservation:
		return &Observation{}
	case TableBatch:
		return &Batch{}
	case TablePack:
		return &Pack{}
	case TableSetting:
		return &Settings{}
	case TableReturn:
		return &Return{}
	case TablePairing:
		return &Pairing{}
	}
	return nil
}

// Settings are the vault's own: who works in it and how papers are marked.
type Settings struct {
	Author      string `cbor:"1,keyasint,omitempty" json:"author,omitempty"`
	Delegation  string `cbor:"2,keyasint,omitempty" json:"delegation,omitempty"` // ours, as the cover names it
	Mark        string `cbor:"3,keyasint,omitempty" json:"mark,omitempty"`
	Language    string `cbor:"4,keyasint,omitempty" json:"language,omitempty"`
	Triggers    string `cbor:"5,keyasint,omitempty" json:"triggers,omitempty"` // the user's own phrases, as TSV
	Demo        bool   `cbor:"6,keyasint,omitempty" json:"demo,omitempty"`
	CapitalName string `cbor:"7,keyasint,omitempty" json:"capital_name,omitempty"`
	// Templates are the user's own recurring language.
	Templates []Template `cbor:"8,keyasint,omitempty" json:"templates,omitempty"`
	// Vocabulary is words that no dictionary has and that are right.
	Vocabulary []string `cbor:"9,keyasint,omitempty" json:"vocabulary,omitempty"`
}

// Change is one write to one entity, made on a revision of it.
type Change struct {
	Key Key
	// Base is the revision the change was made on; 0 means the entity is new.
	Base uint64
	// Value replaces the entity; nil removes it (its history stays).
	Value Entity
}

// Put is the change that writes e on revision base.
func Put(e Entity, base uint64) Change { return Change{Key: e.Key(), Base: base, Value: e} }

// Drop is the change that removes the entity at revision base.
func Drop(k Key, base uint64) Change { return Change{Key: k, Base: base} }

// Act names what a commit did, for menus and the history: a catalogue code
// ("act.position_stance") with its arguments.
type Act struct {
	Code string   `cbor:"1,keyasint" json:"code"`
	Args []string `cbor:"2,keyasint,omitempty" json:"args,omitempty"`
}

// Commit is a list of changes that happen together or not at all. One commit
// is one journal record.
type Commit struct {
	Act     Act
	By      string
	At      time.Time
	Changes []Change
	// Undoes is the sequence of the commit that this one takes back, Redoes
	// that of the undo it takes back; 0 for an ordinary commit.
	Undoes uint64
	Redoes uint64
}

// Record is one revision of an entity as the vault holds it.
type Record struct {
	Key      Key
	Revision uint64 // counts from 1 for each entity, removals too
	Sequence uint64 // of the commit that wrote it; gap-free in a vault
	At       time.Time
	By       string
	Act      Act
	// Value is a fresh copy, the reader's to change; nil where this revision
	// is a removal.
	Value Entity
}

// Entry is one commit in the vault's log.
type Entry struct {
	Sequence uint64
	Act      Act
	By       string
	At       time.Time
	Undoes   uint64
	Redoes   uint64
	// Touched names each entity with the revision this commit gave it.
	Touched []Touch
}

// Touch is an entity and the revision that a commit gave it.
type Touch struct {
	Key      Key    `cbor:"1,keyasint"`
	Revision uint64 `cbor:"2,keyasint"`
}

// Receipt is what a vault answers to a commit once it is durable.
type Receipt struct {
	Sequence uint64
	Touched  []Touch
}
