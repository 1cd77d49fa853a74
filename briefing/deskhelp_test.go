package briefing_test

import (
	"sync"
	"testing"
	"time"

	"placard/assets"
	"placard/briefing"
	"placard/briefing/extract"
	"placard/briefing/pack"
	"placard/briefing/publish"
	"placard/briefing/publish/pdf"
	"placard/briefing/rows"
	"placard/briefing/search"
	"placard/briefing/sheet"
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
func newDesk(tb testing.TB) *briefing.Desk {
	tb.Helper()
	made, err := testVaults().Create(tb.Context(), tb.TempDir(), passphrase)
	if err != nil {
		tb.Fatal(err)
	}
	d := deskOn(made.Vault)
	tb.Cleanup(func() {
		if err := d.Close(); err != nil {
			tb.Error(err)
		}
	})
	if err := d.Seed(tb.Context(), briefing.Settings{Author: "A. Keeper", Mark: "RESTRICTED", Language: "en"}); err != nil {
		tb.Fatal(err)
	}
	return d
}

func testVaults() *storage.Vaults {
	return storage.New(storage.Options{KDF: storage.KDF{Time: 1, Memory: 64, Threads: 1}})
}

// papers publishes PDF; its fonts are read once.
var papers = sync.OnceValue(func() *pdf.Publisher { return pdf.New(assets.Fonts()) })

func deskOn(v briefing.Vault) *briefing.Desk {
	return briefing.NewDesk(briefing.Ports{
		Vault:      v,
		Extractor:  extract.New(),
		Pictures:   extract.New(),
		Packer:     pack.Builder{},
		Tabler:     rows.Builder{},
		Workbook:   sheet.New(),
		Words:      assets.Words("en"),
		Directory:  assets.Directory{},
		Now:        clock(),
		Finder:     search.New(v),
		Publishers: map[string]briefing.Publisher{"docx": publish.New(), "pdf": papers()},
	})
}

// withSample imports the fictional note.
func withSample(tb testing.TB, d *briefing.Desk) *briefing.Dossier {
	tb.Helper()
	name, data := assets.Sample()
	p, err := d.Recognize(tb.Context(), briefing.Original{Name: name, Data: data}, nil)
	if err != nil {
		tb.Fatal(err)
	}
	note, err := d.Import(tb.Context(), p)
	if err != nil {
		tb.Fatal(err)
	}
	return dossier(tb, d, note.ID)
}

func dossier(tb testing.TB, d *briefing.Desk, note briefing.ID) *briefing.Dossier {
	tb.Helper()
	x, err := d.Dossier(tb.Context(), note)
	if err != nil {
		tb.Fatal(err)
	}
	return x
}

// at is the block that a label names.
func at(tb testing.TB, x *briefing.Dossier, label string) *briefing.Block {
	tb.Helper()
	l, err := briefing.ParseLabel(label)
	if err != nil {
		tb.Fatal(err)
	}
	b, err := x.Text.Find(l)
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

// draft is a new position on the place that a label names.
func draft(tb testing.TB, x *briefing.Dossier, label string) briefing.Position {
	tb.Helper()
	return briefing.Position{Note: x.Note.ID, Subject: x.SubjectOf(at(tb, x, label))}
}
