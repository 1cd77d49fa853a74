package archive

import (
	"encoding/json"
	"fmt"
	"reflect"
	"time"

	"placard/briefing"
)

// Commit is one commit of a vault with all that it wrote.
type Commit struct {
	Sequence uint64
	At       time.Time
	By       string
	Act      briefing.Act
	Undoes   uint64
	Redoes   uint64
	Changes  []Change
}

// Change is one entity's new revision; no Value where it was removed.
type Change struct {
	Key      briefing.Key
	Revision uint64
	Value    briefing.Entity
}

// Today is an entity as it stands at the end.
type Today struct {
	Change
	Sequence uint64
	At       time.Time
	By       string
}

// commitLine is a commit as a line of JSON.
type commitLine struct {
	Sequence uint64       `json:"sequence"`
	At       time.Time    `json:"at"`
	By       string       `json:"by,omitempty"`
	Act      briefing.Act `json:"act"`
	Undoes   uint64       `json:"undoes,omitempty"`
	Redoes   uint64       `json:"redoes,omitempty"`
	Changes  []changeLine `json:"changes"`
}

// changeLine is a revision in JSON. File names the entry that holds its bytes.
type changeLine struct {
	Table    string          `json:"table"`
	Parent   briefing.ID     `json:"parent,omitzero"`
	ID       briefing.ID     `json:"id"`
	Revision uint64          `json:"revision"`
	Removed  bool            `json:"removed,omitempty"`
	File     string          `json:"file,omitempty"`
	Value    json.RawMessage `json:"value,omitempty"`
}

// todayLine is an entity of today as a line of JSON.
type todayLine struct {
	changeLine
	Sequence uint64    `json:"sequence"`
	At       time.Time `json:"at"`
	By       string    `json:"by,omitempty"`
}

// bytesOf is where an entity keeps a document, byte for byte; nil for those
// that keep none. It stands in the archive as a file of its own.
func bytesOf(e briefing.Entity) *[]byte {
	switch e := e.(type) {
	case *briefing.File:
		return &e.Bytes
	case *briefing.Return:
		return &e.Bytes
	}
	return nil
}

// line spells a change. An entity's bytes are left out: file names where they are.
func (c *Change) line(file string) (changeLine, error) {
	out := changeLine{
		Table: c.Key.Table.String(), Parent: c.Key.Parent, ID: c.Key.ID,
		Revision: c.Revision, Removed: c.Value == nil, File: file,
	}
	if c.Value == nil {
		return out, nil
	}
	if p := bytesOf(c.Value); p != nil && file != "" {
		kept := *p
		*p = nil
		defer func() { *p = kept }()
	}
	value, err := spell(nil, reflect.ValueOf(c.Value).Elem())
	out.Value = value
	return out, err
}

// change reads what line wrote; files are the entries read so far.
func (l *changeLine) change(files map[string][]byte) (Change, error) {
	table, ok := briefing.ParseTable(l.Table)
	if !ok {
		return Change{}, briefing.ErrVaultNewer.Because(nil, "Table", l.Table)
	}
	c := Change{Key: briefing.Key{Table: table, Parent: l.Parent, ID: l.ID}, Revision: l.Revision}
	if l.Removed {
		return c, nil
	}
	value := briefing.NewEntity(table)
	if value == nil {
		return Change{}, briefing.ErrVaultNewer.Because(nil, "Table", l.Table)
	}
	if err := unspell(l.Value, reflect.ValueOf(value).Elem()); err != nil {
		return Change{}, fmt.Errorf("%s, revision %d: %w", l.Table, l.Revision, err)
	}
	if l.File != "" {
		data, ok := files[l.File]
		p := bytesOf(value)
		if !ok || p == nil {
			return Change{}, fmt.Errorf("%s: %w", l.File, errMissing)
		}
		*p = data
	}
	if value.Key() != c.Key {
		return Change{}, fmt.Errorf("%s: %w", l.Table, errOrder)
	}
	c.Value = value
	return c, nil
}
