package briefing_test

import (
	"testing"
	"time"

	"placard/assets"
	"placard/briefing"
	"placard/briefing/extract"
	"placard/storage"
)

// clock ticks a second at each look, from a fixed moment on.
func clock() func() time.Time {
	now := time.Date(2031, 5, 15, 9, 0, 0, 0, time.UTC)
	return func() time.Time {
		now = now.Add(time.Second)
		return now
	}
}

var passphrase = []byte("heron lantern quiet gravel orbit mint")

// newDesk is a desk on a real vault in a folder of the test's, seeded.
func newDesk(t testing.TB) *briefing.Desk {
	t.Helper()
	made, err := testVaults().Create(t.Context(), t.TempDir(), passphrase)
	if err != nil {
		t.Fatal(err)
	}
	d := deskOn(made.Vault)
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	if err := d.Seed(t.Context(), briefing.Settings{Author: "A. Keeper", Mark: "RESTRICTED", Language: "en"}); err != nil {
		t.Fatal(err)
	}
	return d
}

func testVaults() *storage.Vaults { return storage.New(storage.Options{KDF: storage.KDF{Time: 1, Memory: 64, Threads: 1}}) }

func deskOn(v briefing.Vault) *briefing.Desk {
	return briefing.NewDesk(briefing.Ports{
		Vault: v, Extractor: extract.New(), Words: assets.Words("en"), Directory: assets.Directory{}, Now: clock(),
	})
}

// withSample imports the fictional note.
func withSample(t testing.TB, d *briefing.Desk) *briefing.Dossier {
	t.Helper()
	name, data := assets.Sample()
	p, err := d.Recognize(t.Context(), name, data, nil)
	if err != nil {
		t.Fatal(err)
	}
	note, err := d.Import(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	return dossier(t, d, note.ID)
}

func dossier(t testing.TB, d *briefing.Desk, note briefing.ID) *briefing.Dossier {
	t.Helper()
	x, err := d.Dossier(t.Context(), note)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// at is the block that a label names.
func at(t testing.TB, x *briefing.Dossier, label string) *briefing.Block {
	t.Helper()
	l, err := briefing.ParseLabel(label)
	if err != nil {
		t.Fatal(err)
	}
	b, err := x.Text.Find(l)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// draft is a new position on the place that a label names.
func draft(t testing.TB, x *briefing.Dossier, label string) briefing.Position {
	t.Helper()
	return briefing.Position{Note: x.Note.ID, Subject: x.SubjectOf(at(t, x, label))}
}
