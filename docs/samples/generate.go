//go:build ignore

// Generate makes the samples of this folder from the fictional note: packs in
// both formats, and pictures of their pages. The same program gives the same
// bytes: the clock stands still.
package main

import (
	"bytes"
	"context"
	"fmt"
	"image/png"
	"io"
	"log/slog"
	"os"
	"path/filepath"
	"time"

	"placard/assets"
	"placard/briefing"
	"placard/briefing/extract"
	"placard/briefing/pack"
	"placard/briefing/publish"
	"placard/briefing/publish/pdf"
	"placard/briefing/rows"
	"placard/briefing/sheet"
	"placard/storage"
)

// made is the date of all samples, a few days before the fictional meeting.
var made = time.Date(2031, 5, 16, 9, 0, 0, 0, time.UTC)

// sample is one file of the folder.
type sample struct {
	name     string // without its ending
	audience briefing.Audience
	variant  briefing.Variant
	language string
	ticked   []briefing.Part
	pictures []int // pages shown as pictures
}

var samples = []sample{
	{"pack-head", briefing.ForHead, briefing.VariantFull, "en", nil, []int{1, 2, 3, 4, 8}},
	{"pack-delegation-fr", briefing.ForDelegation, briefing.VariantFull, "fr", nil, nil},
	{"pack-allies-es", briefing.ForAllies, briefing.VariantFull, "es", []briefing.Part{briefing.PartOthersOpen}, nil},
	{"one-page-an-item", briefing.ForHead, briefing.VariantOnePage, "en", nil, []int{5}},
	{"speaking-notes", briefing.ForHead, briefing.VariantSpeaking, "en", nil, []int{1, 4}},
	{"restricted-annex", briefing.ForDelegation, briefing.VariantRestricted, "en", []briefing.Part{briefing.PartRestricted}, []int{2}},
}

func main() {
	if err := generate(context.Background()); err != nil {
		slog.Error("samples", "error", err)
		os.Exit(1)
	}
}

func generate(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "samples-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	vault, err := storage.New(storage.Options{KDF: storage.KDF{Time: 1, Memory: 64, Threads: 1}}).Create(ctx, filepath.Join(dir, "vault"), []byte("fictional"))
	if err != nil {
		return err
	}
	desk := briefing.NewDesk(briefing.Ports{
		Vault: vault.Vault, Extractor: extract.New(), Pictures: extract.New(), Packer: pack.Builder{}, Tabler: rows.Builder{},
		Workbook: sheet.New(), Returns: sheet.New(), Words: assets.Words("en"), Directory: assets.Directory{}, Author: "desk",
		Publishers: map[string]briefing.Publisher{"docx": publish.New(), "pdf": pdf.New(assets.Fonts())},
		Now:        func() time.Time { return made },
	})
	defer desk.Close()
	if err := assets.Fill(ctx, desk); err != nil {
		return err
	}
	notes, err := desk.Notes(ctx)
	if err != nil || len(notes) == 0 {
		return fmt.Errorf("no note: %w", err)
	}
	for _, s := range samples {
		if err := s.write(ctx, desk, notes[0].ID); err != nil {
			return fmt.Errorf("%s: %w", s.name, err)
		}
	}
	return nil
}

// write makes the sample in both formats. Nothing is recorded, so that all of
// them are pack 1.
func (s sample) write(ctx context.Context, desk *briefing.Desk, note briefing.ID) error {
	order := briefing.PackOrder{
		Note: note, Audience: s.audience, Variant: s.variant, Language: s.language, Ticked: map[briefing.Part]bool{},
	}
	for _, p := range s.ticked {
		order.Ticked[p] = true
	}
	for _, format := range []string{"docx", "pdf"} {
		order.Format = format
		data, err := desk.PackPreview(ctx, order, nil)
		if err != nil {
			return err
		}
		if err := keep(s.name+"."+format, data); err != nil {
			return err
		}
		if format == "pdf" {
			if err := s.draw(ctx, desk, data); err != nil {
				return err
			}
		}
	}
	return nil
}

// draw keeps pictures of pages.
func (s sample) draw(ctx context.Context, desk *briefing.Desk, data []byte) error {
	for _, page := range s.pictures {
		picture, err := desk.PagePicture(ctx, briefing.Original{Name: s.name + ".pdf", Data: data}, page, 620)
		if err != nil {
			return err
		}
		var out bytes.Buffer
		if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, picture); err != nil {
			return err
		}
		if err := keep(fmt.Sprintf("%s-%d.png", s.name, page), out.Bytes()); err != nil {
			return err
		}
	}
	return nil
}

func keep(name string, data []byte) error {
	return briefing.WriteFile(filepath.Join("docs", "samples", name), func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}
