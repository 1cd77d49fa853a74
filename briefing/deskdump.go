package briefing

import (
	"context"
	"time"
)

// Dump is one entity as it stands today, in the open format of a whole-vault
// export.
type Dump struct {
	Table    string    `json:"table"`
	Key      string    `json:"key"`
	Revision uint64    `json:"revision"`
	At       time.Time `json:"at"`
	By       string    `json:"by"`
	Value    Entity    `json:"value"`
}

// tables are the names of the tables in a dump, in the order they are written.
var tables = []struct {
	table Table
	name  string
}{
	{TableSetting, "settings"},
	{TableMeeting, "meeting"},
	{TableNote, "note"},
	{TableText, "text"},
	{TableFile, "file"},
	{TableAsk, "ask"},
	{TablePosition, "position"},
	{TableAnnotation, "annotation"},
	{TableDelegation, "delegation"},
	{TableObservation, "observation"},
	{TableBatch, "batch"},
	{TableReturn, "return"},
	{TablePairing, "pairing"},
	{TablePack, "pack"},
}

// Everything yields every entity as it stands today. It is for the owner of
// the vault alone: nothing passes a gate.
func (d *Desk) Everything(ctx context.Context, yield func(Dump) error) error {
	for _, t := range tables {
		err := d.Vault.Scan(ctx, t.table, ID{}, func(r Record) error {
			key := r.Key.ID.String()
			return yield(Dump{Table: t.name, Key: key, Revision: r.Revision, At: r.At, By: r.By, Value: r.Value})
		})
		if err != nil {
			return err
		}
	}
	return nil
}
